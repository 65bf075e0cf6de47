"""What stands beside a question, or below it where there is no room: why it is asked, and the scores."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.session import Session
from ui.theme import theme
from ui.widgets.live_scores import LiveScores
from ui.widgets.reasons import Reasons

SHOW_SCORES = "questions/show_scores"
WIDTH = 310  # pixels at 100% text
BELOW_CARD = 1  # the place in the question's own column


class QuestionPane(QWidget):
    """Reasons that scroll, above scores that stay; whether these are shown is remembered."""

    def __init__(
        self, session: Session, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._settings = session, settings
        self._reasons = Reasons(session)
        self._scores = LiveScores(session, shown=bool(settings.value(SHOW_SCORES, True, bool)))
        self._scores.toggled.connect(self._remember)
        self._own = QVBoxLayout(self)
        self._own.setContentsMargins(1, 0, 0, 0)
        self._own.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName("Why the board asks")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._reasons)
        self._own.addWidget(self._scroll, 1)
        line = QFrame()
        line.setObjectName("separator")
        line.setFixedHeight(1)
        self._own.addWidget(line)
        self._own.addWidget(self._scores)

    def show_question(self, question_id: str) -> None:
        """Show why this question is asked."""
        self._reasons.show_question(self._session.questionnaire.question(question_id))

    def show_scores(self) -> None:
        """Show the scores of the answers as they stand."""
        self._scores.show_scores()

    def paint_scores(self) -> None:
        """Show the scores of answers that are about to be kept."""
        self._scores.paint_scores()

    def arrange(self, column: QBoxLayout, *, below: bool) -> None:
        """Stand beside the question, or lend what is in here to the column below it."""
        is_beside = self._scroll.widget() is self._reasons
        if below and is_beside:
            self._scroll.takeWidget()
            column.insertWidget(BELOW_CARD, self._scores)
            column.insertWidget(BELOW_CARD + 1, self._reasons)
        elif not below and not is_beside:
            column.removeWidget(self._reasons)
            column.removeWidget(self._scores)
            self._scroll.setWidget(self._reasons)
            self._own.addWidget(self._scores)
        self._reasons.show()
        self._scores.show()
        self.setVisible(not below)
        self.setFixedWidth(theme().px(WIDTH))

    def _remember(self, shown: bool) -> None:
        self._settings.setValue(SHOW_SCORES, shown)
