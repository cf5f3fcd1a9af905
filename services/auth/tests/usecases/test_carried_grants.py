"""Which grants a session carries, for every way in and every set of grants."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kezek.auth.usecases.carried_grants import carried_grants
from kezek.platform.actors import Grant, Role, SignInMethod

GARDENS = [UUID(int=number) for number in range(1, 5)]
WORKS = st.sampled_from([Grant(Role.WORKER, garden) for garden in GARDENS])
OTHERS = st.sampled_from([Grant(Role.OFFICER, district="1110"), Grant(Role.ADMINISTRATOR)])
GRANTS = st.lists(WORKS | OTHERS, unique=True, max_size=6).map(tuple)
METHODS = st.sampled_from(SignInMethod)
CHOSEN = st.none() | st.sampled_from(GARDENS)


@given(METHODS, GRANTS, CHOSEN)
def test_nothing_is_carried_that_is_not_granted_and_at_most_one_workplace(
    method: SignInMethod, grants: tuple[Grant, ...], chosen: UUID | None
) -> None:
    carried = carried_grants(method, grants, chosen)
    assert set(carried.grants) <= set(grants)
    works = [grant for grant in carried.grants if grant.role is Role.WORKER]
    assert len(works) <= 1
    assert not (works and carried.must_choose_workplace)


@given(GRANTS, CHOSEN)
def test_a_code_opens_nothing_of_the_staffs(grants: tuple[Grant, ...], chosen: UUID | None) -> None:
    carried = carried_grants(SignInMethod.CODE, grants, chosen)
    assert (carried.grants, carried.must_choose_workplace) == ((), False)


@given(GRANTS, CHOSEN)
def test_a_password_opens_the_kindergarten_only_and_a_key_all(grants: tuple[Grant, ...], chosen: UUID | None) -> None:
    by_password = carried_grants(SignInMethod.PASSWORD, grants, chosen)
    by_key = carried_grants(SignInMethod.EDS, grants, chosen)
    above = {grant for grant in grants if grant.role is not Role.WORKER}
    assert set(by_key.grants) - set(by_password.grants) == above
    assert by_key.must_choose_workplace == by_password.must_choose_workplace


@given(GRANTS, CHOSEN)
def test_who_has_several_workplaces_must_choose_one_they_have(grants: tuple[Grant, ...], chosen: UUID | None) -> None:
    works = [grant.kindergarten_id for grant in grants if grant.role is Role.WORKER]
    carried = carried_grants(SignInMethod.EDS, grants, chosen)
    assert carried.must_choose_workplace == (len(works) > 1 and chosen not in works)
