"""The bar at the top: where one is, the screens of the open assessment, what is saved, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.announcing import announce
from ui.tab_order import place_after
from ui.theme import theme
from ui.widgets.labels import button, plain_tip

if TYPE_CHECKING:
    from ui.session import Session

SAVED_BELOW = (
    720  # narrower than this, in pixels at 100% text, there is no room to say what is saved
)
SHORTEST = 6  # characters: less than this of a longer name says nothing

TABS = {
    "questions": "Questions", "result": "Result", "economics": "Economics", "compare": "Compare",
    "report": "Report",
}  # fmt: skip


class Elided(QLabel):
    """A line that ends in an ellipsis where there is no room, with the whole text as tooltip."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Show this text as far as it fits."""
        if text == self._whole:
            return
        self._whole = text
        self.setToolTip(plain_tip(text) if text else "")
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self._whole, mode, max(self.width() - 2, 0))
        self.setText(text if text == self._whole or len(text) > SHORTEST else "")


class TopBar(QWidget):
    """Says where one is and goes elsewhere; decides nothing itself."""

    home_wanted = Signal()
    page_wanted = Signal(str)
    undo_wanted = Signal()
    confirming_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(theme().px(16), theme().px(6), theme().px(16), theme().px(6))
        lines.setSpacing(theme().px(2))
        row = self._row = QHBoxLayout()
        row.setSpacing(theme().px(6))
        lines.addLayout(row)
        self._home = button("Boardkit", "tab", tip="All assessments")
        self._home.clicked.connect(self.home_wanted)
        row.addWidget(self._home)
        self._title = Elided("muted")
        row.addWidget(self._title, 3)
        self._made = self._there = False
        self._beside: tuple[object, ...] = ()  # what the screens were last placed beside
        theme().changed.connect(self._arrange)

    def _make(self) -> None:
        """What goes with an open assessment; the first window has none."""
        self._made = True
        self._screens = QWidget()
        self._screens.setObjectName("canvas")
        screens = QHBoxLayout(self._screens)
        screens.setContentsMargins(0, 0, 0, 0)
        screens.setSpacing(theme().px(6))
        self._tabs = QButtonGroup(self)
        for key, text in TABS.items():
            tab = button(text, "tab")
            tab.setCheckable(True)
            tab.setProperty("page", key)
            self._tabs.addButton(tab)
            screens.addWidget(tab)
        self._row.addWidget(self._screens)
        self._tabs.buttonClicked.connect(self._tab_clicked)
        self._confirm = button("", "link", tip="Show the answers that are still to be confirmed")
        self._confirm.clicked.connect(self.confirming_wanted)
        self._row.addWidget(self._confirm)
        self._saved = Elided("small")
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._saved, 2)
        self._undo = button("Undo")
        self._undo.clicked.connect(self.undo_wanted)
        self._row.addWidget(self._undo)
        place_after(self._home, *self._tabs.buttons(), self._confirm, self._undo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._made:
            return
        self._saved.setVisible(self._there and self.width() >= theme().px(SAVED_BELOW))
        self._place_screens()

    def show_session(self, session: Session | None) -> None:
        """The open assessment's name, what is saved, and what undo would do."""
        there = session is not None
        if not self._made:
            if session is None:
                return
            self._make()
        absent = {"economics"} if session and session.questionnaire.economics is None else set()
        for tab in self._tabs.buttons():
            tab.setVisible(there and tab.property("page") not in absent)
        self._undo.setVisible(session is not None and not session.read_only)
        self._there = there
        self._confirm.setVisible(session is not None and bool(session.confirming.waiting))
        if session is None:
            self._title.show_text("")
            self._beside = ()  # what is opened next may find another text size
            self._arrange()
            return
        details = session.details
        parts = [details.company, details.period]
        if details.board_date is not None:
            parts.append(f"board of {session.formats.day(details.board_date)}")
        self._title.show_text(" · ".join(part for part in parts if part))
        self._saved.show_text(_saved(session))
        if session.confirming.waiting:
            self._tell_confirming(session)
        beside = (session.read_only, absent, self._confirm.isHidden(), self._confirm.text())
        if beside != self._beside:  # to measure it all again at each answer would take a while
            self._beside = beside
            self._arrange()
        self.show_undo(session)

    def show_undo(self, session: Session) -> None:
        """What undo would do; what was just said stays."""
        self._undo.setEnabled(bool(session.undo_text))
        self._undo.setToolTip(session.undo_text)
        self._undo.setAccessibleDescription(session.undo_text)

    def _tell_confirming(self, session: Session) -> None:
        from boardkit.following.wording import left_to_confirm  # the first window needs none of it

        share = session.formats.percent(100 * session.confirming.share, 0)
        self._confirm.setText(f"{share} to confirm")
        self._confirm.setAccessibleName(left_to_confirm(session.confirming, session.formats))

    def _place_screens(self) -> None:
        """On a line of their own where they do not fit beside the rest."""
        beside = [self._home, self._screens, self._undo]
        beside += [self._confirm] if not self._confirm.isHidden() else []
        needed = sum(one.sizeHint().width() for one in beside) + theme().px(60)
        lines = self.layout()
        assert isinstance(lines, QVBoxLayout)
        below = lines.indexOf(self._screens) >= 0
        if below == (needed > self.width()):
            return
        if below:
            lines.removeWidget(self._screens)
            self._row.insertWidget(2, self._screens)
        else:
            self._row.removeWidget(self._screens)
            lines.addWidget(self._screens, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, sentence: str) -> None:
        """What was just done, in place of what is saved, until the next change."""
        self._saved.show_text(sentence)
        announce(self, sentence)

    def show_page(self, key: str) -> None:
        """Mark the screen that is shown."""
        if not self._made:
            return
        self._tabs.setExclusive(False)
        for tab in self._tabs.buttons():
            tab.setChecked(tab.property("page") == key)
        self._tabs.setExclusive(True)

    def _tab_clicked(self, tab: QAbstractButton) -> None:
        self.page_wanted.emit(str(tab.property("page")))


def _saved(session: Session) -> str:
    if session.read_only:
        return "Read only"
    if session.unsaved:
        return "The last change is not saved"
    at = session.saved_at
    return f"All changes saved {at.astimezone():%H:%M}" if at is not None else "All changes saved"
