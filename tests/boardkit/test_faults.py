"""Faults read as sentences: what is wrong, then what to do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from boardkit.assessment import Answer, Details
from boardkit.faults import Fault, faults_of_validation, in_order, nearest, suggestion
from boardkit.methodology import Basis, Derived, Gate, Headline, Roles, Unknowns
from boardkit.questionnaire import Fact, Module, Questionnaire, Section
from boardkit.questions import Option, Score
from boardkit.sources import Place

OPTION = {"id": "yes", "text": "Yes"}
QUESTION = {
    "id": "A1",
    "module": "core",
    "type": "text",
    "text": "Who?",
    "short": "Who",
    "minutes": 1,
}
NUMBERS = {**QUESTION, "type": "number"}
DERIVED = {"id": "d", "title": "D"}
GATE = {"id": "g", "cap": 40, "because": "it is dry"}


def _section(*questions: Any) -> dict[str, Any]:
    return {"id": "A", "title": "A", "questions": list(questions)}


def _sentences(model: type[BaseModel], data: Any) -> list[str]:
    with pytest.raises(ValidationError) as error:
        model.model_validate(data)
    return [str(fault) for fault in faults_of_validation(error.value, model)]


@pytest.mark.parametrize(
    ("model", "data", "sentence"),
    [
        # keys
        (Option, {**OPTION, "txet": "No"}, "“txet” is not a key of an option. Did you mean “text”?"),
        (Option, {**OPTION, "zzz": 1}, "“zzz” is not a key of an option. Choose one of: id, text, exclusive."),
        (Module, {"id": "core"}, "“title” is missing from a module. Add it."),
        (Score, {"dimension": "d"},
         "“draw” is missing from a score. Add it: a number that no other indicator has; it never changes."),
        (Section, _section({**QUESTION, "options": [OPTION]}),
         "“options” is not a key of a question of type text. Remove it, or change the type: "
         "single and multiple have it."),
        (Section, _section({**NUMBERS, "periods": ["now"]}),
         "“periods” is not a key of a question of type number. Remove it, or change the type: series has it."),
        (Section, _section({**QUESTION, "type": "values", "parts": [
            {"id": "a", "label": "A", "kind": "choice", "options": [OPTION, OPTION], "minimum": 1},
            {"id": "b", "label": "B", "kind": "number"}]}),
         "“minimum” is not a key of a part of kind choice. Remove it, or change the kind: "
         "number, percent, money and range have it."),
        # kinds of value
        (Option, {"id": "yes", "text": 12}, "“text” takes a text, and this is 12. Put it in quotes: \"12\"."),
        (Option, {"id": "yes", "text": True},
         "“text” takes a text, and this is true. Put it in quotes: \"true\"."),
        (Option, {"id": "yes", "text": None}, "“text” is empty. Write a text."),
        (Option, {"id": "yes", "text": ["Yes"]}, "“text” takes a text, and this is a list. Write a text."),
        (Option, {**OPTION, "exclusive": "maybe"},
         "“exclusive” takes true or false, and this is “maybe”. Write true or false."),
        (Score, {"dimension": "d", "draw": 1.5},
         "“draw” takes a whole number, and this is 1.5. Write a whole number, such as 3."),
        (Score, {"dimension": "d", "draw": 1, "goalposts": 5},
         "“goalposts” takes a list, and this is 5. Write [one, two], or one item a line, each after a dash."),
        (Score, {"dimension": "d", "draw": 1, "goalposts": [[1, 2], [3]]},
         "Item 2 of “goalposts” has 1 item, which is too few. Add what is missing."),
        (Score, {"dimension": "d", "draw": 1, "goalposts": [[1, 2], [3, 4, 5]]},
         "Item 2 of “goalposts” has 3 items, and may have at most 2. Remove 1."),
        (Score, {"dimension": "d", "draw": 1, "2": None},
         "“2” is not a key of a score. Remove it; a decimal is written with a point, as in 1.5."),
        (Section, _section({**QUESTION, "type": "single", "options": [OPTION, "No"]}),
         "Item 2 of “options” takes keys with values, and this is “No”. Write {id: …, text: …}."),
        (Section, _section({**NUMBERS, "asked_if": {"question": "A2", "equals": 2}}),
         "“equals” is not a key of a condition. Did you mean “is”?"),
        (Section, _section({**NUMBERS, "asked_if": {"question": "A2", "near": 2}}),
         "“near” is not a key of a condition. "
         "Compare with one of is, includes, above, at_least, below and at_most."),
        (Derived, {**DERIVED, "formula": {"lookup": "A1", "values": {}}},
         "“lookup” takes a reference, and this is “A1”. Write {question: A01}."),
        (Section, "Water", "The file takes keys with values, and this is “Water”. "
         "Write one “key: value” a line, indented."),
        (Details, {"company": "Acme", "board_date": "soon"},
         "“board_date” takes a date, and this is “soon”. Write it as 2026-12-15."),
        (Answer, {"at": "2026-12-15"},
         "“at” takes a date and time, and this is “2026-12-15”. Write it as 2026-12-15T09:30:00Z."),
        # bounds and lengths
        (Basis, {"id": "b", "title": "B", "half_width": 60},
         "“half_width” is 60, which is too large. Write 50 or less."),
        (Score, {"dimension": "d", "draw": 0}, "“draw” is 0, which is too small. Write 1 or more."),
        (Section, _section(), "“questions” has 0 items, and needs at least 1. Add 1 more, or remove the key."),
        (Section, _section({**QUESTION, "minutes": 0}),
         "“minutes” is 0, which is too small. Write more than 0."),
        (Section, _section({**QUESTION, "short": "x" * 50}),
         "“short” has 50 characters, and may have at most 48. Shorten it by 2."),
        (Fact, {"id": "F", "claim": "C", "as_of": "now", "source": "", "seen": "seed", "confidence": "low"},
         "“source” is empty. Write a text."),
        # words and patterns
        (Option, {"id": "so so", "text": "So"},
         "“id” cannot be “so so”. Start with a letter; then use letters, digits, - and _ only."),
        (Details, {"company": "Acme", "currency": "euro"},
         "“currency” cannot be “euro”. Write three capital letters, such as EUR."),
        (Unknowns, {"treat_as": "priro"}, "“treat_as” cannot be “priro”. Did you mean “prior”?"),
        (Unknowns, {"treat_as": None}, "“treat_as” is empty. Write one of: prior, left_out."),
        (Unknowns, {"treat_as": 3}, "“treat_as” cannot be 3. Choose one of: prior, left_out."),
        # types of question
        (Section, _section({**QUESTION, "type": "numbr"}),
         "“numbr” is not a type that exists. Did you mean “number”?"),
        (Section, _section({"id": "A1"}),
         "“type” is missing here. Add it: one of level, single, multiple, number, percent, money, values, "
         "split, range, series, table, text."),
        (Section, _section("Who?"),
         "Item 1 of “questions” takes keys with values, and this is “Who?”. "
         "Write one “key: value” a line, indented."),
        # conditions and formulas
        (Gate, {**GATE, "when": "dry"}, "“when” takes a condition, and this is “dry”. "
         "Write one, such as {question: A01, above: 0} or {condition: a_shared_one}."),
        (Gate, {**GATE, "when": {"al": []}}, "“al” is not a key of a condition. Did you mean “all”?"),
        (Gate, {**GATE, "when": {"question": "A", "abov": 3}},
         "“abov” is not a key of a condition. Did you mean “above”?"),
        (Gate, {**GATE, "when": {"all": [{"question": "A"}]}},
         "This condition cannot be used. Compare with exactly one of "
         "is, includes, above, at_least, below, at_most."),
        (Gate, {**GATE, "when": {"part": "p", "is": 1}},
         "This condition cannot be used. Name exactly one of question, derived or column."),
        (Gate, {**GATE, "when": {"question": "A", "above": "much"}},
         "“above” takes a number or a reference, and this is “much”. Write a number, or {question: A01}."),
        (Gate, {**GATE, "when": {"question": "A", "above": {"question": "B", "prat": "p"}}},
         "“prat” is not a key of a reference to an answer. Did you mean “part”?"),
        (Gate, {**GATE, "when": {"question": "A", "is": [1]}},
         "“is” takes true or false or a whole number or a number or a text, and this is a list. "
         "Write true or false or a whole number or a number or a text."),
        (Derived, {**DERIVED, "formula": "A01"},
         "“formula” takes a formula, and this is “A01”. "
         "Write a number, {question: A01}, or an operation such as {sum: [ … ]}."),
        (Derived, {**DERIVED, "formula": {"sums": [1, 2]}},
         "“sums” is not a key of a formula. Did you mean “sum”?"),
        (Derived, {**DERIVED, "formula": {"quotient": [{"question": "A"}, 2]}},
         "“quotient” is not a key of a formula. Did you mean “ratio”?"),
        (Derived, {**DERIVED, "formula": {"sum": [{"times": [2, 3]}, 2]}},
         "“times” is not a key of a formula. Did you mean “product”?"),
        (Derived, {**DERIVED, "formula": {"largest": [1, 2]}},
         "“largest” is not a key of a formula. Did you mean “highest”?"),
        (Derived, {**DERIVED, "formula": {"variance": [1, 2]}},
         "“variance” is not a key of a formula. Write one of: sum, difference, product, ratio, power, ln, "
         "exp, lowest, highest, average, median, deviation, along, clip, first, when, lookup, "
         "weighted_mean, class_share."),
        (Gate, {**GATE, "when": {"or": [{"question": "A", "above": 3}]}},
         "“or” is not a key of a condition. Did you mean “any”?"),
        (Gate, {**GATE, "when": {"question": "A", "more_than": 3}},
         "“more_than” is not a key of a condition. Did you mean “above”?"),
        (Derived, {**DERIVED, "formula": {"sum": [1, {"ratio": [1]}]}},
         "“ratio” has 1 item, which is too few. Add what is missing."),
        (Roles, {"forecast": {"A0": {"questoin": "A01"}}},
         "“questoin” is not a key of a formula. Did you mean “question”?"),
        (Headline, {"id": "n", "title": "N", "composite": "c", "bands": [
            {"id": "a", "title": "A", "phrase": "A", "below": 5},
            {"id": "b", "title": "B", "phrase": "B", "below": 9}]},
         "This headline cannot be used. Every band but the last needs “below”, and the last must have none."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_sentence(
    model: type[BaseModel], data: Any, sentence: str
) -> None:
    assert _sentences(model, data) == [sentence]


def test_a_misspelt_key_is_told_once_not_as_a_missing_one_too() -> None:
    assert _sentences(Module, {"id": "core", "titel": "Core"}) == [
        "“titel” is not a key of a module. Did you mean “title”?"
    ]


def test_all_faults_of_a_file_are_told_in_one_go() -> None:
    questionnaire = {"format": 2, "id": "a b", "sections": [_section(QUESTION), _section({})]}
    sentences = _sentences(Questionnaire, questionnaire)
    assert "“format” cannot be 2. There is only “1”." in sentences
    assert "“methodology” is missing from a questionnaire. Add it." in sentences
    assert any(sentence.startswith("“type” is missing here.") for sentence in sentences)
    assert len(sentences) == 8


def test_what_to_write_fits_the_key() -> None:
    sentences = _sentences(Questionnaire, {"version": 1.0, "sections": ["sections/a.yaml"]})
    assert "“version” takes a text, and this is 1. Write three numbers, such as 1.0.0." in sentences
    assert (
        "Item 1 of “sections” takes keys with values, and this is “sections/a.yaml”. "
        "Write “file: sections/a.yaml”."
    ) in sentences


def test_locations_lead_to_the_data_and_not_through_types() -> None:
    data = _section({**NUMBERS, "asked_if": {"all": [{"question": "B", "above": {"prt": "p"}}]}})
    with pytest.raises(ValidationError) as error:
        Section.model_validate(data)
    (fault,) = faults_of_validation(error.value, Section)
    assert fault.loc == ("questions", 0, "asked_if", "all", 0, "above", "prt")


def test_a_fault_names_its_place_once_it_has_one() -> None:
    fault = Fault("It is dry.", "Water it.")
    assert str(fault) == "It is dry. Water it."
    assert str(fault.at(Place("pond.yaml", 3))) == "pond.yaml:3: It is dry. Water it."
    assert str(Fault("It is dry.", "", place=Place("pond.yaml", 3))) == "pond.yaml:3: It is dry."


def test_a_warning_says_that_it_is_one() -> None:
    fault = Fault("A02 weighs nothing.", "Give it a weight.", severity="warning")
    assert str(fault) == "warning: A02 weighs nothing. Give it a weight."
    placed = fault.at(Place("pond.yaml", 9))
    assert str(placed) == "pond.yaml:9: warning: A02 weighs nothing. Give it a weight."


def test_faults_are_put_in_order_and_told_once() -> None:
    places = [Place("b.yaml", 1), Place("a.yaml", 9), Place("a.yaml", 10), Place("a.yaml", 9)]
    faults = [Fault("It is dry.", "", place=place) for place in places]
    assert [str(fault.place) for fault in in_order(faults)] == ["a.yaml:9", "a.yaml:10", "b.yaml:1"]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("B1", ["A01", "B10", "B11", "B01"], "B01"),
        ("b01", ["B10", "B01"], "B01"),
        ("first-derivative", ["resell", "first_derivative"], "first_derivative"),
        ("seat", ["usage", "seats"], "seats"),
        ("titel", ["text", "title"], "title"),
        ("zebra", ["seats", "usage"], None),
        ("B1", [], None),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(
    word: str, known: list[str], meant: str | None
) -> None:
    assert nearest(word, known) == meant


def test_without_a_near_name_the_choices_are_listed_while_they_are_few() -> None:
    assert suggestion("zebra", ["seats", "usage"], "Look.") == "Choose one of: seats, usage."
    assert suggestion("zebra", ["seats"], "Look.") == "There is only “seats”."
    assert suggestion("zebra", [], "Look.") == "Look."
    assert suggestion("zebra", [f"A{n}" for n in range(30)], "Look.") == "Look."


@given(st.lists(st.text(min_size=1), min_size=1), st.data())
def test_a_name_that_exists_is_nearest_to_itself_or_its_like(
    known: list[str], data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(known))
    found = nearest(word, known)
    assert found is not None
    assert nearest(found, [word]) == word


def test_each_key_of_a_formula_in_other_words_is_recognised_by_itself() -> None:
    told = _sentences(
        Derived,
        {**DERIVED, "formula": {"if": {"question": "A", "above": 3}, "then": 1, "else": 2}},
    )
    assert told == [
        "“if” is not a key of a formula. Did you mean “when”?",
        "“then” is not a key of a formula. It goes with “when”.",
        "“else” is not a key of a formula. Did you mean “otherwise”?",
    ]
