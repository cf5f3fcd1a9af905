"""The dashboards as tables in the reader's language."""

from collections.abc import Sequence

from kezek.contracts.texts import GROUP_KIND_NAMES, QUEUE_CLASS_NAMES, Text
from kezek.contracts.vocabulary import Language
from kezek.platform.http.sheets import Cell, Table
from kezek.queue.adapters.publications import Published
from kezek.queue.domain import dashboard_texts as t
from kezek.queue.domain.figures import Figures, Sums
from kezek.queue.domain.waits import Waits
from kezek.queue.entrypoints.dashboard_schemas import days_of
from kezek.queue.usecases.read_dashboard import Dashboard
from kezek.queue.usecases.read_region import DistrictStanding, Region, YearStanding

_COUNTS = (t.WAITING, t.EXTRAORDINARY, t.PRIORITY, t.GENERAL, t.TRANSFER, t.CALLED, t.FREE, t.FREE_CHOICE)
_QUEUES = (t.CODE, t.KIND, t.GROUP_YEAR, *_COUNTS)
_WAITS = (t.KIND, t.GROUP_YEAR, t.CLASS, t.FIRST_CALLED, t.AVERAGE, t.MEDIAN, t.WAITING, t.SO_FAR, t.LONGEST)
_DISTRICTS = (
    *(t.CODE, t.DISTRICT, t.PROFILE, t.WHOSE, t.VERSION, t.IN_FORCE_FROM, t.COMING_FROM),
    *_COUNTS,
)
_RULES = (
    *(t.WHAT, t.VERSION, t.PUBLISHED_AT, t.SIGNED_BY),
    *(t.CONFIRMED, t.HOLIDAYS, t.WORKED, t.FREE_DAYS, t.ITEMS),
)


def queues_table(found: Dashboard, language: Language) -> Table:
    """A row for each queue."""
    return _table(t.QUEUES, _QUEUES, language, [_queue(each, language) for each in found.queues])


def waits_table(found: Dashboard, language: Language) -> Table:
    """A row for all, for each class, each queue, and each class in it."""
    return _table(t.WAITS, _WAITS, language, [_waits(each, language) for each in found.waits])


def dashboard_tables(found: Dashboard, language: Language) -> list[Table]:
    """What a workbook holds, of what it is first."""
    about: list[list[Cell]] = [
        [t.DISTRICT.in_(language), (found.name or t.REGION).in_(language)],
        [t.AS_OF.in_(language), found.as_of],
        [t.FIRST_DAY.in_(language), found.period.first],
        [t.LAST_DAY.in_(language), found.period.last],
    ]
    return [
        _table(t.INFORMATION, (t.NAME, t.VALUE), language, about),
        queues_table(found, language),
        waits_table(found, language),
    ]


def region_tables(region: Region, language: Language) -> list[Table]:
    """The districts with their sums below them, and the rules of the region."""
    rows = [_district(each, language) for each in region.districts]
    sums: list[Cell] = [None, t.REGION.in_(language), *[None] * 5, *_counts(region.sums)]
    rules = [_year(each, language) for each in region.years]
    benefits = [t.BENEFITS.in_(language), *_last(region.benefits_last), *[None] * 4, region.benefits]
    return [
        _table(t.DISTRICTS, _DISTRICTS, language, [*rows, sums]),
        _table(t.RULES, _RULES, language, [*rules, benefits]),
    ]


def _table(name: Text, heads: Sequence[Text], language: Language, rows: Sequence[Sequence[Cell]]) -> Table:
    return Table(name.in_(language), [each.in_(language) for each in heads], rows)


def _queue(figures: Figures, language: Language) -> list[Cell]:
    queue = figures.queue
    return [queue.district, GROUP_KIND_NAMES[queue.kind].in_(language), queue.group_year, *_counts(figures)]


def _counts(sums: Sums | Figures) -> list[Cell]:
    waiting = sums.waiting
    by_class = (waiting.extraordinary, waiting.priority, waiting.general, waiting.transfer)
    return [waiting.total, *by_class, sums.called, sums.free, sums.free_choice]


def _waits(waits: Waits, language: Language) -> list[Cell]:
    every = t.ALL.in_(language)
    return [
        GROUP_KIND_NAMES[waits.kind].in_(language) if waits.kind else every,
        waits.group_year or every,
        QUEUE_CLASS_NAMES[waits.queue_class].in_(language) if waits.queue_class else every,
        *(waits.called, days_of(waits.average_s), days_of(waits.median_s)),
        *(waits.waiting, days_of(waits.so_far_s), days_of(waits.longest_s)),
    ]


def _district(standing: DistrictStanding, language: Language) -> list[Cell]:
    policy, coming = standing.policy, standing.coming
    return [
        *(standing.code, standing.name.in_(language), t.PROFILES[policy.policy.profile].in_(language)),
        (t.REGIONS if policy.district is None else t.OWN).in_(language),
        *(policy.number, policy.in_force_from, None if coming is None else coming.in_force_from),
        *_counts(standing.sums),
    ]


def _year(year: YearStanding, language: Language) -> list[Cell]:
    rules: list[Cell] = [None] * 4
    if year.known:
        confirmed = (t.YES if year.confirmed else t.NO).in_(language)
        rules = [confirmed, year.holidays, year.worked, year.free]
    return [t.CALENDAR_OF.in_(language, {"year": year.year}), *_last(year.last), *rules, None]


def _last(last: Published | None) -> list[Cell]:
    return [None, None, None] if last is None else [last.version, last.published_at, last.signed_by_name]
