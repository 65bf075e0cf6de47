"""A result, and what follows it, as JSON under the names that docs/score-json.md lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from boardkit.scoring.analysis import Analysis, analyse
from boardkit.scoring.assembling import result_of
from boardkit.scoring.engine import Scoring
from boardkit.scoring.method_sensitivity import Constant
from boardkit.scoring.moves import Moves
from boardkit.scoring.result import Result
from boardkit.scoring.spreads import Intervals, ScoreSpread

DIGITS = 9  # enough to compare by, and the same on every machine


def result_json(result: Result, analysis: Analysis | None = None) -> dict[str, Any]:
    """Plain data: numbers unrounded but for the ninth decimal, standings as words.

    With an analysis, each score says how sure it is, and the whole says what drives it and what to
    do.
    """
    plain: dict[str, Any] = _plain(result)
    if analysis is not None:
        _add_intervals(plain, analysis.intervals)
        plain["drivers"] = _plain(analysis.drivers)
        plain["method_sensitivity"] = [_constant(one) for one in analysis.method_sensitivity]
        plain["firm_up"] = _plain(analysis.firm_up)
        plain["moves"] = _moves(analysis.moves)
        plain["concentration"] = _plain(analysis.concentration)
    return plain


def everything_json(scoring: Scoring) -> dict[str, Any]:
    """The result with its analysis."""
    return result_json(result_of(scoring), analyse(scoring))


def _add_intervals(plain: dict[str, Any], intervals: Intervals) -> None:
    plain["draws"] = intervals.draws
    plain["headline"]["sure"] = _sides(intervals.headline)
    _add_sides(plain["composites"], intervals.composites)
    _add_sides(plain["dimensions"], intervals.dimensions)
    ways_out = intervals.ways_out
    plain["ways_out"] = _plain(ways_out)
    if plain["verdict"] is not None:
        plain["verdict"]["chance"] = _plain(ways_out.stated) if ways_out is not None else None


def _add_sides(plain: Sequence[dict[str, Any]], spreads: Sequence[ScoreSpread]) -> None:
    for one, spread in zip(plain, spreads, strict=True):
        one["sure"] = _sides(spread)


def _sides(spread: ScoreSpread) -> dict[str, Any]:
    return {"claimed": _plain(spread.claimed), "proven": _plain(spread.proven)}


def _constant(constant: Constant) -> dict[str, Any]:
    return {**_plain(constant), "swing": _plain(constant.swing)}


def _moves(moves: Moves) -> dict[str, Any]:
    plain: dict[str, Any] = _plain(moves)
    for one, move in zip(plain["moves"], moves.moves, strict=True):
        one["composites"] = {key: _plain(score) for key, score in move.composites}
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, float):
        return round(float(value), DIGITS)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
