"""The scores of two states side by side, how far each went, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from boardkit.comparison.lines import ScoreLine
from boardkit.english import sentence
from boardkit.formats import MINUS
from ui.theme import theme
from ui.widgets.figure_table import FigureTable, figure
from ui.widgets.lane import Lane


class ScoreTable(FigureTable):
    """A row a score, with where it lies eight times out of ten."""

    def __init__(
        self, heads: tuple[str, str, str], lines: Sequence[ScoreLine], *, wide: bool
    ) -> None:
        super().__init__(heads, wide=wide)
        for line in lines:
            sides = zip(
                heads[:2], (line.before, line.after), (line.before_range, line.after_range),
                strict=True,
            )  # fmt: skip
            cells = [_score(f"{line.title}, {name}", *side) for name, *side in sides]
            told = (sentence(line.odds), line.range.rstrip("."))
            said = ". ".join(part for part in told if part)
            self.add(line.title, (*cells, _change(line)), f"{said}." if said else "")


def _score(name: str, score: str, found: str) -> QWidget:
    cell = Lane(gap=0)
    cell.add(figure(name, score))
    if found:
        cell.add(figure(f"{name}, eight times out of ten", found, "small"))
    cell.end()
    return cell


def _change(line: ScoreLine) -> QLabel:
    """With an arrow and a colour, where it moved."""
    kind = {True: ", better", False: ", worse", None: ""}[line.better]
    made = figure(f"{line.title}, change{kind}", arrowed(line.change), "subheading")
    if line.better is not None:
        made.setStyleSheet(f"color: {tone(better=line.better)}")
    return made


def arrowed(amount: str) -> str:
    """A printed amount with an arrow in the direction in which it goes."""
    arrow = {"+": "▲ ", MINUS: "▼ "}.get(amount[:1], "")
    return f"{arrow}{amount}"


def tone(*, better: bool) -> str:
    """The colour of what got better, or worse."""
    charts = theme().tones.charts
    return charts.better if better else charts.exposure
