"""The weights of ``rag.answering.evidence.Features``, in their order."""

WEIGHTS: tuple[float, ...] = (
    4.0,  # passage
    0.5,  # first_passage
    2.0,  # words
    2.0,  # bigrams
    1.0,  # unigrams
    0.5,  # rarest
    0.5,  # best_words
    0.7,  # nearby
    0.7,  # heading
    1.0,  # common
    1.0,  # type_fits
    -1.0,  # no_type
    1.5,  # definition_cue
    0.5,  # reason_cue
    0.3,  # after_best
    -1.0,  # short
    -0.3,  # long
    -1.0,  # asks
)
