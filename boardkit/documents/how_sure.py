"""How sure a result is, in sentences that a director understands without the method page.

A draw is one way in which the true answers could fall, given how each of them is known.
"""

from __future__ import annotations

from boardkit.documents.figures import Figures
from boardkit.english import in_sentence, sentence
from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.scoring.result import BandResult, BoundGate, Bounds, CompositeResult, Scored
from boardkit.scoring.spreads import Chance, Intervals, Spread, VerdictChance

WORTH_NAMING = 0.05  # the chance from which another band or verdict is named too
LEVEL = 0.05  # how near to even chances two ways out stand level


class HowSure:
    """The sentences about the intervals of one result, for one reader."""

    def __init__(
        self, result: Scored, intervals: Intervals, method: Methodology, formats: Formats
    ) -> None:
        self.result, self.intervals, self.method = result, intervals, method
        self.formats = formats
        self.figures = Figures(method.display, formats)

    # One score

    def brief(self, score_id: str) -> str:
        """“33–52” or “capped at 40”, for beside a figure; nothing where there is no range."""
        spread = self._claimed(score_id)
        if spread is None:
            return ""
        if spread.interval is not None:
            low, high = self.figures.ends(spread.interval)
            return "" if low == high else f"{low}–{high}"
        assert spread.held is not None
        return f"capped at {self.figures.rough(spread.held.at)}"

    def range(self, score_id: str, name: str = "it") -> str:
        """The range of a score, or the gate that leaves it none; ``name`` as in a sentence."""
        spread = self._claimed(score_id)
        if spread is None:
            return ""
        if spread.interval is None:
            return f"{sentence(name)} is {self.held(score_id)}, so there is no range to give."
        low, high = self.figures.ends(spread.interval)
        if low == high:
            return f"The answers leave no doubt about {name}."
        text = f"Eight times out of ten {name} lies between {low} and {high}"
        if spread.held is not None:
            share = self.figures.draws(spread.held.chance)
            text += f"; {share} it is {self.held(score_id)}"
        return f"{text}."

    def held(self, score_id: str) -> str:
        """“capped at 40 because the providers' terms forbid resale”; nothing where no gate holds."""
        spread = self._claimed(score_id)
        if spread is None or spread.held is None:
            return ""
        return self.figures.capped(spread.held.at, self._gate(spread.held.gate))

    def bounds(self, bounds: Bounds | None) -> str:
        """What a score would be if what does not apply were at its best and at its worst."""
        if bounds is None:
            return ""
        low, high = self.figures.score(bounds.low), self.figures.score(bounds.high)
        if low == high:
            return ""
        return (
            "Counting what does not apply at its best and at its worst, it would lie between "
            f"{low} and {high}."
        )

    # The headline

    def headline(self) -> str:
        """The range of the headline."""
        return self.range(self.intervals.headline.id)

    def named(self) -> str:
        """The band, never without its chance: “Exposed in 84% of draws”."""
        return self._named(self.result.headline.band, self.intervals.headline.claimed)

    def named_way(self, way: str) -> str:
        """How far a way out is open, never without its chance: “Near in 96% of draws”."""
        spread, rules = self._claimed(way), self.method.verdict
        claimed = self.result.composite(way).claimed
        if spread is None or rules is None or claimed is None or way not in rules.ways_out:
            return ""
        state = "open" if claimed > rules.opens else "near"
        found = state if claimed >= rules.nears else "closed"
        named = next(one for one in spread.bands if one.id == found)
        return f"{named.title} {self.figures.draws(named.chance)}"

    def named_proven(self) -> str:
        """The band of what is proven: “Critical in 63% of draws”."""
        return self._named(self.result.headline.proven_band, self.intervals.headline.proven)

    def _named(self, band: BandResult | None, spread: Spread | None) -> str:
        if spread is None or band is None:
            return ""
        return f"{band.title} {self.figures.draws(spread.chance(band.id))}"

    def band(self) -> str:
        """“Exposed in 84% of draws; manageable in 9%, critical in 7%.”"""
        spread, band = self.intervals.headline.claimed, self.result.headline.band
        if spread is None or band is None:
            return ""
        text = self.named()
        others = [
            f"{in_sentence(one.title)} in {self.figures.percent(one.chance)}"
            for one in sorted(spread.bands, key=lambda one: -one.chance)
            if one.id != band.id and one.chance >= WORTH_NAMING
        ]
        return f"{text}; {', '.join(others)}." if others else f"{text}."

    def chances(self) -> str:
        """Of what the conclusion says, in its order: “in 91% and 95% of draws”."""
        spread, band = self.intervals.headline.claimed, self.result.headline.band
        if spread is None or band is None:
            return ""
        found = [spread.chance(band.id)]
        if self.result.verdict is not None and self.stated is not None:
            found.append(self.stated)
        proven, otherwise = self.intervals.headline.proven, self.result.headline.proven_otherwise
        if proven is not None and otherwise is not None:
            found.append(proven.chance(otherwise.id))
        return self.figures.draws_each(found)

    def conclusion(self) -> str:
        """How sure the conclusion is: what stands beside it wherever it is stated."""
        spread, band = self.intervals.headline.claimed, self.result.headline.band
        if spread is None:
            return ""
        if band is None:
            low, high = self.figures.ends(spread.interval) if spread.interval else ("", "")
            return (
                f"So far, eight times out of ten it lies between {low} and {high}." if low else ""
            )
        if spread.interval is not None and spread.interval.p10 == spread.interval.p90:
            return f"The answers leave no doubt about the score{self._and_the_verdict()}."
        draws = f"{self.formats.number(self.intervals.draws, 0)} draws of how the true answers could fall"
        parts = [("band", spread.chance(band.id))]
        if self.stated is not None and self.result.verdict is not None:
            parts.append(("verdict", self.stated))
        if all(chance >= 1 for _, chance in parts):
            names = " and the ".join(name for name, _ in parts)
            return f"The {names} {'holds' if len(parts) == 1 else 'hold'} in all of {draws}."
        said = " and the ".join(
            f"{name}{'' if place else ' holds'} in {'all' if chance >= 1 else self.figures.percent(chance)}"
            for place, (name, chance) in enumerate(parts)
        )
        return f"Of {draws}, the {said}."

    # The verdict

    def _and_the_verdict(self) -> str:
        """What follows once there is no doubt about the score; nothing without a verdict."""
        if self.stated is None or self.result.verdict is None:
            return ""
        if self.stated >= 1:
            return " or the verdict"
        return f"; the verdict holds {self.figures.draws(self.stated)}"

    @property
    def stated(self) -> float | None:
        """The chance of the verdict that is stated."""
        return self.intervals.ways_out.stated if self.intervals.ways_out is not None else None

    def verdict(self) -> str:
        """“‘Neither yet’ is the verdict in 74% of draws; ‘First derivative’ in 14%.”"""
        verdict, ways_out = self.result.verdict, self.intervals.ways_out
        if verdict is None or ways_out is None:
            return ""
        text = f"“{verdict.title}” is the verdict {self.figures.draws(ways_out.stated)}"
        other = self._next_verdict(verdict.title)
        if other is None:
            return f"{text}."
        though = "though " if other.chance > ways_out.stated else ""
        return f"{text}; {though}“{other.title}” in {self.figures.percent(other.chance)}."

    def _next_verdict(self, title: str) -> VerdictChance | None:
        assert self.intervals.ways_out is not None
        others = [one for one in self.intervals.ways_out.verdicts if one.title != title]
        best = max(others, key=lambda one: one.chance, default=None)
        return best if best is not None and best.chance >= WORTH_NAMING else None

    def ahead(self) -> str:
        """Which way out scores higher, and how surely; as proven too, where that turns it round."""
        ways_out = self.intervals.ways_out
        if ways_out is None or len(ways_out.ahead) < 2:
            return ""
        text = self._ahead(ways_out.ahead)
        first, proven = (_best(found) for found in (ways_out.ahead, ways_out.ahead_proven))
        if first.id != proven.id:
            text += (
                f"; as proven it is {in_sentence(self._short(proven.id))}, "
                f"{self.figures.draws(proven.chance)}"
            )
        return f"{text}."

    def _ahead(self, chances: tuple[Chance, ...]) -> str:
        first = _best(chances)
        others = [self._short(one.id) for one in chances if one.id != first.id]
        name = self._short(first.id)
        if len(others) > 1:
            return f"{name} scores highest {self.figures.draws(first.chance)}"
        other = in_sentence(others[0])
        if self._equal(chances):
            return f"{name} and {other} are level"
        if abs(first.chance - 0.5) < LEVEL:
            return f"{name} and {other} are level: each is ahead in about half of the draws"
        return f"{name} is ahead of {other} {self.figures.draws(first.chance)}"

    def _equal(self, chances: tuple[Chance, ...]) -> bool:
        """Whether they are printed the same, and without any doubt."""
        scores = {self.figures.score(self.result.composite(one.id).claimed) for one in chances}
        return len(scores) == 1 and not any(self.brief(one.id) for one in chances)

    # Finding

    def _claimed(self, score_id: str) -> Spread | None:
        found = self.intervals
        every = (found.headline, *found.composites, *found.dimensions)
        return next(one.claimed for one in every if one.id == score_id)

    def _gate(self, gate_id: str) -> BoundGate:
        return next(
            gate for one in self.result.composites for gate in one.gates if gate.id == gate_id
        )

    def _short(self, composite_id: str) -> str:
        found: CompositeResult = self.result.composite(composite_id)
        return sentence(found.short)


def _best(chances: tuple[Chance, ...]) -> Chance:
    return max(chances, key=lambda one: one.chance)
