"""How far a forecast rests on answers, and which three questions would narrow it most.

Two things have to be decided: whether any path is enough (gross profit of both ways together in the
last year, less today's), and which way is the better (that of reselling less that of the first
derivative). An input moves each by half of what it changes between the low and the high end of its
prior, one input at a time and everything else at its likeliest. The larger of the two, squared, is
its weight; a question's weight is that of the inputs it is missing from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from boardkit.assumptions import SCALE
from boardkit.economics.equations import Floats, Projection, Values, project
from boardkit.economics.inputs import Input, Inputs
from boardkit.economics.result import AskNext, Support
from boardkit.economics.strategies import BOTH, FIRST_DERIVATIVE, RESELL, STRATEGIES

NAMED = 3


def moves_of(inputs: Inputs) -> dict[str, float]:
    """How far each input moves what has to be decided, either way, in money. ARR only sets the scale."""
    items = [item for item in inputs.items if item.symbol != SCALE]
    decisions = _decisions(project(one_at_a_time(inputs, items), inputs.economics.years))
    half = (decisions[:, 1::2] - decisions[:, 0::2]) / 2
    most = np.abs(half).max(axis=0)
    return {item.symbol: float(move) for item, move in zip(items, most, strict=True)}


def weights_of(inputs: Inputs, moves: Mapping[str, float]) -> dict[str, float]:
    """The weight of each input that is asked for, in squared money."""
    asked = (item.symbol for item in inputs.items if item.is_asked and item.symbol != SCALE)
    return {symbol: moves[symbol] ** 2 for symbol in asked}


def one_at_a_time(inputs: Inputs, items: list[Input]) -> Values:
    """Every input at its likeliest, but for one in each draw: at its low end, then at its high."""
    wide = {symbol: np.full(2 * len(items), value) for symbol, value in inputs.values.items()}
    for i, item in enumerate(items):
        wide[item.symbol][2 * i : 2 * i + 2] = _ends(item)
    return Values.of(wide)


def _ends(item: Input) -> tuple[float, float]:
    """The ends of the prior's range, taken about the value that stands now."""
    low, value, high = item.prior
    if item.is_prior or value == 0:
        return item.low, item.high
    ends = [min(max(item.value * end / value, item.minimum), item.maximum) for end in (low, high)]
    return min(ends), max(ends)


def _decisions(projection: Projection) -> Floats:
    """Is it enough, and which way is better: two amounts of money, shape (2, n)."""
    profit = {one.id: projection.gross_profit[i] for i, one in enumerate(STRATEGIES)}
    enough = profit[BOTH.id][-1] - profit[BOTH.id][0]
    better = profit[RESELL.id][-1] - profit[FIRST_DERIVATIVE.id][-1]
    return np.stack([enough, better])


def support_of(inputs: Inputs, weights: dict[str, float]) -> Support:
    """How much of what moves the forecast was answered."""
    asked = [item for item in inputs.items if item.is_asked and item.symbol != SCALE]
    answered = [item for item in asked if item.state == "answered"]
    total = sum(weights.values())
    given = sum(weights[item.symbol] for item in answered)
    share = given / total if total > 0 else 1.0
    enough = share >= inputs.answered_minimum - 1e-12
    return Support(len(answered), len(asked), share, enough)


def ask_next(inputs: Inputs, weights: dict[str, float]) -> tuple[AskNext, ...]:
    """The questions that would narrow the forecast most, the first one most of all."""
    total = sum(weights.values())
    by_question: defaultdict[str, float] = defaultdict(float)
    symbols: defaultdict[str, list[str]] = defaultdict(list)
    for item in inputs.items:
        for question in item.missing if item.symbol in weights else ():
            by_question[question] += weights[item.symbol] / len(item.missing)
            symbols[question].append(item.symbol)
    ranked = sorted(by_question.items(), key=lambda pair: -pair[1])
    return tuple(
        AskNext(question, tuple(symbols[question]), weight**0.5, weight / total)
        for question, weight in ranked[:NAMED]
        if weight > 0
    )
