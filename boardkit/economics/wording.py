"""Sentences about a forecast, chosen by what it holds: for the terminal, the page and the pack."""

from __future__ import annotations

from boardkit.economics.result import AskNext, Forecast, OutOfLine, RegisterRow, StrategyForecast
from boardkit.economics.strategies import BOTH, DO_NOTHING, FIRST_DERIVATIVE, RESELL
from boardkit.formats import MINUS, Formats
from boardkit.questionnaire import Questionnaire
from boardkit.sentence_case import in_sentence

_TITLES = {
    "either": "Doing nothing loses gross profit; either way out alone makes it up",
    "resell": "Doing nothing loses gross profit; reselling makes it up, the first derivative does not",
    "first_derivative": (
        "Doing nothing loses gross profit; the first derivative makes it up, reselling does not"
    ),
    "both": "Doing nothing loses gross profit; only both ways out together make it up",
    "neither": "Neither way out is enough to keep today’s gross profit, nor are both together",
}
FARTHEST = 100.0  # a share beyond which only that it is beyond is said

_ENOUGH = {
    "either": "Either way out alone is enough to make it up.",
    "resell": "Reselling alone is enough to make it up; the first derivative alone is not.",
    "first_derivative": "The first derivative alone is enough to make it up; reselling alone is not.",
    "both": "Neither way out alone is enough to make it up; both together are.",
}


class ForecastWords:
    """The sentences about one forecast, for one reader."""

    def __init__(self, forecast: Forecast, questionnaire: Questionnaire, formats: Formats) -> None:
        self.forecast = forecast
        self.questionnaire = questionnaire
        self.formats = formats

    # Figures

    def value(self, row: RegisterRow, figure: float) -> str:
        """One figure of an input, as it is written."""
        if row.of == "yes_no":
            return "yes" if figure > 0.5 else "no"
        if row.of == "money":
            return self.formats.money(figure)
        return self.share(figure) if row.of == "percent" else self.formats.number(figure, 2)

    def value_and_range(self, row: RegisterRow) -> str:
        """“15% of those renewing (5% to 40%)”."""
        unit = row.unit.removesuffix("s") if row.unit == "years" and row.value == 1 else row.unit
        text = f"{self.value(row, row.value)} {unit}".rstrip()
        if row.low >= row.high:
            return text
        return f"{text} ({self.value(row, row.low)} to {self.value(row, row.high)})"

    def share(self, fraction: float | None, decimals: int = 1) -> str:
        """“12.5%”, for 0.125; what is beyond all sense is not written out."""
        if fraction is None:
            return "–"
        if abs(fraction) > FARTHEST:
            limit = self.formats.percent(100 * FARTHEST, 0)
            return f"over {limit}" if fraction > 0 else f"below {MINUS}{limit}"
        return self.formats.percent(100 * fraction, decimals)

    def pays_back(self, strategy: StrategyForecast) -> str:
        """“year 3”, “not in 7 years”."""
        if strategy.id == DO_NOTHING.id:
            return "–"
        if strategy.break_even is None:
            return f"not in {self.forecast.years} years"
        return f"year {strategy.break_even}"

    def runway(self) -> str:
        """“year 5”, “beyond year 7”."""
        year = self.forecast.seats.runway
        return f"beyond year {self.forecast.years}" if year is None else f"year {year}"

    # The register

    def where_from(self, row: RegisterRow) -> str:
        """Where a value is from, with the facts behind it."""
        facts = f" ({', '.join(row.facts)})" if row.facts else ""
        prefix = "Assumed. " if row.state in ("assumed", "archetype") else ""
        return f"{prefix}{row.where_from.rstrip('.')}{facts}."

    def custody(self, row: RegisterRow) -> str:
        """Whose it is, since when, and when to look again."""
        if row.state == "what_if":
            return "Not saved yet."
        day = self.formats.day
        parts = [row.owner or "Nobody named"]
        if row.set_on is not None:
            parts.append(f"set {day(row.set_on)}")
        if row.expires is not None:
            verb = "past its date of" if row.expired else "look again by"
            parts.append(f"{verb} {day(row.expires)}")
        return ", ".join(parts) + "."

    def register_counts(self) -> str:
        """“43 inputs, 12 of them assumed, 2 past their date”."""
        rows = self.forecast.register
        assumed = sum(row.state in ("assumed", "archetype") for row in rows)
        expired = sum(row.expired for row in rows)
        parts = [f"{len(rows)} inputs", f"{assumed} of them assumed"]
        parts += [f"{expired} past their date"] if expired else []
        return ", ".join(parts)

    # The answer

    def conclusion(self) -> str:
        """What it amounts to, or that there is too little to go by."""
        return self.outcome() if self.forecast.support.enough else self.too_early()

    def title(self) -> str:
        """The same in a line, as the title of a page."""
        if not self.forecast.support.enough:
            share = self.forecast.support.share
            told = f"only {self.share(share, 0)}" if share >= 0.005 else "next to nothing"
            return f"Too early to say: {told} of what moves the forecast is answered"
        if self.forecast.outcome.kind != "none_needed":
            return _TITLES[self.forecast.outcome.kind]
        best = self.forecast.strategy(self.forecast.outcome.best)
        if best.id == DO_NOTHING.id:
            return "Doing nothing keeps today’s gross profit, and no way out adds value"
        verb = "add" if best.id == BOTH.id else "adds"
        return f"Doing nothing keeps today’s gross profit; {_called(best)} {verb} the most value"

    def so_what(self) -> str:
        """What the board should make of it."""
        forecast, money = self.forecast, self.formats.money
        if not forecast.support.enough:
            asked = [
                f"{self.questionnaire.question(one.question).short} ({one.question})"
                for one in forecast.ask_next
            ]
            which = "; ".join(in_sentence(one) for one in asked)
            return f"Decide nothing on these figures yet. Answer these first: {which}."
        both = forecast.strategy(BOTH.id)
        short = forecast.outcome.opening - both.gross_profit.likely[-1]
        chance = self.share(both.chance_enough, 0)
        if forecast.outcome.kind == "neither":
            return (
                f"A plan for another {money(short)} of gross profit a year is needed, from cost, "
                f"price or other products: the two ways out alone make it in {chance} of draws."
            )
        best = forecast.strategy(forecast.outcome.best)
        if best.id == DO_NOTHING.id:
            return "Neither way out earns back what it costs at our own rate: spend on neither yet."
        at_least = self.share(best.chance_worthwhile, 0)
        nothing = self.share(1 - forecast.strategy(DO_NOTHING.id).chance_enough, 0)
        return (
            f"Doing nothing falls short of today’s gross profit in {nothing} of draws. The most is "
            f"added by {_called(best)}: {money(best.net_present_value.likely)} today, more than it "
            f"costs in {at_least} of draws, and paid back {self._when(best)}."
        )

    def _when(self, strategy: StrategyForecast) -> str:
        if strategy.break_even is None:
            return f"after more than {self.forecast.years} years"
        return f"in year {strategy.break_even}"

    def outcome(self) -> str:
        """Whether any path is enough to keep today's gross profit."""
        outcome, years = self.forecast.outcome, self.forecast.years
        today = self.formats.money(outcome.opening)
        nothing, both = (self._profit(one) for one in (DO_NOTHING.id, BOTH.id))
        if outcome.kind == "none_needed":
            return (
                f"Doing nothing ends year {years} with {nothing} of gross profit, not below "
                f"today’s {today}. {self._best()}"
            )
        if outcome.kind == "neither":
            return (
                f"Neither path is enough: even both together end year {years} with {both} of "
                f"gross profit, below today’s {today}."
            )
        return (
            f"Doing nothing ends year {years} with {nothing} of gross profit, below today’s "
            f"{today}. {_ENOUGH[outcome.kind]}"
        )

    def too_early(self) -> str:
        """That the forecast rests on too few answers."""
        support = self.forecast.support
        return (
            f"Too early to say: besides ARR, {support.answered} of the {support.asked} inputs that "
            f"are asked for are answered, and they are {self.share(support.share, 0)} of what "
            "moves this forecast. The rest is assumed."
        )

    def beside_conclusion(self) -> str:
        """How sure it is; or, where it is too early to say, what would follow from what is assumed."""
        if self.forecast.support.enough:
            return self.how_sure()
        outcome = self.outcome()
        return f"If what is assumed held: {in_sentence(outcome)}"

    def _best(self) -> str:
        best = self.forecast.strategy(self.forecast.outcome.best)
        if best.id == DO_NOTHING.id:
            return "No way out adds value."
        worth = self.formats.money(best.net_present_value.likely)
        rate = self.share(self.forecast.hurdle)
        return f"The most value is added by {_called(best)}: {worth} today, at {rate} a year."

    def _profit(self, strategy: str) -> str:
        return self.formats.money(self.forecast.strategy(strategy).gross_profit.likely[-1])

    # Beside it

    def how_sure(self) -> str:
        """The chances that the likely figures leave out."""
        enough = self.forecast.strategy(BOTH.id).chance_enough
        nothing = self.forecast.strategy(DO_NOTHING.id).chance_enough
        return (
            f"Gross profit in year {self.forecast.years} is at least today’s in "
            f"{self.share(nothing, 0)} of draws by doing nothing, and in {self.share(enough, 0)} "
            "by both ways together."
        )

    def replacement(self) -> str:
        """What new revenue must replace, by way out."""
        ways = [self.forecast.strategy(one.id) for one in (RESELL, FIRST_DERIVATIVE)]
        adding = [way for way in ways if way.new_margin is not None]
        texts = [
            f"{self._multiple(way.replacement_multiple)} by {_called(way)}"
            for way in adding
            if way.replacement_multiple is not None
        ]
        idle = [_called(way) for way in adding if way.replacement_multiple is None]
        none = f"{' and '.join(idle)} would earn nothing" if idle else ""
        if not texts:
            return (
                f"{none[:1].upper()}{none[1:]}, so no amount of it replaces seats." if none else ""
            )
        also = f"; {none}" if none else ""
        return f"To earn what 1 of seat revenue earns, it takes {' or '.join(texts)}{also}."

    def multiple_of(self, strategy: StrategyForecast) -> str:
        """“1.84”: how much new revenue earns what 1 of seats does."""
        multiple = strategy.replacement_multiple
        if multiple is None:
            return "–" if strategy.new_margin is None else "never"
        return self._multiple(multiple)

    def points(self, dilution: float | None) -> str:
        """“−2.7 points”, of the margin against today’s."""
        if dilution is None:
            return "–"
        if abs(dilution) > 100 * FARTHEST:
            return "beyond all measure"
        return f"{self.formats.signed(dilution)} points"

    def beta(self, beta: float | None) -> str:
        """“0.19%”."""
        return "–" if beta is None else f"{self.formats.number(beta, 2)}%"

    def growth(self) -> str:
        """How ARR changes a year by doing nothing, and by both ways."""
        both, nothing = (self._arr_growth(one) for one in (BOTH.id, DO_NOTHING.id))
        return f"That is {nothing} a year by doing nothing and {both} by both ways together."

    def _arr_growth(self, strategy: str) -> str:
        path = self.forecast.strategy(strategy).arr.likely
        rate = (path[-1] / path[0]) ** (1 / self.forecast.years) - 1
        return f"{self.formats.signed(100 * rate)}%"

    def enough(self) -> str:
        """Which strategies end with today's gross profit or more."""
        today = self.formats.money(self.forecast.outcome.opening)
        kept = [one.title for one in self.forecast.strategies if one.enough]
        if len(kept) == len(self.forecast.strategies):
            return f"Today it is {today}; every path ends with that or more."
        if not kept:
            return f"Today it is {today}; no path ends with as much."
        return f"Today it is {today}; enough by: {', '.join(kept).lower()}."

    def chance(self) -> str:
        """What the chance is made of."""
        return (
            "The share of draws that end with today’s gross profit or more, with every input "
            "drawn from its range."
        )

    def worth(self) -> str:
        """How sure the value of the best way is."""
        best = self.forecast.strategy(self.forecast.outcome.best)
        if best.id == DO_NOTHING.id:
            return "Neither way out earns back what it costs at that rate."
        worth, money = best.net_present_value, self.formats.money
        return (
            f"The most is added by {_called(best)}: from {money(worth.p10)} to {money(worth.p90)}, "
            f"and above nought in {self.share(best.chance_worthwhile, 0)} of draws."
        )

    def payback(self) -> str:
        """When gross profit has made up for what was spent."""
        best = self.forecast.strategy(BOTH.id)
        sure = self.share(best.chance_break_even, 0)
        return (
            "The first year in which what a way has earned makes up for what was spent on it; "
            f"both together pay back in {sure} of draws."
        )

    def dilution(self) -> str:
        """What the new revenue does to the margin."""
        both = self.forecast.strategy(BOTH.id)
        today, then = both.margin[0], both.margin[-1]
        if today is None or then is None:
            return ""
        return (
            f"Of each 100 of ARR, {self.formats.number(100 * today)} is gross profit today and "
            f"{self.formats.number(100 * then)} in year {self.forecast.years} by both ways together."
        )

    def no_unit_margin(self) -> str:
        """Why there is no unit margin."""
        return "Price, cost and success rate of the main AI unit are not answered."

    def _multiple(self, multiple: float) -> str:
        return "over 100" if multiple > 100 else self.formats.number(multiple, 2)

    def seats(self) -> str:
        """How long seats last."""
        seats = self.forecast.seats
        left = self.share(seats.share, 0)
        if seats.runway is None:
            return f"Seat ARR stays above {left} of today’s through year {self.forecast.years}."
        return f"Seat ARR falls below {left} of today’s in year {seats.runway}."

    def at_risk(self) -> str:
        """What goes if the top AI customer cuts."""
        both = self.forecast.strategy(BOTH.id)
        amount = self.formats.money(both.revenue_at_risk[-1])
        return f"If the top AI customer cuts, {amount} of ARR goes in year {self.forecast.years}."

    def leverage(self) -> str:
        """The inference beta of the last year."""
        beta = self.forecast.strategy(BOTH.id).inference_beta[-1]
        if beta is None:
            return ""
        return (
            f"In year {self.forecast.years}, 1% more inference volume would move ARR by "
            f"{self.formats.number(beta, 2)}% under both ways together."
        )

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

    def out_of_line(self, found: OutOfLine) -> str:
        """What is out of line, and with which facts."""
        facts = ", ".join(found.facts)
        if found.kind == "spend":
            assert found.low is not None
            return (
                f"Customers’ inference spend changes by {self.share(found.figure)} a year here; "
                f"published forecasts run from {self.share(found.low)} to {self.share(found.high)} "
                f"({facts})."
            )
        cases = ", ".join(f"{case.name} {self.share(case.figure)}" for case in found.cases)
        strategy = self.forecast.strategy(found.strategy)
        return (
            f"AI would be {self.share(found.figure)} of ARR in year {found.year} under "
            f"“{strategy.title}”, above every published case: {cases} ({facts})."
        )

    def held(self, row: RegisterRow) -> str:
        """That an answer was past what the equations can take."""
        which = f"{row.title} ({', '.join(row.questions)})"
        return f"{which} is taken as {self.value(row, row.value)}, the furthest that it can go."

    def expired(self) -> str:
        """Which inputs should have been looked at again before the meeting; nothing for none."""
        titles = [row.symbol for row in self.forecast.register if row.expired]
        return f"Past the date by which to look again: {', '.join(titles)}." if titles else ""

    def ask_lead(self) -> str:
        """What stands above the questions that would narrow the forecast; nothing for none."""
        count = len(self.forecast.ask_next)
        if not count:
            return ""
        which = "This question" if count == 1 else f"These {count} questions"
        if self.forecast.support.enough:
            return f"{which} would narrow it most:"
        return f"{which} would do most to make it worth reading:"

    def ask(self, question: AskNext) -> str:
        """A question that would narrow the forecast, and by how much."""
        return f"{question.question} {self.asked(question)}"

    def asked(self, question: AskNext) -> str:
        """The same without the question's number."""
        asked = self.questionnaire.question(question.question)
        module = next(m.title for m in self.questionnaire.modules if m.id == asked.module)
        by = self.formats.money(question.moves)
        return (
            f"{asked.short} (module {module}): moves gross profit in year "
            f"{self.forecast.years} by {by} either way"
        )


def _called(strategy: StrategyForecast) -> str:
    return {
        RESELL.id: "reselling",
        FIRST_DERIVATIVE.id: "the first derivative",
        BOTH.id: "both ways together",
    }[strategy.id]
