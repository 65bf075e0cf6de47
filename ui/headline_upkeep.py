"""Keeps the headlines of the list up to date: those that no longer stand are computed again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from boardkit.errors import BoardkitError
from boardkit.headlines import METHOD
from boardkit.library.entries import Entry
from ui.desk import Desk
from ui.later import Later

if TYPE_CHECKING:
    from boardkit.library import Library
    from ui.jobs import Progress

BATCH = 12  # assessments computed before what they come to is shown


class HeadlineUpkeep(QObject):
    """Computes in the background, a few at a time, in the order of the list."""

    computed = Signal(object)  # the headlines as JSON, by assessment

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._left: list[str] = []
        self._under_way: Later | None = None

    def take(self, entries: Sequence[Entry]) -> None:
        """Bring the headlines of these up to date."""
        self._left[:] = [entry.id for entry in entries if not entry.headline_stands(METHOD)]
        self._go_on()

    def _go_on(self) -> None:
        if self._under_way is not None or not self._left:
            return
        batch, self._left[:] = self._left[:BATCH], self._left[BATCH:]
        work = Later(self._desk.jobs, partial(compute, self._desk.library, batch))
        work.done.connect(self._take)
        work.failed.connect(self._stop)
        self.destroyed.connect(work.cancel)
        self._under_way = work

    @Slot(object)
    def _take(self, computed: dict[str, str]) -> None:
        self._under_way = None
        self.computed.emit(computed)
        self._go_on()

    @Slot(object)
    def _stop(self, _: Exception) -> None:
        """Whatever failed is told where somebody asks for it; the list goes without."""
        self._under_way = None
        self._left.clear()


def compute(library: Library, batch: Sequence[str], progress: Progress) -> dict[str, str]:
    """The headlines of some assessments, stored with them; what cannot be computed is left out."""
    import json

    from boardkit.headlines import headline_of

    found = {}
    for assessment_id in batch:
        progress.check()
        try:
            assessment, seq = library.numbered(assessment_id)
            questionnaire = library.questionnaire(assessment.questionnaire.digest)
            data = headline_of(questionnaire, assessment).data()
            library.store_headline(assessment_id, data, by=METHOD, seq=seq)
        except BoardkitError:
            continue
        found[assessment_id] = json.dumps(data)
    return found
