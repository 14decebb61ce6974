"""The weights of ``rag.answering.evidence.Features``, in their order."""

WEIGHTS: tuple[float, ...] = (
    6.5,  # passage
    0.4,  # first_passage
    2.5,  # words
    -1.0,  # bigrams
    2.6,  # unigrams
    -0.8,  # rarest
    0.9,  # best_words
    0.0,  # relative
    1.6,  # distinct
    0.8,  # nearby
    1.2,  # heading
    0.9,  # common
    2.2,  # type_fits
    -1.5,  # no_type
    3.5,  # definition_cue
    1.4,  # reason_cue
    1.0,  # decides
    0.8,  # after_best
    -0.3,  # short
    -0.2,  # long
    -1.0,  # asks
)
