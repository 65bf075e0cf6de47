"""Every decision in full, where the summary has no room for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.documents.decision_rows import DecisionRow, decision_rows
from boardkit.documents.figures import counted
from boardkit.documents.material import Material
from boardkit.documents.pages.summary import summary_decisions


@dataclass(frozen=True)
class DecisionsPage:
    """What the page places."""

    title: str
    decisions: tuple[DecisionRow, ...]


def decisions_page(material: Material) -> DecisionsPage | None:
    """The whole table; None where the summary holds it."""
    rows = decision_rows(material)
    if rows == summary_decisions(material):
        return None
    return DecisionsPage(f"The board is asked for {counted(len(rows), 'decision')}", rows)
