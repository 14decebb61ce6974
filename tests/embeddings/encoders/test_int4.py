import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from embeddings.encoders.int4 import LEVELS, pack

numbers = st.floats(-100, 100, width=32)
tables = arrays(np.float32, st.tuples(st.integers(1, 5), st.sampled_from([2, 4, 8])), elements=numbers)


@settings(deadline=None, max_examples=30)
@given(tables)
def test_no_number_moves_by_more_than_half_a_level(table: np.ndarray):
    largest = np.abs(table).max(axis=1, keepdims=True)
    error = np.abs(pack(table).unpack() - table)
    assert (error <= largest / LEVELS * 0.51 + 1e-6).all()


@settings(deadline=None, max_examples=30)
@given(tables)
def test_unpacking_some_rows_gives_those_rows(table: np.ndarray):
    packed = pack(table)
    rows = np.arange(len(table))[::-1].copy()
    assert (packed.unpack(rows) == packed.unpack()[::-1]).all()


def test_a_number_takes_half_a_byte():
    packed = pack(np.ones((3, 512), dtype=np.float32))
    assert packed.packed.nbytes == 3 * 256
    assert packed.dim == 512


def test_rows_of_odd_length_are_refused():
    with pytest.raises(ValueError, match="3 numbers"):
        pack(np.ones((1, 3), dtype=np.float32))
