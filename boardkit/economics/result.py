"""What a forecast returns: one frozen result, from which the page, the pack and JSON are made.

Money is in whole units of the currency, a year where it is ARR, gross profit or spend; margins, shares
and chances are fractions. Tuples by year run from today (0) to the last year. ``None`` means that
there is no such value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Fan:
    """A path by year: with every input at its likeliest, and what the draws make of it."""

    likely: tuple[float, ...]
    p10: tuple[float, ...]
    p50: tuple[float, ...]
    p90: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """One figure: with every input at its likeliest, and what the draws make of it."""

    likely: float
    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True)
class Range:
    """What the draws make of one figure; an end is None where there is no such value."""

    p10: float | None
    p50: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Ranges:
    """How sure the measures of the last year are, each beside its likeliest figure."""

    dilution: Range  # points
    replacement_multiple: Range  # an end is None where no amount of new revenue would do
    inference_beta: Range
    revenue_at_risk: Range


@dataclass(frozen=True, slots=True)
class Parts:
    """What ARR is made of, by year, with every input at its likeliest; the parts sum to ARR."""

    seats: tuple[float, ...]
    platform: tuple[float, ...]
    other_usage: tuple[float, ...]
    ai_usage: tuple[float, ...]
    resale: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StrategyForecast:
    """One of the four strategies."""

    id: str
    title: str
    arr: Fan
    gross_profit: Fan
    margin: tuple[float | None, ...]
    parts: Parts
    ai_share: tuple[float | None, ...]  # of ARR
    inference_beta: tuple[float | None, ...]  # % change of ARR for 1% more volume
    revenue_at_risk: tuple[float, ...]  # if the top AI customer cuts
    dilution: float | None  # of the margin in the last year against today, in points
    new_margin: float | None  # gross profit of each unit of ARR added, against doing nothing
    replacement_multiple: float | None  # units of new ARR that earn what one of seats did
    ranges: Ranges
    so_far: tuple[float, ...]  # gross profit against doing nothing, less what is spent, added up
    break_even: int | None  # the first year in which it has paid for itself
    net_present_value: Spread
    enough: bool  # whether it ends with today's gross profit or more
    chance_enough: float
    chance_worthwhile: float  # of a net present value above nought
    chance_break_even: float  # within the years of the forecast


@dataclass(frozen=True, slots=True)
class Seats:
    """How long seats last, whatever the strategy."""

    share: float  # of today's seat ARR at which the runway ends
    runway: int | None  # the first year below it; None for beyond the forecast, or without seats
    constant_runway: float | None  # at the last rate, for ever; None where seats do not shrink
    chance: float  # of falling below it within the forecast


@dataclass(frozen=True, slots=True)
class Market:
    """The path of customers' inference, with every input at its likeliest."""

    volume: tuple[float, ...]  # today is 1
    spend: tuple[float, ...]  # within our reach
    spend_growth: float | None  # a year, over the whole forecast


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether any path is enough: it ends with today's gross profit or more.

    ``none_needed``: doing nothing is. ``either``: each way alone is. ``resell`` and
    ``first_derivative``: that one alone is. ``both``: only the two together. ``neither``: not even
    the two together.
    """

    kind: str
    opening: float  # gross profit today
    best: str  # the strategy with the highest net present value


@dataclass(frozen=True, slots=True)
class Case:
    """A published figure that a forecast is held against."""

    name: str
    figure: float
    sum: str
    fact: str


@dataclass(frozen=True, slots=True)
class OutOfLine:
    """Something in the forecast that no published figure bears out.

    ``ai_share``: the AI share of ARR in ``year`` under ``strategy``. ``spend``: growth a year of
    customers' spend.
    """

    kind: str
    figure: float
    low: float | None
    high: float | None
    cases: tuple[Case, ...]
    facts: tuple[str, ...]
    strategy: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Support:
    """How far the forecast rests on answers."""

    answered: int  # inputs that an answer gave
    asked: int  # inputs that an answer gave, or could give
    share: float  # the answered part of what moves the outcome, 0–1
    enough: bool  # whether it is worth reading


@dataclass(frozen=True, slots=True)
class AskNext:
    """A question whose answer would narrow the forecast."""

    question: str
    symbols: tuple[str, ...]
    decides: str  # what it moves most: “enough” or “better”, see boardkit.economics.attention
    moves: float  # by how much, either way, in money
    share: float  # of everything that moves what has to be decided, 0–1


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of the assumption register."""

    symbol: str
    title: str
    of: str  # money, percent (a fraction), number or yes_no
    unit: str
    value: float
    low: float
    high: float
    prior: float
    state: str  # answered, archetype, assumed, scenario, what_if
    where_from: str
    questions: tuple[str, ...]
    facts: tuple[str, ...]
    owner: str
    set_on: date | None
    expires: date | None
    expired: bool
    held: bool  # the answer was past what the equations can take
    unusual: bool  # somebody gave an amount that may lack its thousands or millions
    optimistic: str | None  # which end is good for the company
    moves: float  # how far its range moves what has to be decided, either way; money, 0 for ARR


@dataclass(frozen=True, slots=True)
class ScenarioUsed:
    """Under which scenario a forecast was made."""

    id: str
    title: str
    about: str
    own: bool
    values: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """The inference P&L of a company under one scenario."""

    scenario: ScenarioUsed
    years: int
    strategies: tuple[StrategyForecast, ...]
    seats: Seats
    market: Market
    outcome: Outcome
    unit_margin: float | None  # of the main AI unit
    hurdle: float  # rate of the net present value
    out_of_line: tuple[OutOfLine, ...]
    support: Support
    ask_next: tuple[AskNext, ...]
    register: tuple[RegisterRow, ...]

    def strategy(self, strategy_id: str) -> StrategyForecast:
        """The strategy of that id; KeyError when there is none."""
        found = {strategy.id: strategy for strategy in self.strategies}
        return found[strategy_id]
