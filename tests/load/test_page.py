"""The page of measurements can be written again; what was measured is judged by who reads it."""

import pytest

from tests.load import bench, events, rest, rush
from tests.load.figures import latencies, quantile
from tests.load.page import BEGIN, END, PAGE, filled
from tests.load.spending import PLAYER, between, of_stack


def test_the_page_has_its_markers_and_tables_between_them() -> None:
    page = PAGE.read_text()
    measured = page.partition(BEGIN)[2].partition(END)[0]
    assert filled(page, measured.strip()) == page
    for title in ("Floors of this run", "At rest", "Single journeys", "An event's way", "Rush: how long each waited"):
        assert f"### {title}" in measured


@pytest.mark.parametrize(
    "page", ["", BEGIN, f"{END} {BEGIN}", f"{BEGIN} {END} {END}", f"{BEGIN} {BEGIN} {END}", f"{END} {BEGIN} {END}"]
)
def test_a_page_without_room_for_figures_is_not_written(page: str) -> None:
    with pytest.raises(ValueError, match="must stand once each"):
        filled(page, "figures")


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    assert filled(f"before {BEGIN}old{END} after", "new") == f"before {BEGIN}\n\nnew\n\n{END} after"


def test_how_many_and_how_long_comes_from_the_environment() -> None:
    given = {"RUSH": "250", "EVENTS": "7", "BENCH_RUNS": "9", "REST_S": "1.5"}
    asked = [rush.count_of(given), events.count_of(given), bench.count_of(given), rest.seconds_of(given)]
    assert asked == [250, 7, 9, 1.5]
    assert [rush.count_of({}), events.count_of({}), bench.count_of({}), rest.seconds_of({})] == [130, 50, 200, 30]


def test_a_table_tells_medians_beside_their_floor() -> None:
    table = latencies("Waits")
    table.latencies("an answer", [0.003, 0.001, 0.002], [0.001])
    assert table.rows == [("an answer", "3", "2.0", "3.0", "2.0 x")]
    head, rule, row = table.markdown().splitlines()[2:]
    assert len(head) == len(rule) == len(row)
    assert quantile(list(map(float, range(100))), 0.99) == 99


def test_what_programs_spent_is_told_apart_from_the_player() -> None:
    taken = between({"queue-api": 1.0, PLAYER: 2.0}, {"queue-api": 1.5, "restarted": 0.25, PLAYER: 5.0})
    assert taken == {"queue-api": 0.5, "restarted": 0.25, PLAYER: 3.0}
    assert of_stack(taken) == 0.75
    assert of_stack(taken, ["queue-api"]) == 0.5


def test_ways_begin_where_the_event_was_published() -> None:
    ear = events.Ear()
    for payload in ("applications outbox one", "queue inbox one", "queue inbox unknown", "referrals inbox one"):
        ear.hears(None, 1, events.CHANNEL, payload)
    assert list(ear.ways()) == [("applications", "queue"), ("applications", "referrals")]
    assert all(seconds[0] >= 0 for seconds in ear.ways().values())
