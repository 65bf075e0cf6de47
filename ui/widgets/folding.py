"""What unfolds: a heading with a chevron, and a body that is made when it is first opened."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import label
from ui.widgets.row_button import HANG, RowButton


class Chevron(QWidget):
    """Points right while its row is closed, and down while it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme().px(12), theme().px(20))
        self.open = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().tones.muted), 1.6 * theme().scale))
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(90 if self.open else 0)
        r = float(theme().px(4))
        painter.drawPolyline([QPointF(-r / 2, -r), QPointF(r / 2, 0), QPointF(-r / 2, r)])
        painter.end()


class FoldHead(RowButton):
    """A heading that opens and closes; Right opens it, Left closes it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(HANG), px(7), px(HANG), px(7))
        row.setSpacing(px(8))
        self._chevron = Chevron()
        row.addWidget(self.hold(self._chevron), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.hold(label(title, "subheading")), 3)
        self._note = label("", "small")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.hold(self._note), 2)
        self.show_open(opened=False)

    @property
    def is_open(self) -> bool:
        """Whether what is below it is shown."""
        return self._chevron.open

    def show_note(self, note: str) -> None:
        """A few words at the right."""
        if note != self._note.text():
            self._note.setText(note)
            self._describe()

    def show_open(self, *, opened: bool) -> None:
        """Point the chevron, and say whether it is open."""
        self._chevron.open = opened
        self._chevron.update()
        self._describe()

    def _describe(self) -> None:
        note = self._note.text()
        self.setAccessibleName(f"{self._title}, {note}" if note else self._title)
        self.setAccessibleDescription("Open" if self.is_open else "Closed")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted != self.is_open:
            self.click()


class Fold(QWidget):
    """A heading, and below it what is put in when it is first opened."""

    wanted = Signal(str)  # the key: put the body in now
    toggled = Signal()

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._key = key
        self._inside: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.head = FoldHead(title)
        self.head.clicked.connect(self._toggle)
        self._layout.addWidget(self.head)

    @property
    def is_open(self) -> bool:
        """Whether its body is shown."""
        return self.head.is_open

    def put(self, inside: QWidget) -> None:
        """Put the body in, in the place of any before it."""
        if self._inside is not None:
            self._layout.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside
        self._layout.addWidget(inside)
        _tab_into(self.head, inside)

    def set_open(self, opened: bool) -> None:
        """Show the body, or hide it."""
        if opened and self._inside is None:
            self.wanted.emit(self._key)
        if self._inside is not None:
            self._inside.setVisible(opened)
        self.head.show_open(opened=opened)

    def _toggle(self) -> None:
        self.set_open(not self.is_open)
        self.toggled.emit()


def _tab_into(head: QWidget, inside: QWidget) -> None:
    """Let Tab go from a heading into what was made after everything else."""
    before: QWidget = head
    for widget in inside.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, widget)
            before = widget
