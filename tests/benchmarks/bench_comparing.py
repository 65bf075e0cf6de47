"""How long it takes to say what changed between two quarters; times are of one run on one machine.

Ratios are to scoring the two sides and drawing their intervals, in the same run: a comparison cannot do without.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable

from boardkit.comparison import Side, compare, side_of
from boardkit.comparison.splitting import split
from boardkit.comparison.trend import trend
from boardkit.examples import shipped_example
from boardkit.migration import migrate
from boardkit.scoring.engine import Scoring
from boardkit.scoring.uncertainty import drawn
from tests.support.second_edition import second_edition
from tests.support.timing import times

BEFORE, AFTER = (side_of(shipped_example(f"paperclip-2026-{q}"), "example") for q in ("q2", "q3"))
QUARTERS = 8
RUNS = 20


def score_both() -> None:
    for side in (BEFORE, AFTER):
        drawn(Scoring(side.questionnaire, side.assessment))


def split_anew() -> None:
    first, second = (Scoring(side.questionnaire, side.assessment) for side in (BEFORE, AFTER))
    split(first, second)


def moved() -> Side:
    newer = second_edition()
    assessment, _ = migrate(AFTER.assessment, AFTER.questionnaire, newer)
    return Side("Now", newer, assessment)


def test_comparing() -> None:
    base = statistics.median(times(score_both, RUNS))
    print(f"\nscoring both sides, with draws and intervals: {base:.1f} ms")
    now = moved()
    quarters = [BEFORE, AFTER] * (QUARTERS // 2)
    works: dict[str, Callable[[], object]] = {
        "compare": lambda: compare(BEFORE, AFTER),
        "the parts alone": split_anew,
        "compare across two versions": lambda: compare(BEFORE, now),
        f"trend over {QUARTERS}": lambda: trend(quarters),
    }
    for name, work in works.items():
        taken = times(work, RUNS)
        middle = statistics.median(taken)
        print(
            f"{name}: {middle:.1f} ms (least {taken[0]:.1f}), {middle / base:.1f} times scoring both"
        )
    assert statistics.median(times(works["compare"], RUNS)) < 1000
