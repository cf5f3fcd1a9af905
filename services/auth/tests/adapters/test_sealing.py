from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from kezek.auth.adapters.sealing import Seal

PARTS = st.lists(st.text(max_size=12), max_size=4)
MINE, OTHERS = Seal("one secret"), Seal("another secret")


@given(PARTS, PARTS)
def test_different_parts_never_share_a_digest(one: list[str], other: list[str]) -> None:
    assert (MINE.digest(*one) == MINE.digest(*other)) is (one == other)


@given(st.binary(max_size=100))
def test_what_is_sealed_opens_only_at_its_place_with_its_secret(content: bytes) -> None:
    sealed = MINE.close(content, "here")
    assert MINE.open(sealed, "here") == content
    assert MINE.open(sealed, "there") is None
    assert OTHERS.open(sealed, "here") is None
    assert MINE.open(sealed[:-1], "here") is None


def test_digests_depend_on_the_secret() -> None:
    assert MINE.digest("991399000009") != OTHERS.digest("991399000009")


def test_every_person_has_a_draft_key_of_their_own_by_the_secret() -> None:
    me, somebody = uuid4(), uuid4()
    assert len(MINE.draft_key(me)) == 32
    assert MINE.draft_key(me) == Seal("one secret").draft_key(me)
    assert MINE.draft_key(me) not in {MINE.draft_key(somebody), OTHERS.draft_key(me)}
