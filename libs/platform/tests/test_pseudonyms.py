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


def test_a_network_is_told_apart_from_others_from_people_and_by_the_secret_only() -> None:
    network = "203.0.113.7"
    others = {NAMES.of_network("203.0.113.8"), NAMES.of(network), Pseudonyms(SecretStr("q" * 32)).of_network(network)}
    assert NAMES.of_network(network) == Pseudonyms(SecretStr("p" * 32)).of_network(network)
    assert len({NAMES.of_network(network), *others}) == 4
    assert network not in NAMES.of_network(network)


def test_the_reader_is_no_subject_of_the_own_reading() -> None:
    boss, iin = administrator(), an_iin()
    (whose,) = NAMES.subjects([iin, boss.iin], reader=boss)
    assert (whose.known_as, whose.person_id) == (NAMES.of(iin), None)
