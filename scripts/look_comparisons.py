"""Puts the window before telling comparisons, and names each."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel

from boardkit.assessment import Answer
from boardkit.content import shipped_questionnaire
from boardkit.examples import shipped_example
from boardkit.library import Library
from boardkit.migration import migrate
from boardkit.references import shipped_references
from tests.support.second_edition import second_edition
from ui.main_window import MainWindow
from ui.pages.compare import ComparePage
from ui.sides import WORKING, Key
from ui.widgets.library_table import LibraryTable

BOTH = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
EARLIER, LATER = "paperclip-2026-q2", "paperclip-2026-q3"


def comparisons(window: MainWindow, library: Library) -> Iterator[str]:
    """Little and large change, two companies, two versions, a trend, and nothing to compare."""
    window.show_start()
    (table,) = [one for one in window.findChildren(LibraryTable) if one.isVisible()]
    table.mark(EARLIER)
    row = table.found.row_of(LATER)
    assert row is not None
    table.selectionModel().select(table.found.index(row, 0), BOTH)
    yield "start-two-marked"
    window.opened.open("lanternfish-2026-q3")
    window.screens.show_compare()
    yield "compare-nothing-yet"
    assessment = library.duplicate(
        LATER, shipped_example(LATER).details.model_copy(update={"period": "Q4 2026"})
    )
    library.keep_milestone(assessment.id, "Q3 board")
    library.record(assessment.id, "B10", Answer(value=2, basis="export", note="Signed in October."))
    library.record(assessment.id, "A05", Answer(state="dont_know"))
    window.opened.open(assessment.id)
    window.screens.show_compare()
    yield "compare-little"
    _compare(window, Key("assessment", EARLIER), Key("assessment", LATER))
    yield "compare-large"
    _compare(window, Key("example", "lanternfish-2026-q3"), WORKING)
    yield "compare-companies"
    name = next(one for one in shipped_references() if one.name == "Datadog").assessment.id
    _compare(window, Key("reference", name), WORKING)
    yield "compare-reference"
    library.keep_milestone(assessment.id, "Before the pricing decision")
    library.record(assessment.id, "B01", Answer(value=4, basis="contract"))
    window.opened.open(assessment.id)
    window.screens.show_trend()
    yield "compare-trend"
    newer = second_edition()
    moved, _ = migrate(assessment, shipped_questionnaire(), newer)
    moved = moved.model_copy(update={"id": "newer"})
    library.add(moved, newer)
    window.opened.open("newer")
    _compare(window, Key("assessment", EARLIER), WORKING)
    yield "compare-versions"


def _compare(window: MainWindow, before: Key, after: Key) -> None:
    window.screens.show_compare()
    page = next(one for one in window.findChildren(ComparePage) if one.isVisible())
    page.compare(before, after)
