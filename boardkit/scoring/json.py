"""A result, and what follows it, as JSON under the names that docs/score-json.md lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from boardkit.plain_data import plain
from boardkit.scoring.analysis import Analysis, analyse
from boardkit.scoring.assembling import result_of
from boardkit.scoring.engine import Scoring
from boardkit.scoring.method_sensitivity import Constant
from boardkit.scoring.moves import Moves
from boardkit.scoring.result import Result
from boardkit.scoring.spreads import Intervals, ScoreSpread


def result_json(result: Result, analysis: Analysis | None = None) -> dict[str, Any]:
    """Plain data: numbers unrounded but for the ninth decimal, standings as words.

    With an analysis, each score says how sure it is, and the whole says what drives it and what to
    do.
    """
    told: dict[str, Any] = plain(result)
    if analysis is not None:
        _add_intervals(told, analysis.intervals)
        told["drivers"] = plain(analysis.drivers)
        told["method_sensitivity"] = [_constant(one) for one in analysis.method_sensitivity]
        told["firm_up"] = plain(analysis.firm_up)
        told["moves"] = _moves(analysis.moves)
        told["options"] = [
            {"composite": one.composite, "title": one.title, **_moves(one.moves)}
            for one in analysis.options
        ]
        told["concentration"] = plain(analysis.concentration)
        told["turns"] = plain(analysis.turns)
    return told


def everything_json(scoring: Scoring) -> dict[str, Any]:
    """The result with its analysis."""
    return result_json(result_of(scoring), analyse(scoring))


def _add_intervals(told: dict[str, Any], intervals: Intervals) -> None:
    told["draws"] = intervals.draws
    told["headline"]["sure"] = _sides(intervals.headline)
    _add_sides(told["composites"], intervals.composites)
    _add_sides(told["dimensions"], intervals.dimensions)
    ways_out = intervals.ways_out
    told["ways_out"] = plain(ways_out)
    if told["verdict"] is not None:
        told["verdict"]["chance"] = plain(ways_out.stated) if ways_out is not None else None


def _add_sides(told: Sequence[dict[str, Any]], spreads: Sequence[ScoreSpread]) -> None:
    for one, spread in zip(told, spreads, strict=True):
        one["sure"] = _sides(spread)


def _sides(spread: ScoreSpread) -> dict[str, Any]:
    return {"claimed": plain(spread.claimed), "proven": plain(spread.proven)}


def _constant(constant: Constant) -> dict[str, Any]:
    return {**plain(constant), "swing": plain(constant.swing)}


def _moves(moves: Moves) -> dict[str, Any]:
    told: dict[str, Any] = plain(moves)
    for one, move in zip(told["moves"], moves.moves, strict=True):
        one["composites"] = {key: plain(score) for key, score in move.composites}
    return told
