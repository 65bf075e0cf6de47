"""What to do about a result, in sentences that need no method page: change, choose, find out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.documents.figures import Figures
from boardkit.durations import work_text
from boardkit.english import in_sentence, sentence, spelled_count
from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.reading import Standing
from boardkit.scoring.firm_up import LEAST_GAIN, Firming, FirmUp
from boardkit.scoring.moves.fewest import MOST
from boardkit.scoring.moves.options import Option
from boardkit.scoring.moves.smallest import Move, Moves
from boardkit.scoring.result import BandResult, IndicatorResult, Result

FEW = 3  # answers to firm up that are always listed, where there are so many


@dataclass(frozen=True)
class OptionLine:
    """One option in a table."""

    title: str
    changes: str  # how many, and how many steps
    after: str  # the score that it comes to
    band: str
    chance: str  # of the next band or a better one


@dataclass(frozen=True)
class MoveRow:
    """One move in a list."""

    text: str
    question: str  # nothing where no question lifts it
    points: str
    after: str  # the headline after it and those before it


@dataclass(frozen=True)
class FirmingRow:
    """One answer to firm up, in a list."""

    title: str
    question: str
    standing: str  # how it is known today
    text: str  # what it would be worth


class WhatToDo:
    """The sentences about what to do with one result, for one reader."""

    def __init__(self, result: Result, method: Methodology, formats: Formats) -> None:
        self.result, self.method, self.formats = result, method, formats
        self.figures = Figures(method.display, formats)

    # Firm up next

    def firm_up(self, found: FirmUp) -> str:
        """What the list goes by."""
        if not found.answers:
            return "Every answer is as firm as it can be."
        if not self.worth_firming(found):
            return "No single answer, made certain, would make the score much surer."
        timed = all(one.minutes is not None for one in found.answers)
        effort = " for the effort that it takes" if timed else ""
        if found.by == "band":
            return (
                f"The likeliest band is right {self.figures.draws(found.chance)}. Of all the answers, "
                f"making these certain would raise that most{effort}."
            )
        return (
            "No single answer would change the odds of naming the right band. Of all the answers, "
            f"making these certain would take away most of the doubt about the score{effort}."
        )

    def worth_firming(self, found: FirmUp) -> tuple[Firming, ...]:
        """The answers that are worth firming up, by what the list goes by.

        Where few would raise the odds of the right band, those follow that tell most of the score.
        """
        telling = [one for one in found.answers if one.variance > 0 or one.gain >= LEAST_GAIN]
        if found.by == "variance":
            return tuple(telling)
        likeliest = [one for one in telling if one.gain >= LEAST_GAIN]
        others = [one for one in telling if one not in likeliest]
        return (*likeliest, *others[: max(FEW - len(likeliest), 0)])

    def firming(self, one: Firming, found: FirmUp) -> str:
        """“Finding this out takes about 4 hours and would raise the odds … by 4 points.”"""
        text = "Finding this out would"
        if one.minutes is not None:
            text = f"Finding this out takes about {work_text(one.minutes)} and would"
        if found.by == "band" and one.gain >= LEAST_GAIN:
            points = 100 * one.gain
            shown = self.formats.number(points, 0 if points >= 1 else 1)
            noun = "point" if shown == "1" else "points"
            return f"{text} raise the odds of naming the right band by {shown} {noun}."
        share = self.figures.percent(one.variance)
        return f"{text} take away {share} of the doubt about the score."

    def firming_rows(self, found: FirmUp) -> tuple[FirmingRow, ...]:
        """The answers that are worth firming up, most worthwhile first."""
        return tuple(
            FirmingRow(one.title, one.question, self.standing(one), self.firming(one, found))
            for one in self.worth_firming(found)
        )

    def standing(self, one: Firming) -> str:
        """How the answer is known today: “Don't know”, “Answered on judgement”."""
        found = next(i for i in self.result.indicators if i.id == one.indicator)
        return known_on(found, self.method)

    # Moves

    def moves_title(self, moves: Moves) -> str:
        """What would have to change, as the title of a page."""
        count = sentence(spelled_count(len(moves.moves), "change"))
        if moves.state == "reached" and moves.target is not None:
            would = f"{count} would bring it to {moves.target.title}"
            return f"{would}, {self.figures.draws(moves.chance)}"
        if moves.state == "beyond_six" and moves.target is not None:
            if not moves.moves:
                return f"No change that could be made brings it nearer to {moves.target.title}"
            return f"Even {in_sentence(count)} would not bring it to {moves.target.title}"
        if moves.state == "best_band" and moves.band is not None:
            best = f"{in_sentence(moves.band.title)} already, {self.figures.draws(moves.chance)}"
            if self.result.headline.proven_otherwise is not None:
                return f"If the answers hold, nothing has to change: it is {best}"
            return f"Nothing has to change: it is {best}"
        return "It is too early to say what would have to change"

    def moves(self, moves: Moves) -> str:
        """The smallest set, and how surely it suffices."""
        if moves.state == "too_early":
            return "Moves are worked out once enough is answered to name a band."
        if moves.state == "best_band" or moves.target is None:
            return self._inside(moves)
        if moves.state == "beyond_six":
            return self._beyond(moves, moves.target)
        changes = spelled_count(len(moves.moves), "change")
        steps = spelled_count(sum(one.steps for one in moves.moves), "step")
        one = len(moves.moves) == 1
        text = f"The least that reaches {moves.target.title}: {changes}, {steps}. "
        text += f"{'It suffices' if one else 'They suffice'} {self.figures.draws(moves.chance)}."
        return text if moves.exact else f"{text} {_NOT_EXACT}"

    def _inside(self, moves: Moves) -> str:
        """How far inside the best band it is."""
        bands = self.method.headline.bands
        low = self.result.headline.shown == "exposure"
        limit = bands[0].below if low else bands[-2].below
        if moves.band is None or moves.before is None or limit is None:
            return ""
        away = self.figures.score(abs(moves.before - limit))
        points = " points" if self.method.display.scale == 100 else ""
        return f"It stands {away}{points} inside the best band there is."

    def _beyond(self, moves: Moves, target: BandResult) -> str:
        count = len(moves.moves)
        after = self.figures.score(moves.after)
        if not count:
            return f"No answer that could be raised brings it nearer to {target.title}."
        if count < MOST:
            all_of = "The only change" if count == 1 else f"All {spelled_count(count, 'change')}"
            return (
                f"{all_of} that could be made would bring it to {after}, short of {target.title}."
            )
        return f"More than six changes are needed to reach {target.title}; six bring it to {after}."

    def figures_explained(self, moves: Moves) -> str:
        """What the figures beside the moves mean."""
        if not moves.moves:
            return ""
        return (
            "A step raises one answer to its next level. Each figure is what a change does to the "
            "score, after those above it."
        )

    def move_rows(self, moves: Moves) -> tuple[MoveRow, ...]:
        """The moves, each with what it takes off."""
        rows, before = [], moves.before
        for one in moves.moves:
            after = self.after(one.headline)
            rows.append(MoveRow(one.text, one.question or "", self.step(before, one), after))
            before = one.headline
        return tuple(rows)

    def after(self, headline: float | None) -> str:
        """A headline that moves come to; one that rounding would put on a band's limit is told apart."""
        printed = self.figures.score(headline)
        for band in self.method.headline.bands:
            limit = band.below
            if headline is not None and limit is not None and headline < limit:
                return f"just under {printed}" if printed == self.figures.score(limit) else printed
        return printed

    def target(self, moves: Moves) -> str:
        """The next band, if there is one."""
        return moves.target.title if moves.target is not None else ""

    def options(self, moves: Moves, considered: Sequence[Option]) -> tuple[OptionLine, ...]:
        """What else could be done: nothing, the least, and each part of the score by itself."""
        if moves.target is None or not considered:
            return ()
        now = self.result.headline
        stay = OptionLine(
            "Change nothing", "none", self.figures.score(moves.before),
            in_sentence(now.band.title) if now.band is not None else "",
            self.figures.percent(moves.chance_before),
        )  # fmt: skip
        least = self._option("The least, wherever it is", moves)
        each = [self._option(f"{one.title} alone", one.moves) for one in considered]
        return (stay, least, *each)

    def _option(self, title: str, moves: Moves) -> OptionLine:
        steps = spelled_count(sum(one.steps for one in moves.moves), "step")
        changes = f"{spelled_count(len(moves.moves), 'change')}, {steps}"
        if moves.state == "beyond_six":
            full = len(moves.moves) == MOST
            changes = "more than six; with six" if full else "not enough; with all there are"
        band = in_sentence(moves.band.title) if moves.band is not None else ""
        after = self.after(moves.after)
        return OptionLine(title, changes, after, band, self.figures.percent(moves.chance))

    def step(self, before: float | None, move: Move) -> str:
        """What one move takes off or adds: “−5.8”."""
        if before is None:
            return ""
        change = (move.headline - before) * self.figures.factor
        return self.formats.signed(change, self.method.display.decimals)

    def to_do_first(self, moves: Moves, found: FirmUp) -> str:
        """What to do before the meeting, and what the board could then decide."""
        worth = self.worth_firming(found)
        first = f"Before the meeting, firm up “{worth[0].title}”." if worth else ""
        then = self._to_decide(moves)
        if first and then.startswith("Decide "):
            then = f"Then {in_sentence(then)}"
        return f"{first} {then}".strip()

    def _to_decide(self, moves: Moves) -> str:
        if moves.state == "too_early":
            return "Nothing can be decided before a band can be named."
        if moves.state == "best_band":
            proven = self.result.headline.proven_otherwise
            if proven is None:
                return "No change has to be decided now; what there is to do is to keep it so."
            return (
                f"On what is proven alone it would be {in_sentence(proven.title)}: decide who backs the "
                "answers that rest on judgement, and by when."
            )
        if not moves.moves:
            return "No change that could be made helps; look for another way out."
        count = spelled_count(len(moves.moves), "change")
        one = len(moves.moves) == 1
        if moves.state == "beyond_six":
            text = f"Even {count} {'is' if one else 'are'} not enough: decide how far to go."
            return (
                f"{text} The band would be {self.target(moves)} {self.figures.draws(moves.chance)}."
            )
        what = "whether to make the change" if one else f"on the {count}"
        enough = "it is enough" if one else "they are enough"
        return f"Decide {what}: {enough} {self.figures.draws(moves.chance)}."

    def path(self, moves: Moves) -> str:
        """Why the map shows no path, where the moves lead elsewhere."""
        if not moves.moves:
            return ""
        ways = set(self.method.headline.covered_by)
        start = {one.id: one.claimed for one in self.result.composites}
        end = dict(moves.moves[-1].composites)
        moved = any(abs(end.get(way, 0) - (start[way] or 0)) >= 0.5 for way in ways)  # of 100
        if moved or not ways:
            return ""
        head = self.method.composite(self.method.headline.composite)
        verb = "lower" if head.shown == "exposure" else "raise"
        return f"The moves {verb} {in_sentence(head.title)}, so they do not show on this map."

    def _title(self, composite_id: str) -> str:
        return self.method.composite(composite_id).title


_NOT_EXACT = "There are more sets than could be tried, so a smaller one may exist."


def known_on(one: IndicatorResult, method: Methodology) -> str:
    """How an answer is known: “Don't know”, “Answered on judgement”."""
    if one.standing is not Standing.ANSWERED:
        return "Don’t know" if one.standing is Standing.DONT_KNOW else "Not answered yet"
    if one.basis is None:
        return "Answered, basis not stated"
    return f"Answered on {in_sentence(method.basis_of(one.basis).title)}"
