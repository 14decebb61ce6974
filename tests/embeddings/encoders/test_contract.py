"""What every encoder promises, asked of each of them."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.encoders.protocol import Encoder
from embeddings.encoders.registry import load_encoder

KINDS = ("bundled", "static_folder", "transformer_folder")


@pytest.fixture(scope="module", params=KINDS)
def encoder(request: pytest.FixtureRequest) -> Encoder:
    if request.param == "bundled":
        return load_encoder()
    folder: Path = request.getfixturevalue(request.param)
    return load_encoder(str(folder))


def test_rows_are_unit_single_precision_and_in_order(encoder: Encoder):
    rows = encoder.encode_passages(["煤矿安全", "铁路检修"])
    assert (rows.shape, rows.dtype) == ((2, encoder.dim), np.float32)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(rows[1], encoder.encode_passages(["铁路检修"])[0], atol=1e-5)


def test_an_empty_text_is_a_row_of_zeros(encoder: Encoder):
    assert not encoder.encode_passages(["安全", ""])[1].any()
    assert not encoder.encode_query(" ").any()


def test_a_question_is_one_vector(encoder: Encoder):
    assert encoder.encode_query("煤矿").shape == (encoder.dim,)


def test_no_texts_make_no_rows(encoder: Encoder):
    assert encoder.encode_passages([]).shape == (0, encoder.dim)


def test_progress_ends_at_the_number_of_texts(encoder: Encoder):
    told: list[int] = []
    encoder.encode_passages(["煤矿"] * 5, told.append)
    assert told[-1] == 5


def test_the_fingerprint_stays(encoder: Encoder):
    assert encoder.fingerprint == encoder.fingerprint
    assert encoder.fingerprint.isascii()
