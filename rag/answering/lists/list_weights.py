"""The weights of ``rag.answering.lists.candidate.ListFeatures``, in their order."""

WEIGHTS: tuple[float, ...] = (
    4.46,  # lead
    0.04,  # around
    2.10,  # above
    0.68,  # items
    1.72,  # head_in_items
    1.83,  # head_beside
    1.85,  # same_aspect
    -0.87,  # other_aspect
    0.25,  # split
    1.08,  # count_fits
    -1.08,  # count_differs
    -1.26,  # pair
    0.29,  # headings
    -0.93,  # root
    0.65,  # enumeration
    0.27,  # announced
    0.63,  # example
    0.65,  # long_items
    1.60,  # article
    3.95,  # passage
)
