"""Editors of a number, a range and a series."""

from __future__ import annotations

from pydantic import JsonValue
from PySide6.QtWidgets import QWidget

from boardkit.assessment import Answer
from boardkit.formats import Formats
from boardkit.questions import (
    MoneyQuestion,
    NumberQuestion,
    PercentQuestion,
    RangeQuestion,
    SeriesQuestion,
)
from ui.questions.fields_editor import FieldsEditor, beside, under
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.number_field import NumberField
from ui.widgets.number_texts import NumberTexts

RANGE = (("low", "Low"), ("likely", "Likely"), ("high", "High"))
LARGE = 20  # pixels of the one number of a question


class NumberEditor(FieldsEditor):
    """One number, percentage or amount, in a large field."""

    question: NumberQuestion | PercentQuestion | MoneyQuestion

    def __init__(
        self, question: NumberQuestion | PercentQuestion | MoneyQuestion, formats: Formats,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(question, formats, parent)
        self.field = self.adopt(NumberField(question.text, question.type, formats, characters=18))
        font = self.field.font()
        font.setPixelSize(theme().px(LARGE))
        self.field.setFont(font)
        example = NumberTexts(question.type, formats).short_example
        self.field.setPlaceholderText(f"for example {example}")
        self.column.addWidget(beside(self.field, question.unit))
        self.column.addWidget(self._fault)

    def fill(self, answer: Answer | None) -> None:
        self.field.fill_number(number_in(answer.value if answer else None))
        self.show_fault("")

    def value(self) -> JsonValue:
        return self.numbers()[0]

    def show_fault(self, fault: str) -> None:
        self._wrong = self.field
        super().show_fault(fault)


class RangeEditor(FieldsEditor):
    """Low, likely and high."""

    question: RangeQuestion

    def __init__(
        self, question: RangeQuestion, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, formats, parent)
        holder = QWidget()
        line = FlowLayout(holder, gap=12, align="bottom")
        for _, title in RANGE:
            field = self.adopt(NumberField(title, question.of, formats, characters=13))
            line.addWidget(under(title, field))
        if question.unit:
            unit = label(question.unit, "muted", wrap=False)
            unit.setFixedHeight(self.fields[0].sizeHint().height())
            line.addWidget(unit)
        self.column.addWidget(holder)
        self.column.addWidget(self._fault)

    def fill(self, answer: Answer | None) -> None:
        value = answer.value if answer else None
        given = value if isinstance(value, dict) else {}
        for (key, _), field in zip(RANGE, self.fields, strict=True):
            field.fill_number(number_in(given.get(key)))
        self.show_fault("")

    def value(self) -> JsonValue:
        numbers = self.numbers()
        if not any(number is not None for number in numbers):
            return None
        return {key: number for (key, _), number in zip(RANGE, numbers, strict=True)}


class SeriesEditor(FieldsEditor):
    """One number a period, oldest first."""

    question: SeriesQuestion

    def __init__(
        self, question: SeriesQuestion, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, formats, parent)
        holder = QWidget()
        line = FlowLayout(holder, gap=12)
        for period in question.periods:
            field = self.adopt(NumberField(period, question.of, formats, characters=13))
            line.addWidget(under(period, field))
        self.column.addWidget(holder)
        if question.unit:
            self.column.addWidget(label(question.unit, "muted"))
        self.column.addWidget(self._fault)

    def fill(self, answer: Answer | None) -> None:
        value = answer.value if answer else None
        numbers = value if isinstance(value, list) else [None] * len(self.fields)
        for field, number in zip(self.fields, numbers, strict=True):
            field.fill_number(number_in(number))
        self.show_fault("")

    def value(self) -> JsonValue:
        numbers = self.numbers()
        return list(numbers) if any(number is not None for number in numbers) else None


def number_in(value: JsonValue) -> float | None:
    """A stored number; None for anything else."""
    return float(value) if isinstance(value, int | float) and value is not True else None
