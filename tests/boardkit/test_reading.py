"""How answers are read: what is asked, what is hidden, what follows."""

from typing import Any

import pytest

from boardkit.answer_texts import answer_lines, check_message, derived_sentence
from boardkit.assessment import Answer
from boardkit.conditions import ABSENT, UNKNOWN, Operand
from boardkit.content import shipped_questionnaire
from boardkit.formats import Formats
from boardkit.reading import Reading, Standing
from tests.support.made_up_answers import assessment_of

OURS = shipped_questionnaire()
DOLLARS = Formats("en", "USD")


def reading(details: dict[str, Any] | None = None, **answers: Any) -> Reading:
    given = {k: v if isinstance(v, Answer) else Answer(value=v) for k, v in answers.items()}
    return Reading(OURS, assessment_of(OURS, given, **(details or {})))


LINE = {
    "name": "A",
    "share": 50,
    "t1": False,
    "t2": False,
    "t3": False,
    "t4": False,
    "t5": False,
    "t6": False,
}


def test_an_unanswered_condition_asks_its_question() -> None:
    assert reading().standing("B01") is Standing.OPEN
    assert reading(A03={"usage": 100}).standing("B01") is Standing.HIDDEN
    assert reading(A03={"seats": 1, "usage": 99}).standing("B01") is Standing.OPEN
    assert reading({"modules": ("core",)}).standing("B07") is Standing.OUT


def test_what_hangs_on_a_hidden_question_is_hidden_too() -> None:
    # B09 asks for seats and for B01; an old answer to B01 is not read while B01 is hidden.
    now = reading(A03={"usage": 100}, B01=1)
    assert now.standing("B01") is Standing.HIDDEN
    assert now.standing("B09") is Standing.HIDDEN
    assert now.read(Operand(question="B01")) is ABSENT
    assert now.answer("B01") is None


def test_missing_values_are_unknown_until_they_cannot_come() -> None:
    assert reading().read(Operand(question="A01")) is UNKNOWN
    assert reading(A01=Answer(state="dont_know")).read(Operand(question="A01")) is UNKNOWN
    assert reading(B05={"net": 101}).read(Operand(question="B05", part="gross")) is UNKNOWN
    assert reading(B05={"net": 101}).number(Operand(question="B05", part="net")) == 101


@pytest.mark.parametrize(
    ("passes", "kind"),
    [
        ({"t1"}, "P1"), ({"t2", "t3", "t6"}, "P2"), ({"t2", "t3"}, "P3"), ({"t2"}, "P2"),
        ({"t3"}, "P3"), ({"t5", "t4"}, "P6"), ({"t4"}, "P4"), (set(), "P5"), ({"t1", "t5"}, "P1"),
    ],
)  # fmt: skip
def test_product_lines_are_classed_by_the_first_tests_they_pass(
    passes: set[str], kind: str
) -> None:
    role = OURS.roles.position
    assert role is not None
    row = {**LINE, **dict.fromkeys(passes, True)}
    ((_, share, found),) = reading(A08=[row]).product_lines
    assert (share, found.id) == (50, kind)


def test_a_check_speaks_only_when_all_its_answers_are_there() -> None:
    assert not reading(C02=80).disagreements()
    (check,) = reading(C02=80, C03=50).disagreements()
    assert check_message(check, reading(C02=80, C03=50), DOLLARS).startswith(
        "Customers running AI are said to hold 80% of ARR (C02), yet the same number of the largest "
        "customers hold only 50% (C03)."
    )


def test_derived_values_are_said_as_sentences() -> None:
    now = reading(A01=200e6, A03={"seats": 70, "usage": 30})
    ((derived, value),) = now.derived_shown_with("A03")
    assert derived_sentence(derived, value, DOLLARS) == "That is $140m in seats."
    assert not reading(A03={"seats": 70, "usage": 30}).derived_shown_with("A03")


@pytest.mark.parametrize(
    ("question", "answer", "lines"),
    [
        ("B01", Answer(value=2), ("2 · Down up to 3%",)),
        ("A01", Answer(value=200e6), ("$200m a year",)),
        ("B05", Answer(value={"net": 102, "gross": 91}), ("Net revenue retention: 102%", "Gross revenue retention: 91%")),
        ("A03", Answer(value={"seats": 70, "usage": 30}), ("Named seats 70%, Metered usage 30%",)),
        ("B03", Answer(value={"low": 5, "likely": 15, "high": 40}), ("15 of 100 seats, between 5 and 40",)),
        ("A01", Answer(state="dont_know"), ("Don’t know",)),
        ("B09", Answer(state="not_applicable", reason="No seats fell."), ("Not applicable: No seats fell.",)),
    ],
)  # fmt: skip
def test_answers_are_said_as_people_write_them(
    question: str, answer: Answer, lines: tuple[str, ...]
) -> None:
    assert answer_lines(OURS.question(question), answer, DOLLARS) == lines
