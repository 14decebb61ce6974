"""The weights of ``rag.answering.evidence.Features``, in their order.

Printed by ``python -m eval.fitting`` from 1,500 training questions of CMRC 2018, DRCD and XQuAD and from questions
over articles of this kind, each of those counted twice. Boosted trees over the same features were no better on
articles that they had not seen.
"""

WEIGHTS: tuple[float, ...] = (
    6.90,  # passage
    0.24,  # first_passage
    2.38,  # words
    -1.60,  # bigrams
    2.99,  # unigrams
    -1.12,  # rarest
    0.79,  # best_words
    -0.17,  # relative
    1.70,  # distinct
    0.77,  # subject
    1.33,  # nearby
    1.80,  # heading
    0.97,  # common
    3.65,  # type_fits
    0.47,  # no_type
    6.83,  # definition_cue
    1.56,  # reason_cue
    1.24,  # decides
    0.73,  # after_best
    -0.05,  # short
    -0.05,  # long
    -1.34,  # asks
    0.00,  # read
    0.00,  # read_here
    0.00,  # holds
)
