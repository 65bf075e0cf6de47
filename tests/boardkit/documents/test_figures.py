"""Figures as they are printed."""

import pytest

from boardkit.assessment import Answer
from boardkit.documents.figures import Figures
from boardkit.english import spelled_count
from boardkit.examples import shipped_example
from boardkit.formats import Formats
from boardkit.methodology import Display
from boardkit.scoring import Scoring, result_of
from boardkit.scoring.spreads import Interval

EXAMPLE = shipped_example("paperclip-2026-q3")
HUNDRED = Figures(Display(scale=100, decimals=1), Formats())
ONE = Figures(Display(scale=1, decimals=3), Formats())


def test_a_cap_says_why_but_only_where_it_lowers_the_score() -> None:
    def cap(level: float) -> str:
        changed = EXAMPLE.assessment.with_answer("F02", Answer(value=level, basis="contract"))
        return HUNDRED.cap(result_of(Scoring(EXAMPLE.questionnaire, changed)).composite("R"))

    assert cap(-10) == "capped at 30 because AI products lose money on every sale"
    assert cap(10) == ""


@pytest.mark.parametrize(
    ("figures", "low", "high", "ends"),
    [
        (HUNDRED, 33.2, 52.4, ("33", "52")),
        (HUNDRED, 2.61, 2.98, ("2.6", "3.0")),  # as roughly as tells them apart
        (HUNDRED, 2.61, 2.62, ("2.6", "2.6")),
        (ONE, 87.1, 89.4, ("0.87", "0.89")),
    ],
)
def test_the_ends_of_a_range(
    figures: Figures, low: float, high: float, ends: tuple[str, str]
) -> None:
    assert figures.ends(Interval(low, (low + high) / 2, high)) == ends


def test_small_numbers_are_words() -> None:
    assert [spelled_count(n, "step") for n in (0, 1, 2, 12, 13)] == [
        "no steps", "one step", "two steps", "twelve steps", "13 steps",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((0.91, 0.95), "in 91% and 95% of draws"),
        ((0.52, 0.95, 0.4), "in 52%, 95% and 40% of draws"),
        ((0.96, 1.0), "in 96% of draws and in every draw"),
        ((0.999, 0.4), "in over 99% and 40% of draws"),
        ((1.0, 1.0), "in every draw"),
        ((0.9501, 0.9502), "in 95% of draws"),
    ],
)
def test_the_chances_of_several_things(shares: tuple[float, ...], told: str) -> None:
    assert HUNDRED.draws_each(shares) == told
