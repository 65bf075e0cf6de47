"""One input of the forecast: a field and a slider for it, its bounds, and where its value is from."""

from __future__ import annotations

from math import ceil, floor, log10

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from boardkit.economics import Input
from boardkit.errors import AnswerError
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.input_texts import InputTexts
from ui.widgets.labels import button, label
from ui.widgets.number_field import NumberField
from ui.widgets.row_button import HANG

STEPS = 100  # about so many places of a slider


class Slider(QSlider):
    """Goes over round values; ``slid`` fires only for what the person does."""

    slid = Signal(float)

    def __init__(self, item: Input, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        low, high = slider_span(item)
        self._step = 10.0 ** floor(log10((high - low) / STEPS))
        self._step *= next(
            part for part in (1, 2, 5, 10) if part * self._step * STEPS >= high - low
        )
        self._bounds = item.minimum, item.maximum
        self._filling = False
        self.setRange(floor(low / self._step), ceil(high / self._step))
        self.setPageStep(10)
        self.setAccessibleName(name)
        self.setMinimumWidth(theme().px(80))
        self.valueChanged.connect(self._tell)

    def fill(self, value: float) -> None:
        """Show a value; at the nearer end when it lies beyond them."""
        self._filling = True
        self.setValue(round(min(max(value / self._step, self.minimum()), self.maximum())))
        self._filling = False

    def _tell(self, place: int) -> None:
        if not self._filling:
            value = round(place * self._step, 12)
            self.slid.emit(min(max(value, self._bounds[0]), self._bounds[1]))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past it moves nothing


def slider_span(item: Input) -> tuple[float, float]:
    """From where to where it is worth moving an input: its range, and as much again on either side."""
    low, high = min(item.low, item.prior[0]), max(item.high, item.prior[2])
    wide = high - low or max(
        abs(item.value), 0.1 * (item.maximum - item.minimum if item.of == "percent" else 1.0)
    )
    return max(item.minimum, low - wide), min(item.maximum, high + wide)


class InputRow(QWidget):
    """Shows an input and moves it; says where it is from and leads to its question."""

    moved = Signal(str, float)
    reset_wanted = Signal(str)
    question_wanted = Signal(str)

    def __init__(self, item: Input, texts: InputTexts, *, may_answer: bool = True) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._known, self._texts = item, texts
        px = theme().px
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, px(6), 0, px(8))
        self._layout.setSpacing(px(2))
        head = QHBoxLayout()
        head.setContentsMargins(px(HANG), 0, px(HANG), 0)
        head.setSpacing(px(10))
        caption = label(item.title)
        head.addWidget(caption, 1)
        self._layout.addLayout(head)
        self._slider: Slider | None = None
        self._field: NumberField | None = None
        self._box: QCheckBox | None = None
        if item.of == "yes_no":
            self._box = self._make_box(item)
            head.addWidget(self._box)
        else:
            self._field = self._make_field(item)
            head.addWidget(self._field, 0, Qt.AlignmentFlag.AlignTop)
            caption.setBuddy(self._field)
            self._slider = Slider(item, f"{item.title}, slider")
            self._slider.slid.connect(self._take)
            self._layout.addWidget(self._slider)
        self._fault = self._add_text("", "fault")
        self._fault.hide()
        self._add_text(texts.bounds(item), "small")
        self._source = self._add_text("", "small")
        self._layout.addWidget(self._links(item, may_answer=may_answer))
        self.show_input(item)

    # Making

    def _add_text(self, text: str, look: str) -> QLabel:
        made = label(text, look)
        made.setContentsMargins(theme().px(HANG), 0, theme().px(HANG), 0)
        self._layout.addWidget(made)
        return made

    def _make_field(self, item: Input) -> NumberField:
        kind = item.of if item.of in ("money", "percent") else "number"
        field = NumberField(item.title, kind, self._texts.formats, characters=9)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.left.connect(self._read)
        field.returnPressed.connect(self._read)
        return field

    def _make_box(self, item: Input) -> QCheckBox:
        made = QCheckBox()
        made.setAccessibleName(item.title)
        made.clicked.connect(self._turn)
        return made

    def _links(self, item: Input, *, may_answer: bool) -> QWidget:
        """To each question behind it, and back to what it was."""
        made = QWidget()
        made.setObjectName("canvas")
        flow = FlowLayout(made, gap=4)
        for question in item.missing or (item.questions if item.state == "answered" else ()):
            verb = "Answer" if item.missing and may_answer else "Go to"
            link = button(f"{verb} {question}", "link")
            link.setAccessibleName(f"{verb} {question}, for {item.title}")
            link.setProperty("question", question)
            link.clicked.connect(self._go)
            flow.addWidget(link)
        self._reset = button("Set back", "link")
        self._reset.setAccessibleName(f"Set back {item.title}")
        self._reset.clicked.connect(self._ask_reset)
        flow.addWidget(self._reset)
        flow.keep_right_from(self._reset)
        return made

    # Showing

    @property
    def symbol(self) -> str:
        """Which input it is."""
        return self._known.symbol

    def show_input(self, item: Input) -> None:
        """Show its value; emits nothing."""
        if self._field is not None and self._slider is not None:
            self._field.fill_number(self._shown(item.value))
            self._slider.fill(item.value)
        elif self._box is not None:
            self._box.setChecked(item.value > 0.5)
            self._box.setText("Yes" if item.value > 0.5 else "No")
        _say(self._source, self._texts.where_from(item, self._known))
        self._reset.setVisible(item.state == "what_if")
        self._say_fault("")

    def _shown(self, value: float) -> float:
        return round(100 * value, 10) if self._known.of == "percent" else value

    # What a person does

    def _take(self, value: float) -> None:
        self.moved.emit(self.symbol, value)

    def _turn(self, yes: bool) -> None:
        self.moved.emit(self.symbol, float(yes))

    def _read(self) -> None:
        """Take what was typed, or say what is wrong with it."""
        assert self._field is not None
        try:
            number = self._field.number()
        except AnswerError as fault:
            self._say_fault(str(fault))
            return
        if number is None:
            self.reset_wanted.emit(self.symbol)
            self.show_input(self._known)
            return
        value = number / 100 if self._known.of == "percent" else number
        if not self._known.minimum <= value <= self._known.maximum:
            self._say_fault(self._texts.out_of_bounds(self._known))
            return
        self._say_fault("")
        self.moved.emit(self.symbol, value)

    def _say_fault(self, fault: str) -> None:
        if self._field is not None and (fault or self._fault.text()):
            self._fault.setText(fault)
            self._fault.setVisible(bool(fault))
            self._field.mark_fault(fault)

    def _ask_reset(self) -> None:
        if self._field is not None:
            self._field.setFocus()  # the button goes
        self.reset_wanted.emit(self.symbol)

    def _go(self) -> None:
        self.question_wanted.emit(str(self.sender().property("question")))


def _say(where: QLabel, text: str) -> None:
    if where.text() != text:
        where.setText(text)
