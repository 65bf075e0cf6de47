"""The result: what the answers amount to, and the way from each figure to its answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boardkit.assessment import Assessment
from boardkit.questionnaire import Questionnaire
from boardkit.references import Reference
from ui.desk import Desk
from ui.dialogs.reference_companies import ReferenceCompaniesDialog
from ui.jobs import Progress
from ui.pages.drawn_page import DrawnPage, room_for_two
from ui.pages.result_body import ResultBody
from ui.session import Session
from ui.theme import theme
from ui.widgets.canvas import Canvas

TWO_COLUMNS = 900  # pixels at 100% from which there is room for them


class ResultPage(DrawnPage):
    """Drawn anew when it is shown after a change, and at each change while it is shown."""

    WAITING = "Working out the scores…"

    question_wanted = Signal(str)
    report_wanted = Signal()
    economics_wanted = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(desk, session, parent)
        self._body: ResultBody | None = None
        self._references: Sequence[Reference] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self._scroll)
        session.changed.connect(self._outdate)
        session.intervals_ready.connect(self._outdate)
        session.analysed.connect(self._take_analysis)
        theme().changed.connect(self._outdate)

    @property
    def body(self) -> ResultBody | None:
        """What it shows for the answers as they were when it was last drawn."""
        return self._body

    # When to draw

    def _wanted(self) -> object:
        sure = self._session.intervals is not None  # asks for them; told when they have come
        if self._references is None:
            questionnaire, assessment = self._session.questionnaire, self._session.assessment

            def work(progress: Progress) -> Sequence[Reference]:
                return loaded(questionnaire, assessment)

            self._prepare(work)
        return self._references if sure else None

    def _begin(self, outcome: Sequence[Reference] | None) -> None:
        self._references = outcome or ()

    def _say_again(self) -> bool:
        return self._body is not None

    def _place_words(self, words: Canvas) -> None:
        self._scroll.setWidget(words)

    def _columns(self) -> int:
        return room_for_two(self, TWO_COLUMNS)

    # Drawing

    def _draw(self) -> None:
        if self._session.result.headline.band is not None:
            self._session.see_scores()
        place = self._scroll.verticalScrollBar().value()
        opened = self._body.dimensions_opened if self._body is not None else ()
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        body = ResultBody(
            self._session, self._references or (), columns=self._columns(), opened=opened
        )
        body.question_wanted.connect(self.question_wanted)
        body.report_wanted.connect(self.report_wanted)
        body.economics_wanted.connect(self.economics_wanted)
        body.references_wanted.connect(self._show_references)
        body.place_wanted.connect(self._go_to)
        self._body = body
        self._scroll.setWidget(body)
        body.show()
        self._scroll.verticalScrollBar().setValue(place)

    def _take_analysis(self) -> None:
        """Fill in what drives it and what to do, while what is looked at stays where it is."""
        analysis = self._session.analysis
        if self._body is None or not self.is_drawn or analysis is None:
            return
        bar = self._scroll.verticalScrollBar()
        before = self._body.card_at(bar.value())
        top = before.mapTo(self._body, before.rect().topLeft()).y() if before is not None else 0
        self._body.take(analysis)
        self._lay_out()
        if before is not None:
            moved = before.mapTo(self._body, before.rect().topLeft()).y() - top
            bar.setValue(bar.value() + moved)

    def _lay_out(self) -> None:
        """Give everything its place now, not when the window comes to it."""
        assert self._body is not None
        layout = self._body.layout()
        assert layout is not None
        layout.activate()
        self._body.resize(self._body.width(), self._body.heightForWidth(self._body.width()))

    def _go_to(self, widget: QWidget) -> None:
        """Scroll to what was asked for, once it has its place."""
        assert self._body is not None
        self._lay_out()
        top = widget.mapTo(self._body, widget.rect().topLeft()).y()
        self._scroll.verticalScrollBar().setValue(top - theme().px(12))

    def _show_references(self, company: str) -> None:
        dialog = ReferenceCompaniesDialog(
            self._session.questionnaire, self._references or (), self._session.formats, self
        )
        dialog.open()
        dialog.show_company(company)


def loaded(questionnaire: Questionnaire, assessment: Assessment) -> Sequence[Reference]:
    """The reference companies, once everything that scoring imports is imported."""
    from boardkit.references import references_for
    from boardkit.scoring import score

    score(questionnaire, assessment)
    return references_for(questionnaire)
