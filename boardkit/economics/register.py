"""The assumption register: every input with its value, where it is from, whose it is and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardkit.economics.attention import Moved
from boardkit.economics.inputs import Input, Inputs
from boardkit.economics.result import RegisterRow

STILL = Moved(0.0, 0.0)


def register_of(
    inputs: Inputs, moves: Mapping[str, Moved], on: date | None = None
) -> tuple[RegisterRow, ...]:
    """Every input, in the order of the equations; ``on`` is the day by which some have expired."""
    return tuple(_row(item, moves.get(item.symbol, STILL), on) for item in inputs.items)


def _row(item: Input, moves: Moved, on: date | None) -> RegisterRow:
    return RegisterRow(
        symbol=item.symbol,
        title=item.title,
        of=item.of,
        unit=item.unit,
        value=item.value,
        low=item.low,
        high=item.high,
        prior=item.prior[1],
        state=item.state,
        where_from=_where_from(item),
        questions=item.questions,
        facts=item.facts,
        owner=item.owner,
        set_on=item.set_on,
        expires=item.expires,
        expired=on is not None and item.expires is not None and item.expires < on,
        held=item.held,
        unusual=item.is_unusual,
        optimistic=item.optimistic,
        moves=moves.most,
    )


def _where_from(item: Input) -> str:
    """“Answers A01 and A05, system export”, or the source of a prior."""
    if item.state != "answered":
        return item.source
    *others, last = item.questions
    which = f"Answers {', '.join(others)} and {last}" if others else f"Answer {last}"
    return f"{which}: {item.basis[:1].lower()}{item.basis[1:]}."
