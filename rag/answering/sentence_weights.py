"""The weights of ``rag.answering.evidence.Features``, in their order.

Printed by ``python -m eval.fitting`` from 1,500 training questions of CMRC 2018, DRCD and XQuAD and from questions
over articles of this kind, each of those counted twice. Boosted trees over the same features were no better on
articles that they had not seen. ``definition_cue`` is set by hand above the fitted 4: encyclopaedic questions
hardly ask for definitions, so the fit undervalues it.
"""

WEIGHTS: tuple[float, ...] = (
    7.24,  # passage
    0.23,  # first_passage
    2.29,  # words
    -1.85,  # bigrams
    2.78,  # unigrams
    -1.07,  # rarest
    0.82,  # best_words
    0.20,  # relative
    1.86,  # distinct
    1.41,  # nearby
    2.04,  # heading
    0.73,  # common
    3.85,  # type_fits
    0.88,  # no_type
    6.00,  # definition_cue
    1.40,  # reason_cue
    1.25,  # decides
    0.71,  # after_best
    0.47,  # short
    -0.00,  # long
    -1.49,  # asks
)
