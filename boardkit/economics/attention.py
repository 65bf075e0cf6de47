"""How far a forecast rests on answers, and which three questions would narrow it most.

Two things have to be decided: whether any path is enough (gross profit of both ways together in the
last year, less today's), and which way is the better (that of reselling less that of the first
derivative). An input moves each by half of what it changes between the low and the high end of its
prior, one input at a time and everything else at its likeliest. The larger of the two, squared, is
its weight; a question's weight is that of the inputs it is missing from, and what is said of it is
the decision that more of that weight is in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from boardkit.assumptions import SCALE
from boardkit.economics.equations import Floats, Projection, Values, project
from boardkit.economics.inputs import Input, Inputs
from boardkit.economics.result import AskNext, Support
from boardkit.economics.strategies import BOTH, FIRST_DERIVATIVE, RESELL, STRATEGIES

NAMED = 3
DECISIONS = ("enough", "better")


@dataclass(frozen=True, slots=True)
class Moved:
    """How far an input moves what has to be decided, either way, in money."""

    enough: float
    better: float

    @property
    def most(self) -> float:
        """The larger of the two."""
        return max(self.enough, self.better)

    @property
    def decides(self) -> str:
        """Which of the two that is; the first where they are level, but for rounding."""
        return "enough" if self.enough >= self.better * (1 - 1e-9) else "better"


def moves_of(inputs: Inputs) -> dict[str, Moved]:
    """How far each input moves either decision. ARR only sets the scale, and is left out."""
    items = [item for item in inputs.items if item.symbol != SCALE]
    decisions = _decisions(project(one_at_a_time(inputs, items), inputs.economics.years))
    half = np.abs(decisions[:, 1::2] - decisions[:, 0::2]) / 2
    return {item.symbol: Moved(*map(float, move)) for item, move in zip(items, half.T, strict=True)}


def weights_of(inputs: Inputs, moves: Mapping[str, Moved]) -> dict[str, float]:
    """The weight of each input that is asked for, in squared money."""
    asked = (item.symbol for item in inputs.items if item.is_asked and item.symbol != SCALE)
    return {symbol: moves[symbol].most ** 2 for symbol in asked}


def one_at_a_time(inputs: Inputs, items: list[Input]) -> Values:
    """Every input at its likeliest, but for one in each draw: at its low end, then at its high."""
    likely = inputs.values
    wide = np.repeat(np.array([*likely.values()])[:, None], 2 * len(items), axis=1)
    by_symbol = dict(zip(likely, wide, strict=True))
    for i, item in enumerate(items):
        by_symbol[item.symbol][2 * i : 2 * i + 2] = _ends(item)
    return Values.of(by_symbol)


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


def ask_next(inputs: Inputs, moves: Mapping[str, Moved]) -> tuple[AskNext, ...]:
    """The questions that would narrow the forecast most, the first one most of all."""
    total = sum(weights_of(inputs, moves).values())
    behind: defaultdict[str, list[Input]] = defaultdict(list)
    for item in inputs.items:
        for question in item.missing if item.symbol != SCALE else ():
            behind[question].append(item)
    asked = (_asked(question, items, moves, total) for question, items in behind.items())
    ranked = sorted(asked, key=lambda one: -one.share)
    return tuple(one for one in ranked[:NAMED] if one.share > 0)


def _asked(question: str, items: list[Input], moves: Mapping[str, Moved], total: float) -> AskNext:
    """One question: what its inputs weigh, and how far they move what they decide most."""
    weights = dict.fromkeys(DECISIONS, 0.0)
    for item in items:
        moved = moves[item.symbol]
        weights[moved.decides] += moved.most**2 / len(item.missing)
    decides = max(DECISIONS, key=weights.__getitem__)
    share = sum(weights.values()) / total if total > 0 else 0.0
    symbols = tuple(item.symbol for item in items)
    return AskNext(question, symbols, decides, weights[decides] ** 0.5, share)
