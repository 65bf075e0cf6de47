"""Telling pairs of assessments, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from boardkit.assessment import Answer
from boardkit.comparison import Comparison, Side, compare, reference_side, side_of
from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.questionnaire import Questionnaire
from boardkit.references import shipped_references
from tests.support.made_up_answers import assessment_of, level_everywhere
from tests.support.made_up_indices import answered, composite, index, number

Pair = tuple[Side, Side]
UNKNOWN = Answer(state="dont_know")


def example(name: str) -> Side:
    """An example by its name."""
    return side_of(shipped_example(name), "example")


def reference(name: str) -> Side:
    """A reference company by its name."""
    return reference_side(next(one for one in shipped_references() if one.name == name))


def made_up(
    name: str, changed: dict[str, Answer | None] | None = None, *,
    company: str = "Made-up Company", level: int = 2, questionnaire: Questionnaire | None = None,
) -> Side:  # fmt: skip
    """Everything at one level on management data, but for what is changed."""
    asked = questionnaire or shipped_questionnaire()
    answers = level_everywhere(asked, level, "management") | (changed or {})
    given = {key: answer for key, answer in answers.items() if answer is not None}
    assessment = assessment_of(asked, given)
    details = assessment.details.model_copy(update={"company": company, "period": name})
    return Side(name, asked, assessment.model_copy(update={"details": details}))


def said(value: Any, basis: str) -> Answer:
    """An answer on a basis."""
    return Answer(value=value, basis=basis)


def _unscored() -> Pair:
    questionnaire = index([number("a", 1, "d")], [composite("all", ["d"])], unknowns="left_out")
    full = Side("Q2", questionnaire, answered(questionnaire, {"a": 40}))
    return full, Side("Q3", questionnaire, answered(questionnaire, {"a": None}))


def _two(name: str, first: float, second: float) -> Side:
    questionnaire = index(
        [number("a", 1, "d"), number("b", 2, "d")], [composite("all", ["d"], shown="exposure")]
    )
    given = {"a": said(first, "report"), "b": said(second, "guess")}
    return Side(name, questionnaire, assessment_of(questionnaire, given))


PAIRS: dict[str, Callable[[], Pair]] = {
    "one-quarter-on": lambda: (example("paperclip-2026-q2"), example("paperclip-2026-q3")),
    "one-quarter-back": lambda: (example("paperclip-2026-q3"), example("paperclip-2026-q2")),
    "nothing-changed": lambda: (made_up("Q2"), made_up("Q3")),
    "nothing-that-counts": lambda: (made_up("Q2"), made_up("Q3", {"A01": said(9e6, "export")})),
    "better-known": lambda: (
        made_up("Q2", {"B10": said(0, "judgement")}), made_up("Q3", {"B10": said(0, "contract")}),
    ),
    "found-out": lambda: (made_up("Q2", {"B10": UNKNOWN}), made_up("Q3", {"B10": said(3, "export")})),
    "only-restated": lambda: (made_up("Q2"), made_up("Q3", {"B10": said(3, "judgement")})),
    "less-known": lambda: (made_up("Q2"), made_up("Q3", {"B10": UNKNOWN, "D02": UNKNOWN})),
    "worse": lambda: (made_up("Q2"), made_up("Q3", {"B10": said(1, "export")})),
    "done-yet-worse": lambda: (
        made_up("Q2"), made_up("Q3", {"B10": said(3, "export"), "B01": said(0, "judgement")}),
    ),
    "cancelling": lambda: (_two("Q2", 40, 60), _two("Q3", 60, 40)),
    "gate-lifts": lambda: (
        made_up("Q2", {"E03": said(0, "export")}, level=3),
        made_up("Q3", {"E03": said(1, "export")}, level=3),
    ),
    "too-early-before": lambda: (
        example("half-timbered-2026-q3"), made_up("Q4", company="Half-Timbered Software"),
    ),
    "two-companies": lambda: (example("paperclip-2026-q3"), example("dustjacket-2026-q3")),
    "two-references": lambda: (reference("Datadog"), reference("Twilio")),
    "no-score": _unscored,
}  # fmt: skip


@cache
def compared(name: str) -> Comparison:
    """A pair, compared."""
    return compare(*PAIRS[name]())
