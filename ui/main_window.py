"""The window: a bar with the open assessment and its screens, the menus, and one screen at a time.

What an open assessment needs (scores, charts, editors) is imported when one is opened: the first window
does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from boardkit.errors import BoardkitError
from ui.desk import Desk
from ui.pages.start import StartPage
from ui.theme import theme
from ui.widgets.milestone_bar import MilestoneBar
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from boardkit.documents.worker import RenderWorker
    from boardkit.exchange import Opened
    from boardkit.library import Milestone
    from ui.checking import Checking
    from ui.comparing import Comparing
    from ui.dialogs.new_assessment import NewAssessmentDialog
    from ui.milestones import Milestones
    from ui.moving import Moving
    from ui.pack_ahead import PackAhead
    from ui.pack_files import PacksOfThisSession
    from ui.pages.compare import ComparePage
    from ui.pages.questions import QuestionsPage
    from ui.questions.draft import Draft
    from ui.session import Session
    from ui.visiting import Visit

GEOMETRY = "window/geometry"
TEXT_SCALE = "window/text_scale"
FILES = "Boardkit files (*.boardkit *.yaml *.yml *.pdf);;All files (*)"


class MainWindow(QMainWindow):
    """Shows the start page, or one screen of the open assessment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._worker: RenderWorker | None = None
        self._packs: PacksOfThisSession | None = None
        self._session: Session | None = None
        self._visit: Visit | None = None  # the file that is open without being taken in
        self._dialog: NewAssessmentDialog | None = None
        self._milestones: Milestones
        self._moving: Moving | None = None
        self._checking: Checking | None = None
        self._questions: QuestionsPage | None = None
        self._ahead: PackAhead | None = None
        self._comparing: Comparing | None = None
        self._pages: dict[str, QWidget] = {}
        self._drafts: dict[str, dict[str, Draft]] = {}  # by assessment, then by question
        self.setWindowTitle("Boardkit")
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        body = QWidget()
        body.setObjectName("page")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._bar = TopBar()
        self._bar.home_wanted.connect(self.show_start)
        self._bar.page_wanted.connect(self.show_page)
        self._bar.undo_wanted.connect(self.undo)
        self._bar.confirming_wanted.connect(self.show_confirming)
        layout.addWidget(self._bar)
        self._milestone_bar = MilestoneBar()
        self._milestone_bar.back_wanted.connect(self.close_milestone)
        self._milestone_bar.restore_wanted.connect(self.go_back_to_milestone)
        layout.addWidget(self._milestone_bar)
        self._edition_bar = NoticeBar(
            "A newer questionnaire", "Move…", tip="See what moving does, and decide"
        )
        self._edition_bar.wanted.connect(self.move_to_newer)
        self._edition_bar.dismissed.connect(self._edition_bar.hide)
        layout.addWidget(self._edition_bar)
        self._checked_bar = NoticeBar("The numbers of the board pack", "Details…")
        self._checked_bar.wanted.connect(self.show_checked)
        self._checked_bar.dismissed.connect(self._checked_bar.hide)
        layout.addWidget(self._checked_bar)
        self._stack = QStackedWidget()
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._make_menus()
        self._restore_place()
        self.show_start()

    # The bar and the menus

    def _make_menus(self) -> None:
        menus = self.menuBar()
        file = menus.addMenu("&File")
        self._act(file, "&All assessments", self.show_start, "Ctrl+Home")
        self._act(file, "&New assessment…", self.new_assessment, QKeySequence.StandardKey.New)
        self._act(file, "&Open…", self.ask_for_file, QKeySequence.StandardKey.Open)
        self._needs_session = [
            self._act(file, "Save a &copy…", self.save_copy, QKeySequence.StandardKey.SaveAs),
        ]
        self._needs_library = [
            self._act(file, "&Milestones…", self.show_milestones, "Ctrl+Shift+M"),
            self._act(file, "Ne&xt assessment from this one…", self.start_next, "Ctrl+Shift+N"),
        ]
        self._needs_session += [
            self._act(
                file, "&Make the board pack…", self.show_report, QKeySequence.StandardKey.Print
            ),
            self._act(file, "Make a comparison &report…", self.show_comparison_report),
        ]
        self._last_time = self._act(file, "What became of &last time…", self.show_last_time)
        self._needs_writing = [
            self._act(file, "&Keep milestone…", self.keep_milestone, "Ctrl+M"),
        ]
        file.addSeparator()
        self._act(file, "&Quit", self.close, QKeySequence.StandardKey.Quit)
        edit = menus.addMenu("&Edit")
        self._undo = self._act(edit, "&Undo", self.undo, QKeySequence.StandardKey.Undo)
        self._redo = self._act(edit, "&Redo", self.redo, QKeySequence.StandardKey.Redo)
        edit.addSeparator()
        self._needs_session += [
            self._act(edit, "&Find a question…", self.find_question, QKeySequence.StandardKey.Find),
        ]
        self._needs_writing.append(self._act(edit, "&Details…", self.edit_details, "Ctrl+I"))
        view = menus.addMenu("&View")
        self._needs_session += [
            self._act(view, "&Questions", self.show_questions, "Ctrl+1"),
            self._act(view, "&Result", self.show_result, "Ctrl+2"),
        ]
        self._economics = self._act(view, "&Economics", self.show_economics, "Ctrl+3")
        self._needs_session += [
            self._act(view, "&Compare", self.show_compare, "Ctrl+4"),
            self._act(view, "Over &time", self.show_trend, "Ctrl+Shift+4"),
            self._act(view, "Re&port", self.show_report, "Ctrl+5"),
        ]
        view.addSeparator()
        self._act(view, "&Larger text", self.enlarge, QKeySequence.StandardKey.ZoomIn)
        self._act(view, "&Smaller text", self.shrink, QKeySequence.StandardKey.ZoomOut)
        self._act(view, "&Usual text size", self.usual_size, "Ctrl+0")
        help_menu = menus.addMenu("&Help")
        self._act(help_menu, "&Keys", self.show_keys, QKeySequence.StandardKey.HelpContents)
        self._act(help_menu, "&About Boardkit", self.show_about)

    def _act(
        self, menu: QMenu, text: str, what: Callable[[], object],
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:  # fmt: skip
        action = QAction(text, self)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(what)
        menu.addAction(action)
        return action

    # Assessments

    @property
    def session(self) -> Session | None:
        """The open assessment."""
        return self._session

    @property
    def _at_work(self) -> Desk:
        """The desk of what is open: that of a visit, or one's own."""
        return self._desk if self._visit is None else self._visit.desk

    def open_assessment(
        self, assessment_id: str, milestone: Milestone | None = None, visit: Visit | None = None
    ) -> None:
        """Open an assessment of the library where it was left, or a milestone, to be read only.

        With a visit, both are of its library.
        """
        from ui.milestones import Milestones
        from ui.moving import Moving
        from ui.session import Session

        self._close_session()
        self._visit = visit
        try:
            session = Session(
                self._at_work.library,
                assessment_id,
                locale=self._desk.locale,
                jobs=self._desk.jobs,
                milestone=milestone,
                parent=self,
            )
        except BoardkitError as fault:
            self._tell(fault)
            return
        if milestone is None:
            session.drafts = self._drafts.setdefault(assessment_id, {})
        self._session = session
        self._render_worker().start()  # it is warm by the time a pack is asked for
        session.changed.connect(self._redraw)
        session.recalled.connect(self._redraw_undo)
        session.replaced.connect(self._remake_pages)
        self._milestones = Milestones(self._at_work, session, self)
        self._milestones.looked_at.connect(self.open_milestone)
        self._milestones.made.connect(self.open_next)
        self._milestones.kept.connect(self._say_kept)
        self._milestones.starting.connect(self._say_starting)
        self._moving = Moving(self._desk, session, self._edition_bar, self)
        self._redraw()
        self.show_questions()

    # Milestones, and the next assessment

    def keep_milestone(self) -> None:
        """Keep the answers as they are under a name."""
        if self._session is not None and not self._session.read_only:
            self._flush()
            self._milestones.keep()

    def open_to_compare(self, before: str, after: str) -> None:
        """Open an assessment, set beside another one or what is chosen then."""
        from ui.sides import WORKING, Key

        self.open_assessment(after)
        self.show_compare()
        page = self._compare_page()
        if page is not None and before:
            page.compare(Key("assessment", before), WORKING)
        elif page is not None:
            page.ask_before()

    def open_at_milestones(self, assessment_id: str) -> None:
        """Open an assessment at the list of its milestones."""
        self.open_assessment(assessment_id)
        self.show_milestones()

    def open_at_next(self, assessment_id: str) -> None:
        """Open an assessment, to start the next one from it."""
        self.open_assessment(assessment_id)
        self.start_next()

    def show_milestones(self) -> None:
        """The milestones of the open assessment."""
        if self._session is not None:
            self._flush()
            self._milestones.show()

    def start_next(self) -> None:
        """Start the next assessment from the one that is open."""
        if self._session is not None:
            self._flush()
            self._milestones.ask_for_next()

    def show_last_time(self) -> None:
        """What became of last time's decisions, ranges and forecast."""
        if self._session is not None and self._session.details.follows is not None:
            from ui.dialogs.last_time import LastTimeDialog

            self._flush()
            LastTimeDialog(self._session, self).open()

    def open_milestone(self, milestone: Milestone) -> None:
        """Look at the open assessment as it was at a milestone."""
        if self._session is not None:
            self.open_assessment(self._session.assessment.id, milestone)
            self.show_result()

    def close_milestone(self) -> None:
        """Back to the assessment as it is now; from a file, to all assessments."""
        if self._visit is not None:
            self.show_start()
        elif self._session is not None:
            self.open_assessment(self._session.assessment.id)
            self.show_result()

    def go_back_to_milestone(self) -> None:
        """Make the assessment what the open milestone keeps; a file is taken in."""
        if self._visit is not None:
            from ui.dialogs.opening import take_viewed

            taken = take_viewed(self._desk, self._visit.opened, self)
            if taken is not None:
                self.open_assessment(taken)
            return
        milestone = self._session.milestone if self._session is not None else None
        if milestone is not None:
            self.close_milestone()
            self._milestones.go_back_to(milestone)

    def open_next(self, assessment_id: str) -> None:
        """Open an assessment that was just started from another: at what is to be confirmed."""
        self.open_assessment(assessment_id)
        self.show_confirming()

    def _say_starting(self) -> None:
        self._bar.say("Starting the next assessment…")

    def _say_kept(self, milestone: Milestone) -> None:
        self._bar.say(f"“{milestone.name}” is kept")
        if self._comparing is not None:
            self._comparing.list()

    def _remake_pages(self) -> None:
        self._drop_pages()
        self.show_questions()

    # Files, examples and new ones

    def open_file(self, path: Path) -> None:
        """Take a file into the library and open it; says so when it cannot be."""
        from ui.dialogs.opening import take_in

        taken = take_in(self._desk, path, self)
        if taken is None:
            return
        if isinstance(taken, str):
            self.open_assessment(taken)
        else:
            self.visit(taken)
        if path.suffix.lower() == ".pdf":
            self._check_pack(path)

    def visit(self, opened: Opened) -> None:
        """Look at what a file holds without taking it in."""
        from ui.visiting import Visit

        try:
            visit = Visit(self._desk, opened)
        except BoardkitError as fault:
            self._tell(fault)
            return
        self.open_assessment(visit.assessment_id, visit.state, visit)
        self.show_result()

    def _check_pack(self, path: Path) -> None:
        """Say of a board pack whether its numbers are what its answers give, once that is known."""
        from ui.checking import Checking

        self._checking = Checking(self._desk, self._render_worker(), path, self._checked_bar, self)

    def show_checked(self) -> None:
        """What was found out about the board pack that was opened."""
        if self._checking is not None:
            self._checking.show_all()

    def move_to_newer(self) -> None:
        """Show what moving to the newer questionnaire does, and do it if that is wanted."""
        if self._moving is not None:
            self._flush()
            self._moving.ask()

    def open_example(self, name: str) -> None:
        """Open a finished example, and show its result first."""
        from boardkit.examples import shipped_example

        example = shipped_example(name)
        library = self._desk.library
        if example.assessment.id not in library:
            library.add(example.assessment, example.questionnaire)
        if any(entry.id == example.assessment.id for entry in library.list("deleted")):
            library.restore(example.assessment.id)
        self.open_assessment(example.assessment.id)
        self.show_result()

    def new_assessment(self) -> None:
        """Ask about whom it is, then open it at its first question."""
        from ui.dialogs.new_assessment import NewAssessmentDialog

        dialog = NewAssessmentDialog(self._desk, parent=self)
        dialog.accepted.connect(self._create)
        self._dialog = dialog
        dialog.open()

    def _create(self) -> None:
        from boardkit.content import shipped_questionnaire

        assert self._dialog is not None
        made = self._desk.library.create(shipped_questionnaire(), self._dialog.details())
        self.open_assessment(made.id)

    def edit_details(self) -> None:
        """Change the company, the currency, the board date, the sponsor or the modules."""
        if self._session is None:
            return
        from ui.dialogs.new_assessment import NewAssessmentDialog

        dialog = NewAssessmentDialog(
            self._desk,
            questionnaire=self._session.questionnaire,
            details=self._session.details,
            parent=self,
        )
        dialog.accepted.connect(self._take_details)
        self._dialog = dialog
        dialog.open()

    def _take_details(self) -> None:
        assert self._dialog is not None
        if self._session is not None:
            self._session.revise(self._dialog.details())

    def ask_for_file(self) -> None:
        """Let the person choose a file to open."""
        chosen, _ = QFileDialog.getOpenFileName(self, "Open an assessment", "", FILES)
        if chosen:
            self.open_file(Path(chosen))

    def save_copy(self) -> None:
        """Write the open assessment to a .boardkit file."""
        if self._session is None:
            return
        from ui.saving import ask_where

        path = ask_where(self._session.details, "Save a copy", self)
        if path is not None:
            self.write_copy(path)

    def write_copy(self, path: Path) -> None:
        """Write the open assessment, with its history, to this file."""
        from ui.saving import write_state

        assert self._session is not None
        self._flush()
        session = self._session
        write_state(self._at_work.library, session.assessment.id, path, session.milestone, self)

    def _tell(self, fault: Exception) -> None:
        from ui.dialogs.error import tell

        tell(self, fault)

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._questions = None

    def _close_session(self) -> None:
        self._flush()
        self._drop_pages()
        if self._session is not None:
            if self._ahead is not None:
                self._ahead.move()  # or it might begin what nobody waits for any more
            self._session.changed.disconnect(self._redraw)
            self._session.deleteLater()
            self._session = self._ahead = self._moving = self._comparing = None
        if self._visit is not None:
            self._visit.close()
            self._visit = None
        if self._checking is not None:
            self._checking.deleteLater()
            self._checking = None
        self._edition_bar.say("")
        self._checked_bar.say("")

    def _flush(self) -> None:
        if self._questions is not None:
            self._questions.flush()

    # Screens

    def show_start(self) -> None:
        """All assessments."""
        self._close_session()
        start = StartPage(self._desk)
        start.opened.connect(self.open_assessment)
        start.compare_wanted.connect(self.open_to_compare)
        start.milestones_wanted.connect(self.open_at_milestones)
        start.next_wanted.connect(self.open_at_next)
        start.file_wanted.connect(self.open_file_or_ask)
        start.example_wanted.connect(self.open_example)
        start.new_wanted.connect(self.new_assessment)
        self._pages["start"] = start
        self._stack.addWidget(start)
        self._show("start")
        self._redraw()
        start.setFocus()

    def open_file_or_ask(self, path: Path | None) -> None:
        """Open this file, or ask for one."""
        if path is None:
            self.ask_for_file()
        else:
            self.open_file(path)

    def show_page(self, key: str) -> None:
        """Questions, result, economics, comparison or report of the open assessment."""
        shown: dict[str, Callable[[], None]] = {
            "questions": self.show_questions,
            "result": self.show_result,
            "economics": self.show_economics,
            "compare": self.show_compare,
            "report": self.show_report,
        }
        shown[key]()

    def show_questions(self) -> None:
        """The wizard, where it was left."""
        if self._session is None:
            return
        if self._questions is None:
            from ui.pages.questions import QuestionsPage

            self._questions = QuestionsPage(self._at_work, self._session)
            self._questions.result_wanted.connect(self.show_result)
            self._add("questions", self._questions)
        self._show("questions")

    def show_question(self, question_id: str) -> None:
        """The wizard at one question."""
        self.show_questions()
        if self._questions is not None:
            self._questions.show_question(question_id)

    def show_confirming(self) -> None:
        """The answers that are carried over and still to be confirmed."""
        self.show_questions()
        if self._questions is not None:
            self._questions.show_review("confirm")

    def show_result(self) -> None:
        """What the answers amount to."""
        if self._session is None:
            return
        self._flush()
        if "result" not in self._pages:
            from ui.pages.result import ResultPage

            page = ResultPage(self._at_work, self._session)
            page.question_wanted.connect(self.show_question)
            page.report_wanted.connect(self.show_report)
            page.economics_wanted.connect(self.show_economics)
            self._add("result", page)
        self._show("result")
        self._make_ahead()

    def show_economics(self) -> None:
        """The forecast, where the questionnaire has one."""
        if self._session is None or self._session.questionnaire.economics is None:
            return
        self._flush()
        if "economics" not in self._pages:
            from ui.pages.economics import EconomicsPage

            page = EconomicsPage(self._at_work, self._session)
            page.question_wanted.connect(self.show_question)
            page.undo_wanted.connect(self.undo)
            self._add("economics", page)
        self._show("economics")

    def show_compare(self) -> None:
        """What changed since another state, or sets it beside another company."""
        page = self._compare_page()
        if page is not None:
            page.show_over_time(over_time=False)
            self._show("compare")

    def show_trend(self) -> None:
        """The states of the open assessment one after another."""
        page = self._compare_page()
        if page is not None:
            page.show_over_time(over_time=True)
            self._show("compare")

    def _compare_page(self) -> ComparePage | None:
        if self._session is None:
            return None
        self._flush()
        found = self._pages.get("compare")
        if found is None:
            from ui.pages.compare import ComparePage

            found = ComparePage(self._desk, self._session, self._compared())
            found.question_wanted.connect(self.show_question)
            found.milestone_wanted.connect(self.keep_milestone)
            found.report_wanted.connect(self.show_comparison_report)
            self._add("compare", found)
        return cast("ComparePage", found)

    def _compared(self) -> Comparing:
        """What is compared with the open assessment, for the page and for the report."""
        if self._comparing is None:
            from ui.comparing import Comparing

            assert self._session is not None
            file = self._visit.desk if self._visit is not None else None
            self._comparing = Comparing(self._desk, self._session, file)
        return self._comparing

    def show_report(self) -> None:
        """Making the board pack, or the document that was last chosen."""
        if self._session is not None and self._session.read_only:
            self._compared().in_report = False  # there it cannot be chosen otherwise
        self._open_report()

    def _open_report(self) -> None:
        if self._session is None:
            return
        self._flush()
        if "report" not in self._pages:
            from ui.pages.report import ReportPage

            page = ReportPage(self._at_work, self._session, self._render_worker(), self._compared())
            page.compare_wanted.connect(self.show_compare)
            self._add("report", page)
        self._show("report")

    def show_comparison_report(self) -> None:
        """Making the report of what is compared."""
        if self._session is not None:
            self._compared().in_report = True
            self._open_report()

    def _make_ahead(self) -> None:
        """Make the document while the person rests on the result, so that it is there when wanted."""
        if self._ahead is None and self._session is not None:
            from ui.pack_ahead import PackAhead

            self._ahead = PackAhead(
                self._at_work, self._session, self._render_worker(), self._session
            )
        if self._ahead is not None:
            self._ahead.rest()

    def _render_worker(self) -> RenderWorker:
        if self._worker is None:
            from boardkit.documents.worker import RenderWorker
            from ui.pack_files import PacksOfThisSession

            self._worker, self._packs = RenderWorker(), PacksOfThisSession()
        return self._worker

    def _add(self, key: str, page: QWidget) -> None:
        self._pages[key] = page
        self._stack.addWidget(page)

    def _show(self, key: str) -> None:
        self._stack.setCurrentWidget(self._pages[key])
        self._bar.show_page(key)
        if self._ahead is not None:
            self._ahead.move()

    def find_question(self) -> None:
        """Find a question."""
        self.show_questions()
        if self._questions is not None:
            self._questions.find_question()

    def show_keys(self) -> None:
        """What the keyboard does."""
        from ui.dialogs.keys import KeysDialog

        KeysDialog(self).open()

    def show_about(self) -> None:
        """What Boardkit is, and where its library lies."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._desk, parent=self).open()

    # Edits

    def undo(self) -> None:
        """Take back the last edit, and show the question that it was about."""
        self._flush()
        self._follow(self._session.undo() if self._session else None)

    def redo(self) -> None:
        """Make the last undone edit again."""
        self._follow(self._session.redo() if self._session else None)

    def _follow(self, subject: str | None) -> None:
        page = self._questions
        if page is None or self._stack.currentWidget() is not page:
            return
        if subject and page.current != subject:
            page.show_question(subject)

    # Text size

    def enlarge(self) -> None:
        """Text a step larger."""
        self._set_scale(theme().scale + 0.1)

    def shrink(self) -> None:
        """Text a step smaller."""
        self._set_scale(theme().scale - 0.1)

    def usual_size(self) -> None:
        """Text as large as usual."""
        self._set_scale(1.0)

    def _set_scale(self, scale: float) -> None:
        theme().set_scale(scale)
        self._desk.settings.setValue(TEXT_SCALE, theme().scale)

    # Drawing

    def _redraw(self) -> None:
        session = self._session
        for action in self._needs_session:
            action.setEnabled(session is not None)
        for action in self._needs_library:
            action.setEnabled(session is not None and self._visit is None)
        self._economics.setEnabled(bool(session and session.questionnaire.economics))
        self._last_time.setEnabled(bool(session and session.details.follows))
        for action in self._needs_writing:
            action.setEnabled(session is not None and not session.read_only)
        self._redraw_undo()
        self._bar.show_session(session)
        milestone = session.milestone if session else None
        self._milestone_bar.show_milestone(milestone, session.formats if session else None)
        if self._visit is not None:
            self._milestone_bar.show_file(self._visit.opened.source.name)
        name = f"{session.details.company} – Boardkit" if session else "Boardkit"
        self.setWindowTitle(name[:120])

    def _redraw_undo(self) -> None:
        session = self._session
        self._undo.setText(session.undo_text if session and session.undo_text else "&Undo")
        self._redo.setText(session.redo_text if session and session.redo_text else "&Redo")
        self._undo.setEnabled(bool(session and session.undo_text))
        self._redo.setEnabled(bool(session and session.redo_text))
        if session is not None:
            self._bar.show_undo(session)

    # The window itself

    def _restore_place(self) -> None:
        scale = self._desk.settings.value(TEXT_SCALE)
        if scale is not None:
            theme().set_scale(float(str(scale)))
        geometry = self._desk.settings.value(GEOMETRY)
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1280, 800)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is asked: everything is saved already."""
        self._desk.settings.setValue(GEOMETRY, self.saveGeometry())
        self._close_session()
        if self._worker is not None:
            self._worker.close()
        self._desk.jobs.finish()
        if self._packs is not None:
            self._packs.forget()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.open_file(Path(local[0]))
