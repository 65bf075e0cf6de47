"""What each measure of a forecast means, in one sentence with its unit and how sure it is."""

from __future__ import annotations

from collections.abc import Callable

from boardkit.economics.figures import MOST_OFTEN, ForecastFigures
from boardkit.economics.result import Range, StrategyForecast
from boardkit.economics.strategies import BOTH, DO_NOTHING, FIRST_DERIVATIVE, RESELL
from boardkit.english import listed, sentence


class MeasureWords(ForecastFigures):
    """The sentences that stand beside the four strategies; empty where there is nothing to say."""

    def how_sure(self) -> str:
        """The chances that the likely figures leave out."""
        nothing, both = (self._strategy(one.id).chance_enough for one in (DO_NOTHING, BOTH))
        return (
            f"Gross profit in year {self.forecast.years} is at least today’s "
            f"{self.in_draws(nothing)} by doing nothing, and {self.in_draws(both)} by both ways "
            "together."
        )

    def growth(self) -> str:
        """How ARR changes a year by doing nothing, and by both ways."""
        both, nothing = (self.grows(self._arr_growth(one.id)) for one in (BOTH, DO_NOTHING))
        return (
            f"What customers pay a year: it {nothing} by doing nothing, and {both} by both ways "
            "together."
        )

    def _arr_growth(self, strategy: str) -> float:
        path = self._strategy(strategy).arr.likely
        return float(max(path[-1] / path[0], 0.0) ** (1 / self.forecast.years) - 1)

    def enough(self) -> str:
        """Which strategies end with today's gross profit or more."""
        today = self.formats.money(self.forecast.outcome.opening)
        kept = [called(one) for one in self.forecast.strategies if one.enough]
        if len(kept) == len(self.forecast.strategies):
            return f"Today it is {today}; every path ends with that or more."
        if not kept:
            return f"Today it is {today}; no path ends with as much."
        verb = "ends" if len(kept) == 1 and not self._strategy(BOTH.id).enough else "end"
        return f"Today it is {today}; only {listed(kept)} {verb} with that or more."

    def chance(self) -> str:
        """What the chance is made of."""
        return (
            "In how many draws of everything that is not certain a path ends with today’s gross "
            "profit or more."
        )

    def worth(self) -> str:
        """What a way is worth, and how sure the value of the best is."""
        what = "What a way earns beyond doing nothing, less what is spent on it, in today’s money"
        best = self._strategy(self.forecast.outcome.best)
        if best.id == DO_NOTHING.id:
            return f"{what}: neither way earns back what it costs."
        worth, money = best.net_present_value, self.formats.money
        low, high = money(worth.p10), money(worth.p90)
        range_ = f"{low} to {high} {MOST_OFTEN}" if low != high else f"exactly {low}"
        above = self.in_draws(best.chance_worthwhile)
        return f"{what}: {range_} by {called(best)}, and above nought {above}."

    def payback(self) -> str:
        """When gross profit has made up for what was spent."""
        sure = self.in_draws(self._strategy(BOTH.id).chance_break_even)
        return (
            "The first year in which what a way has earned makes up for what was spent on it; both "
            f"together do so within {self.forecast.years} years {sure}."
        )

    def replacement(self) -> str:
        """What new revenue must replace, by way out."""
        ways = [self._strategy(one.id) for one in (RESELL, FIRST_DERIVATIVE)]
        adding = [way for way in ways if way.new_margin is not None]
        texts = [
            f"{self._multiple(way.replacement_multiple)} by {called(way)}{self._multiples(way)}"
            for way in adding
            if way.replacement_multiple is not None
        ]
        idle = [called(way) for way in adding if way.replacement_multiple is None]
        none = f"{listed(idle)} would earn nothing" if idle else ""
        if not texts:
            lead = sentence(none) if none else "Neither way adds any revenue"
            return f"{lead}, so no amount of it replaces seats."
        also = f"; {none}" if none else ""
        return f"To earn what 1 of seat revenue earns, it takes {' or '.join(texts)}{also}."

    def _multiples(self, way: StrategyForecast) -> str:
        found = way.ranges.replacement_multiple
        if found.p10 is None:
            return " (no amount would do in most draws)"
        low = self._multiple(found.p10)
        if found.p90 is None:
            return f" ({low} at the least {MOST_OFTEN})"
        high = self._multiple(found.p90)
        return f" ({low} to {high} {MOST_OFTEN})" if low != high else ""

    def dilution(self) -> str:
        """What the new revenue does to the margin."""
        both = self._strategy(BOTH.id)
        today, then, found = both.margin[0], both.margin[-1], both.ranges.dilution
        if today is None or then is None:
            return "There is no margin once ARR is gone."
        return (
            f"Of each 100 of ARR, {self.formats.number(100 * today)} is gross profit today and "
            f"{self.formats.number(100 * then)} in year {self.forecast.years} by both ways together"
            f"{self._points_between(found)}."
        )

    def _points_between(self, found: Range) -> str:
        if found.p10 is None or found.p90 is None:
            return ""
        low, high = self.points(found.p10), self.points(found.p90)
        if low == high:
            return ""
        return f"; {MOST_OFTEN} the change is {low.removesuffix(' points')} to {high}"

    def at_risk(self) -> str:
        """What goes if the top AI customer cuts."""
        both, money = self._strategy(BOTH.id), self.formats.money
        amount, found = both.revenue_at_risk[-1], both.ranges.revenue_at_risk
        if amount == 0:
            return "There is no ARR from AI usage that the top AI customer could take away."
        return (
            f"If the top AI customer cuts, {money(amount)} of ARR goes in year "
            f"{self.forecast.years} by both ways together{self._between(found, money)}."
        )

    def leverage(self) -> str:
        """The inference beta of the last year."""
        both = self._strategy(BOTH.id)
        beta, found = both.inference_beta[-1], both.ranges.inference_beta
        if beta is None:
            return "There is no ARR that could move with inference volume."
        return (
            f"In year {self.forecast.years}, 1% more inference volume would move ARR by "
            f"{self.beta(beta)} by both ways together{self._between(found, self.beta)}."
        )

    def _between(self, found: Range, written: Callable[[float], str]) -> str:
        if found.p10 is None or found.p90 is None:
            return ""
        low, high = written(found.p10), written(found.p90)
        return f" ({low} to {high} {MOST_OFTEN})" if low != high else ""

    def seats(self) -> str:
        """How long seats last."""
        seats, years = self.forecast.seats, self.forecast.years
        left = self.share(seats.share, 0)
        if self._strategy(DO_NOTHING.id).parts.seats[0] == 0:
            return "There is no seat ARR that could be lost."
        if seats.runway is None:
            return f"Seat ARR stays above {left} of today’s through year {years}."
        return f"Seat ARR falls below {left} of today’s in year {seats.runway}."

    def how_sure_of_seats(self) -> str:
        """In how many draws they do not last; nothing where they do in all, or there are none."""
        chance = self.forecast.seats.chance
        return f"It falls below that {self.in_draws(chance)}." if chance > 0 else ""

    def unit_margin(self) -> str:
        """What is left of the price of the main AI unit; nothing where that is not known."""
        margin = self.forecast.unit_margin
        if margin is None:
            return ""
        if margin < -10:
            return "The main AI unit costs more than ten times what it earns."
        verb = "keeps" if margin >= 0 else "loses"
        left = self.share(abs(margin))
        return f"The main AI unit {verb} {left} of its price once failed attempts are paid for."

    def no_unit_margin(self) -> str:
        """Why there is no unit margin."""
        return "Price, cost and success rate of the main AI unit are not answered."

    def _strategy(self, strategy: str) -> StrategyForecast:
        return self.forecast.strategy(strategy)


def called(strategy: StrategyForecast) -> str:
    """A strategy inside a sentence: “reselling”."""
    return {
        DO_NOTHING.id: "doing nothing",
        RESELL.id: "reselling",
        FIRST_DERIVATIVE.id: "the first derivative",
        BOTH.id: "both ways together",
    }[strategy.id]
