"""The weights of ``rag.answering.lists.candidate.ListFeatures``, in their order.

Printed by ``python -m eval.fitting`` from 161 questions for lists over articles of this kind.
"""

WEIGHTS: tuple[float, ...] = (
    4.10,  # lead
    -0.07,  # around
    2.00,  # above
    0.26,  # items
    1.59,  # head_in_items
    1.80,  # head_beside
    1.82,  # same_aspect
    -0.86,  # other_aspect
    -0.28,  # asked_item
    0.29,  # split
    1.33,  # count_fits
    -1.33,  # count_differs
    -1.27,  # pair
    0.33,  # headings
    -1.11,  # root
    0.64,  # enumeration
    0.40,  # announced
    0.69,  # example
    0.15,  # long_items
    1.76,  # article
    4.05,  # passage
)
