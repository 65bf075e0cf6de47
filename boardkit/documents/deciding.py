"""What the board is asked to decide: what was written down, or what the smallest set of moves suggests."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.assessment import Details
from boardkit.decisions import Ask, Decision
from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.scoring.moves import Moves

_ASK: dict[str, Ask] = {"decision": "approve", "discussion": "discuss", "noting": "note"}


def decisions_of(
    details: Details, method: Methodology, moves: Moves | None, formats: Formats
) -> tuple[Decision, ...]:
    """The rows of the decisions table, as edited, or else one for each move."""
    if details.decisions is not None:
        return details.decisions
    return suggested(details, method, moves, formats) if moves is not None else ()


def suggested(
    details: Details, method: Methodology, moves: Moves, formats: Formats
) -> tuple[Decision, ...]:
    """A decision for each of the smallest set of moves, in the order in which they do most."""
    title = method.headline.title[:300]
    display = method.display
    figures = [
        formats.number(score * display.scale / 100, display.decimals, exact=True)
        for score in _path(moves)
    ]
    return tuple(
        Decision(
            decision=move.text[:400],
            because=f"{title} goes from {before} to {after}.",
            ask=_ASK[details.purpose],
        )
        for move, before, after in zip(moves.moves, figures, figures[1:], strict=False)
    )


def _path(moves: Moves) -> Sequence[float]:
    """The headline before the first move, and after each."""
    if moves.before is None:
        return ()
    return (moves.before, *(move.headline for move in moves.moves))
