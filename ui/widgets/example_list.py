"""Finished examples to look at, each a button with its story."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.start_content import Sample
from ui.theme import theme
from ui.widgets.labels import label
from ui.widgets.row_button import RowButton


class ExampleButton(RowButton):
    """One example: the company, the period, the story."""

    def __init__(self, sample: Sample, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = sample
        self.setAccessibleName(f"Example: {sample.company}, {sample.title}")
        self.setAccessibleDescription(sample.story)
        px = theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(14), px(10), px(14), px(10))
        layout.setSpacing(px(1))
        for text, look in (
            (sample.company, "subheading"),
            (sample.title, "small"),
            (sample.story, "muted"),
        ):
            if text:
                layout.addWidget(self.hold(label(text, look)))
        theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = theme().tones
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pushed = self.isDown() or self.underMouse()
        painter.setBrush(QColor(tones.sunken if pushed else tones.panel))
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(tones.accent if self.hasFocus() else tones.hair), width))
        inset = width / 2
        radius = theme().px(9)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius
        )


class ExampleList(QWidget):
    """The examples, one below another."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().px(8))

    def show_samples(self, samples: tuple[Sample, ...]) -> None:
        """Offer these, instead of those before."""
        for button in self.buttons():
            self._layout.removeWidget(button)
            button.deleteLater()
        for sample in samples:
            made = ExampleButton(sample)
            made.clicked.connect(self._choose)
            self._layout.addWidget(made)

    def buttons(self) -> list[ExampleButton]:
        """One an example."""
        items = (self._layout.itemAt(i) for i in range(self._layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, ExampleButton)]

    def _choose(self) -> None:
        sender = self.sender()
        assert isinstance(sender, ExampleButton)
        self.chosen.emit(sender.sample.name)
