"""The screens of the open assessment, one at a time; each is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk import Desk
from ui.documents.rendering import Rendering
from ui.open_assessment import OpenAssessment
from ui.widgets.top_bar import TABS

if TYPE_CHECKING:
    from ui.documents.ahead import DocumentAhead
    from ui.pages.compare import ComparePage
    from ui.pages.questions import QuestionsPage
    from ui.session import Session

START = "start"


class Screens(QStackedWidget):
    """Goes from one to another. While nothing is open it shows the start page, and goes nowhere."""

    shown = Signal(str)  # which screen, by its key
    milestone_wanted = Signal()

    def __init__(self, desk: Desk, opened: OpenAssessment, rendering: Rendering) -> None:
        super().__init__()
        self._desk, self._opened, self._rendering = desk, opened, rendering
        self._pages: dict[str, QWidget] = {}
        self._questions: QuestionsPage | None = None
        self._ahead: DocumentAhead | None = None
        opened.opened.connect(self.show_questions)
        opened.flushing.connect(self._flush)
        opened.leaving.connect(self._leave)
        opened.replaced.connect(self._remake)
        opened.followed.connect(self._follow)

    @property
    def questions(self) -> QuestionsPage | None:
        """The wizard, once it has been shown."""
        return self._questions

    def page(self, key: str) -> QWidget | None:
        """A screen that has been shown since the assessment was opened."""
        return self._pages.get(key)

    def show_start(self, start: QWidget) -> None:
        """The start page, which is made by whoever follows what is chosen on it."""
        self._add(START, start)
        self._show(START)

    def show_page(self, key: str) -> None:
        """Questions, result, economics, comparison or report."""
        shown: dict[str, Callable[[], None]] = {
            "questions": self.show_questions,
            "result": self.show_result,
            "economics": self.show_economics,
            "compare": self.show_compare,
            "report": self.show_report,
        }
        shown[key]()

    # The wizard

    def show_questions(self) -> None:
        """The wizard, where it was left."""
        self._show_questions()

    def show_question(self, question_id: str) -> None:
        """The wizard at one question."""
        page = self._show_questions()
        if page is not None:
            page.show_question(question_id)

    def show_confirming(self) -> None:
        """The answers that are carried over and still to be confirmed."""
        page = self._show_questions()
        if page is not None:
            page.show_review("confirm")

    def find_question(self) -> None:
        """Find a question."""
        page = self._show_questions()
        if page is not None:
            page.find_question()

    def _show_questions(self) -> QuestionsPage | None:
        if self._opened.session is None:
            return None
        if self._questions is None:
            from ui.pages.questions import QuestionsPage

            self._questions = QuestionsPage(self._opened.desk, self._opened.session)
            self._questions.result_wanted.connect(self.show_result)
            self._add("questions", self._questions)
        self._show("questions")
        return self._questions

    # What the answers come to

    def show_result(self) -> None:
        """What the answers amount to."""
        session = self._settled()
        if session is None:
            return
        if "result" not in self._pages:
            from ui.pages.result import ResultPage

            page = ResultPage(self._opened.desk, session)
            page.question_wanted.connect(self.show_question)
            page.report_wanted.connect(self.show_report)
            page.economics_wanted.connect(self.show_economics)
            self._add("result", page)
        self._show("result")
        self._make_ahead(session)

    def show_economics(self) -> None:
        """The forecast, where the questionnaire has one."""
        session = self._settled()
        if session is None or session.questionnaire.economics is None:
            return
        if "economics" not in self._pages:
            from ui.pages.economics import EconomicsPage

            page = EconomicsPage(self._opened.desk, session)
            page.question_wanted.connect(self.show_question)
            page.undo_wanted.connect(self._opened.undo)
            self._add("economics", page)
        self._show("economics")

    def show_compare(self) -> None:
        """What changed since another state, or sets it beside another company."""
        self._show_compare(over_time=False)

    def show_trend(self) -> None:
        """The states of the open assessment one after another."""
        self._show_compare(over_time=True)

    def compare_with(self, assessment_id: str) -> None:
        """Set it beside another assessment, or, without one, beside what is chosen then."""
        from ui.sides import WORKING, Key

        page = self._show_compare(over_time=False)
        if page is not None and assessment_id:
            page.compare(Key("assessment", assessment_id), WORKING)
        elif page is not None:
            page.ask_before()

    def _show_compare(self, *, over_time: bool) -> ComparePage | None:
        session = self._settled()
        if session is None:
            return None
        if "compare" not in self._pages:
            from ui.pages.compare import ComparePage

            made = ComparePage(self._desk, session, self._opened.comparing)
            made.question_wanted.connect(self.show_question)
            made.milestone_wanted.connect(self.milestone_wanted)
            made.report_wanted.connect(self.show_comparison_report)
            self._add("compare", made)
        page = cast("ComparePage", self._pages["compare"])
        page.show_over_time(over_time=over_time)
        self._show("compare")
        return page

    # Documents

    def show_report(self) -> None:
        """Making the board pack, or the document that was last chosen."""
        session = self._settled()
        if session is not None:
            if session.read_only:
                self._opened.comparing.in_report = False  # there it cannot be chosen otherwise
            self._show_report(session)

    def show_comparison_report(self) -> None:
        """Making the report of what is compared."""
        session = self._settled()
        if session is not None:
            self._opened.comparing.in_report = True
            self._show_report(session)

    def _show_report(self, session: Session) -> None:
        if "report" not in self._pages:
            from ui.pages.report import ReportPage

            page = ReportPage(
                self._opened.desk, session, self._rendering.worker, self._opened.comparing
            )
            page.compare_wanted.connect(self.show_compare)
            self._add("report", page)
        self._show("report")

    def _make_ahead(self, session: Session) -> None:
        """Make the document while the person rests on the result, so that it is there when wanted."""
        if self._ahead is None:
            from ui.documents.ahead import DocumentAhead

            self._ahead = DocumentAhead(self._opened.desk, session, self._rendering.worker, session)
        self._ahead.rest()

    # Inside

    def _follow(self, subject: str) -> None:
        """Show the question that was undone, where questions are shown."""
        page = self._questions
        if page is None or self.currentWidget() is not page:
            return
        if subject and page.current != subject:
            page.show_question(subject)

    def _settled(self) -> Session | None:
        """What is open, with what is being typed given."""
        self._flush()
        return self._opened.session

    def _flush(self) -> None:
        if self._questions is not None:
            self._questions.flush()

    def _add(self, key: str, page: QWidget) -> None:
        self._pages[key] = page
        page.setAccessibleName(TABS.get(key, "All assessments"))  # for when it has the focus itself
        self.addWidget(page)

    def _show(self, key: str) -> None:
        self.setCurrentWidget(self._pages[key])
        self.shown.emit(key)
        if self._ahead is not None:
            self._ahead.move()

    def _remake(self) -> None:
        self._drop_pages()
        self.show_questions()

    def _leave(self) -> None:
        self._drop_pages()
        if self._ahead is not None:
            self._ahead.move()  # or it might begin what nobody waits for any more
        self._ahead = None

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._questions = None
