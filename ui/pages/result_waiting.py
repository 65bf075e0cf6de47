"""What stands on the result page in the place of cards that are still being worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.reading import Standing
from ui.pages.result_findings import FIRST
from ui.result_lines import ResultLines
from ui.theme import theme
from ui.widgets.labels import label
from ui.widgets.score_card import Card
from ui.widgets.skeleton import Skeleton

CHANGES = 2  # rows that a smallest set of moves usually has
FEW = 3  # answers to firm up that are usually worth it once a band is named


@dataclass(frozen=True)
class Waiting:
    """A card to come: its title, what is being worked out, and about how many rows it will have."""

    title: str
    doing: str
    rows: int
    lines: int = 2  # of text in a row


def waiting_for(name: str, lines: ResultLines) -> Waiting:
    """The card to come of that name, as high as it is likely to be."""
    count = min(doubtful(lines), FIRST)
    head = lines.result.headline
    bands = lines.questionnaire.methodology.headline.bands
    best = bands[0 if head.shown == "exposure" else -1].id
    at_best = head.band is not None and head.band.id == best
    return {
        "moves": Waiting(
            "The least that would have to change",
            "Looking for the fewest changes that reach the next band…", 0 if at_best else CHANGES, 3,
        ),
        "firm_up": Waiting(
            "Firm up next",
            "Weighing what each answer would be worth if it were certain…",
            count if head.too_early else min(count, FEW), 3,
        ),
        "drivers": Waiting(
            "What the doubt comes from",
            "Splitting the doubt about the score among the answers…", count + 2,
        ),
        "concentration": Waiting(
            "How concentrated revenue is",
            "Counting how many customers of equal size that is like…", 1, 1,
        ),
        "method": Waiting(
            "If the method were built differently",
            "Trying other choices of method on the same answers…", 1, 1,
        ),
    }[name]  # fmt: skip


def doubtful(lines: ResultLines) -> int:
    """How many scored answers are in doubt."""
    method = lines.questionnaire.methodology
    return sum(
        one.weight > 0
        and (one.standing is not Standing.ANSWERED or method.basis_of(one.basis).half_width > 0)
        for one in lines.result.indicators
    )


class Slot(QWidget):
    """Keeps the place of cards that are still being worked out, in their likely shape."""

    def __init__(self, waiting: Waiting) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().px(16))
        card = Card(waiting.title, gap=6)
        card.add(label(waiting.doing, "muted"))
        if waiting.rows:
            card.add(Skeleton(waiting.rows, waiting.lines))
        card.fill_up()
        self._waiting: Card | None = card
        self._layout.addWidget(card)

    @property
    def waits(self) -> bool:
        """Whether its cards are still being worked out."""
        return self._waiting is not None

    def fill(self, cards: Sequence[Card]) -> None:
        """Put in the cards, in the place of what was said of them."""
        if self._waiting is not None:
            self._waiting.hide()
            self._waiting.deleteLater()
            self._waiting = None
        for one in cards:
            self._layout.addWidget(one)
            one.fill_up()
            one.show()  # a layout shows what is added later only by and by
        self.setVisible(bool(cards))
