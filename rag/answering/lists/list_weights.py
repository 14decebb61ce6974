"""The weights of ``rag.answering.lists.features.ListFeatures``, in their order.

Printed by ``python -m eval.fitting`` from 193 questions for lists, single and in conversations, over articles of this
kind. In five-fold cross-validation over articles the first list has an item F1 of .75, the best one .94.
"""

WEIGHTS: tuple[float, ...] = (
    2.55,  # lead
    1.88,  # clause
    -0.79,  # around
    1.56,  # above
    0.29,  # items
    -0.30,  # asked_among
    -0.78,  # denied
    0.90,  # head_in_items
    1.03,  # head_beside
    0.94,  # head_share
    1.13,  # same_aspect
    -0.53,  # other_aspect
    1.51,  # aspect_beside
    -0.29,  # asked_item
    -0.08,  # split
    1.29,  # count_fits
    -1.29,  # count_differs
    -1.51,  # pair
    0.21,  # many
    0.88,  # opens
    0.67,  # summed_up
    0.42,  # headings
    -1.48,  # root
    0.37,  # enumeration
    0.41,  # clauses
    0.49,  # lines
    0.59,  # announced
    0.62,  # example
    0.17,  # long_items
    1.52,  # article
    2.65,  # passage
    2.33,  # sentence
    1.22,  # sentence_below
)
