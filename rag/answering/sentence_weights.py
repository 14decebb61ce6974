"""The weights of ``rag.answering.evidence.Features``, in their order.

Printed by ``python -m eval.fitting`` from 800 trial questions of CMRC 2018 and from 680 questions over articles of this
kind, each of those counted four times. In six-fold cross-validation over articles the best sentence is right in .76 of
the latter, one of the best three in .91; the reader's part is small there, and worth eight points on CMRC. Boosted
trees over the same features were no better on articles that they had not seen.
"""

WEIGHTS: tuple[float, ...] = (
    6.00,  # passage
    0.15,  # first_passage
    1.12,  # words
    -3.78,  # bigrams
    2.79,  # unigrams
    -0.80,  # rarest
    0.79,  # best_words
    -0.64,  # relative
    1.76,  # distinct
    0.24,  # subject
    0.06,  # nearby
    1.77,  # heading
    0.52,  # common
    1.18,  # type_fits
    -1.14,  # no_type
    7.33,  # definition_cue
    1.18,  # reason_cue
    1.63,  # decides
    0.87,  # after_best
    -1.24,  # short
    -0.64,  # long
    -2.52,  # asks
    1.53,  # read
    1.50,  # read_here
    -0.29,  # holds
)
