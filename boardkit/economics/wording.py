"""Sentences about a forecast, chosen by what it holds: for the terminal, the page and the pack."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.answer_texts import which_is_meant
from boardkit.economics.measure_words import MeasureWords, called
from boardkit.economics.result import AskNext, OutOfLine, RegisterRow, StrategyForecast
from boardkit.economics.strategies import BOTH, DO_NOTHING
from boardkit.english import in_sentence, listed, sentence

_TITLES = {
    "either": "Doing nothing loses gross profit; either way out alone makes it up",
    "resell": "Doing nothing loses gross profit; reselling makes it up, the first derivative does not",
    "first_derivative": (
        "Doing nothing loses gross profit; the first derivative makes it up, reselling does not"
    ),
    "both": "Doing nothing loses gross profit; only both ways out together make it up",
    "neither": "Neither way out is enough to keep today’s gross profit, nor are both together",
}
_ENOUGH = {
    "either": "Either way out alone is enough to make it up.",
    "resell": "Reselling alone is enough to make it up; the first derivative alone is not.",
    "first_derivative": "The first derivative alone is enough to make it up; reselling alone is not.",
    "both": "Neither way out alone is enough to make it up; both together are.",
}


_MOVED = {
    "enough": "moves gross profit in year {year}, set against today’s, by {by} either way",
    "better": "moves the gap between the two ways out in year {year} by {by} either way",
}


class ForecastWords(MeasureWords):
    """The sentences about one forecast, for one reader."""

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
            told = f"only {self.percent(share)}" if share >= 0.005 else "next to nothing"
            return f"Too early to say: {told} of what moves the forecast is answered"
        if self.forecast.outcome.kind != "none_needed":
            return _TITLES[self.forecast.outcome.kind]
        best = self.forecast.strategy(self.forecast.outcome.best)
        if best.id == DO_NOTHING.id:
            return "Doing nothing keeps today’s gross profit, and no way out adds value"
        verb = "add" if best.id == BOTH.id else "adds"
        return f"Doing nothing keeps today’s gross profit; {called(best)} {verb} the most value"

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
        if forecast.outcome.kind == "neither":
            return self._another_plan()
        best = forecast.strategy(forecast.outcome.best)
        if best.id == DO_NOTHING.id:
            return "Neither way out earns back what it costs at our own rate: spend on neither yet."
        short = self.in_draws(1 - forecast.strategy(DO_NOTHING.id).chance_enough)
        name, verb = called(best), "add" if best.id == BOTH.id else "adds"
        return (
            f"Doing nothing falls short of today’s gross profit {short}. {sentence(name)} "
            f"{verb} the most: {money(best.net_present_value.likely)} in today’s money "
            f"after what is spent, above nought {self.in_draws(best.chance_worthwhile)}, and paid "
            f"back {self._when(best)}."
        )

    def _another_plan(self) -> str:
        """What is needed where neither way out is enough."""
        most = self._most_profit()
        short = self.formats.money(self.forecast.outcome.opening - most.gross_profit.likely[-1])
        enough = max(one.chance_enough for one in self.forecast.strategies)
        most_often = f"{self.in_draws(enough)} at the most" if enough > 0 else "in no draw"
        return (
            f"A plan for another {short} of gross profit a year is needed, from cost, price or "
            f"other products: the ways out alone make it {most_often}."
        )

    def _most_profit(self) -> StrategyForecast:
        """The strategy that ends with the most gross profit, the plainer one where they are level."""
        return max(self.forecast.strategies, key=lambda one: one.gross_profit.likely[-1])

    def _when(self, strategy: StrategyForecast) -> str:
        if strategy.break_even is None:
            return f"after more than {self.forecast.years} years"
        return f"in year {strategy.break_even}"

    def outcome(self) -> str:
        """Whether any path is enough to keep today's gross profit."""
        outcome, years = self.forecast.outcome, self.forecast.years
        today = self.formats.money(outcome.opening)
        nothing = self.formats.money(self.forecast.strategy(DO_NOTHING.id).gross_profit.likely[-1])
        if outcome.kind == "none_needed":
            return (
                f"Doing nothing ends year {years} with {nothing} of gross profit, not below "
                f"today’s {today}. {self._best()}"
            )
        if outcome.kind == "neither":
            most = self._most_profit()
            profit = self.formats.money(most.gross_profit.likely[-1])
            even = "both together end" if most.id == BOTH.id else f"the best, {called(most)}, ends"
            return (
                f"Neither path is enough: even {even} year {years} with {profit} of gross profit, "
                f"below today’s {today}."
            )
        return (
            f"Doing nothing ends year {years} with {nothing} of gross profit, below today’s "
            f"{today}. {_ENOUGH[outcome.kind]}"
        )

    def too_early(self) -> str:
        """That the forecast rests on too few answers."""
        support = self.forecast.support
        if support.answered == 0:
            return (
                f"Too early to say: nothing but ARR is answered, and each of the other "
                f"{support.asked} inputs that are asked for is assumed."
            )
        are = (
            "is answered, and it makes" if support.answered == 1 else "are answered, and they make"
        )
        return (
            f"Too early to say: besides ARR, {support.answered} of the {support.asked} inputs that "
            f"are asked for {are} up {self.percent(support.share)} of what moves this forecast. "
            "The rest is assumed."
        )

    def beside_conclusion(self) -> str:
        """How sure it is; or, where it is too early to say, what would follow from what is assumed."""
        if self.forecast.support.enough:
            return self.how_sure()
        return f"If what is assumed holds, {in_sentence(self.outcome())}"

    def _best(self) -> str:
        best = self.forecast.strategy(self.forecast.outcome.best)
        if best.id == DO_NOTHING.id:
            return "No way out adds value."
        worth = self.formats.money(best.net_present_value.likely)
        rate = self.share(self.forecast.hurdle)
        return f"The most value is added by {called(best)}: {worth} today, at {rate} a year."

    # Beside it

    def out_of_line(self, found: OutOfLine) -> str:
        """What is out of line, and with which facts."""
        facts = ", ".join(found.facts)
        if found.kind == "spend":
            assert found.low is not None
            return (
                f"Customers’ inference spend {self.grows(found.figure)} here; published forecasts "
                f"have it grow by {self.share(found.low)} to {self.share(found.high)} a year "
                f"({facts})."
            )
        return self._ai_shares([found])

    def doubts(self) -> tuple[str, ...]:
        """What is out of line in one sentence a kind, however many strategies it is so of."""
        found = self.forecast.out_of_line
        shares = [one for one in found if one.kind == "ai_share"]
        others = [self.out_of_line(one) for one in found if one.kind != "ai_share"]
        return (*([self._ai_shares(shares)] if shares else []), *others)

    def _ai_shares(self, found: Sequence[OutOfLine]) -> str:
        first = found[0]
        cases = ", ".join(f"{case.name} {self.share(case.figure)}" for case in first.cases)
        figures = [
            f"{self.share(one.figure)}{'' if number else f' of ARR in year {one.year}'} under "
            f"“{self.forecast.strategy(one.strategy).title}”"
            for number, one in enumerate(found)
        ]
        return (
            f"AI would be {listed(figures)}, above every published case: {cases} "
            f"({', '.join(first.facts)})."
        )

    def source(self, fact_id: str) -> str:
        """A fact, who published it and of which date: “S61: … (Futurum, June 2026).”."""
        fact = self.questionnaire.fact(fact_id)
        return f"{fact.id}: {fact.claim.rstrip('.')} ({fact.source}, {fact.as_of})."

    def published(self, fact_id: str) -> str:
        """Who published a fact first of all, and of which date: “S61 Futurum, June 2026”."""
        fact = self.questionnaire.fact(fact_id)
        return f"{fact.id} {fact.source.partition(';')[0]}, {fact.as_of}"

    def held(self, row: RegisterRow) -> str:
        """That an answer was past what the equations can take."""
        which = f"{row.title} ({', '.join(row.questions)})"
        return f"{which} is taken as {self.value(row, row.value)}, the furthest that it can go."

    def unusual(self, row: RegisterRow) -> str:
        """An amount that may lack its thousands or millions, as a question."""
        asked = f" ({', '.join(row.questions)})" if row.state == "answered" else ""
        return f"{row.title}{asked} is small. {which_is_meant(row.value, self.formats)}"

    def expired(self) -> str:
        """Which inputs should have been looked at again before the meeting; nothing for none."""
        titles = [row.symbol for row in self.forecast.register if row.expired]
        return f"Past the date by which to look again: {', '.join(titles)}." if titles else ""

    def ask_lead(self) -> str:
        """What stands above the questions that would narrow the forecast; nothing for none."""
        count = len(self.forecast.ask_next)
        if not count:
            return ""
        which = {1: "This question", 2: "These two questions"}.get(count, "These three questions")
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
        by, year = self.formats.money(question.moves), self.forecast.years
        return (
            f"{asked.short} (module {module}): {_MOVED[question.decides].format(by=by, year=year)}"
        )
