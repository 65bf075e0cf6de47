"""How long the report page takes, as ratios to the bare work measured in the same run."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from boardkit.documents.worker import RenderWorker
from boardkit.examples import shipped_example
from boardkit.library import Library
from ui.desk import Desk
from ui.documents.page_pictures import drawn
from ui.jobs import Jobs
from ui.pages.report import ReportPage
from ui.session import Session
from ui.theme import theme


@pytest.fixture
def page(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReportPage]:
    """The report page of a full example, with its pages made."""
    monkeypatch.setenv("BOARDKIT_CACHE", str(tmp_path / "cache"))
    example, worker = shipped_example("paperclip-2026-q3"), RenderWorker()
    with Library.open(tmp_path / "library.sqlite3", "Bench") as library:
        library.add(example.assessment, example.questionnaire)
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        desk = Desk(library, Jobs(), settings, theme(), "en")
        session = Session(library, example.assessment.id, jobs=desk.jobs)
        made = ReportPage(desk, session, worker)
        made.resize(1280, 750)
        made.show()
        until(qapp, lambda: made._keeper.up_to_date and not desk.jobs.busy)
        yield made
        made.close()
        desk.jobs.finish()
        worker.close()


def until(application: QApplication, done: Callable[[], bool]) -> None:
    end = time.perf_counter() + 120
    while not done():
        assert time.perf_counter() < end
        application.processEvents()


def test_saving_what_is_made(page: ReportPage, qapp: QApplication, tmp_path: Path) -> None:
    """From the chosen place to the file and the sentence that says so."""
    path = page._keeper.path
    assert path is not None
    data = path.read_bytes()
    said: list[str] = []
    page._handling.said.connect(said.append)

    def save(number: int) -> float:
        start = time.perf_counter()
        page._save_to(tmp_path / f"{number}.pdf")
        until(qapp, lambda: len(said) > number)
        return time.perf_counter() - start

    def write(number: int) -> float:
        start = time.perf_counter()
        with (tmp_path / f"bare-{number}.pdf").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return time.perf_counter() - start

    ours = statistics.median([save(number) for number in range(15)])
    bare = statistics.median([write(number) for number in range(15)])
    print(
        f"\nsave: {ours * 1000:.0f} ms, {ours / bare:.1f} times a bare write ({bare * 1000:.1f} ms)"
    )
    assert ours < 0.1


def test_going_to_a_page_never_drawn(page: ReportPage, qapp: QApplication) -> None:
    """From the key to the page's own picture, against drawing it and nothing else."""
    view, pictures, pages = page._preview.view, page._preview._pictures, page._preview.pages
    assert pages is not None

    def go(number: int) -> float:
        pictures._kept.clear()
        start = time.perf_counter()
        view.go_to(number)
        until(qapp, lambda: pictures.has(*view._wish(number)))
        return time.perf_counter() - start

    def draw(number: int) -> float:
        start = time.perf_counter()
        drawn(pages, *view._wish(number))
        return time.perf_counter() - start

    numbers = list(range(pages.count)) * 4
    ours = statistics.median(go(number) for number in numbers)
    bare = statistics.median(draw(number) for number in numbers)
    print(
        f"\npage: {ours * 1000:.0f} ms, {ours / bare:.1f} times drawing it ({bare * 1000:.1f} ms)"
    )
