"""Sentences composed from a result by rules: titles, the answer, the reasons.

Nothing here is a fixed finding: each sentence is chosen by what the result holds, for every verdict
and for the half-answered case, and the tests pin which.
"""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.assessment import Details
from boardkit.documents.figures import Figures, listed
from boardkit.documents.how_sure import HowSure
from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.questionnaire import Fact
from boardkit.scoring.bridge import rounded_to_sum
from boardkit.scoring.result import (
    CompositeResult,
    DimensionResult,
    IndicatorResult,
    MoneyResult,
    Result,
)
from boardkit.scoring.spreads import Intervals
from boardkit.sentence_case import in_sentence

# What the board is asked, by verdict: to decide, to discuss, or to note.
_ASKED = {
    "none_needed": dict.fromkeys(
        ("decision", "discussion", "noting"), "to note that no way out is needed now"
    ),
    "all_open": {
        "decision": "to decide how to pace two ways out that are both open",
        "discussion": "to discuss how to pace two ways out that are both open",
        "noting": "to note that both ways out are open",
    },
    "one_open": {
        "decision": "to decide whether to back the one way out that is open: {way}",
        "discussion": "to discuss whether to back the one way out that is open: {way}",
        "noting": "to note that one way out is open: {way}",
    },
    "near": {
        "decision": "to decide which way out to build first",
        "discussion": "to discuss which way out to build first",
        "noting": "to note that neither way out is open yet",
    },
    "none": {
        "decision": "to choose between repair, a partner and a sale",
        "discussion": "to discuss repair, a partner or a sale",
        "noting": "to note that no way out is proven",
    },
}
TIE = 6  # decimals beyond which two numbers count as equal, whatever their last bits say
_GOOD = frozenset({"none_needed", "all_open", "one_open"})


class Wording:
    """The sentences about one result, for one reader."""

    def __init__(
        self, result: Result, method: Methodology, details: Details, formats: Formats,
        intervals: Intervals,
    ) -> None:  # fmt: skip
        self.result = result
        self.method = method
        self.details = details
        self.formats = formats
        self.figures = Figures(method.display, formats)
        self.how_sure = HowSure(result, intervals, method, formats)

    # Numbers as they are printed

    def score(self, value: float | None) -> str:
        """A score on the method's own scale."""
        return self.figures.score(value)

    @property
    def top(self) -> str:
        """The best or worst that a score can be: 100."""
        return self.figures.top

    # Titles

    def conclusion(self) -> str:
        """The cover's title: what the answers amount to."""
        head = self.result.headline
        if head.claimed is None:
            return "Nothing can be scored yet"
        if head.band is None:
            more = head.coverage.needed - head.coverage.answered
            return f"Too early to say: {_count(more, 'more answer')} would name a band"
        if self.result.verdict is None:
            return f"{head.band.phrase}: {head.title} is {self.score(head.claimed)}"
        joiner = "and" if self._band_is_good() == (self.result.verdict.kind in _GOOD) else "but"
        return f"{head.band.phrase}, {joiner} {self.result.verdict.phrase}"

    def conclusion_with_chances(self) -> str:
        """The same, for where nothing stands beside it: “… (in 91% and 95% of draws)”."""
        chances = self.how_sure.chances()
        return f"{self.conclusion()} ({chances})" if chances else self.conclusion()

    def _band_is_good(self) -> bool:
        """Whether the band is among the better half; of exposure, low is good."""
        head = self.result.headline
        assert head.band is not None
        ids = [band.id for band in self.method.headline.bands]
        low = ids.index(head.band.id) < len(ids) / 2
        return low if head.shown == "exposure" else not low

    def standing(self) -> str:
        """The headline in a sentence, claimed and proven."""
        head = self.result.headline
        if head.claimed is None:
            return "No score can be computed from the answers given."
        text = f"{head.title} is {self.score(head.claimed)} of {self.top}"
        if head.proven is not None and self.score(head.proven) != self.score(head.claimed):
            text += f" as claimed and {self.score(head.proven)} as proven"
            if head.proven_band and head.band and head.proven_band.id != head.band.id:
                text += f", which would be {in_sentence(self.how_sure.named_proven())}"
        return text + "."

    def ask(self) -> str:
        """What the board is asked, as the summary's title."""
        if self.result.headline.too_early:
            return "The board is asked to note what is still unknown"
        if self.result.verdict is None:
            verbs = {"decision": "to decide on", "discussion": "to discuss", "noting": "to note"}
            return f"The board is asked {verbs[self.details.purpose]} where it stands"
        asked = _ASKED[self.result.verdict.kind][self.details.purpose]
        ways = [in_sentence(self.result.composite(way).short) for way in self.result.verdict.ways]
        return f"The board is asked {asked.format(way=listed(ways))}"

    def bridge_title(self) -> str:
        """What the bridge shows."""
        bridge = self.result.headline.bridge
        if bridge is None:
            count = _count(len(self.result.dimensions), "dimension")
            return f"{self.result.headline.title} follows from {count}"
        if not self._anything_answered:
            return "Nothing is answered yet, so this shows only what is assumed"
        if self._little_at_risk(bridge.start):
            return "Little is at risk, so there is little for a way out to cover"
        covered = bridge.start - bridge.end
        ways = "On the answers so far, the ways" if self.result.headline.too_early else "The ways"
        if covered < 0.05 * bridge.start:
            return f"{ways} out cover next to nothing of what is at risk"
        best = max(bridge.steps, key=lambda step: step.amount)
        share = self.formats.percent(100 * covered / bridge.start, 0)
        if len(bridge.steps) > 1 and best.amount < 0.6 * covered:
            return f"{ways} out cover {share} of what is at risk, in near equal parts"
        return (
            f"{ways} out cover {share} of what is at risk, most of it by {in_sentence(best.title)}"
        )

    def dimensions_title(self) -> str:
        """Which dimension stands out."""
        driver = self.main_driver()
        if driver is None or not self._anything_answered:
            return "Nothing is answered yet, so this shows only what is assumed"
        if driver.shown == "exposure" and self._little_at_risk(driver.claimed or 0.0):
            return "No dimension carries much exposure"
        title = (
            f"So far, {in_sentence(driver.title)}"
            if self.result.headline.too_early
            else driver.title
        )
        plural = driver.title.endswith("s")
        if driver.shown == "exposure":
            return f"{title} {'drive' if plural else 'drives'} the exposure"
        return f"{title} {'hold' if plural else 'holds'} the result back most"

    def answers_title(self) -> str:
        """How much of it is answered, and how well."""
        counts = self.result.counts
        text = f"{counts.answered} of {counts.asked} questions are answered"
        weak = self.method.weak_basis
        if not counts.answered or not weak:
            return text
        if counts.on_judgement:
            return f"{text}, {counts.on_judgement} of the scored ones on {weak} alone"
        return f"{text}, none of the scored ones on {weak} alone"

    def facts_title(self, facts: Sequence[Fact]) -> str:
        """How many published facts stand behind the questions, and how many are firm."""
        high = sum(fact.confidence == "high" for fact in facts)
        verb = "stands" if len(facts) == 1 else "stand"
        firm = f"{high} of them with high confidence" if high else "none with high confidence"
        return f"{_count(len(facts), 'published fact')} {verb} behind the questions, {firm}"

    # Paragraphs

    def money_sentence(self) -> str:
        """What the scores stand for in money."""
        money = self.result.money
        return "" if money is None else money_text(money, self.formats)

    def answer(self) -> str:
        """The answer box: at most 60 words."""
        head = self.result.headline
        if head.claimed is None or head.too_early:
            return self._too_early()
        sentences = [self._exposure_sentence()]
        caps = ((one, self.figures.cap(one)) for one in self.result.composites)
        sentences += [f"{one.short} is {cap}." for one, cap in caps if cap][:1]
        if self.result.verdict is not None:
            title = self.result.verdict.title
            named = self.result.verdict.kind in ("none", "none_needed")
            said = title if named else f"Way out: {in_sentence(title)}"
            if self.how_sure.stated is not None:
                said += f", {self.figures.draws(self.how_sure.stated)}"
            sentences.append(f"{said}.")
        if head.proven_band and head.band and head.proven_band.id != head.band.id:
            sentences.append(
                f"On what is proven alone it would be {in_sentence(self.how_sure.named_proven())}."
            )
        return " ".join(sentences)

    def _exposure_sentence(self) -> str:
        bridge = self.result.headline.bridge
        head = self.result.headline
        if bridge is None:
            return f"{head.title} is {self.score(head.claimed)} of {self.top}."
        decimals = self.method.display.decimals
        start, end = round(bridge.start, decimals), round(bridge.end, decimals)
        amounts = rounded_to_sum([step.amount for step in bridge.steps], decimals, start - end)
        if not any(round(amount, decimals) for amount in amounts):
            return f"{bridge.start_title} is {self.score(start)} of {self.top}, and the ways out cover none of it."
        covered = " and ".join(
            f"{in_sentence(step.title)} covers {self.score(amount)}"
            for step, amount in zip(bridge.steps, amounts, strict=True)
        )
        return (
            f"{bridge.start_title} is {self.score(start)} of {self.top}; {covered}; "
            f"{self.score(end)} is left."
        )

    def _too_early(self) -> str:
        parts = []
        for composite in self._judged():
            coverage = composite.coverage
            if not coverage.enough:
                parts.append(
                    f"{in_sentence(composite.title)} has {coverage.answered} of {coverage.asked}"
                )
        missing = "; ".join(parts)
        minimum = self.formats.percent(100 * self.method.answered_minimum, 0)
        return (
            f"No band is named until {minimum} of the weight behind each score is answered. "
            f"So far, of the answers asked for, {missing}."
            if missing
            else "Nothing is answered yet."
        )

    def _judged(self) -> list[CompositeResult]:
        head = self.method.headline
        return [self.result.composite(c) for c in (head.composite, *head.covered_by)]

    def reasons(self) -> tuple[tuple[str, str], ...]:
        """At most three reasons for the answer: a few words in bold, and a sentence.

        None while it is too early: what is assumed is no reason.
        """
        if self.result.headline.too_early:
            return ()
        found: list[tuple[str, str]] = []
        driver = self.main_driver()
        whole = self.method.composite(self.method.headline.composite).title
        if driver is not None and driver.shown == "exposure":
            found.append((
                f"{driver.title} weigh most." if driver.title.endswith("s") else f"{driver.title} weighs most.",
                f"Exposure there is {self.score(driver.claimed)} of {self.top}, and the dimension makes up "
                f"{self.formats.percent(100 * driver.weight, 0)} of {in_sentence(whole)}.",
            ))  # fmt: skip
        ways = [self.result.composite(c) for c in self.method.headline.covered_by]
        ranked = sorted(
            (w for w in ways if w.claimed is not None), key=lambda w: -round(w.claimed or 0, TIE)
        )
        level = len(ranked) > 1 and len({self.score(way.claimed) for way in ranked}) == 1
        for place, way in enumerate(ranked):
            rank = "stands level with the other" if level else "is the nearer way out"
            found.append(self._way_reason(way, rank if level or place == 0 else "stands lower"))
        if not ways:
            low = sorted(self._scored_dimensions(), key=self._credit)[:3]
            found = [
                (f"{d.title}.", f"It stands at {self.score(d.claimed)} of {self.top}.") for d in low
            ]
        return tuple(found[:3])

    def _way_reason(self, way: CompositeResult, rank: str) -> tuple[str, str]:
        score = f"{self.score(way.claimed)} of {self.top}"
        if (
            way.claimed is not None
            and self.method.verdict
            and way.claimed > self.method.verdict.open_above
        ):
            rank = "is open"
        title = f"{way.short} {rank}."
        if cap := self.figures.cap(way):
            return title, (f"It is {cap}; without that it would be {self.score(way.uncapped)}.")
        weakest = min(
            (d for d in self._scored_dimensions() if d.composite == way.id),
            key=self._credit,
            default=None,
        )
        if weakest is None or self.score(weakest.claimed) == self.score(way.claimed):
            return title, f"It stands at {score}, and no dimension stands out."
        return title, (
            f"It stands at {score}; {in_sentence(weakest.title)}, at {self.score(weakest.claimed)}, "
            "holds it back most."
        )

    def stake(self, indicator: IndicatorResult) -> str:
        """How far the headline would move if this answer alone were at its best."""
        if indicator.at_stake is None:
            return ""
        sign = -1 if self.result.headline.shown == "exposure" else 1
        display = self.method.display
        moved = sign * indicator.at_stake * display.scale / 100
        return self.formats.signed(moved, display.decimals)

    @property
    def _anything_answered(self) -> bool:
        return self.result.headline.coverage.answered > 0

    def _little_at_risk(self, exposure: float) -> bool:
        return self.method.verdict is not None and exposure < self.method.verdict.none_needed_below

    def main_driver(self) -> DimensionResult | None:
        """The dimension of the headline's composite that adds most to it."""
        composite = self.method.headline.composite
        own = [d for d in self._scored_dimensions() if d.composite == composite]
        if not own:
            own = list(self._scored_dimensions())
        return max(own, key=lambda d: round(d.weight * (100 - self._credit(d)), TIE), default=None)

    def _scored_dimensions(self) -> Sequence[DimensionResult]:
        return [d for d in self.result.dimensions if d.claimed is not None]

    @staticmethod
    def _credit(dimension: DimensionResult) -> float:
        assert dimension.claimed is not None
        credit = 100 - dimension.claimed if dimension.shown == "exposure" else dimension.claimed
        return round(credit, TIE)


def money_text(money: MoneyResult, formats: Formats) -> str:
    """“Of $200m ARR, $140m is seats, $8m moves with customers’ inference.”"""
    parts = ", ".join(
        f"{formats.money(part.amount) if part.amount else 'none'} {part.text}"
        for part in money.parts
    )
    if not parts:
        return f"{money.noun} is {formats.money(money.total)}."
    return f"Of {formats.money(money.total)} {money.noun}, {parts}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
