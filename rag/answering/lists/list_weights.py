"""The weights of ``rag.answering.lists.candidate.ListFeatures``, in their order.

Printed by ``python -m eval.fitting`` from 140 questions for lists over articles of this kind.
"""

WEIGHTS: tuple[float, ...] = (
    4.33,  # lead
    -0.17,  # around
    1.90,  # above
    0.44,  # items
    1.59,  # head_in_items
    1.73,  # head_beside
    1.95,  # same_aspect
    -0.91,  # other_aspect
    0.32,  # split
    1.25,  # count_fits
    -1.25,  # count_differs
    -1.27,  # pair
    0.27,  # headings
    -0.96,  # root
    0.63,  # enumeration
    0.36,  # announced
    0.62,  # example
    0.37,  # long_items
    1.76,  # article
    4.13,  # passage
)
