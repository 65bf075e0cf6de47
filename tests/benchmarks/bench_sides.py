"""Choosing what to compare, in a library of ten assessments and of ten thousand, as a ratio in one run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from boardkit.examples import shipped_example
from boardkit.formats import Formats
from boardkit.library import Library
from tests.benchmarks.bench_library import library_of
from ui.dialogs.choose_side import ChooseSideDialog
from ui.reach import Reach
from ui.sides import Choices, choices

ROUNDS = 7
LETTER = 100  # milliseconds that a letter may take to be followed


def test_choosing_among_ten_thousand(tmp_path: Path, qapp: QApplication) -> None:
    example = shipped_example("paperclip-2026-q3")
    taken: dict[int, list[dict[str, float]]] = {10: [], 10_000: []}
    with ExitStack() as stack:
        reaches = {}
        for count in taken:
            library = stack.enter_context(Library.open(library_of(count, tmp_path), "Bench"))
            library.keep_milestone(example.assessment.id, "Q3 board")
            reaches[count] = Reach(library)
        for _ in range(ROUNDS):
            for count, reach in reaches.items():
                times: dict[str, float] = {}
                with lap(times, "finding out what there is, in the background"):
                    found = choices(reach, example.assessment, example.questionnaire, Formats())
                    found.make_ready()
                chosen(found, times, qapp)
                taken[count].append(times)
    for what in taken[10][0]:
        few, many = (1000 * min(run[what] for run in runs) for runs in taken.values())
        print(f"\n{what}: 10 rows {few:.1f} ms, 10,000 rows {many:.1f} ms, ratio {many / few:.1f}")
        assert what.startswith("finding") or many < LETTER


def chosen(found: Choices, times: dict[str, float], application: QApplication) -> None:
    """Open the list, and type the name of what is looked for."""
    with lap(times, "the list opens"):
        dialog = ChooseSideDialog("Compare with what?", found, found.before)
        dialog.show()
        application.processEvents()
    type_into: Callable[[str], None] = dialog._search
    for letters in ("p", "pa", "paper 12", ""):
        with lap(times, f"“{letters}” is typed"):
            type_into(letters)
            dialog.repaint()
            application.processEvents()
    dialog.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def lap(times: dict[str, float], what: str) -> Iterator[None]:
    """Seconds of the processor."""
    started = time.process_time()
    yield
    times[what] = time.process_time() - started
