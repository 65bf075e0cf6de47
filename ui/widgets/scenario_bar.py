"""Which scenario is looked at, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from boardkit.economics import ScenarioChoice
from boardkit.formats import Formats
from ui.theme import theme
from ui.what_if import WhatIf
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label, plain_tip
from ui.widgets.row_button import HANG

WIDEST = 240  # pixels at 100% of a scenario's name in its button


class ScenarioBar(QWidget):
    """Buttons to pick a scenario; below them what it is, and what can be done. Decides nothing."""

    picked = Signal(str)
    save_as_wanted = Signal()
    save_wanted = Signal()
    edit_wanted = Signal()
    delete_wanted = Signal()
    prefer_wanted = Signal()

    def __init__(self, what_if: WhatIf, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._what_if, self._formats = what_if, formats
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(4))
        beside = QHBoxLayout()
        beside.setContentsMargins(theme().px(HANG), 0, 0, 0)
        beside.addWidget(self._make_choices())
        layout.addLayout(beside)
        self._about = label("", "muted")
        self._about.setContentsMargins(theme().px(HANG), 0, 0, 0)
        layout.addWidget(self._about)
        layout.addWidget(self._make_actions())
        self.show_moved()

    def _make_choices(self) -> QWidget:
        made, flow = _line(6)
        flow.addWidget(label("Scenario", "small", wrap=False))
        self._group = QButtonGroup(self)
        shown = self._what_if.scenario.id
        for choice in self._what_if.scenarios:
            one = button(_short(choice.title), "state", tip=plain_tip(choice.about or choice.title))
            one.setAccessibleName(f"Scenario {choice.title}")
            one.setAccessibleDescription(choice.about)
            one.setCheckable(True)
            one.setChecked(choice.id == shown)
            one.setProperty("scenario", choice.id)
            self._group.addButton(one)
            flow.addWidget(one)
        self._group.buttonClicked.connect(self._pick)
        return made

    def _make_actions(self) -> QWidget:
        made, flow = _line(4)
        own = self._what_if.scenario.own
        self._save = self._action(flow, "Save the changes", self.save_wanted)
        self._action(flow, "Save as a scenario of our own…", self.save_as_wanted)
        edit = self._action(flow, "Rename…", self.edit_wanted)
        delete = self._action(flow, "Delete", self.delete_wanted)
        prefer = self._action(flow, "Print this one in the pack", self.prefer_wanted)
        edit.setVisible(own)
        delete.setVisible(own)
        prefer.setVisible(not self._what_if.is_first)
        if self._what_if.read_only:
            made.hide()
        return made

    @staticmethod
    def _action(flow: FlowLayout, text: str, signal: SignalInstance) -> QPushButton:
        made = button(text, "link")
        made.clicked.connect(signal)
        flow.addWidget(made)
        return made

    def show_moved(self) -> None:
        """Say what is moved on top of the scenario."""
        choice, moved = self._what_if.scenario, len(self._what_if.moved_symbols)
        about = choice.about.strip()
        parts = [about if not about or about.endswith((".", "!", "?")) else f"{about}."]
        parts += [_custody(choice, self._formats)] if choice.own else []
        if moved:
            inputs = "One input is" if moved == 1 else f"{moved} inputs are"
            parts.append(f"{inputs} set by hand on top of it, and not saved.")
        elif self._what_if.is_first:
            parts.append("This one is printed in the pack.")
        text = " ".join(part for part in parts if part)
        if text != self._about.text():
            self._about.setText(text)
        self._save.setVisible(bool(moved) and choice.own)

    def _pick(self, one: QAbstractButton) -> None:
        self.picked.emit(str(one.property("scenario")))


def _line(gap: int) -> tuple[QWidget, FlowLayout]:
    made = QWidget()
    made.setObjectName("canvas")
    return made, FlowLayout(made, gap=gap)


def _short(title: str) -> str:
    metrics = QFontMetrics(QGuiApplication.font())
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, theme().px(WIDEST))


def _custody(choice: ScenarioChoice, formats: Formats) -> str:
    parts = [f"Owner: {choice.owner}" if choice.owner else "It has no owner"]
    if choice.decided is not None:
        parts.append(f"set {formats.day(choice.decided)}")
    if choice.expires is not None:
        parts.append(f"to be looked at again by {formats.day(choice.expires)}")
    return ", ".join(parts) + "."
