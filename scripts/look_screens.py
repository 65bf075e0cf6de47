"""Draws every screen of the window to PNG: both themes, both sizes, 200% text, telling cases."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from boardkit.assessment import Answer, Details
from boardkit.content import load_questionnaire, shipped_questionnaire
from boardkit.examples import shipped_examples
from boardkit.library import Library
from scripts.look_comparisons import comparisons
from scripts.look_dialogs import dialogs
from scripts.look_later import later_dialogs
from ui.app import made_application
from ui.desk import Desk
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.milestones import add_next
from ui.pages.economics import EconomicsPage
from ui.pages.result import ResultPage
from ui.session import Session
from ui.theme import theme
from ui.widgets.preview import Preview
from ui.widgets.report_pane import ReportPane

INDEX = Path(__file__).parents[1] / "tests" / "fixtures" / "hdi"
LONG = "The Honourable Company of Makers of Extraordinarily Long Names and Their Successors " * 5


@dataclass(frozen=True)
class View:
    """One way to look at a screen."""

    name: str
    width: int
    height: int
    scale: float = 1.0
    dark: bool = False


VIEWS = (
    View("light", 1280, 800),
    View("dark", 1280, 800, dark=True),
    View("small", 1024, 700),
    View("small-200", 1024, 700, scale=2.0),
)

QUESTIONS = ("J06", "A01", "A03", "A08", "B01", "B05", "C04", "D02", "D04", "E04", "H02", "J07")


def main(folder: Path = Path("build/look")) -> int:
    """Every screen in every view; prints the folder."""
    screens = folder / "screens"
    screens.mkdir(parents=True, exist_ok=True)
    application = made_application()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch)
        with Library.open(path / "library.sqlite3", "Chief of staff") as library:
            settings = QSettings(str(path / "settings.ini"), QSettings.Format.IniFormat)
            desk = Desk(library, Jobs(), settings, theme(), "en")
            window = MainWindow(desk)
            window.show()
            for name in _screens(window, library):
                _settle(application, desk)
                while _waits(window):
                    _settle(application, desk)
                _settle(application, desk)
                for view in VIEWS:
                    _draw(application, window, screens / f"{name}-{view.name}.png", view)
            _draw_dialogs(application, window, desk, screens)
            window.close()
    print(screens)
    return 0


def _waits(window: MainWindow) -> bool:
    """Whether a result still says that it is being worked out, or a document that it is being made."""
    shown = [page for page in window.findChildren(ResultPage) if page.isVisible()]
    if any(page.body is not None and not page.body.has_findings for page in shown):
        return True
    previews = [preview for preview in window.findChildren(Preview) if preview.isVisible()]
    return any(preview.pages is None for preview in previews)


def _screens(window: MainWindow, library: Library) -> Iterator[str]:
    """Puts the window before one screen after another, and names it."""
    yield "start-first-time"
    for example in shipped_examples():
        library.add(example.assessment, example.questionnaire)
    empty = library.create(
        shipped_questionnaire(), Details(company="Untouched Ltd", currency="GBP")
    )
    long = library.create(shipped_questionnaire(), Details(company=LONG[:400], sponsor=LONG[:400]))
    for example in shipped_examples()[1:]:  # the first has not been looked at
        library.see_scores(example.assessment.id)
    library.keep_milestone(shipped_examples()[-1].assessment.id, "Q3 board")
    library.archive(empty.id)
    unknown = library.create(shipped_questionnaire(), Details(company="All at Sea Ltd"))
    for one in shipped_questionnaire().questions:
        library.record(unknown.id, one.id, Answer(state="dont_know"))
    window.show_start()
    yield "start"
    window.opened.open("paperclip-2026-q3")
    for question in QUESTIONS:
        window.screens.show_question(question)
        yield f"question-{question}"
    window.screens.show_result()
    yield "result-exposed"
    yield from _economics(window, library)
    window.opened.open("paperclip-2026-q3")
    window.screens.show_report()
    yield "report"
    report = window.findChild(ReportPane)
    assert report is not None
    report.show_decisions()
    yield "report-decisions"
    yield from _quarters(window, library)
    yield from comparisons(window, library)
    for name, key in (
        ("critical", "dustjacket-2026-q3"),
        ("manageable", "switchback-2026-q3"),
        ("insulated", "lanternfish-2026-q3"),
        ("index", _published_index(library)),
    ):
        window.opened.open(key)
        window.screens.show_result()
        yield f"result-{name}"
    for name, key in (
        ("half", "half-timbered-2026-q3"),
        ("empty", empty.id),
        ("unknown", unknown.id),
        ("long-name", long.id),
    ):
        window.opened.open(key)
        yield f"question-{name}"
        window.screens.show_result()
        yield f"result-{name}"


def _published_index(library: Library) -> str:
    """A country in the questionnaire of another subject."""
    index = load_questionnaire(INDEX)
    values = {"life": 72.1, "expected": 14.2, "mean": 9.1, "income": 18_000.0}
    answers = {key: Answer(value=value, basis="exact") for key, value in values.items()}
    return library.create(index, Details(company="Ruritania"), answers).id


def _quarters(window: MainWindow, library: Library) -> Iterator[str]:
    """A milestone that is looked at, and the assessment that follows it."""
    key = "paperclip-2026-q3"
    window.past.open_milestone(library.keep_milestone(key, "Q3 2026 board"))
    yield "milestone-result"
    window.screens.show_question("A01")
    yield "milestone-question"
    window.past.open_next(add_next(library, key, None, "Q4 2026", date(2027, 3, 30)))
    yield "confirming-list"
    window.screens.show_question("A01")
    yield "confirming-question"


def _draw_dialogs(application: QApplication, window: MainWindow, desk: Desk, screens: Path) -> None:
    session = Session(desk.library, "paperclip-2026-q3", locale=desk.locale, jobs=desk.jobs)
    for name, make in chain(dialogs(window, desk, session), later_dialogs(window, desk, session)):
        for view in VIEWS:
            _look_like(window, view)
            dialog = make()
            dialog.show()
            _settle(application, desk)
            dialog.grab().save(str(screens / f"dialog-{name}-{view.name}.png"))
            dialog.close()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle(application: QApplication, desk: Desk) -> None:
    """Until nothing is under way, nor about to begin once the screen has been painted."""
    quiet = time.monotonic() + 0.1
    while desk.jobs.busy or time.monotonic() < quiet:
        application.processEvents()


def _economics(window: MainWindow, library: Library) -> Iterator[str]:
    """The exposed example, where both paths fall short, next to no answers, and what is out of line."""
    window.screens.show_economics()
    yield "economics-exposed"
    (page,) = window.findChildren(EconomicsPage)
    page.what_if.pick("severe")
    yield "economics-severe"
    only_arr = library.create(
        shipped_questionnaire(),
        Details(company="Only ARR Ltd", currency="GBP", modules=("core",)),
        {"A01": Answer(value=85e6, basis="export")},
    )
    window.opened.open(only_arr.id)
    window.screens.show_economics()
    yield "economics-only-arr"
    window.opened.open("switchback-2026-q3")
    window.screens.show_economics()
    yield "economics-out-of-line"


def _draw(application: QApplication, window: MainWindow, file: Path, view: View) -> None:
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # closed pages, before a restyle
    _look_like(window, view)
    for _ in range(5):
        application.processEvents()
    window.grab().save(str(file))


def _look_like(window: MainWindow, view: View) -> None:
    theme().set_dark(view.dark)
    theme().set_scale(view.scale)
    window.resize(view.width, view.height)


if __name__ == "__main__":
    sys.exit(main())
