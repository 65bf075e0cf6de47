"""Sentences about a comparison, chosen by what it holds: for the page, the report and the terminal."""

from __future__ import annotations

from boardkit.comparison.answer_wording import AnswerWords
from boardkit.comparison.kind_wording import KindWords
from boardkit.comparison.result import ScoreChange, Scored
from boardkit.english import counted, in_sentence, listed, sentence

_FATES = {
    "reworded": "asked in other words",
    "split": "split into several",
    "merged": "several in one",
    "retired": "no longer asked",
    "new": "not asked before",
}


class ComparisonWords(KindWords, AnswerWords):
    """The sentences about one comparison, for one reader."""

    # The headline

    def title(self) -> str:
        """What the comparison amounts to, without a full stop."""
        head = self.comparison.headline
        missing = [s.name for s in self._sides() if s.result.headline.claimed is None]
        if self.printed is None:
            verb = "has" if len(missing) == 1 else "have"
            return f"No change can be told: {listed(missing)} {verb} no score"
        if self.comparison.too_early:
            return f"Too early to compare {self._pair()}"
        change = self.printed.change
        if not self.comparison.same_company:
            return self._apart(change)
        if not change:
            if not self.comparison.parts and not self.comparison.answers:
                return f"Nothing changed between {self._pair()}"
            stayed = f"{head.title} stayed at {self.score(head.after)}"
            return f"{stayed}: what changed cancels out" if self.printed.tags else stayed
        verb = "fell" if change < 0 else "rose"
        return f"{head.title} {verb} by {self._size(change)}{self.how_much_was_done(change)}"

    def _apart(self, change: float) -> str:
        head = self.comparison.headline
        before, after = (side.name for side in self._sides())
        if not change:
            return f"{after} and {before} stand level in {head.title}"
        size = self._size(change)
        where = "lower" if change < 0 else "higher"
        return f"{after} stands {size} {where} in {head.title} than {before}"

    def sentence(self) -> str:
        """“Lower in 96% of draws; −9.0 = −5.3 done, −2.6 better known.”"""
        text = "; ".join(part for part in (self.how_sure(), self.parts()) if part)
        return f"{sentence(text)}." if text else ""

    def how_sure(self) -> str:
        """“Lower in 96% of draws”, like for like; nothing where there is nothing to draw."""
        found = self.comparison.headline.difference
        if found is None or self.printed is None or not self.printed.tags:
            return ""
        like = round(self.printed.change - self._of_method(), self.printed.decimals)
        text = self.odds(self.comparison.headline)
        if like:
            word, share = ("lower", found.lower) if like < 0 else ("higher", found.higher)
            text = f"{word} {self.draws(share)}"
        if self.comparison.versions is not None:
            text = f"like for like, {text}"
        if self.comparison.too_early:
            text = f"on the answers so far, {text}"
        return sentence(text)

    def _of_method(self) -> float:
        assert self.printed is not None
        return sum(one.amount for one in self.printed.tags if one.tag == "method")

    def bands(self) -> str:
        """From which band to which, each with its chance; nothing where a side has none."""
        sides = self._sides()
        found = [side.result.headline.band for side in sides]
        spreads = [side.intervals.headline.claimed for side in sides]
        if found[0] is None or found[1] is None or spreads[0] is None or spreads[1] is None:
            return ""
        names = [in_sentence(band.title) for band in found if band is not None]
        shares = [
            self.draws(spread.chance(band.id))
            for spread, band in zip(spreads, found, strict=True)
            if spread is not None and band is not None
        ]
        if not self.comparison.same_company:
            told = [
                f"{side.name} is {x} {y}" for side, x, y in zip(sides, names, shares, strict=True)
            ]
            return f"{listed(told)}."
        if names[0] == names[1]:
            if shares[0] == shares[1]:
                return f"It is {names[1]} {shares[1]}, as before."
            return f"It is {names[1]} {shares[1]}; before, {shares[0]}."
        return f"It went from {names[0]} {shares[0]} to {names[1]} {shares[1]}."

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
        what = "change" if self.comparison.same_company else "difference"
        return f"Eight times out of ten the {what}{like} lies between {low} and {high}."

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
            f"{text}{counted(versions.compared, 'question')} can be compared; {left} cannot, and "
            f"{verb} left out of both sides."
        )

    def fate(self, kind: str) -> str:
        """Why a question could not be compared."""
        return _FATES[kind]

    def answers_title(self) -> str:
        """How many answers changed, or differ."""
        count = len(self.comparison.answers)
        if self.comparison.same_company:
            return f"{counted(count, 'answer')} changed" if count else "No answer changed"
        verb = "differs" if count == 1 else "differ"
        return f"{counted(count, 'answer')} {verb}" if count else "No answer differs"

    def _sides(self) -> tuple[Scored, Scored]:
        return self.comparison.before, self.comparison.after

    def names(self) -> tuple[str, str]:
        """What the two sides are called."""
        return self.comparison.before.name, self.comparison.after.name

    def _pair(self) -> str:
        return " and ".join(self.names())
