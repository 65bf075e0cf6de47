"""One decision that the board is asked for: a line that says it, and, while it is open, its fields."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardkit.decisions import Ask, Decision
from boardkit.errors import AnswerError
from boardkit.formats import Formats
from ui.theme import theme
from ui.widgets.choices import ChoiceList
from ui.widgets.date_field import DateField
from ui.widgets.fields import LONGEST
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label
from ui.widgets.lane import Lane
from ui.widgets.number_field import NumberField, TextField
from ui.widgets.row_button import RowButton
from ui.widgets.text_box import TextBox

ASKS: tuple[Ask, ...] = get_args(Ask)
ASKED = {"approve": "To approve", "discuss": "To discuss", "note": "To note"}
NOTHING_SAID = "Say what is to be decided, or remove it."
TOO_LONG = "Shorten it to {most} characters. It has {has}."
TOO_MUCH = "Type a cost from nothing to a thousand billion."
_ALT = Qt.KeyboardModifier.AltModifier
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class DecisionCard(QFrame):
    """Alt+Up and Alt+Down move it, Ctrl+Shift+Delete takes it out."""

    edited = Signal()
    open_wanted = Signal()
    step_wanted = Signal(int)
    removal_wanted = Signal()

    def __init__(self, formats: Formats, *, read_only: bool = False) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._formats, self._place = formats, 0
        self._rest = Decision(decision="-")  # what of a decision has no field here
        px = theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(6), px(4), px(6), px(4))
        layout.setSpacing(px(4))
        layout.addWidget(self._made_head())
        self._body = self._made_body()
        self._body.setEnabled(not read_only)
        self._tools.setVisible(not read_only)
        layout.addWidget(self._body)
        self.set_open(False)

    # Building

    def _made_head(self) -> QWidget:
        px = theme().px
        self.head = RowButton()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(px(8), px(6), px(8), px(6))
        row.setSpacing(px(10))
        self._number = label("", "muted", wrap=False)
        row.addWidget(self.head.hold(self._number), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        self._title, self._summary = label(""), label("", "small")
        for one in (self._title, self._summary):
            texts.addWidget(self.head.hold(one))
        row.addLayout(texts, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.head.setSizePolicy(policy)
        self.head.clicked.connect(self.open_wanted)
        return self.head

    def _made_body(self) -> QWidget:
        px = theme().px
        body = QWidget()
        body.setObjectName("canvas")
        column = QVBoxLayout(body)
        column.setContentsMargins(px(8), px(2), px(8), px(8))
        column.setSpacing(px(8))
        self.decision = TextBox("Decision", lines=2)
        self.because = TextBox("Because", lines=2)
        self.owner = TextField("Owner")
        self.owner.setMaxLength(LONGEST)
        self.cost = NumberField("Cost", "money", self._formats)
        self.by = DateField("By", None, self._formats.locale)
        self.ask = ChoiceList("Ask", [ASKED[ask] for ask in ASKS], [""] * len(ASKS), small=True)
        self._fault = label("", "fault")
        for box in (self.decision, self.because):
            column.addWidget(_captioned(box, box.accessibleName()))
        pairs = QGridLayout()
        pairs.setHorizontalSpacing(px(14))
        pairs.setVerticalSpacing(px(8))
        for place, (name, field) in enumerate(
            (("Owner", self.owner), ("Cost", self.cost), ("By", self.by))
        ):
            pairs.addWidget(_captioned(field, name), place // 2, place % 2)
        for side in (0, 1):
            pairs.setColumnStretch(side, 1)
        column.addLayout(pairs)
        column.addWidget(_captioned(self.ask, "The board is asked"))
        column.addWidget(self._fault)
        self._tools = self._made_tools()
        column.addWidget(self._tools)
        for box in (self.decision, self.because):
            box.left.connect(self._pass_edit)
        for line in (self.owner, self.cost):
            line.left.connect(self._pass_edit)
            line.returnPressed.connect(self._pass_edit)
        self.by.edit.editingFinished.connect(self._pass_edit)
        self.by.none.clicked.connect(self._pass_edit)
        self.ask.picked.connect(self._pass_edit)
        return body

    def _made_tools(self) -> QWidget:
        tools = QWidget()
        tools.setObjectName("canvas")
        row = FlowLayout(tools, gap=4)
        self._earlier = button("Move up", "quiet", tip="Alt+Up")
        self._earlier.clicked.connect(self._ask_earlier)
        self._later = button("Move down", "quiet", tip="Alt+Down")
        self._later.clicked.connect(self._ask_later)
        remove = button("Remove", "quiet", tip="Ctrl+Shift+Delete")
        remove.clicked.connect(self.removal_wanted)
        for one in (self._earlier, self._later, remove):
            row.addWidget(one)
        return tools

    # Filling

    def fill(self, decision: Decision | None) -> None:
        """Show a decision, or a new one that is still to be written; emits nothing."""
        self._rest = decision or Decision(decision="-")
        self.decision.fill(decision.decision if decision else "")
        self.because.fill(self._rest.because)
        self.owner.fill(self._rest.owner)
        self.cost.fill_number(self._rest.cost)
        self.by.show_day(self._rest.by)
        self.ask.show_chosen((ASKS.index(self._rest.ask),))
        self._show_fault("")
        self._summarise(decision)

    def _summarise(self, decision: Decision | None) -> None:
        self._title.setText(decision.decision if decision else "A new decision")
        parts = [ASKED[self._rest.ask]]
        if decision is not None:
            parts.append(decision.owner)
            parts.append(f"by {self._formats.day(decision.by)}" if decision.by else "")
            parts.append(self._formats.money(decision.cost) if decision.cost is not None else "")
        self._summary.setText(" · ".join(part for part in parts if part))
        self.head.setAccessibleName(f"{self._place}. {self._title.text()}")
        self.head.setAccessibleDescription(self._summary.text())

    def renumber(self, number: int, count: int) -> None:
        """Which it is, of how many."""
        self._place = number
        self._number.setText(f"Decision {number}" if self.is_open else f"{number}.")
        self._earlier.setEnabled(number > 1)
        self._later.setEnabled(number < count)

    def read(self) -> Decision | None:
        """The decision as it is written; None, and a sentence in the card, when it cannot be kept."""
        texts = [" ".join(box.text().split()) for box in (self.decision, self.because)]
        longest = max(len(text) for text in texts)
        fault, cost = "", None
        try:
            cost = self.cost.number()
        except AnswerError as wrong:
            fault = str(wrong)
        if cost is not None and not 0 <= cost <= 1e15:
            fault = TOO_MUCH
        if longest > LONGEST:
            fault = TOO_LONG.format(most=LONGEST, has=longest)
        if not texts[0]:
            fault = NOTHING_SAID
        self._show_fault(fault)
        if fault:
            return None
        told = {
            "decision": texts[0], "because": texts[1], "owner": self.owner.text().strip(),
            "by": self.by.day(), "cost": cost, "ask": ASKS[self.ask.chosen[0]],
        }  # fmt: skip
        return Decision.model_validate({**self._rest.model_dump(), **told})

    def _show_fault(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    # Opening, moving

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return not self._body.isHidden()

    def set_open(self, opened: bool) -> None:
        """Show or hide the fields, which say what the line says."""
        self._body.setVisible(opened)
        self._summary.setVisible(not opened)
        self._title.setVisible(not opened)
        self._number.setText(f"Decision {self._place}" if opened else f"{self._place}.")

    def take_focus(self) -> None:
        """Put the keyboard to what is decided, or to the line that opens it."""
        (self.decision if self.is_open else self.head).setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is typed and not left yet."""
        if self.is_open and self.isAncestorOf(self.focusWidget() or self.window()):
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if plain == _ALT and event.key() in steps:
            self.step_wanted.emit(steps[Qt.Key(event.key())])
        elif plain == _BOTH and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _pass_edit(self) -> None:
        self.edited.emit()

    def _ask_earlier(self) -> None:
        self.step_wanted.emit(-1)

    def _ask_later(self) -> None:
        self.step_wanted.emit(1)


def _captioned(field: QWidget, name: str) -> QWidget:
    """A field below its name."""
    both = Lane(gap=3)
    caption = label(name, "small")
    caption.setBuddy(field)
    both.add(caption)
    both.add(field)
    both.end()
    return both
