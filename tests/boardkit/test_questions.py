"""Each question type: which values fit, in which form they are kept, and what is said of the others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from boardkit.content import shipped_questionnaire
from boardkit.errors import AnswerError
from boardkit.formats import Formats
from boardkit.questions import Kind, Question
from tests.support.made_up_values import value_for

READ = TypeAdapter[Any](Question)
COMMON = {"id": "Q1", "module": "core", "text": "What?", "short": "What", "minutes": 1}
YES_NO = {"id": "sold", "label": "Sold?", "kind": "yes_no"}


def question(kind: str, **keys: Any) -> Any:
    return READ.validate_python({**COMMON, "type": kind, **keys})


OPTIONS = [
    {"id": "none", "text": "None", "exclusive": True},
    {"id": "red", "text": "Red"},
    {"id": "blue", "text": "Blue"},
]
PARTS = [
    {"id": "share", "label": "Share", "kind": "percent", "minimum": 0, "maximum": 100},
    {"id": "price", "label": "Price", "kind": "money"},
    {"id": "span", "label": "Span", "kind": "range"},
    {"id": "role", "label": "Role", "kind": "choice", "options": OPTIONS[1:]},
]
COLUMNS = [
    {"id": "name", "label": "Name", "kind": "text"},
    {"id": "share", "label": "Share", "kind": "percent", "total": 100},
    {"id": "depth", "label": "Depth", "kind": "level", "levels": ["Low", "High"]},
    YES_NO,
]
LEVEL = question("level", levels=["Bad", "Fair", "Good"])
SINGLE = question("single", options=OPTIONS)
MULTIPLE = question("multiple", options=OPTIONS)
NUMBER = question("number", minimum=0, maximum=10)
MONEY = question("money")
VALUES = question("values", parts=PARTS)
SPLIT = question("split", parts=[{"id": "a", "label": "A"}, {"id": "b", "label": "B"}])
RANGE = question("range", of="percent", maximum=100)
SERIES = question("series", of="number", periods=["Q1", "Q2"])
TABLE = question("table", columns=COLUMNS, rows=2)
TEXT = question("text")


@pytest.mark.parametrize(
    ("asked", "given", "kept"),
    [
        (LEVEL, 2, 2),
        (SINGLE, "red", "red"),
        (MULTIPLE, ["blue", "red"], ["red", "blue"]),
        (MULTIPLE, "red", ["red"]),
        (NUMBER, "7.5", 7.5),
        (NUMBER, 10.000000000000002, 10.0),
        (MONEY, "12m", 12e6),
        (MONEY, "$12,000,000", 12e6),
        (VALUES, {"share": "40%", "role": "red"}, {"share": 40, "role": "red"}),
        (
            VALUES,
            {"span": {"low": 1, "likely": 2, "high": 3}, "price": None},
            {"span": {"low": 1, "likely": 2, "high": 3}},
        ),
        (SPLIT, {"a": 100}, {"a": 100, "b": 0}),
        (SPLIT, {"a": 33.33, "b": 66.66}, {"a": 33.33, "b": 66.66}),
        (RANGE, {"low": "5", "likely": 5, "high": "10%"}, {"low": 5, "likely": 5, "high": 10}),
        (SERIES, ["1", 2], [1, 2]),
        (
            TABLE,
            [{"name": "One", "share": 60, "sold": "yes"}, {}, {"name": "Two", "depth": 1}],
            [{"name": "One", "share": 60, "sold": True}, {"name": "Two", "depth": 1}],
        ),
        (TEXT, "  two words ", "two words"),
    ],
)
def test_what_fits_is_kept_in_one_form(asked: Any, given: Any, kept: Any) -> None:
    assert asked.accept(given) == kept
    assert asked.accept(kept) == kept


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        (LEVEL, 3, "Choose a level from 0 to 2"),
        (LEVEL, True, "Choose a level from 0 to 2"),
        (LEVEL, "1", "Choose a level from 0 to 2"),
        (SINGLE, "green", "Choose one of: none, red, blue"),
        (MULTIPLE, ["none", "red"], "“None” cannot be chosen together with another option"),
        (NUMBER, "many", "Type a number, such as 12.5"),
        (NUMBER, 11, "Type 10 or less; 11 is too large"),
        (NUMBER, -1, "Type 0 or more; −1 is too small"),
        (MONEY, "twelve", "Type a number, such as 12m, 12,000,000 or 1.2e7"),
        (VALUES, {}, "Give at least one of the values"),
        (VALUES, {"cost": 1}, "“cost” is not one of: share, price, span, role"),
        (VALUES, {"share": 101}, "“Share”: type 100 or less; 101 is too large"),
        (VALUES, {"span": {"low": 1, "likely": "x", "high": 3}}, "“Span”, likely: type a number"),
        (VALUES, {"span": {"low": 1}}, "“Span”: give low, likely and high; likely is missing"),
        (VALUES, [1], "Give a value for each of: share, price, span, role"),
        (SPLIT, {"a": 60, "b": 30}, "The parts sum to 90%, not to 100%: 10 points are missing"),
        (SPLIT, {"a": 60, "b": 50}, "The parts sum to 110%, not to 100%: 10 points too many"),
        (RANGE, {"low": "x", "likely": 2, "high": 4}, "Low: type a number, such as 12.5 or 12.5%"),
        (RANGE, {"low": 1, "likely": 2}, "Give low, likely and high; high is missing"),
        (
            RANGE,
            {"low": 3, "likely": 2, "high": 4},
            "Low, likely and high must rise; 3, 2 and 4 do not",
        ),
        (SERIES, [1], "Give 2 numbers, one each for: Q1, Q2"),
        (SERIES, [1, "x"], "“Q2”: type a number, such as 12.5"),
        (TABLE, [], "Fill in at least one row"),
        (TABLE, {}, "Give the table as rows"),
        (TABLE, [{"name": "a"}] * 3, "There is room for 2 rows, and 3 are given"),
        (TABLE, [{"share": 60}, {"share": 50}], "“Share”: the column sums to 110, more than 100"),
        (TABLE, [{"sold": "perhaps"}], "Row 1, “Sold\\?”: type yes or no"),
        (
            TABLE,
            [{"name": "a", "size": 1}],
            "Row 1: “size” is not one of: name, share, depth, sold",
        ),
        (TEXT, "   ", "Type some text"),
        (TEXT, "x" * 100_001, "Type at most 100,000 characters"),
    ],
)
def test_what_does_not_fit_is_told_with_what_to_type(asked: Any, given: Any, said: str) -> None:
    with pytest.raises(AnswerError, match=f"^{said}"):
        asked.accept(given)


def test_refused_figures_are_written_as_the_person_writes_them() -> None:
    price = {"id": "price", "label": "Price", "kind": "money", "maximum": 1e6}
    priced = question("values", parts=[price, PARTS[0]])
    with pytest.raises(AnswerError) as refused:
        priced.accept({"price": "1.5m"})
    assert str(refused.value) == "“Price”: type 1,000,000 or less; 1,500,000 is too large."
    assert refused.value.told(Formats("de", "EUR")) == (
        "“Price”: type 1.000.000 or less; 1.500.000 is too large."
    )
    with pytest.raises(AnswerError) as refused:
        SPLIT.accept({"a": 60.5, "b": 30})
    assert refused.value.told(Formats("de")) == (
        "The parts sum to 90,5%, not to 100%: 9,5 points are missing."
    )


def test_a_part_inside_a_sentence_reads_like_the_whole() -> None:
    formats = Formats()
    assert VALUES.part_text("span", {"low": 1, "likely": 2, "high": 3}, formats) == (
        "2%, between 1% and 3%"
    )
    assert SPLIT.part_text("a", 33.3, formats) == "33.3%"
    assert RANGE.part_text("low", 5, formats) == "5%"


@pytest.mark.parametrize(
    ("asked", "part", "kind"),
    [
        (VALUES, "price", Kind.NUMBER),
        (VALUES, "span", Kind.RANGE),
        (VALUES, "role", Kind.CHOICE),
        (SPLIT, "b", Kind.NUMBER),
        (RANGE, "likely", Kind.NUMBER),
        (TABLE, "share", Kind.TABLE),
    ],
)
def test_a_part_can_hold_what_its_kind_says(asked: Any, part: str, kind: Kind) -> None:
    assert asked.part_domain(part).kind is kind
    assert asked.part_domain("nothing") is None


def test_only_options_that_count_are_counted() -> None:
    assert MULTIPLE.count(["none"]) == 0
    assert MULTIPLE.count(["red", "blue"]) == 2


def test_bare_levels_are_spaced_evenly() -> None:
    assert LEVEL.own_goalposts(None) == ((0, 0), (1, 50), (2, 100))
    uneven = question(
        "level", levels=[{"text": "Bad", "points": 0}, {"text": "Good", "points": 90}]
    )
    assert uneven.own_goalposts(None) == ((0, 0), (1, 90))


@pytest.mark.parametrize("asked", shipped_questionnaire().questions, ids=lambda q: q.id)
@given(data=st.data())
def test_what_was_accepted_is_accepted_again_unchanged(asked: Any, data: st.DataObject) -> None:
    kept = asked.accept(data.draw(value_for(asked)))
    assert asked.accept(kept) == kept


ASKED = ["control", "cost", "doubling"]
TESTS = [{"id": "name", "label": "Name", "kind": "text"}] + [
    {"id": one, "label": f"{one.title()}: is it so?", "kind": "yes_no"} for one in ASKED
]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((True, False, False), "yes to Control, no to the rest"),
        ((True, True, False), "yes to Control and Cost, no to the rest"),
        ((True, True, True), "yes to all"),
        ((False, False, False), "no to all"),
        ((True, None, False), "Control yes · Doubling no"),
    ],
)
def test_a_row_of_many_yes_and_no_is_said_together(
    answers: tuple[bool | None, ...], said: str
) -> None:
    row = {one: yes for one, yes in zip(ASKED, answers, strict=True) if yes is not None}
    table = question("table", columns=TESTS, rows=2)
    assert table.lines([{"name": "Seats", **row}], Formats()) == (f"Seats · {said}",)


def test_what_is_not_answered_is_not_taken_for_no() -> None:
    columns = [*TESTS, {"id": "sign", "label": "Sign: does it fall?", "kind": "yes_no"}]
    table = question("table", columns=columns, rows=2)
    row = {"control": True, "cost": False, "doubling": False}
    assert table.lines([row], Formats()) == ("yes to Control, no to Cost and Doubling",)


def test_parts_are_told_in_the_order_of_their_question_however_they_are_kept() -> None:
    asked = shipped_questionnaire().question("J01")
    parts = asked.part_ids()
    value = dict.fromkeys(parts, 12)
    assert len(parts) > 2
    told = asked.lines(value, Formats())
    assert asked.lines(dict(reversed(value.items())), Formats()) == told
