"""Formulas compute what they say, and nothing when something is missing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from boardkit.conditions import UNKNOWN, Missing, Operand, Truth
from boardkit.formulas import Formula, evaluate, operands

FORMULA: TypeAdapter[Formula] = TypeAdapter(Formula)
POINTS = [0.0, 50.0, 100.0]


@dataclass(frozen=True)
class Answers:
    """Answers by question, and one table, as formulas read them."""

    values: Mapping[str, Any] = field(default_factory=dict)
    lines: tuple[Mapping[str, Any], ...] = ()

    def read(self, operand: Operand) -> Any:
        return self.values.get(operand.question or "", UNKNOWN)

    def is_answered(self, question: str) -> bool:
        return question in self.values

    def truth_of(self, name: str) -> Truth:
        raise KeyError(name)

    def number(self, operand: Operand) -> float | None:
        value = self.read(operand)
        return None if isinstance(value, Missing) else float(value)

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        return self.lines if table == "T" else ()

    def level_credit(self, table: str, column: str, value: Any) -> float | None:
        return None if value is None else POINTS[value]

    def class_share(self, classes: tuple[str, ...]) -> float | None:
        return 12.5 * len(classes)


def _value(data: Any, lines: tuple[Mapping[str, Any], ...] = (), **values: Any) -> float | None:
    return evaluate(FORMULA.validate_python(data), Answers(values, lines))


A, B = {"question": "A"}, {"question": "B"}


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (3, 3), (A, 8), ({"sum": [A, B, 1]}, 11), ({"difference": [A, B]}, 6),
        ({"product": [A, B, 0.5]}, 8), ({"ratio": [A, B]}, 4), ({"ratio": [A, 0]}, None),
        ({"ratio": [A, {"difference": [B, 2]}]}, None),
        ({"power": [A, {"ratio": [1, 3]}]}, 2), ({"power": [{"difference": [B, A]}, 0.5]}, None),
        ({"power": [0, -1]}, None), ({"power": [B, 1e9]}, None),
        ({"ln": {"exp": B}}, 2), ({"ln": 0}, None), ({"exp": 1000}, None),
        ({"ln": {"question": "C"}}, None), ({"power": [A, {"question": "C"}]}, None),
        ({"lowest": [A, B, 5]}, 2), ({"highest": [A, B, 5]}, 8),
        ({"lowest": [A, {"question": "C"}]}, None), ({"highest": [A, {"question": "C"}]}, None),
        ({"average": [A, B]}, 5), ({"average": [A, B, {"question": "C"}]}, 5),
        ({"average": [A, B, {"question": "C"}], "at_least": 3}, None),
        ({"average": [{"question": "C"}, {"question": "D"}]}, None),
        ({"average": [A, B], "weights": [1, 2]}, 4), ({"average": [A, B], "weights": [B, A]}, 3.2),
        ({"average": [A, B, {"question": "C"}], "weights": [3, 1, 9]}, 6.5),
        ({"average": [A, B], "weights": [1, {"question": "C"}]}, 8),
        ({"average": [A, B], "weights": [0, 0]}, None),
        ({"median": [A, B, 3]}, 3), ({"median": [A, B]}, 5),
        ({"median": [A, B, {"question": "C"}, 3], "at_least": 3}, 3),
        ({"median": [A, B, {"question": "C"}], "at_least": 3}, None),
        ({"deviation": [A, B]}, 3), ({"deviation": [A, B, 5]}, math.sqrt(6)),
        ({"deviation": [A, {"question": "C"}]}, None),
        ({"along": A, "goalposts": [[0, 0], [4, 50], [12, 100]]}, 75),
        ({"along": 99, "goalposts": [[0, 0], [4, 50], [12, 500]]}, 500),
        ({"along": -1, "goalposts": [[0, -5], [4, 50]]}, -5),
        ({"along": A, "goalposts": [[2, 0], [32, 1]], "scale": "log"}, 0.5),
        ({"along": 0, "goalposts": [[2, 7], [32, 1]], "scale": "log"}, 7),
        ({"along": {"question": "C"}, "goalposts": [[0, 0], [4, 50]]}, None),
        ({"clip": A, "low": 0, "high": 1}, 1), ({"clip": -3, "low": 0, "high": 1}, 0),
        ({"clip": 0.5, "low": 0, "high": 1}, 0.5),
        ({"first": [{"question": "C"}, A]}, 8), ({"first": [A, B]}, 8),
        ({"first": [{"question": "C"}, {"ratio": [1, 0]}]}, None),
        ({"when": {"question": "A", "above": 5}, "then": 1, "otherwise": 2}, 1),
        ({"when": {"question": "B", "above": 5}, "then": 1, "otherwise": 2}, 2),
        ({"when": {"question": "C", "above": 5}, "then": 1, "otherwise": 2}, 2),
        ({"sum": [A, {"question": "C"}]}, None), ({"product": [{"question": "C"}, 0]}, None),
        ({"lookup": A, "values": {"8": 0.5}}, 0.5), ({"lookup": B, "values": {"8": 0.5}}, None),
        ({"lookup": {"question": "C"}, "values": {"8": 0.5}}, None),
        ({"class_share": ["P1", "P2"]}, 25),
    ],
)  # fmt: skip
def test_each_operation_computes_what_it_says(data: Any, value: float | None) -> None:
    found = _value(data, A=8, B=2)
    assert found == (value if value is None else pytest.approx(value, rel=1e-15))


def test_a_weighted_mean_passes_over_rows_that_lack_something() -> None:
    mean = {"table": "T", "weighted_mean": "state", "by": "trees"}
    rows = ({"state": 2, "trees": 3}, {"state": 0, "trees": 1}, {"state": 2}, {"trees": 9})
    assert _value(mean, rows) == 75
    assert _value(mean, ({"state": 2, "trees": 0},)) is None
    assert _value(mean) is None


def test_what_a_formula_reads_can_be_listed() -> None:
    formula = FORMULA.validate_python(
        {
            "when": {"question": "W", "is": 1},
            "then": {"clip": {"sum": [A, {"derived": "d"}]}, "low": 0, "high": 1},
            "otherwise": {
                "first": [
                    {"lookup": {"question": "L"}, "values": {}},
                    {"table": "T", "weighted_mean": "state", "by": "trees"},
                ]
            },
        }
    )
    read = [(o.question or o.derived, o.part) for o in operands(formula)]
    assert read == [
        ("W", None), ("A", None), ("d", None), ("L", None), ("T", "state"), ("T", "trees"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        "A01", None, [1, 2], {}, {"sum": [1]}, {"difference": [1, 2, 3]}, {"ratio": [1]},
        {"clip": 1, "low": 0}, {"sums": [1, 2]}, {"sum": [1, "x"]}, {"sum": [1, 2], "of": 3},
        {"lookup": "A", "values": {}}, {"class_share": []}, {"when": A, "then": 1, "otherwise": 2},
    ],
)  # fmt: skip
def test_what_is_no_formula_is_refused(data: Any) -> None:
    with pytest.raises(ValidationError):
        FORMULA.validate_python(data)


# Laws

NUMBERS = st.floats(-1e6, 1e6)
DATA: st.SearchStrategy[Any] = st.recursive(
    NUMBERS | st.sampled_from([A, B, {"question": "C"}]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda terms: {"sum": terms}),
        st.lists(inner, min_size=2, max_size=3).map(lambda terms: {"product": terms}),
        st.lists(inner, min_size=2, max_size=2).map(lambda terms: {"difference": terms}),
        st.lists(inner, min_size=2, max_size=2).map(lambda terms: {"ratio": terms}),
        st.lists(inner, min_size=2, max_size=3).map(lambda terms: {"first": terms}),
        inner.map(lambda one: {"clip": one, "low": -5, "high": 5}),
    ),
    max_leaves=8,
)


def _plain(data: Any, values: Mapping[str, float]) -> float | None:
    """The same in plain Python."""
    if not isinstance(data, dict):
        return float(data)
    ((key, inner),) = ((k, v) for k, v in data.items() if k not in ("low", "high"))
    if key == "question":
        return values.get(inner)
    if key == "clip":
        one = _plain(inner, values)
        return None if one is None else max(-5.0, min(one, 5.0))
    terms = [_plain(term, values) for term in inner]
    if key == "first":
        return next((term for term in terms if term is not None), None)
    known = [term for term in terms if term is not None]
    if len(known) < len(terms):
        return None
    if key == "ratio":
        return known[0] / known[1] if known[1] else None
    if key == "difference":
        return known[0] - known[1]
    return sum(known) if key == "sum" else math.prod(known)


@given(DATA, NUMBERS, NUMBERS)
def test_a_formula_is_worth_what_plain_arithmetic_makes_of_it(
    data: Any, a: float, b: float
) -> None:
    value, plain = _value(data, A=a, B=b), _plain(data, {"A": a, "B": b})
    if value is None or plain is None:
        assert value is plain
    else:
        assert value == pytest.approx(plain, rel=1e-12, nan_ok=True)


@given(DATA)
def test_what_is_written_is_read_back(data: Any) -> None:
    formula = FORMULA.validate_python(data)
    written = FORMULA.dump_python(formula, mode="json", by_alias=True, exclude_defaults=True)
    assert written == data
    assert FORMULA.validate_python(written) == formula
