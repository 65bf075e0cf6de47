"""What is doubtful in a forecast, and the published facts that it is out of line with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from boardkit.answer_texts import AMOUNT_MEANT
from boardkit.economics.wording import ForecastWords
from ui.theme import theme
from ui.widgets.folding import Fold
from ui.widgets.labels import label
from ui.widgets.row_button import HANG


class DoubtCard(QFrame):
    """Hidden while there is nothing; its sentences follow an input that moves, in place."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "warn")
        px = theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(14) - px(HANG), px(12), px(14) - px(HANG), px(8))
        layout.setSpacing(px(6))
        self._heading = self._text("", "subheading")
        layout.addWidget(self._heading)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        layout.addLayout(self._lines)
        self._published = self._text("", "small")
        layout.addWidget(self._published)
        self._fold = Fold("facts", "What was published")
        layout.addWidget(self._fold)
        self._doubts: list[QLabel] = []
        self._facts: tuple[str, ...] = ()
        self._claims: tuple[str, ...] = ()

    def show_doubts(self, words: ForecastWords) -> None:
        """Show which amount may be mistyped, what is out of line or past a bound, or nothing."""
        found, register = words.forecast.out_of_line, words.forecast.register
        unusual = tuple(words.unusual(row) for row in register if row.unusual)
        held = tuple(words.held(row) for row in register if row.held)
        doubts = (*unusual, *words.doubts(), *held)
        self.setVisible(bool(doubts))
        titles = (
            (unusual, AMOUNT_MEANT),
            (found, "Out of line with what is published"),
            (held, "Held at a bound"),
        )
        named = [title for some, title in titles if some]
        self._heading.setText(named[0] if len(named) == 1 else "To be looked at again")
        self._say(doubts)
        facts = tuple(dict.fromkeys(fact for one in found for fact in one.facts))
        if facts != self._facts:
            self._facts, self._claims = facts, tuple(map(words.source, facts))
            self._published.setText(f"{'; '.join(map(words.published, facts))}.")
            self._fill()
            self._fold.set_open(False)
        self._published.setVisible(bool(facts))
        self._fold.setVisible(bool(facts))

    def _say(self, doubts: Sequence[str]) -> None:
        while len(self._doubts) < len(doubts):
            self._doubts.append(self._text("", ""))
            self._lines.addWidget(self._doubts[-1])
        for number, line in enumerate(self._doubts):
            line.setVisible(number < len(doubts))
            line.setText(doubts[number] if number < len(doubts) else "")

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("canvas")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, theme().px(6))
        layout.setSpacing(theme().px(6))
        for claim in self._claims:
            layout.addWidget(self._text(claim, "small"))
        self._fold.put(inside)

    @staticmethod
    def _text(text: str, look: str) -> QLabel:
        made = label(text, look)
        made.setContentsMargins(theme().px(HANG), 0, theme().px(HANG), 0)
        return made
