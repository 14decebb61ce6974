"""The weights of ``rag.answering.lists.features.ListFeatures``, in their order.

Printed by ``python -m eval.fitting`` from 193 questions for lists, single and in conversations, over articles of this
kind. In five-fold cross-validation over articles the first list has an item F1 of .75, the best one .94.
"""

WEIGHTS: tuple[float, ...] = (
    2.75,  # lead
    1.87,  # clause
    -0.51,  # around
    1.56,  # above
    0.42,  # items
    -0.22,  # asked_among
    -0.71,  # denied
    0.77,  # head_in_items
    0.95,  # head_beside
    1.11,  # head_share
    1.05,  # same_aspect
    -0.65,  # other_aspect
    1.43,  # aspect_beside
    -0.40,  # asked_item
    0.07,  # split
    1.37,  # count_fits
    -1.37,  # count_differs
    -1.63,  # pair
    0.23,  # many
    0.86,  # opens
    0.51,  # summed_up
    0.28,  # headings
    -1.50,  # root
    0.34,  # enumeration
    0.24,  # clauses
    0.50,  # lines
    0.53,  # announced
    0.41,  # example
    0.00,  # long_items
    1.56,  # article
    2.55,  # passage
    2.32,  # sentence
    1.21,  # sentence_below
)
