"""The result: what the answers amount to, and the way from each figure to its answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boardkit.assessment import Assessment
from boardkit.questionnaire import Questionnaire
from boardkit.references import Reference
from ui.desk import Desk
from ui.dialogs.reference_companies import ReferenceCompaniesDialog
from ui.jobs import Progress
from ui.keeping_focus import keeping_focus
from ui.later import Later
from ui.pages.result_body import ResultBody
from ui.session import Session
from ui.theme import theme
from ui.widgets.labels import label

PATIENCE = 300  # milliseconds before a wait is put into words


class ResultPage(QWidget):
    """Drawn anew when it is shown after a change, and at each change while it is shown."""

    question_wanted = Signal(str)
    report_wanted = Signal()
    economics_wanted = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._desk, self._session = desk, session
        self._body: ResultBody | None = None
        self._later: Later | None = None
        self._references: Sequence[Reference] | None = None
        self._stale = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self._scroll)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PATIENCE)
        self._waiting.timeout.connect(self._say_waiting)
        session.changed.connect(self._outdate)
        session.intervals_ready.connect(self._outdate)
        session.analysed.connect(self._take_analysis)
        theme().changed.connect(self._outdate)

    @property
    def is_drawn(self) -> bool:
        """Whether it shows the result, and no longer waits for it."""
        return self._body is not None

    @property
    def body(self) -> ResultBody | None:
        """What it shows for the answers as they were when it was last drawn."""
        return self._body

    # When to draw

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._waiting.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._body is not None and self._body.columns != self._columns():
            self._outdate()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        sure = self._session.intervals is not None  # asks for them; told when they have come
        if self._references is None:
            self._prepare()
        elif not sure:
            self._waiting.start()
        elif self._stale:
            self._waiting.stop()
            with keeping_focus(self):
                self._draw()

    def _prepare(self) -> None:
        """The first scores and the reference companies take a moment to load: in the background."""
        if self._later is not None:
            return
        questionnaire, assessment = self._session.questionnaire, self._session.assessment

        def work(progress: Progress) -> Sequence[Reference]:
            return loaded(questionnaire, assessment)

        self._later = Later(self._desk.jobs, work)
        self._later.done.connect(self._take_references)
        self._later.failed.connect(self._go_without_references)
        self._waiting.start()

    def _take_references(self, references: Sequence[Reference]) -> None:
        self._references = references
        self._later = None
        self._waiting.stop()
        if self.isVisible():
            self._refresh()

    def _go_without_references(self, fault: Exception) -> None:
        self._take_references(())
        raise fault

    def _say_waiting(self) -> None:
        if self._body is not None:
            return  # what is shown stays until it can be drawn anew
        waiting = label("Working out the scores…", "lead")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setWidget(waiting)

    # Drawing

    def _columns(self) -> int:
        """How many columns there is room for."""
        return 2 if self.width() >= theme().px(900) else 1

    def _draw(self) -> None:
        self._stale = False
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
        if self._body is None or self._stale or analysis is None:
            return
        bar, before = (
            self._scroll.verticalScrollBar(),
            self._body.card_at(self._scroll.verticalScrollBar().value()),
        )
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
