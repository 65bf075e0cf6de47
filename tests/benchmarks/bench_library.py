"""The start page over a library of ten assessments and of ten thousand, as a ratio in one run."""

from __future__ import annotations

import sqlite3
import time
from contextlib import ExitStack, closing
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from boardkit.examples import shipped_example
from boardkit.headlines import METHOD, headline_of
from boardkit.library import Library
from ui.desk import Desk
from ui.jobs import Jobs
from ui.pages.start import StartPage
from ui.theme import theme

COPY = """
WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
INSERT INTO assessments (id, created_at, content, company, period, board_date, answered, deleted,
    changed_at, changed_seq, seen, headline, headline_by, headline_seq)
SELECT 'a' || i, created_at, content, company || ' ' || (i * 7919 % 1000), period, board_date,
    answered, deleted, changed_at, changed_seq + i, 1, headline, headline_by, headline_seq + i
FROM assessments, n
"""


def library_of(count: int, folder: Path) -> Path:
    """A library with as many assessments, every headline of which stands."""
    path = folder / f"{count}.sqlite3"
    example = shipped_example("paperclip-2026-q3")
    with Library.open(path, "Bench") as library:
        library.add(example.assessment, example.questionnaire)
        library.see_scores(example.assessment.id)
        _, seq = library.numbered(example.assessment.id)
        headline = headline_of(example.questionnaire, example.assessment)
        library.store_headline(example.assessment.id, headline.data(), by=METHOD, seq=seq)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(COPY, {"count": count})
        connection.commit()
    return path


def test_ten_thousand_assessments(tmp_path: Path, qapp: QApplication) -> None:
    counts = (10, 10_000)
    taken: dict[int, list[dict[str, float]]] = {count: [] for count in counts}
    with ExitStack() as stack:
        desks = {}
        for count in counts:
            library = stack.enter_context(Library.open(library_of(count, tmp_path), "Bench"))
            settings = QSettings(str(tmp_path / f"{count}.ini"), QSettings.Format.IniFormat)
            desks[count] = Desk(library, Jobs(), settings, theme(), "en")
        for _ in range(9):
            for count in counts:
                taken[count].append(opened(desks[count], count, qapp))
        for desk in desks.values():
            desk.jobs.finish()
    for what in taken[10][0]:
        few, many = (1000 * min(run[what] for run in taken[count]) for count in counts)
        print(f"\n{what}: 10 rows {few:.1f} ms, 10,000 rows {many:.1f} ms, ratio {many / few:.1f}")


def opened(desk: Desk, count: int, application: QApplication) -> dict[str, float]:
    """Seconds to open the page and paint it, and to find, sort and filter in it."""
    times: dict[str, float] = {}
    started = time.perf_counter()

    def lap(what: str) -> None:
        nonlocal started
        page.repaint()
        application.processEvents()
        times[what] = time.perf_counter() - started
        started = time.perf_counter()

    page = StartPage(desk)
    page.resize(1280, 750)
    page.show()
    lap("the start page opens")
    found = page.shelf.table.found
    while found.rowCount() < count:
        application.processEvents()
    lap("the whole list")
    found.search("paper 1")
    lap("the first search")
    found.search("paper 12")
    lap("the next letter")
    found.search("")
    lap("everything again")
    page.shelf.table.sortByColumn(4, page.shelf.table.horizontalHeader().sortIndicatorOrder())
    lap("sorted by score")
    page.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return times
