"""The decisions table as it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.decisions import Decision
from boardkit.documents.deciding import decisions_of
from boardkit.documents.material import Material

_FATES = {"open": "", "done": "done", "late": "late", "dropped": "dropped"}


@dataclass(frozen=True)
class DecisionRow:
    """One decision."""

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
