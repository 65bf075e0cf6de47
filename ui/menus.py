"""The menus: every action with its key, greyed out while there is nothing for it to act on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.open_assessment import OpenAssessment
from ui.widgets.labels import named_action

if TYPE_CHECKING:
    from ui.file_opening import FileOpening
    from ui.looking_back import LookingBack
    from ui.main_window import MainWindow
    from ui.screens import Screens
    from ui.window_place import WindowPlace

Keys = QKeySequence.StandardKey
REDO = ("Ctrl+Y", "Ctrl+Shift+Z")  # one system knows the one, another the other: both are at hand
Rule = Callable[[OpenAssessment], bool]  # of what is open, whether an action can act on it


def is_there(opened: OpenAssessment) -> bool:
    """Whether anything is open."""
    return opened.session is not None


def is_in_library(opened: OpenAssessment) -> bool:
    """Whether it is in the person's own library, and not in a file that is only visited."""
    return opened.session is not None and opened.visit is None


def is_writable(opened: OpenAssessment) -> bool:
    """Whether it can be changed."""
    return opened.session is not None and not opened.session.read_only


def has_economics(opened: OpenAssessment) -> bool:
    """Whether its questionnaire has a forecast."""
    return bool(opened.session and opened.session.questionnaire.economics)


def follows_another(opened: OpenAssessment) -> bool:
    """Whether it was started from an earlier assessment."""
    return bool(opened.session and opened.session.details.follows)


class Menus(QObject):
    """Of one window. What an action does is a method of the part that the menu is handed."""

    def __init__(self, bar: QMenuBar, opened: OpenAssessment, window: MainWindow) -> None:
        super().__init__(window)
        self._bar, self._opened, self._window = bar, opened, window
        self._rules: list[tuple[QAction, Rule]] = []

    def fill(
        self, files: FileOpening, screens: Screens, past: LookingBack, place: WindowPlace
    ) -> None:
        """Make every menu."""
        self._make_file(files, screens, past)
        self._make_edit(screens)
        self._make_view(screens, place)
        self._make_help()

    def _make_file(self, files: FileOpening, screens: Screens, past: LookingBack) -> None:
        opened, window = self._opened, self._window
        file = self._bar.addMenu("&File")
        self._add(file, "&All assessments", window.show_start, "Alt+Home")
        self._add(file, "&New assessment…", files.new_assessment, Keys.New)
        self._add(file, "&Open…", files.ask, Keys.Open)
        self._add(file, "Save a &copy…", opened.save_copy, Keys.SaveAs, is_there)
        self._add(file, "&Keep milestone…", past.keep_milestone, "Ctrl+M", is_writable)
        self._add(file, "&Milestones…", past.show_milestones, "Ctrl+Shift+M", is_in_library)
        self._add(
            file, "Ne&xt assessment from this one…", past.start_next, "Ctrl+Shift+N", is_in_library
        )
        self._add(file, "&Make the board pack…", screens.show_report, Keys.Print, is_there)
        self._add(
            file, "Make a comparison &report…", screens.show_comparison_report, None, is_there
        )
        self._add(file, "What became of &last time…", past.show_last_time, None, follows_another)
        file.addSeparator()
        self._add(file, "&Quit", window.close, Keys.Quit)

    def _make_edit(self, screens: Screens) -> None:
        edit = self._bar.addMenu("&Edit")
        self.undo = self._add(edit, "&Undo", self._opened.undo, Keys.Undo)
        self.redo = self._add(edit, "&Redo", self._opened.redo, Keys.Redo)
        others = [QKeySequence(keys) for keys in REDO if keys != self.redo.shortcut().toString()]
        self.redo.setShortcuts([self.redo.shortcut(), *others])
        edit.addSeparator()
        self._add(edit, "&Find a question…", screens.find_question, Keys.Find, is_there)
        self._add(edit, "&Details…", self._opened.edit_details, "Ctrl+I", is_writable)

    def _make_view(self, screens: Screens, place: WindowPlace) -> None:
        view = self._bar.addMenu("&View")
        self._add(view, "&Questions", screens.show_questions, "Ctrl+1", is_there)
        self._add(view, "&Result", screens.show_result, "Ctrl+2", is_there)
        self._add(view, "&Economics", screens.show_economics, "Ctrl+3", has_economics)
        self._add(view, "&Compare", screens.show_compare, "Ctrl+4", is_there)
        self._add(view, "Over &time", screens.show_trend, "Ctrl+Shift+4", is_there)
        self._add(view, "Re&port", screens.show_report, "Ctrl+5", is_there)
        view.addSeparator()
        self._add(view, "&Larger text", place.enlarge, Keys.ZoomIn)
        self._add(view, "&Smaller text", place.shrink, Keys.ZoomOut)
        self._add(view, "&Usual text size", place.usual_size, "Ctrl+0")

    def _make_help(self) -> None:
        menu = self._bar.addMenu("&Help")
        self._add(menu, "&Keys", self._window.show_keys, Keys.HelpContents)
        self._add(menu, "&About Boardkit", self._window.show_about)

    def _add(
        self, menu: QMenu, text: str, what: Callable[[], object], keys: Keys | str | None = None,
        rule: Rule | None = None,
    ) -> QAction:  # fmt: skip
        action = named_action(text, self._window)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        if rule is not None:
            self._rules.append((action, rule))
        action.triggered.connect(what)
        menu.addAction(action)
        return action

    def redraw(self) -> None:
        """Grey out what cannot be done with what is open."""
        for action, rule in self._rules:
            action.setEnabled(rule(self._opened))
        self.redraw_undo()

    def redraw_undo(self) -> None:
        """Name what undo and redo would do."""
        session = self._opened.session
        self.undo.setText(session.undo_text if session and session.undo_text else "&Undo")
        self.redo.setText(session.redo_text if session and session.redo_text else "&Redo")
        self.undo.setEnabled(bool(session and session.undo_text))
        self.redo.setEnabled(bool(session and session.redo_text))
