"""People named in facts by a keyed digest."""

from pydantic import SecretStr

from kezek.platform.pseudonyms import Pseudonyms
from kezek.platform.testing import administrator, an_iin

NAMES = Pseudonyms(SecretStr("p" * 32))


def test_a_name_is_the_same_wherever_the_secret_is_and_another_with_another_one() -> None:
    iin = an_iin()
    assert NAMES.of(iin) == Pseudonyms(SecretStr("p" * 32)).of(iin)
    assert len({NAMES.of(iin), NAMES.of(an_iin()), Pseudonyms(SecretStr("q" * 32)).of(iin)}) == 3
    assert iin not in NAMES.of(iin)


def test_the_reader_is_no_subject_of_the_own_reading() -> None:
    boss, iin = administrator(), an_iin()
    (whose,) = NAMES.subjects([iin, boss.iin], reader=boss)
    assert (whose.known_as, whose.person_id) == (NAMES.of(iin), None)
