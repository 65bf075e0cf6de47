"""Sentences about a comparison, chosen by what it holds: for the page, the report and the terminal."""

from __future__ import annotations

from boardkit.comparison.answer_wording import AnswerWords
from boardkit.comparison.figure_wording import FigureWords
from boardkit.comparison.grouping import Bar, Printed, printed
from boardkit.comparison.result import Comparison, ScoreChange, Scored
from boardkit.comparison.tags import Tag
from boardkit.formats import Formats
from boardkit.sentence_case import in_sentence

_TAGGED: dict[Tag, str] = {
    "done": "done",
    "restated": "restated without evidence",
    "better_known": "better known",
    "less_known": "less known",
    "newly_applicable": "newly applicable",
    "no_longer_applicable": "no longer applicable",
    "differs": "answered differently",
    "gate": "by what caps a way out",
    "method": "by the other version of the questionnaire",
}
_CALLED: dict[Tag, str] = {
    **{tag: text[:1].upper() + text[1:] for tag, text in _TAGGED.items()},
    "restated": "Restated",
    "gate": "Cap",
    "method": "Method",
    "newly_applicable": "Now applies",
    "no_longer_applicable": "No longer applies",
    "differs": "Differs",
}
_KNOWN: tuple[Tag, ...] = ("better_known", "less_known")
_SAID: tuple[Tag, ...] = ("restated", *_KNOWN)
_FATES = {
    "reworded": "asked in other words",
    "split": "split into several",
    "merged": "several in one",
    "retired": "no longer asked",
    "new": "not asked before",
}


class ComparisonWords(FigureWords, AnswerWords):
    """The sentences about one comparison, for one reader."""

    def __init__(self, comparison: Comparison, formats: Formats) -> None:
        super().__init__(comparison, formats)
        self.printed: Printed | None = printed(comparison)

    # The headline

    def title(self) -> str:
        """What the comparison amounts to, without a full stop."""
        head = self.comparison.headline
        missing = [s.name for s in self._sides() if s.result.headline.claimed is None]
        if self.printed is None:
            verb = "has" if len(missing) == 1 else "have"
            return f"No change can be told: {_listed(missing)} {verb} no score"
        if self.comparison.too_early:
            return f"Too early to compare {self._pair()}"
        change = self.printed.change
        if not self.comparison.same_company:
            return self._apart(change)
        if not change:
            if not self.comparison.parts and not self.comparison.answers:
                return f"Nothing changed between {self._pair()}"
            return f"{head.title} stayed at {self.score(head.after)}"
        verb = "fell" if change < 0 else "rose"
        size = self.formats.number(abs(change), self.printed.decimals, exact=True)
        return f"{head.title} {verb} by {size}{self._how_much_was_done(change)}"

    def _apart(self, change: float) -> str:
        head = self.comparison.headline
        before, after = (side.name for side in self._sides())
        if not change:
            return f"{after} and {before} stand level in {head.title}"
        assert self.printed is not None
        size = self.formats.number(abs(change), self.printed.decimals, exact=True)
        where = "lower" if change < 0 else "higher"
        return f"{after} stands {size} {where} in {head.title} than {before}"

    def _how_much_was_done(self, change: float) -> str:
        """“, and 5.3 of it was done”."""
        assert self.printed is not None
        amounts = {one.tag: one.amount for one in self.printed.tags}
        done, tags = amounts.get("done", 0.0), set(amounts)
        if tags == {"method"}:
            return ", only because the questionnaire changed"
        gate = next((bar for bar in self.printed.bars if bar.tag == "gate"), None)
        if gate is not None and gate.amount / change > 0.5:
            return f", since {in_sentence(gate.title)}"
        if done * change > 0:
            improved = self.comparison.headline.better
            if abs(done) >= abs(change):
                return f", by what {'was done' if improved else 'happened'}"
            size = self.formats.number(abs(done), self.printed.decimals, exact=True)
            return f", and {size} of it {'was done' if improved else 'happened'}"
        if done:
            return ", in spite of what was done"
        if tags <= set(_KNOWN):
            better = amounts.get("better_known", 0.0) * change > 0
            return f", only because {'more' if better else 'less'} is known"
        if tags <= set(_SAID):
            return ", though nothing is shown to have been done"
        return ""

    def sentence(self) -> str:
        """“Lower in 96% of draws; −9.0 = −5.3 done, −2.6 better known.”"""
        text = "; ".join(part for part in (self.how_sure(), self.parts()) if part)
        return f"{text[:1].upper()}{text[1:]}." if text else ""

    def how_sure(self) -> str:
        """“Lower in 96% of draws”, like for like; nothing where there is nothing to draw."""
        found = self.comparison.headline.difference
        if found is None or self.printed is None or not self.printed.tags:
            return ""
        like = self.printed.change - self._of_method()
        falls = like < 0 or (like == 0 and found.lower >= found.higher)
        word, share = ("lower", found.lower) if falls else ("higher", found.higher)
        text = f"{word} {self.draws(share)}"
        if self.comparison.versions is not None:
            text = f"like for like, {text}"
        if self.comparison.too_early:
            text = f"on the answers so far, {text}"
        return text[:1].upper() + text[1:]

    def _of_method(self) -> float:
        assert self.printed is not None
        return sum(one.amount for one in self.printed.tags if one.tag == "method")

    def parts(self) -> str:
        """“−9.0 = −5.3 done, −2.6 better known, −1.1 restated without evidence”."""
        if self.printed is None:
            return ""
        change = self.amount(self.printed.change)
        if not self.printed.tags:
            moved = len(self.comparison.answers)
            if not moved:
                return "no answer changed"
            none = "it does not move" if moved == 1 else "none of them moves"
            return f"{_count(moved, 'answer')} changed, and {none} the score"
        told = ", ".join(f"{self.amount(x.amount)} {_TAGGED[x.tag]}" for x in self.printed.tags)
        return f"{change} = {told}"

    def range(self, one: ScoreChange | None = None) -> str:
        """Between what the change lies eight times out of ten; nothing where it is not drawn.

        Of the headline, unless another score is meant.
        """
        found = (one or self.comparison.headline).difference
        if found is None or found.interval.p10 == found.interval.p90:
            return ""
        low, high = (
            self.amount(x * self.method.display.scale / 100)
            for x in (found.interval.p10, found.interval.p90)
        )
        like = ", like for like," if self.comparison.versions is not None else ""
        return f"Eight times out of ten the change{like} lies between {low} and {high}."

    def done_or_known(self) -> str:
        """How much was done in the world, and how much is only better known or said otherwise."""
        if self.printed is None or not self.comparison.same_company or not self.printed.tags:
            return ""
        amounts = {one.tag: one.amount for one in self.printed.tags}
        decimals = self.printed.decimals
        done = amounts.get("done", 0.0)
        said = round(sum(amounts.get(tag, 0.0) for tag in _SAID), decimals)
        rest = round(self.printed.change - done - said, decimals)
        told = [
            f"{self.amount(x)} {text}"
            for x, text in (
                (done, "was done in the world"),
                (said, "is only known better or worse, or restated"),
                (rest, "is of what applies, what is capped, or how it is scored"),
            )
            if x
        ]
        return f"Of the change, {_listed(told)}." if told else ""

    def too_early(self) -> str:
        """Which sides have too few answers, and how many more would do; nothing where none has."""
        told = []
        for side in self.comparison.too_early:
            coverage = side.result.headline.coverage
            told.append(
                f"{side.name} has {coverage.answered} of the {coverage.needed} answers that it "
                "takes to name a band."
            )
        return " ".join(told)

    def versions(self) -> str:
        """What another version of the questionnaire means; nothing where both answer the same."""
        versions = self.comparison.versions
        if versions is None:
            return ""
        numbers = (
            f"{versions.before} and {versions.after}" if versions.before != versions.after
            else f"{versions.before} and another of the same number"
        )  # fmt: skip
        text = f"The two answer different versions of the questionnaire, {numbers}. "
        left = len(versions.left_out)
        if not left:
            return text + f"All {versions.compared} questions are in both."
        verb = "is" if left == 1 else "are"
        return (
            f"{text}{_count(versions.compared, 'question')} can be compared; {left} cannot, and "
            f"{verb} left out of both sides."
        )

    # Parts

    def tag(self, tag: Tag | None) -> str:
        """What a kind of change is called in a table or beside a bar."""
        return "Several kinds" if tag is None else _CALLED[tag]

    def bars(self) -> tuple[Bar, ...]:
        """The parts as they are printed."""
        return self.printed.bars if self.printed is not None else ()

    def fate(self, kind: str) -> str:
        """Why a question could not be compared."""
        return _FATES[kind]

    def answers_title(self) -> str:
        """How many answers changed, or differ."""
        count = len(self.comparison.answers)
        if self.comparison.same_company:
            return f"{_count(count, 'answer')} changed" if count else "No answer changed"
        verb = "differs" if count == 1 else "differ"
        return f"{_count(count, 'answer')} {verb}" if count else "No answer differs"

    def _sides(self) -> tuple[Scored, Scored]:
        return self.comparison.before, self.comparison.after

    def names(self) -> tuple[str, str]:
        """What the two sides are called."""
        return self.comparison.before.name, self.comparison.after.name

    def _pair(self) -> str:
        return " and ".join(self.names())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _listed(texts: list[str]) -> str:
    *head, last = texts
    return f"{', '.join(head)} and {last}" if head else last
