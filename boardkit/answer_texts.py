"""Answers as sentences and figures: what the pack prints and a check's message quotes."""

from __future__ import annotations

import re
from typing import Any

from boardkit.assessment import Answer
from boardkit.conditions import Missing, Operand
from boardkit.formats import Formats
from boardkit.methodology import Check, Derived
from boardkit.questions import (
    ChoicePart,
    Column,
    LevelColumn,
    LevelQuestion,
    MoneyQuestion,
    MultipleQuestion,
    NumberColumn,
    NumberPart,
    NumberQuestion,
    Part,
    PercentQuestion,
    Question,
    RangePart,
    RangeQuestion,
    SeriesQuestion,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    ValuesQuestion,
    YesNoColumn,
)
from boardkit.reading import Reading

_SLOT = re.compile(r"\{([A-Za-z][\w-]*)(?:\.([A-Za-z][\w-]*))?\}")


def answer_lines(question: Question, answer: Answer, formats: Formats) -> tuple[str, ...]:
    """An answer in one or more lines of text, for a person."""
    if answer.state == "dont_know":
        return ("Don’t know",)
    if answer.state == "not_applicable":
        return (f"Not applicable: {answer.reason}" if answer.reason else "Not applicable",)
    lines = value_lines(question, answer.value, formats)
    if answer.companion and isinstance(question, SingleQuestion):
        return (*lines, f"{question.companion}: {answer.companion}")
    return lines


def value_lines(question: Question, value: Any, formats: Formats) -> tuple[str, ...]:
    """A stored value in one or more lines of text."""
    if isinstance(question, ValuesQuestion):
        parts = {part.id: part for part in question.parts}
        return tuple(
            f"{parts[key].label}: {_part_text(parts[key], given, formats)}"
            for key, given in value.items()
        )
    if isinstance(question, SplitQuestion):
        shares = ((part.label, value.get(part.id, 0)) for part in question.parts)
        return (", ".join(f"{label} {formats.percent(x)}" for label, x in shares if x),)
    if isinstance(question, SeriesQuestion):
        texts = (_figure(question.of, question.unit, x, formats) for x in value)
        return (", ".join(f"{p}: {t}" for p, t in zip(question.periods, texts, strict=True)),)
    if isinstance(question, TableQuestion):
        return tuple(_row_text(question, row, formats) for row in value)
    if isinstance(question, MultipleQuestion):
        chosen = [option.text for option in question.options if option.id in value]
        return ("; ".join(chosen) or "None",)
    return (value_text(question, value, formats),)


def value_text(question: Question, value: Any, formats: Formats) -> str:
    """A value of a type that fits on one line."""
    if isinstance(question, LevelQuestion):
        return f"{value} · {question.levels[value].text}"
    if isinstance(question, SingleQuestion):
        return next(option.text for option in question.options if option.id == value)
    if isinstance(question, RangeQuestion):
        return _range_text(question.of, question.unit, value, formats)
    if isinstance(question, NumberQuestion | PercentQuestion | MoneyQuestion):
        return _figure(question.type, question.unit, value, formats)
    return "; ".join(value_lines(question, value, formats)) if _many(question) else str(value)


def _many(question: Question) -> bool:
    return isinstance(
        question,
        ValuesQuestion | SplitQuestion | SeriesQuestion | TableQuestion | MultipleQuestion,
    )


def derived_text(derived: Derived, value: float, formats: Formats) -> str:
    """A derived value with its unit."""
    unit = "" if derived.unit == "points" else derived.unit
    return _figure(derived.kind, unit, value, formats)


def derived_sentence(derived: Derived, value: float, formats: Formats) -> str:
    """The sentence that stands under the question."""
    return derived.shown_as.replace("{value}", derived_text(derived, value, formats))


def check_message(check: Check, reading: Reading, formats: Formats) -> str:
    """What disagrees, with the answers in place of their ids."""

    def fill(slot: re.Match[str]) -> str:
        name, part = slot[1], slot[2]
        questionnaire = reading.questionnaire
        if not questionnaire.has_question(name):
            derived = questionnaire.derived_value(name)
            value = reading.derived(name)
            return "?" if value is None else derived_text(derived, value, formats)
        value = reading.read(Operand(question=name, part=part))
        if isinstance(value, Missing):
            return "?"
        return _slot_text(questionnaire.question(name), part, value, formats)

    return _SLOT.sub(fill, check.message)


def _slot_text(question: Question, part: str | None, value: Any, formats: Formats) -> str:
    if isinstance(question, ValuesQuestion) and part is not None:
        return _part_text(next(p for p in question.parts if p.id == part), value, formats)
    if isinstance(question, SplitQuestion) and part is not None:
        return formats.percent(value)
    if isinstance(question, PercentQuestion):
        return formats.percent(value)
    return "; ".join(value_lines(question, value, formats))


def _part_text(part: Part, value: Any, formats: Formats) -> str:
    if isinstance(part, ChoicePart):
        return next(option.text for option in part.options if option.id == value)
    if isinstance(part, RangePart):
        return _range_text(part.of, part.unit, value, formats)
    assert isinstance(part, NumberPart)
    return _figure(part.kind, part.unit, value, formats)


def _range_text(kind: str, unit: str, value: Any, formats: Formats) -> str:
    low, likely, high = (
        _figure(kind, "", value[key], formats) for key in ("low", "likely", "high")
    )
    return f"{likely}{_unit(unit)}, between {low} and {high}"


def _row_text(question: TableQuestion, row: dict[str, Any], formats: Formats) -> str:
    cells = [
        _cell_text(column, row[column.id], formats)
        for column in question.columns
        if column.id in row
    ]
    return " · ".join(cell for cell in cells if cell)


def _cell_text(column: Column, value: Any, formats: Formats) -> str:
    if isinstance(column, YesNoColumn):
        name, colon, _ = column.label.partition(":")
        name = name if colon else column.label.rstrip("?").strip()
        return f"{name} {'yes' if value else 'no'}"
    if isinstance(column, LevelColumn):
        return column.levels[int(value)].text
    if isinstance(column, NumberColumn):
        return _figure(column.kind, column.unit, value, formats)
    return str(value)


def figure_text(kind: str, value: float, formats: Formats) -> str:
    """A number, a percent or an amount of money, without its unit."""
    return _figure(kind, "", value, formats)


def _figure(kind: str, unit: str, value: float, formats: Formats) -> str:
    if kind == "money":
        return formats.money(value) + _unit(unit)
    if kind == "percent":
        return formats.percent(value, 2) + _unit(unit)
    return formats.number(value, 2) + _unit(unit)


def _unit(unit: str) -> str:
    return f" {unit}" if unit else ""
