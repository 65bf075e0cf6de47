"""The cards that the analysis fills: what to change, what to find out, and where the doubt comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from boardkit.chances import what_a_draw_is
from boardkit.documents.what_drives import ChoiceRow, WhatDrives
from boardkit.documents.what_to_do import OptionLine, WhatToDo
from boardkit.scoring.analysis import Analysis
from ui.result_lines import ResultLines
from ui.theme import theme
from ui.widgets.finding_row import FindingRow, SharesBar
from ui.widgets.folding import Fold
from ui.widgets.labels import label
from ui.widgets.question_links import QuestionLinks
from ui.widgets.score_card import Card

FIRST = 5  # answers to firm up, and drivers, that are shown


class FindingCards(QWidget):
    """Makes the cards of one analysis; every row leads to its question."""

    question_wanted = Signal(str)

    def __init__(
        self, lines: ResultLines, analysis: Analysis, parent: QWidget, *, wide: bool
    ) -> None:
        super().__init__(parent)
        self._wide = wide
        self.hide()  # it makes cards and shows none of them itself
        self._lines, self._found = lines, analysis
        method = lines.questionnaire.methodology
        self._to_do = WhatToDo(lines.result, method, lines.formats)
        self._drives = WhatDrives(lines.result, method, lines.formats)

    # What to do

    def moves(self) -> list[Card]:
        """The least that would have to change, and the options considered."""
        say, moves = self._to_do, self._found.moves
        made = Card("The least that would have to change", gap=6)
        made.add(label(say.moves(moves)))
        rows = say.move_rows(moves)
        green = theme().tones.charts.better
        for place, row in enumerate(rows, 1):
            note = f"{row.question} · comes to {row.after}" if row.question else ""
            made.add_hanging(
                self._row(
                    FindingRow(row.question, str(place), row.text, note, row.points, color=green)
                )
            )
        notes = (say.figures_explained(moves), say.path(moves))
        if note := " ".join(part for part in notes if part):
            made.add(label(note, "small"))
        if options := say.options(moves, self._found.options):
            table = self._options(options, say.target(moves))
            made.add_hanging(_folded("Options considered", table))
        return [made]

    @staticmethod
    def _options(options: Sequence[OptionLine], target: str) -> QWidget:
        table = QWidget()
        grid = _grid(table)
        grid.addWidget(label(f"How likely each is to reach {target}:", "small"), 0, 0, 1, 2)
        for row, one in enumerate(options):
            words = f"{one.changes}; {one.after} {one.band}".rstrip()
            grid.addWidget(label(one.title), 2 * row + 1, 0)
            chance = label(one.chance, "subheading", wrap=False)
            grid.addWidget(chance, 2 * row + 1, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(words, "small"), 2 * row + 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return table

    def firm_up(self) -> list[Card]:
        """What to find out next."""
        found, say = self._found.firm_up, self._to_do
        if found is None:
            return []
        made = Card("Firm up next", gap=6)
        told = say.firm_up(found)
        if self._lines.result.headline.too_early and found.by == "band":  # nothing above says it
            told += f" {what_a_draw_is(self._found.intervals.draws, self._lines.formats)}"
        made.add(label(told, "small"))
        for row in say.firming_rows(found)[:FIRST]:
            note = f"{row.standing}. {row.text}"
            made.add_hanging(self._row(FindingRow(row.question, row.question, row.title, note)))
        return [made]

    # Where the doubt comes from

    def drivers(self) -> list[Card]:
        """The answers that matter most, and what all of them share."""
        found, say = self._found.drivers, self._drives
        rows = say.driver_rows(found) if found is not None else ()
        if found is None or not rows:
            return []
        made = Card("What the doubt comes from", gap=6)
        made.add(label(f"{say.drivers_title(found)}.", "subheading"))
        note = "The bar is what an answer carries of the doubt about its score; the hollow one, what it weighs."
        made.add(label(note, "small"))
        for row in rows[:FIRST]:
            bar = SharesBar(row.doubt, row.weight, self._lines.color(row.composite))
            figure = self._lines.formats.percent(100 * row.doubt, 0)
            made.add_hanging(
                self._row(
                    FindingRow(
                        row.question,
                        row.question,
                        row.title,
                        row.text,
                        figure,
                        bar=bar,
                        wide=self._wide,
                    )
                )
            )
        if optimism := say.optimism(found):
            made.add_gap(6)
            made.add(label(optimism, "muted"))
        return [made]

    # The method, and concentration

    def concentration(self) -> list[Card]:
        """How concentrated revenue is."""
        found = self._found.concentration
        if found is None:
            return []
        made = Card("How concentrated revenue is", gap=6)
        made.add(label(self._drives.concentration(found)))
        if largest := self._drives.largest(found):
            made.add(label(largest, "muted"))
        links = QuestionLinks([self._lines.link(found.question)])
        links.wanted.connect(self.question_wanted)
        made.add_hanging(links)
        return [made]

    def method(self) -> list[Card]:
        """What other choices of method would come to, folded away."""
        constants = self._found.method_sensitivity
        if not constants:
            return []
        made = Card("If the method were built differently", gap=6)
        made.add(label(f"{self._drives.method_title(constants)}."))
        rows = self._drives.choice_rows(constants)
        made.add_hanging(_folded(f"All {len(rows)} choices", self._choices(rows)))
        return [made]

    @staticmethod
    def _choices(rows: Sequence[ChoiceRow]) -> QWidget:
        table = QWidget()
        grid = _grid(table)
        for place, row in enumerate(rows):
            grid.addWidget(label(row.title), place, 0)
            grid.addWidget(label(row.chosen, "muted"), place, 1)
            grid.addWidget(label(f"{row.less}: {row.less_score}", "muted"), place, 2)
            grid.addWidget(label(f"{row.more}: {row.more_score}", "muted"), place, 3)
        for column, share in enumerate((5, 2, 4, 4)):
            grid.setColumnStretch(column, share)
        return table

    def _row(self, row: FindingRow) -> FindingRow:
        row.wanted.connect(self.question_wanted)
        return row


def _folded(title: str, inside: QWidget) -> Fold:
    made = Fold("", title)
    made.put(inside)
    made.set_open(False)
    return made


def _grid(table: QWidget) -> QGridLayout:
    grid = QGridLayout(table)
    px = theme().px
    grid.setContentsMargins(px(5), px(4), px(5), px(4))
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(3))
    return grid
