import pytest
from pydantic import TypeAdapter, ValidationError

from kezek.contracts.contacts import Phone

PHONES = TypeAdapter(Phone)


@pytest.mark.parametrize(
    "written", ["77990000001", "+7 799 000-00-01", "8 (799) 000 00 01", "87990000001", "+7(799)0000001"]
)
def test_a_phone_is_one_however_it_is_written(written: str) -> None:
    assert PHONES.validate_python(written) == "77990000001"


@pytest.mark.parametrize(
    "written", ["", "7799000000", "779900000011", "8799000000", "12025550100", "7799000000x", "٧٧٩٩٠٠٠٠٠٠١"]
)
def test_what_is_no_phone_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        PHONES.validate_python(written)
