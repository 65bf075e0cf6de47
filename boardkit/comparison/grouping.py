"""The parts of a comparison as they are printed: few enough to read, rounded so that they sum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardkit.comparison.result import Comparison, Part
from boardkit.comparison.tags import Tag
from boardkit.scoring.bridge import rounded_to_sum

LARGEST = 8
ALONE: tuple[Tag, ...] = ("gate", "method")  # never counted among “the other changes”


@dataclass(frozen=True, slots=True)
class Bar:
    """One printed part, or all the small ones together."""

    title: str
    tag: Tag | None  # None for several kinds together
    amount: float  # on the scale of the display, as printed
    parts: tuple[Part, ...]

    @property
    def question(self) -> str | None:
        """Where it leads to; None for several parts together."""
        return self.parts[0].question if len(self.parts) == 1 else None


@dataclass(frozen=True, slots=True)
class TagAmount:
    """What one kind of change adds, as it is printed."""

    tag: Tag
    amount: float


@dataclass(frozen=True, slots=True)
class Printed:
    """The headline's change in printed numbers: ``before`` and the bars sum to ``after``."""

    before: float
    after: float
    bars: tuple[Bar, ...]
    tags: tuple[TagAmount, ...]  # in the order of ``tags.TAGS``; none that prints as nought
    decimals: int

    @property
    def change(self) -> float:
        """The later less the earlier, as printed."""
        return round(self.after - self.before, self.decimals)


def printed(comparison: Comparison, largest: int = LARGEST) -> Printed | None:
    """The change as it is printed; None where a side has no score."""
    head = comparison.headline
    if head.before is None or head.after is None:
        return None
    display = comparison.questionnaire.methodology.display
    factor, decimals = display.scale / 100, display.decimals
    before, after = (round(score * factor, decimals) for score in (head.before, head.after))
    change = after - before
    # What would print as nought is not worth a line of its own.
    groups = _groups(comparison.parts, largest, 0.5 * 10.0**-decimals / factor)
    cells = [(group, tag) for group in groups for tag in sorted({part.tag for part in group})]
    sums = [sum(p.amount for p in group if p.tag == tag) * factor for group, tag in cells]
    # Rounded once, so that the bars and the kinds of change say the same.
    amounts = rounded_to_sum(sums, decimals, change) if cells else []
    cell = dict(zip(cells, amounts, strict=True))

    def total(of: Iterable[tuple[tuple[Part, ...], Tag]]) -> float:
        return round(sum(cell[one] for one in of), decimals)

    noun = "changes" if comparison.same_company else "differences"
    drawn = (_bar(group, total(c for c in cells if c[0] is group), noun) for group in groups)
    bars = tuple(bar for bar in drawn if bar.amount or len(bar.parts) > 1 or bar.tag in ALONE)
    kinds = [(t.tag, total(c for c in cells if c[1] == t.tag)) for t in comparison.tags]
    tags = tuple(TagAmount(tag, amount) for tag, amount in kinds if amount)
    return Printed(before, after, bars, tags, decimals)


def _groups(parts: Sequence[Part], largest: int, smallest: float) -> list[tuple[Part, ...]]:
    """Each large part by itself and the small ones together; one small one is no group."""
    moving = [part for part in parts if abs(part.amount) > 1e-9]
    alone = [part for part in moving if part.tag in ALONE]
    answers = [part for part in moving if part.tag not in ALONE]
    room = max(largest - len(alone), 1)
    shown = [part for part in answers if abs(part.amount) >= smallest][:room]
    if len(answers) == len(shown) + 1:
        shown = answers
    own = {part.id for part in (*alone, *shown)}
    groups: list[tuple[Part, ...]] = [(part,) for part in moving if part.id in own]
    rest = tuple(part for part in moving if part.id not in own)
    return [*groups, rest] if rest else groups


def _bar(group: tuple[Part, ...], amount: float, noun: str) -> Bar:
    if len(group) == 1:
        return Bar(group[0].title, group[0].tag, amount, group)
    tags = {part.tag for part in group}
    return Bar(
        f"The other {len(group)} {noun}", tags.pop() if len(tags) == 1 else None, amount, group
    )
