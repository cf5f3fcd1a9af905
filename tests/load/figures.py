"""How measurements are told: lines on a terminal, and tables that are Markdown too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


def say(text: str) -> None:
    """Print at once."""
    print(text, flush=True)  # noqa: T201 - a bench speaks


def quantile(figures: Sequence[float], share: float) -> float:
    """The figure below which this share of them lies; they need no order, and there must be one."""
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]


def row(name: str, seconds: Sequence[float]) -> str:
    """One line of figures in milliseconds: p50, p90, p99 and the longest."""
    figures = [quantile(seconds, share) * 1000 for share in (0.5, 0.9, 0.99, 1)]
    return f"{name:<58}" + "".join(f"{figure:9.1f}" for figure in figures)


def milliseconds(seconds: float) -> str:
    """With as many digits as mean something."""
    return f"{seconds * 1000:.1f}" if seconds < 1 else f"{seconds * 1000:.0f}"


def times(figure: float, floor: float) -> str:
    """How many floors a figure is; a dash where there is nothing to compare."""
    return f"{figure / floor:.1f} x" if floor else "–"


@dataclass
class Table:
    """Rows below a title; each has as many cells as the head."""

    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, *cells: str) -> None:
        """One more row."""
        self.rows.append(cells)

    def latencies(self, name: str, seconds: Sequence[float], floor: Sequence[float] | None = None) -> None:
        """One more row: p50 and p99 in milliseconds, and the ratio of medians to a floor."""
        middle = quantile(seconds, 0.5)
        ratio = times(middle, quantile(floor, 0.5)) if floor else "–"
        self.add(name, str(len(seconds)), milliseconds(middle), milliseconds(quantile(seconds, 0.99)), ratio)

    def markdown(self) -> str:
        """The title and the table, in columns; the first one leans to the left."""
        widths = [max(len(cells[column]) for cells in [self.head, *self.rows]) for column in range(len(self.head))]
        rule = ["-" * widths[0], *(f"{'-' * (width - 1)}:" for width in widths[1:])]
        lines = [_line(cells, widths) for cells in (self.head, tuple(rule), *self.rows)]
        return "\n".join([f"### {self.title}", "", *lines])


def latencies(title: str, floor: str = "floor") -> Table:
    """An empty table for rows of latencies."""
    return Table(title, ("what", "runs", "p50 ms", "p99 ms", f"x {floor}"))


def by_size(figures: Mapping[str, float]) -> list[str]:
    """The names, the largest first."""
    return sorted(figures, key=lambda name: (-figures[name], name))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.ljust(width) if not column else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join([first, *others])} |"
