"""What would change our mind: the limits, answers, gates and assumptions on which a conclusion turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import shorten

from boardkit.answer_texts import derived_text
from boardkit.documents.figures import Figures
from boardkit.documents.so_far import more_answers
from boardkit.economics.result import Forecast
from boardkit.economics.turning import AssumptionTurn
from boardkit.economics.wording import ForecastWords
from boardkit.english import in_sentence, listed, sentence, spelled
from boardkit.formats import Formats
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    LevelQuestion,
    MultipleQuestion,
    Question,
    RangePart,
    RangeQuestion,
    SplitQuestion,
    ValuesQuestion,
    figure_text,
)
from boardkit.scoring.result import CompositeResult, Result
from boardkit.scoring.turns import GateTurn, Turn, Turns

GATES = 2  # that are told
LEVEL = 72  # characters of a level's text

_TURNED = {
    "none_needed": "doing nothing would be enough to keep today’s gross profit",
    "either": "either way out alone would be enough to keep today’s gross profit",
    "resell": "of the two ways out, reselling alone would be enough to keep today’s gross profit",
    "first_derivative": (
        "of the two ways out, the first derivative alone would be enough to keep today’s gross profit"
    ),
    "both": "only both ways out together would be enough to keep today’s gross profit",
    "neither": "even both ways out together would not be enough to keep today’s gross profit",
}


class WhatWouldChange:
    """The sentences about what the conclusion of one result turns on, for one reader."""

    def __init__(
        self, result: Result, turns: Turns, questionnaire: Questionnaire, formats: Formats
    ) -> None:
        self.result, self.turns, self.questionnaire = result, turns, questionnaire
        self.method, self.formats = questionnaire.methodology, formats
        self.figures = Figures(self.method.display, formats)

    def lines(self) -> tuple[str, ...]:
        """All that can be said, a sentence or two each; nothing while no band is named."""
        told = (*self.bands(), self.ways_out(), *self.gates())
        return tuple(line for line in told if line)

    def short(self) -> str:
        """The limits of the band alone, or what is missing."""
        return " ".join(self.bands()) if self.result.headline.band else self.too_early()

    # While no band is named

    def too_early(self) -> str:
        """What would name a band, and which answers could take most off."""
        head = self.result.headline
        if head.claimed is None:
            return ""
        more = spelled(head.coverage.needed - head.coverage.answered)
        text = f"{sentence(more_answers(self.result, more))} would name a band."
        stakes = sorted(
            (one for one in self.result.indicators if one.at_stake and one.at_stake > 0.05),
            key=lambda one: -round(one.at_stake or 0, 6),
        )[:3]
        if not stakes:
            return text
        verb = "lower" if head.shown == "exposure" else "raise"
        named = listed([
            f"{in_sentence(one.title)} ({one.question}, by {self.figures.score(one.at_stake)})"
            for one in stakes
        ])  # fmt: skip
        return f"{text} Those that could {verb} {head.title} most, each alone at its best, are {named}."

    # The band

    def bands(self) -> tuple[str, ...]:
        """How far the band's limits are, and which answers alone would cross one."""
        head, bands = self.result.headline, self.method.headline.bands
        if head.claimed is None or head.band is None:
            return ()
        band = head.band
        place = next(i for i, one in enumerate(bands) if one.id == band.id)
        told = []
        below = bands[place - 1].below if place else None
        if below is not None:
            told.append(
                f"The band would be {in_sentence(bands[place - 1].title)} under {self._limit(below)}, "
                f"{self._points(head.claimed - below)} lower. {self._alone(self.turns.lower)}"
            )
        above = bands[place].below
        if above is not None:
            told.append(
                f"{'It' if told else 'The band'} would be {in_sentence(bands[place + 1].title)} from {self._limit(above)}, "
                f"{self._points(above - head.claimed)} higher. {self._alone(self.turns.higher)}"
            )
        return tuple(told if head.shown == "exposure" else reversed(told))

    def _alone(self, turns: Sequence[Turn]) -> str:
        if not turns:
            return "No answer given could do that alone."
        told = "; ".join(map(self._turn, turns))
        which = "This answer alone" if len(turns) == 1 else "Each of these answers alone"
        return f"{which} could do that: {told}."

    def _turn(self, turn: Turn) -> str:
        """“seat ARR where agents cut seats (B04) at 13% or less, in place of 30%”."""
        question = self.questionnaire.question(turn.question)
        name = f"{in_sentence(turn.title)} ({turn.question})"
        if turn.indicator != turn.question:
            return f"{name} {self._from_on(turn, self._derived(turn))}"
        if isinstance(question, LevelQuestion):
            text = shorten(question.levels[round(turn.at)].text, LEVEL, placeholder="…").rstrip(".")
            return f"{name} at level {turn.at:g}, “{text}”, in place of level {turn.raw:g}"
        part = _part_label(question)
        named = f"{name}: {in_sentence(part)}" if part else name
        return f"{named} {self._from_on(turn, lambda raw: self._figure(question, raw))}"

    @staticmethod
    def _from_on(turn: Turn, said: Callable[[float], str]) -> str:
        more = "more" if turn.at > turn.raw else "less"
        return f"at {said(turn.at)} or {more}, in place of {said(turn.raw)}"

    def _derived(self, turn: Turn) -> Callable[[float], str]:
        derived = self.questionnaire.derived_value(turn.indicator)
        return lambda raw: derived_text(derived, raw, self.formats)

    def _figure(self, question: Question, raw: float) -> str:
        """A number that is scored, as its question writes it."""
        if isinstance(question, MultipleQuestion):
            return f"{spelled(round(raw))} of its options"
        if isinstance(question, RangeQuestion):
            return question.part_text("likely", raw, self.formats)
        of = question.score.of if question.score is not None else None
        if of is None:
            return question.inline(raw, self.formats)
        part = question.part(of) if isinstance(question, ValuesQuestion) else None
        if isinstance(part, RangePart):
            return figure_text(part.of, raw, self.formats, part.unit)
        return question.part_text(of, raw, self.formats)

    def _limit(self, value: float) -> str:
        return f"{value * self.figures.factor:g}"

    def _points(self, value: float) -> str:
        """“7.0 points”; on a scale of its own, only the number."""
        text = self.figures.score(value)
        return f"{text} points" if self.method.display.scale == 100 else text

    # Ways out

    def ways_out(self) -> str:
        """Which score opens or shuts a way out, where the verdict would be another."""
        verdict, rules = self.result.verdict, self.method.verdict
        if verdict is None or rules is None:
            return ""
        if verdict.kind == "none_needed":
            return self._needed(rules.none_needed_below)
        ways = [
            one for one in map(self.result.composite, rules.ways_out) if one.claimed is not None
        ]
        open_ = [one for one in ways if (one.claimed or 0.0) > rules.opens]
        shut = [one for one in ways if one not in open_]
        if verdict.kind == "none":
            told = [self._reaches(one, "reached", rules.near_from) for one in shut]
        else:
            told = [
                *(self._reaches(one, "fell to", rules.open_above) for one in open_),
                *(self._reaches(one, "passed", rules.open_above) for one in shut),
            ]
        if verdict.kind == "near":
            best = max(ways, key=lambda one: one.claimed or 0.0)
            away = self._points((best.claimed or 0.0) - rules.near_from)
            told.append(
                f"neither reached {self._limit(rules.near_from)}, which the better passes by {away}"
            )
        return f"The verdict would change if {', or if '.join(told)}." if told else ""

    def _reaches(self, way: CompositeResult, verb: str, limit: float) -> str:
        """“resale readiness passed 60, 15.0 points higher”."""
        away = limit - (way.claimed or 0.0)
        direction = "higher" if away > 0 else "lower"
        return f"{in_sentence(way.title)} {verb} {self._limit(limit)}, {self._points(abs(away))} {direction}"

    def _needed(self, limit: float) -> str:
        whole = self.result.composite(self.method.headline.composite)
        if whole.claimed is None:
            return ""
        return (
            f"A way out would be needed from {self._limit(limit)} of {in_sentence(whole.title)}, "
            f"{self._points(limit - whole.claimed)} higher."
        )

    def gates(self) -> tuple[str, ...]:
        """The gates that would name another band, or open or shut a way out: those of bands first."""
        none_needed = self.result.verdict is not None and self.result.verdict.kind == "none_needed"
        telling = [one for one in self.turns.gates if one.band is not None or not none_needed]
        named = {one.indicator for one in (*self.turns.lower, *self.turns.higher)}
        telling = [one for one in telling if one.band is None or not named.intersection(one.reads)]
        telling.sort(key=lambda one: (one.band is None, not one.bound))
        return tuple(map(self._gate, telling[:GATES]))

    def _gate(self, turn: GateTurn) -> str:
        way = self.result.composite(turn.composite)
        to_band = f", and it would be {in_sentence(turn.band.title)}" if turn.band else ""
        if turn.bound:
            opens = " and be open" if turn.is_open else ""
            return (
                f"{sentence(way.title)} is capped at {self.figures.rough(turn.cap)} because {turn.because}; "
                f"without that it would stand at {self.figures.score(turn.score)}{opens}{to_band}."
            )
        shuts = " and no longer be open" if turn.is_open is False else ""
        return (
            f"If it turned out that {turn.because}, {in_sentence(way.title)} would be capped at "
            f"{self.figures.rough(turn.cap)}{shuts}{to_band}."
        )

    # The forecast

    def assumption(self, forecast: Forecast, turning: Sequence[AssumptionTurn]) -> str:
        """The assumption that turns the forecast, if one does; nothing while it rests on too little."""
        if not forecast.support.enough:
            return ""
        if not turning:
            return (
                "No assumption of the forecast, anywhere in its range, turns its outcome by itself."
            )
        first = turning[0]
        say = ForecastWords(forecast, self.questionnaire, self.formats)
        row = next(row for row in forecast.register if row.symbol == first.symbol)
        return (
            f"The forecast turns on an assumption: with {in_sentence(row.title)} at "
            f"{say.value(row, first.at)} in place of {say.value(row, row.value)}, {_TURNED[first.kind]}."
        )


def _part_label(question: Question) -> str:
    """Which part of an answer is scored; nothing where it is the whole."""
    if question.score is None or question.score.of is None:
        return ""
    if isinstance(question, SplitQuestion):
        return next(part.label for part in question.parts if part.id == question.score.of)
    if isinstance(question, ValuesQuestion):
        return question.part(question.score.of).label
    return ""
