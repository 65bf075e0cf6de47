"""The button that says what one side of a comparison is, and asks for another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.dialogs.choose_side import ChooseSideDialog
from ui.sides import Choice, Choices, Key
from ui.theme import theme
from ui.widgets.labels import plain_tip

LONGEST = 30  # characters of a name that there is room for
PROMPT = "Choose…"


class SidePicker(QPushButton):
    """Enter, Space or a click opens the list; ``picked`` brings a key."""

    picked = Signal(object)

    def __init__(self, caption: str, question: str) -> None:
        super().__init__()
        self._caption, self._question = caption, question
        self._choices: Choices | None = None
        self._chosen: Choice | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(True)
        self.setProperty("look", "menu")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)
        self.setEnabled(False)

    def show_choices(self, choices: Choices | None, key: Key | None) -> None:
        """Offer these, one of which is chosen."""
        self._choices = choices
        self._chosen = choices.find(key) if choices is not None else None
        self.setEnabled(choices is not None)
        name = _called(self._chosen)
        self.setText(name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…")
        note = self._chosen.note if self._chosen is not None else ""
        whole = f"{name}, {note}" if note else name
        self.setToolTip(plain_tip(whole))
        self.setAccessibleName(f"{self._caption}: {whole}")
        self.setAccessibleDescription("Press Enter to choose another.")

    def _ask(self) -> None:
        assert self._choices is not None
        chosen = self._chosen.key if self._chosen is not None else None
        dialog = ChooseSideDialog(self._question, self._choices, chosen, self.window())
        dialog.chosen.connect(self.picked)
        dialog.open()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), theme().px(110)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - theme().px(46)
        mode = Qt.TextElideMode.ElideRight
        option.text = self.fontMetrics().elidedText(self.text(), mode, room)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().tones.muted), 1.6 * theme().scale))
        r = float(theme().px(4))
        painter.translate(self.width() - theme().px(18), self.height() / 2)
        painter.drawPolyline([QPointF(-r, -r / 2), QPointF(0, r / 2), QPointF(r, -r / 2)])
        painter.end()


def _called(choice: Choice | None) -> str:
    """What a side is called where nothing else says of whom it is."""
    if choice is None:
        return PROMPT
    return choice.title
