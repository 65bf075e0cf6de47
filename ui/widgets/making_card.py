"""A small card over the pages: how far the making of a document is, or why it ended."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QProgressBar, QPushButton, QWidget

from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label
from ui.widgets.score_card import Card

STEPS = 1000
QUIET = 400  # milliseconds of making that need no mention while older pages are there to be read
STOPPED = "Stopped"
STOPPED_OLD = "These pages are from before your last change."


class MakingCard(Card):
    """Shows nothing, one of three states, and at most two buttons."""

    stop_wanted = Signal()
    make_wanted = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(margin=16, gap=6)
        self.setParent(parent)
        self._details = ""
        self._title = label("", "subheading")
        self._about = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, STEPS)
        self._bar.setAccessibleName("How far the document is")
        for one in (self._title, self._about, self._bar):
            self.add(one)
        buttons = QWidget()
        buttons.setObjectName("canvas")
        self._row = FlowLayout(buttons, gap=8)
        self._stop = self._button("Stop", self._ask_stop)
        self._make = self._button("Make it", self._ask_make, "main")
        self._copy = self._button("Copy the technical part", self._copy_details)
        self._copy.setToolTip("It holds no answers")
        self.add(buttons)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(QUIET)
        self._wait.timeout.connect(self._appear)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 80))
        self.setGraphicsEffect(shadow)
        self.hide()

    def _button(self, text: str, what: object, look: str = "") -> QPushButton:
        made = button(text, look)
        made.clicked.connect(what)
        self._row.addWidget(made)
        return made

    # States

    def show_nothing(self) -> None:
        """The pages say it all."""
        self._wait.stop()
        self.hide()

    def show_making(self, share: float, what: str, *, update: bool) -> None:
        """It is being made, or made anew while its older pages stay."""
        self._title.setText("Updating the pages" if update else "Making the pages")
        self._about.setText(f"{what}…" if what else "Getting ready…")
        self._bar.setValue(round(share * STEPS))
        self._bar.setAccessibleDescription(what)
        self._offer(self._stop)
        self._bar.show()
        if self.isVisible():
            self._settle()
        elif not update:
            self._appear()
        elif not self._wait.isActive():
            self._wait.start()

    def show_printing(self, share: float, what: str) -> None:
        """Pages are on their way to the printer."""
        self._title.setText("Printing")
        self._about.setText(f"{what}…" if what else "Getting ready…")
        self._bar.setValue(round(share * STEPS))
        self._bar.setAccessibleDescription(what)
        self._offer(self._stop)
        self._bar.show()
        self._appear()

    def show_stopped(self, *, update: bool) -> None:
        """The person has stopped it."""
        self._title.setText(STOPPED)
        self._about.setText(STOPPED_OLD if update else "")
        self._make.setText("Update them" if update else "Make it")
        self._offer(self._make)
        self._appear()

    def show_failed(self, fault: Exception) -> None:
        """It could not be made, and why."""
        self._details = "\n".join(getattr(fault, "__notes__", ()))
        self._title.setText("The document could not be made")
        self._about.setText(str(fault))
        self._make.setText("Try again")
        self._copy.setText("Copy the technical part")
        self._offer(self._make, *([self._copy] if self._details else []))
        self._appear()

    def _offer(self, *shown: QPushButton) -> None:
        all_of_them = (self._stop, self._make, self._copy)
        had_focus = any(one.hasFocus() for one in all_of_them)
        for one in all_of_them:
            one.setVisible(one in shown)
            one.setAccessibleName(one.text())
        self._bar.hide()
        self._about.setVisible(bool(self._about.text()))
        if had_focus and not any(one.hasFocus() for one in shown):
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _appear(self) -> None:
        self._wait.stop()
        self.show()
        self.raise_()
        self._settle()

    def _settle(self) -> None:
        self.resized.emit()

    # Buttons

    def _ask_stop(self) -> None:
        self.stop_wanted.emit()

    def _ask_make(self) -> None:
        self.make_wanted.emit()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText("Copied")
