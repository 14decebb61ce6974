"""The weights of ``rag.answering.lists.candidate.ListFeatures``, in their order.

Printed by ``python -m eval.fitting`` from 161 questions for lists over articles of this kind.
"""

WEIGHTS: tuple[float, ...] = (
    4.09,  # lead
    -0.07,  # around
    2.00,  # above
    0.28,  # items
    1.60,  # head_in_items
    1.81,  # head_beside
    1.82,  # same_aspect
    -0.86,  # other_aspect
    0.24,  # split
    1.32,  # count_fits
    -1.32,  # count_differs
    -1.29,  # pair
    0.33,  # headings
    -1.09,  # root
    0.65,  # enumeration
    0.37,  # announced
    0.65,  # example
    0.17,  # long_items
    1.75,  # article
    4.05,  # passage
)
