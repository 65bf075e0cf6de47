"""Conditions are true, false or unknown; what is not known yet never passes for a No."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from boardkit.conditions import (
    ABSENT,
    UNKNOWN,
    All,
    AnyOf,
    Condition,
    Missing,
    Not,
    Operand,
    Truth,
    comparisons,
    names_used,
)

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


@dataclass(frozen=True)
class Values:
    """Answers by name (“A03.seats”), as conditions read them."""

    values: Mapping[str, Any]
    shared: Mapping[str, Condition] = field(default_factory=dict)

    def read(self, operand: Operand) -> Any:
        name = operand.question or operand.derived or operand.column or ""
        return self.values.get(f"{name}.{operand.part}" if operand.part else name, UNKNOWN)

    def is_answered(self, question: str) -> bool:
        return not isinstance(self.values.get(question, UNKNOWN), Missing)

    def truth_of(self, name: str) -> Truth:
        return self.shared[name].truth(self)


def _truth(data: Any, values: Mapping[str, Any], **shared: Any) -> Truth:
    known = {name: CONDITION.validate_python(one) for name, one in shared.items()}
    return CONDITION.validate_python(data).truth(Values(values, known))


@pytest.mark.parametrize(
    ("data", "value", "truth"),
    [
        ({"question": "A", "is": "yes"}, "yes", True),
        ({"question": "A", "is": "yes"}, "no", False),
        ({"question": "A", "is": 2}, 2, True),
        ({"question": "A", "is": 0}, 0, True),
        ({"question": "A", "is": False}, False, True),
        ({"question": "A", "includes": "eu"}, ["eu", "us"], True),
        ({"question": "A", "includes": "eu"}, ["us"], False),
        ({"question": "A", "includes": "eu"}, [], False),
        ({"question": "A", "above": 5}, 5, False),
        ({"question": "A", "above": 5}, 5.1, True),
        ({"question": "A", "at_least": 5}, 5, True),
        ({"question": "A", "below": 5}, 5, False),
        ({"question": "A", "at_most": 5}, 5, True),
        ({"question": "A", "above": 0}, UNKNOWN, None),
        ({"question": "A", "above": 0}, ABSENT, False),
        ({"not": {"question": "A", "above": 0}}, ABSENT, True),
        ({"not": {"question": "A", "above": 0}}, UNKNOWN, None),
        ({"answered": "A"}, 0, True),
        ({"answered": "A"}, UNKNOWN, False),
        ({"answered": "A"}, ABSENT, False),
    ],
)
def test_one_answer_decides(data: Any, value: Any, truth: Truth) -> None:
    assert _truth(data, {"A": value}) is truth


@pytest.mark.parametrize(
    ("left", "right", "truth"),
    [(5, 6, True), (6, 5, False), (UNKNOWN, 5, None), (5, UNKNOWN, None), (ABSENT, UNKNOWN, False)],
)
def test_two_answers_are_compared_with_each_other(left: Any, right: Any, truth: Truth) -> None:
    data = {"question": "A", "part": "top", "at_most": {"question": "B"}}
    assert _truth(data, {"A.top": left, "B": right}) is truth


A, B = {"question": "A", "is": 1}, {"question": "B", "is": 1}


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (1, 1, True, True), (1, 0, False, True), (0, 0, False, False),
        (1, UNKNOWN, None, True), (0, UNKNOWN, False, None), (UNKNOWN, UNKNOWN, None, None),
    ],
)  # fmt: skip
def test_unknown_spreads_only_where_it_could_decide(
    a: Any, b: Any, both: Truth, either: Truth
) -> None:
    for first, second in ((A, B), (B, A)):
        assert _truth({"all": [first, second]}, {"A": a, "B": b}) is both
        assert _truth({"any": [first, second]}, {"A": a, "B": b}) is either


def test_a_shared_condition_means_what_it_names() -> None:
    data = {"all": [{"condition": "fish"}, {"not": {"condition": "dry"}}]}
    shared = {
        "fish": {"not": {"question": "A", "is": "none"}},
        "dry": {"question": "B", "below": 9},
    }
    assert _truth(data, {"A": "many", "B": 20}, **shared) is True
    assert _truth(data, {"A": "none", "B": 20}, **shared) is False
    assert _truth(data, {"A": "many"}, **shared) is None
    assert sorted(names_used(CONDITION.validate_python(data))) == ["dry", "fish"]


def test_what_a_condition_reads_can_be_listed() -> None:
    condition = CONDITION.validate_python(
        {
            "any": [
                {"not": {"question": "A", "part": "p", "above": {"derived": "d"}}},
                {"answered": "B"},
            ]
        }
    )
    read = [(o.question, o.part, o.derived) for o in condition.operands()]
    assert read == [("A", "p", None), (None, None, "d"), ("B", None, None)]
    assert len(list(comparisons(condition))) == 1


@pytest.mark.parametrize(
    "data",
    [
        {}, {"question": "A"}, {"is": 1}, {"question": "A", "is": 1, "above": 2}, {"all": []},
        {"question": "A", "derived": "d", "is": 1}, {"part": "p", "derived": "d", "is": 1},
        {"all": [A], "any": [B]}, {"not": [A]}, {"condition": 3}, "fish", ["fish"], 3, None,
        {"question": "A", "is": None}, {"question": "A", "above": "much"},
    ],
)  # fmt: skip
def test_what_is_no_condition_is_refused(data: Any) -> None:
    with pytest.raises(ValidationError):
        CONDITION.validate_python(data)


# Laws

NAMES = ("A", "B", "C")


def _leaf(name: str, number: int) -> dict[str, Any]:
    leaves: list[dict[str, Any]] = [
        {"question": name, "is": number},
        {"question": name, "above": number},
        {"question": name, "below": {"question": NAMES[number]}},
    ]
    return leaves[number]


DATA: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.builds(_leaf, st.sampled_from(NAMES), st.integers(0, 2)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda many: {"all": many}),
        st.lists(inner, min_size=1, max_size=3).map(lambda many: {"any": many}),
        inner.map(lambda one: {"not": one}),
    ),
    max_leaves=6,
)
CONDITIONS = DATA.map(CONDITION.validate_python)
ANSWERS = st.fixed_dictionaries(
    {name: st.sampled_from([0, 1, 2, UNKNOWN, ABSENT]) for name in NAMES}
)


@given(st.lists(CONDITIONS, min_size=1, max_size=3), ANSWERS)
def test_de_morgan(many: list[Condition], answers: dict[str, Any]) -> None:
    reader = Values(answers)
    negated = tuple(Not(not_=one) for one in many)
    assert Not(not_=All(all=tuple(many))).truth(reader) is AnyOf(any=negated).truth(reader)
    assert Not(not_=AnyOf(any=tuple(many))).truth(reader) is All(all=negated).truth(reader)


@given(CONDITIONS, ANSWERS)
def test_a_double_negation_changes_nothing(condition: Condition, answers: dict[str, Any]) -> None:
    reader = Values(answers)
    assert Not(not_=Not(not_=condition)).truth(reader) is condition.truth(reader)


@given(CONDITIONS, ANSWERS, st.data())
def test_learning_an_answer_never_overturns_a_truth(
    condition: Condition, answers: dict[str, Any], data: st.DataObject
) -> None:
    before = condition.truth(Values(answers))
    later = {
        name: data.draw(st.sampled_from([0, 1, 2, ABSENT])) if value is UNKNOWN else value
        for name, value in answers.items()
    }
    after = condition.truth(Values(later))
    assert after is not None
    assert before is None or after is before


@given(CONDITIONS, st.permutations(NAMES))
def test_order_changes_nothing(condition: Condition, order: list[str]) -> None:
    answers = dict(zip(order, [0, 1, UNKNOWN], strict=True))
    if isinstance(condition, All | AnyOf):
        key = "all" if isinstance(condition, All) else "any"
        turned = type(condition).model_validate({key: getattr(condition, key)[::-1]})
        assert turned.truth(Values(answers)) is condition.truth(Values(answers))


@given(DATA)
def test_what_is_written_is_read_back(data: dict[str, Any]) -> None:
    condition = CONDITION.validate_python(data)
    written = CONDITION.dump_python(condition, mode="json", by_alias=True, exclude_defaults=True)
    assert written == data
    assert CONDITION.validate_python(written) == condition
