"""Rounds of the voucher regime: who gets which place, by properties that name the law's words (domain §9.rounds)."""

from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.policy import VOUCHER_PROFILE
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.queue.domain.eligibility import birth_window
from kezek.queue.domain.rounds import Given, RoundPlace, Seeker, distribute, waiting_list

TODAY = date(2026, 9, 1)
WINDOW = birth_window(TODAY, VOUCHER_PROFILE)
START = datetime(2026, 1, 1, tzinfo=UTC)
KK, RU = InstructionLanguage.KAZAKH, InstructionLanguage.RUSSIAN
GARDENS = "ABC"
YEARS = (2023, 2024)
TOO_YOUNG = date(2025, 3, 2)


def child(number: int, wishes: str = "ABC", **facts: object) -> Seeker:
    seeker = Seeker(3, START + timedelta(hours=number), f"{number:05}", number, 2024, GroupKind.GENERAL,
                    date(2024, 5, 5), (KK, RU), tuple(wishes))  # fmt: skip
    return seeker._replace(**facts)


def place(number: int, garden: str = "A", language: InstructionLanguage = KK, **facts: object) -> RoundPlace:
    return RoundPlace(f"p{number}", garden, 2024, GroupKind.GENERAL, language)._replace(**facts)


def fits(seeker: Seeker, one: RoundPlace) -> bool:
    return (
        one.kindergarten_id in seeker.wishes
        and (one.group_year, one.kind) == (seeker.group_year, seeker.kind)
        and one.language in seeker.languages
        and seeker.birth_date in WINDOW
        and seeker.application_id not in one.not_for
    )


@st.composite
def districts(draw: st.DrawFn) -> tuple[list[Seeker], list[RoundPlace]]:
    seekers = [
        child(
            number,
            "".join(draw(st.permutations(GARDENS))[: draw(st.integers(0, 3))]),
            category=draw(st.integers(1, 3)),
            submitted_at=START + timedelta(hours=draw(st.integers(0, 3))),
            group_year=draw(st.sampled_from(YEARS)),
            birth_date=draw(st.sampled_from((date(2024, 5, 5), date(2024, 5, 5), TOO_YOUNG))),
            languages=draw(st.sampled_from(((KK,), (RU,), (KK, RU)))),
            twins=draw(st.sampled_from((None, None, "x", "y"))),
            separate_places=draw(st.booleans()),
        )
        for number in range(draw(st.integers(1, 9)))
    ]
    places = [
        place(
            number,
            draw(st.sampled_from(GARDENS)),
            draw(st.sampled_from((KK, RU))),
            group_year=draw(st.sampled_from(YEARS)),
            not_for=draw(st.sampled_from(((), (), (0,)))),
        )
        for number in range(draw(st.integers(0, 7)))
    ]
    return seekers, places


def family_of(seeker: Seeker, seekers: list[Seeker]) -> list[Seeker]:
    if seeker.twins is None:
        return [seeker]
    return sorted((each for each in seekers if each.twins == seeker.twins), key=lambda each: each.number)


def together(seeker: Seeker, seekers: list[Seeker]) -> bool:
    family = family_of(seeker, seekers)
    return len(family) > 1 and not all(each.separate_places for each in family)


def stands(seeker: Seeker, seekers: list[Seeker]) -> tuple[int, datetime, str, str]:
    family = family_of(seeker, seekers)
    return (
        min(each.category for each in family),
        min(each.submitted_at for each in family),
        family[0].number,
        seeker.number,
    )


@given(districts())
def test_each_child_waits_or_has_one_place_that_fits_and_no_place_is_given_twice(
    district: tuple[list[Seeker], list[RoundPlace]],
) -> None:
    seekers, places = district
    found = distribute(seekers, places, WINDOW)
    assert sorted([one.application_id for one in found.given] + found.waiting) == list(range(len(seekers)))
    assert len({one.place_id for one in found.given}) == len(found.given)
    for one in found.given:
        seeker, got = seekers[one.application_id], places[int(one.place_id[1:])]
        assert fits(seeker, got)
        assert seeker.wishes[one.wish - 1] == got.kindergarten_id


@given(districts())
def test_no_child_is_passed_over_by_a_later_one_for_a_wish_that_it_preferred(
    district: tuple[list[Seeker], list[RoundPlace]],
) -> None:
    seekers, places = district
    got = {one.application_id: one for one in distribute(seekers, places, WINDOW).given}
    holder = {one.place_id: seekers[one.application_id] for one in got.values()}
    for seeker in seekers:
        mine = family_of(seeker, seekers) if together(seeker, seekers) else [seeker]
        dearer = seeker.wishes[: got[seeker.application_id].wish - 1] if seeker.application_id in got else seeker.wishes
        left = [
            one
            for one in places
            if one.place_id not in holder or stands(holder[one.place_id], seekers) > stands(mine[-1], seekers)
        ]
        for wish in dearer if seeker is mine[0] else ():
            there = [one for one in left if one.kindergarten_id == wish]
            assert not any(all(map(fits, mine, seats)) for seats in permutations(there, len(mine)))


@given(districts())
def test_twins_get_places_in_one_kindergarten_or_none_unless_they_may_part(
    district: tuple[list[Seeker], list[RoundPlace]],
) -> None:
    seekers, places = district
    got = {one.application_id: places[int(one.place_id[1:])] for one in distribute(seekers, places, WINDOW).given}
    for seeker in seekers:
        if together(seeker, seekers):
            theirs = [got.get(each.application_id) for each in family_of(seeker, seekers)]
            assert len({one and one.kindergarten_id for one in theirs}) == 1


@given(districts(), st.randoms(use_true_random=False))
def test_in_whichever_order_children_are_read_the_outcome_is_the_same(
    district: tuple[list[Seeker], list[RoundPlace]], random: Random
) -> None:
    seekers, places = district
    shuffled = random.sample(seekers, len(seekers))
    assert distribute(shuffled, places, WINDOW) == distribute(seekers, places, WINDOW)


def test_the_category_goes_before_the_time_and_the_time_before_the_number() -> None:
    late = START + timedelta(days=9)
    seekers = [
        child(1, submitted_at=late),
        child(2, submitted_at=late, category=1),
        child(3, submitted_at=START),
        child(0, submitted_at=late),
    ]
    found = distribute(seekers, [place(n) for n in range(3)], WINDOW)
    assert [one.application_id for one in found.given] == [2, 3, 0]
    assert found.waiting == [1]


def test_of_several_places_that_fit_in_one_kindergarten_the_first_published_is_given() -> None:
    found = distribute(
        [child(1, languages=(RU, KK))], [place(1, "B"), place(2, language=KK), place(3, language=RU)], WINDOW
    )
    assert found.given == [Given(1, "p2", 1)]


def test_twins_take_the_first_wish_of_the_elder_number_where_both_find_a_place() -> None:
    twins = [child(1, "CAB", twins="x", languages=(KK, RU)), child(2, "BAC", twins="x", languages=(KK,))]
    places = [place(1, "C"), place(2, "A", KK), place(3, "A", RU), place(4, "B"), place(5, "B")]
    assert distribute(twins, places, WINDOW).given == [Given(1, "p3", 2), Given(2, "p2", 2)]


def test_twins_stand_by_their_better_category_and_those_who_may_part_take_what_each_wishes() -> None:
    twins = [
        child(2, "AB", twins="x", separate_places=True),
        child(3, "BA", twins="x", separate_places=True, category=1),
    ]
    found = distribute([child(1), *twins], [place(1, "A"), place(2, "B")], WINDOW)
    assert found.given == [Given(2, "p1", 1), Given(3, "p2", 1)]
    assert found.waiting == [1]


def test_who_waits_for_a_kindergarten_stands_in_the_order_of_the_next_round() -> None:
    twins = [child(3, "BA", twins="x"), child(4, "B", twins="x", category=1)]
    assert waiting_list([child(1, "A"), child(2, "B"), *twins], "A") == [3, 1]
