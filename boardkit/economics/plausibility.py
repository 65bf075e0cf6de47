"""What in a forecast no published figure bears out, with the facts that it is out of line with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardkit.assumptions import Plausibility
from boardkit.economics.result import Case, Market, OutOfLine, StrategyForecast


def out_of_line(
    against: Plausibility, strategies: Sequence[StrategyForecast], market: Market
) -> tuple[OutOfLine, ...]:
    """Every figure past all that is published, with every input at its likeliest."""
    return (*_ai_shares(against, strategies), *_spend(against, market))


def _ai_shares(
    against: Plausibility, strategies: Sequence[StrategyForecast]
) -> Iterator[OutOfLine]:
    """An AI share of run rate above that of every published case."""
    cases = tuple(Case(c.name, c.share, c.sum, c.fact) for c in against.ai_shares)
    highest = max((case.figure for case in cases), default=None)
    for strategy in strategies if highest is not None else ():
        shares = strategy.ai_share
        year = min(against.ai_share_year, len(shares) - 1)
        share = shares[year]
        if share is not None and highest is not None and share > highest:
            facts = tuple(case.fact for case in cases)
            yield OutOfLine("ai_share", share, None, highest, cases, facts, strategy.id, year)


def _spend(against: Plausibility, market: Market) -> Iterator[OutOfLine]:
    """A path of customers' spend slower or faster than every published forecast."""
    growth = market.spend_growth
    if against.spend_growth is None or growth is None:
        return
    low, high = against.spend_growth
    if not low <= growth <= high:
        yield OutOfLine("spend", growth, low, high, (), against.spend_facts)
