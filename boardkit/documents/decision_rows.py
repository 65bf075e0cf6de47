"""The decisions table as it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from boardkit.decisions import Decision
from boardkit.documents.deciding import decisions_of
from boardkit.documents.material import Material
from boardkit.typefaces import in_lines, wrapped

LINES = 4  # that a decision takes on the summary at most
SIZE = 8.6 * 96 / 72  # of a table's text, in pixels
LINE, BETWEEN = 15.0, 9.0  # pixels of a line, and between rows
SHARES = (0.337, 0.187, 0.112)  # of the table's width, for decision, because and owner
_FATES = {"open": "", "done": "done", "late": "late", "dropped": "dropped"}


@dataclass(frozen=True)
class DecisionRow:
    """One row of the decisions table, each cell as it is printed."""

    number: str
    decision: str
    because: str
    owner: str
    by: str
    cost: str
    ask: str  # and what became of it, where something did
    to_approve: bool


def decision_rows(material: Material) -> tuple[DecisionRow, ...]:
    """The decisions that the board is asked for, as edited or as the moves suggest."""
    found = decisions_of(
        material.details, material.method, material.analysis.moves, material.formats
    )
    return tuple(_row(material, number, one) for number, one in enumerate(found, 1))


def decisions_note(material: Material) -> str:
    """Where the table is from while nobody has edited it; nothing once somebody has."""
    if material.details.decisions is not None or not material.analysis.moves.moves:
        return ""
    return (
        "Suggested by the smallest set of moves to the next band; owner, date and cost are "
        "still to be named."
    )


def decisions_in_short(material: Material, room: float) -> tuple[DecisionRow, ...]:
    """As many decisions as go into ``room`` pixels, each in a few lines; one at the least."""
    short: list[DecisionRow] = []
    left = room
    for row in decision_rows(material):
        cut = shortened_row(row, material.sheet.width, SIZE, LINES)
        left -= LINE * max(_lines(cut, material.sheet.width), 1) + BETWEEN
        if left < 0 and short:
            break
        short.append(cut)
    return tuple(short)


def shortened_row(row: DecisionRow, width: float, size: float, lines: int) -> DecisionRow:
    """The row in at most so many lines of a table of that width."""
    decision, because, owner = (
        in_lines(text, size, width * share, lines)
        for text, share in zip(_texts(row), SHARES, strict=True)
    )
    return replace(row, decision=decision, because=because, owner=owner)


def _lines(row: DecisionRow, width: float) -> int:
    """How many lines it takes."""
    columns = zip(_texts(row), SHARES, strict=True)
    return max(len(wrapped(text, SIZE, width * share, lines=LINES)) for text, share in columns)


def _texts(row: DecisionRow) -> Sequence[str]:
    return row.decision, row.because, row.owner


def _row(material: Material, number: int, one: Decision) -> DecisionRow:
    formats, fate = material.formats, _FATES[one.fate]
    return DecisionRow(
        number=str(number),
        decision=one.decision,
        because=one.because,
        owner=one.owner,
        by=formats.short_day(one.by),
        cost="" if one.cost is None else formats.money(one.cost),
        ask=f"{one.ask.capitalize()}, {fate}" if fate else one.ask.capitalize(),
        to_approve=one.ask == "approve" and not fate,
    )
