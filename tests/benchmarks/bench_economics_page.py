"""How long a moved input takes until it is painted, against a bare repaint of the same page."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from boardkit.examples import shipped_example
from boardkit.library import Library
from ui.desk import Desk
from ui.jobs import Jobs
from ui.pages.economics import EconomicsPage
from ui.session import Session
from ui.theme import theme
from ui.widgets.input_row import InputRow, Slider

MOVES = 300


def test_slider(tmp_path: Path, qapp: QApplication) -> None:
    with Library.open(tmp_path / "library.sqlite3", "Bench") as library:
        example = shipped_example("paperclip-2026-q3")
        library.add(example.assessment, example.questionnaire)
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        desk = Desk(library, Jobs(), settings, theme(), "en")
        page = EconomicsPage(desk, Session(library, example.assessment.id))
        page.resize(1280, 750)
        page.show()
        while not page.is_drawn:
            qapp.processEvents()
        row = next(one for one in page.findChildren(InputRow) if one.symbol == "delta")
        (slider,) = row.findChildren(Slider)
        places = range(slider.minimum(), slider.maximum())

        def move(number: int) -> None:
            slider.setValue(places[(number * 7) % len(places)])
            qapp.processEvents()

        def repaint(_: int) -> None:
            page.repaint()

        for name, clock in (("wall", time.perf_counter), ("processor", time.thread_time)):
            moves, bare = timed(move, clock), timed(repaint, clock)
            middle, late = statistics.median(moves), sorted(moves)[int(0.99 * MOVES)]
            usual = statistics.median(bare)
            print(
                f"\na slider moved until painted, {name} time: median {middle:.1f} ms, p99 "
                f"{late:.1f} ms, least {min(moves):.1f} ms; {middle / usual:.1f} times a bare "
                f"repaint of the page ({usual:.2f} ms); frame 16.7 ms"
            )
        page.deleteLater()


def timed(work: Callable[[int], None], clock: Callable[[], float]) -> list[float]:
    """Milliseconds of each run, after a few that are not counted."""
    taken = []
    for number in range(MOVES + 10):
        start = clock()
        work(number)
        taken.append(1000 * (clock() - start))
    return taken[10:]
