"""The cards that list what of the answers deserves a look, each leading to its questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boardkit.answer_texts import AMOUNT_MEANT
from ui.result_lines import Link, Remark, ResultLines
from ui.widgets.labels import label
from ui.widgets.question_links import QuestionLinks
from ui.widgets.score_card import Card


class LookCards(QWidget):
    """Makes the cards of one result; shows none of them itself."""

    question_wanted = Signal(str)

    def __init__(self, lines: ResultLines, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._lines = lines

    def all(self) -> list[Card]:
        """What caps a score, what is doubtful, what is open or weak, and what was changed."""
        lines = self._lines
        lists = (
            self.of_links("Not answered yet", lines.open()),
            self.of_links("Don’t know", lines.unknown()),
        )
        return [
            *self._remarks("What caps a score", lines.gates()),
            *self.unusual(),
            *self.disagreements(),
            *(frame for frame in lists if frame is not None),
            *self.on_judgement(),
            *self.changed(),
        ]

    def unusual(self) -> list[Card]:
        """Amounts that are smaller than they usually are."""
        return self._remarks(AMOUNT_MEANT, self._lines.unusual())

    def disagreements(self) -> list[Card]:
        """Answers that cannot both be right."""
        return self._remarks("Answers that disagree", self._lines.disagreements())

    def on_judgement(self) -> list[Card]:
        """Scored answers that nothing proves."""
        made = self.of_links(
            f"On {self._lines.weak} only", self._lines.on_judgement(),
            "Set back to unknown in what counts as proven, where that lowers a score.",
        )  # fmt: skip
        return [made] if made is not None else []

    def changed(self) -> list[Card]:
        """Answers changed after somebody had seen the scores."""
        made = self.of_links(
            "Changed since the scores were first seen", self._lines.changed_since_seen(),
            "The pack’s readers may ask why.",
        )  # fmt: skip
        return [made] if made is not None else []

    def _remarks(self, title: str, remarks: Sequence[Remark]) -> list[Card]:
        if not remarks:
            return []
        made = Card(title, gap=6)
        for remark in remarks:
            if remark.title:
                made.add(label(remark.title, "subheading"))
            made.add(label(remark.text))
            made.add_hanging(self.links(remark.links))
        return [made]

    def of_links(
        self, title: str, links: Sequence[Link], about: str = "", *, first: int = 5
    ) -> Card | None:
        """A list of questions under a title; nothing where it would be empty."""
        if not links:
            return None
        made = Card(gap=6)
        head = QHBoxLayout()
        head.addWidget(label(title, "kicker"), 1)
        head.addWidget(label(str(len(links)), "kicker", wrap=False))
        made.add(head)
        if about:
            made.add(label(about, "small"))
        made.add_hanging(self.links(links, first=first))
        return made

    def links(self, links: Sequence[Link], *, first: int = 5) -> QuestionLinks:
        """Rows that lead to questions, the rest of them folded away."""
        made = QuestionLinks(links, first=first)
        made.wanted.connect(self.question_wanted)
        return made
