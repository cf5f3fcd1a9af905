"""The BIN is told apart from the IIN, which must not be published in its place."""

import pytest

from kezek.contracts.bin import is_bin
from kezek.contracts.iin import is_iin


def test_a_legal_entitys_number_is_a_bin() -> None:
    assert is_bin("990940000006")


@pytest.mark.parametrize("iin", ["930905490005", "991399000009"])
def test_no_persons_number_is(iin: str) -> None:
    assert is_iin(iin)
    assert not is_bin(iin)


@pytest.mark.parametrize("text", ["", "990940000007", "99094000000", "9909400000066"])
def test_no_other_number_is(text: str) -> None:
    assert not is_bin(text)
