"""Every decision in full, where the summary has no room for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.documents.decision_rows import SIZE, DecisionRow, decision_rows, shortened_row
from boardkit.documents.material import Material
from boardkit.documents.pages.summary import summary_decisions
from boardkit.english import listed, sentence, spelled, spelled_count

LINES = 20  # of any cell at most: what is longer is no name


@dataclass(frozen=True)
class DecisionsPage:
    """What the page places."""

    title: str
    decisions: tuple[DecisionRow, ...]
    so_what: str


def decisions_page(material: Material) -> DecisionsPage | None:
    """The whole table; None where the summary holds it."""
    rows = decision_rows(material)
    if rows == summary_decisions(material):
        return None
    width = material.sheet.width
    rows = tuple(shortened_row(row, width, SIZE, LINES) for row in rows)
    title = f"The board is asked for {spelled_count(len(rows), 'decision')}"
    return DecisionsPage(title, rows, _so_what(rows))


def _so_what(rows: Sequence[DecisionRow]) -> str:
    """What is still to be settled before they can be followed."""
    no_owner, no_day = (sum(not text for text in one) for one in
                        ([row.owner for row in rows], [row.by for row in rows]))  # fmt: skip
    if not no_owner and not no_day and len(rows) == 1:
        return "It has an owner and a date; next time, this pack says what became of it."
    if not no_owner and not no_day:
        return "Each has an owner and a date; next time, this pack says what became of them."
    if len(rows) == 1:
        lacks = [name for name, lacking in (("owner", no_owner), ("date", no_day)) if lacking]
        return f"It has no {listed(lacks, 'and no')} yet: name {'one' if len(lacks) == 1 else 'both'} before the vote."
    of = f"of the {spelled(len(rows))}"
    told = [f"{spelled(no_owner)} {of} {'has' if no_owner == 1 else 'have'} no owner"] * bool(
        no_owner
    )
    told += [f"{spelled(no_day)} {of} {'has' if no_day == 1 else 'have'} no date"] * bool(no_day)
    return f"{sentence(listed(told))}: name them before the vote."
