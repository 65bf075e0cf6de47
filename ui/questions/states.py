"""The ways not to give a value: don't know, not applicable with a reason, taking the answer back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from boardkit.assessment import State
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.keys import key_label, key_text
from ui.widgets.labels import button, label
from ui.widgets.number_field import TextField

DONT_KNOW_KEY, NOT_APPLICABLE_KEY = "Alt+K", "Alt+N"
REASON_LIMIT = 400  # characters


class States(QWidget):
    """Buttons with their keys, the reason below them, and room for more buttons at their right.

    ``chosen`` brings the state that the person chose, nothing when they chose none after all;
    ``typed`` and ``left`` are the reason's.
    """

    chosen = Signal(str)
    cleared = Signal()
    typed = Signal()
    left = Signal()

    def __init__(self, *, may_not_apply: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(8))
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=14, line_gap=8)
        layout.addWidget(holder)
        self.dont_know = self._made_state("Don’t know", DONT_KNOW_KEY)
        self.dont_know.clicked.connect(self.choose_dont_know)
        self.not_applicable = self._made_state("Not applicable", NOT_APPLICABLE_KEY)
        self.not_applicable.clicked.connect(self.choose_not_applicable)
        self._pairs[1].setVisible(may_not_apply)
        self.clear = button(
            "Clear", "quiet", tip="Takes back the answer with its basis, note and evidence"
        )
        self.clear.setAccessibleName("Clear answer")
        self.clear.clicked.connect(self.cleared)
        self._flow.addWidget(self.clear)
        self._may_not_apply = may_not_apply
        self._add_reason(layout)

    _pairs: list[QWidget]

    def _made_state(self, text: str, keys: str) -> QPushButton:
        made = button(text, "state", tip=f"{text} ({key_text(keys)})")
        made.setCheckable(True)
        made.setAutoDefault(False)  # the card's Enter presses it once, and then goes on
        pair = QWidget()
        line = QHBoxLayout(pair)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(6))
        line.addWidget(made)
        line.addWidget(key_label(keys))
        self._pairs = [*getattr(self, "_pairs", []), pair]
        self._flow.addWidget(pair)
        return made

    def _add_reason(self, layout: QVBoxLayout) -> None:
        self._reason_box = QWidget()
        column = QVBoxLayout(self._reason_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(label("Why does it not apply?", "subheading"))
        self.reason = TextField("Why does it not apply?", characters=50)
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reason.setMaxLength(REASON_LIMIT)
        self.reason.typed.connect(self.typed)
        self.reason.left.connect(self.left)
        column.addWidget(self.reason)
        self._fault = label("", "fault")
        self._fault.hide()
        column.addWidget(self._fault)
        self._reason_box.hide()
        layout.addWidget(self._reason_box)

    def add_right(self, *buttons: QPushButton) -> None:
        """More buttons, at the right."""
        for made in buttons:
            self._flow.addWidget(made)
        self._flow.keep_right_from(buttons[0])

    def fill(self, reason: str) -> None:
        """Show a reason; emits nothing."""
        self.reason.fill(reason)
        self._reason_box.hide()

    def show_state(self, state: State, *, answered: bool) -> None:
        """Show how the question stands; emits nothing."""
        self.dont_know.setChecked(answered and state == "dont_know")
        self.not_applicable.setChecked(answered and state == "not_applicable")
        self.clear.setEnabled(answered)
        self.tell("")
        if answered:
            self._reason_box.setVisible(state == "not_applicable")

    @property
    def asks_reason(self) -> bool:
        """Whether the reason is being asked for, or shown."""
        return not self._reason_box.isHidden()

    def close_reason(self) -> None:
        """Ask for no reason any more."""
        self._reason_box.hide()
        self.not_applicable.setChecked(False)

    def choose_dont_know(self) -> None:
        """Don't know; a second time takes it back."""
        self.chosen.emit("dont_know")

    def choose_not_applicable(self) -> None:
        """Ask for the reason, with which it is saved; a second time, ask no more."""
        if not self._may_not_apply:
            return
        if self.asks_reason and not self.reason.text().strip():
            self.close_reason()
            self.chosen.emit("")
            return
        self.not_applicable.setChecked(True)
        self._reason_box.show()
        self.reason.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit("not_applicable")

    def press_focused(self) -> bool:
        """Choose the state whose button has the keyboard; False when none has, or it is chosen."""
        for one in (self.dont_know, self.not_applicable):
            if one.hasFocus() and not one.isChecked():
                one.click()
                return True
        return False

    def tell(self, fault: str) -> None:
        """What is wrong with the reason; nothing when it is right."""
        self.reason.mark_fault(fault)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
