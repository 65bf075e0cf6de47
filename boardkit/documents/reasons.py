"""The reasons for an answer, a few words and a sentence each: what is at risk, and how the ways out stand."""

from __future__ import annotations

from boardkit.documents.figures import Figures
from boardkit.english import in_sentence, listed, sentence, spelled
from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.scoring.result import CompositeResult, DimensionResult, Result

TIE = 6  # decimals beyond which two numbers count as equal, whatever their last bits say
MOST = 3

Reason = tuple[str, str]


def scored_dimensions(result: Result) -> tuple[DimensionResult, ...]:
    """Those that have a score."""
    return tuple(one for one in result.dimensions if one.claimed is not None)


def credit_of(dimension: DimensionResult) -> float:
    """A score in the direction in which high is good, rounded so that equals are equal."""
    assert dimension.claimed is not None
    return round(
        100 - dimension.claimed if dimension.shown == "exposure" else dimension.claimed, TIE
    )


def main_driver(result: Result, method: Methodology) -> DimensionResult | None:
    """The dimension of the headline's composite that adds most to it."""
    scored = scored_dimensions(result)
    own = [one for one in scored if one.composite == method.headline.composite]
    return max(
        own or scored, key=lambda one: round(one.weight * (100 - credit_of(one)), TIE), default=None
    )


class Reasons:
    """The reasons for what one result amounts to, for one reader."""

    def __init__(self, result: Result, method: Methodology, formats: Formats) -> None:
        self.result, self.method, self.formats = result, method, formats
        self.figures = Figures(method.display, formats)

    def told(self) -> tuple[Reason, ...]:
        """At most three; none while it is too early, since what is assumed is no reason."""
        if self.result.headline.too_early:
            return ()
        ways = self._ways()
        if not ways:
            low = sorted(scored_dimensions(self.result), key=credit_of)[:MOST]
            return tuple((f"{one.title}.", f"It stands at {self._of(one.claimed)}.") for one in low)
        driver = main_driver(self.result, self.method)
        first = (
            (self._at_risk(driver),) if driver is not None and driver.shown == "exposure" else ()
        )
        return (*first, *self._of_ways(ways))[:MOST]

    # What is at risk

    def _at_risk(self, driver: DimensionResult) -> Reason:
        whole = self.result.composite(self.method.headline.composite)
        claimed, rules = driver.claimed or 0.0, self.method.verdict
        if self.figures.score(whole.claimed) == self.figures.score(0.0):
            return "Nothing is at risk.", f"{sentence(whole.title)} is {self._of(0.0)}."
        if rules is not None and claimed < rules.needs:
            return "Little is at risk.", (
                f"{sentence(whole.title)} is {self._of(whole.claimed)}; the largest part of it is "
                f"{in_sentence(driver.title)}, at {self.figures.score(claimed)}."
            )
        share = self.formats.percent(100 * driver.weight, 0)
        return f"The largest risk is in {in_sentence(driver.title)}.", (
            f"Exposure there is {self._of(claimed)}, and the dimension makes up {share} of "
            f"{in_sentence(whole.title)}."
        )

    # The ways out

    def _ways(self) -> list[CompositeResult]:
        """Those with a score, the higher first."""
        ways = map(self.result.composite, self.method.headline.covered_by)
        scored = [one for one in ways if one.claimed is not None]
        return sorted(scored, key=lambda one: -round(one.claimed or 0, TIE))

    def _of_ways(self, ways: list[CompositeResult]) -> tuple[Reason, ...]:
        alike = len(ways) > 1 and len({self.figures.score(one.claimed) for one in ways}) == 1
        if alike and not any(map(self.figures.cap, ways)):
            return (self._all_alike(ways),)
        return tuple(
            (f"{one.short} {self._rank(one, place, alike)}.", self._text(one))
            for place, one in enumerate(ways)
        )

    def _rank(self, way: CompositeResult, place: int, alike: bool) -> str:
        rules, claimed = self.method.verdict, way.claimed or 0.0
        if rules is not None and claimed > rules.opens:
            return "is open"
        if alike:
            return "stands level with the other"
        if place:
            return "stands lower"
        near = rules is None or claimed >= rules.nears
        return "is the nearer way out" if near else "is the nearer way out, and far from open"

    def _all_alike(self, ways: list[CompositeResult]) -> Reason:
        rules, claimed = self.method.verdict, ways[0].claimed or 0.0
        state = "stand level"
        if rules is not None and claimed > rules.opens:
            state = "are open"
        elif rules is not None and claimed < rules.nears:
            state = "are far from open"
        number = spelled(len(ways))
        who = f"Both ways out {state}" if len(ways) == 2 else f"All {number} ways out {state}"
        low = [f"“{low.title}”, at {self.figures.score(low.claimed)}"
               for one in ways if (low := self._weakest(one)) is not None]  # fmt: skip
        tail = f"; lowest are {listed(low)}." if low else ", and no dimension stands out."
        return f"{who}.", f"Each stands at {self._of(claimed)}{tail}"

    def _text(self, way: CompositeResult) -> str:
        if cap := self.figures.cap(way):
            return f"It is {cap}; without that it would be {self.figures.score(way.uncapped)}."
        weakest = self._weakest(way)
        if weakest is None:
            return f"It stands at {self._of(way.claimed)}, and no dimension stands out."
        return (
            f"It stands at {self._of(way.claimed)}; its lowest dimension is “{weakest.title}”, at "
            f"{self.figures.score(weakest.claimed)}."
        )

    def _weakest(self, way: CompositeResult) -> DimensionResult | None:
        """Its lowest dimension, where one is lower than the whole."""
        own = [one for one in scored_dimensions(self.result) if one.composite == way.id]
        low = min(own, key=credit_of, default=None)
        if low is None or self.figures.score(low.claimed) == self.figures.score(way.claimed):
            return None
        return low

    def _of(self, value: float | None) -> str:
        """“42.0 of 100”."""
        return f"{self.figures.score(value)} of {self.figures.top}"
