"""Sentences composed from a result by rules: titles, the answer, the reasons.

Nothing here is a fixed finding: each sentence is chosen by what the result holds, for every verdict
and for the half-answered case, and the tests pin which.
"""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.assessment import Details
from boardkit.documents.figures import Figures
from boardkit.documents.how_sure import HowSure
from boardkit.documents.reasons import Reasons, credit_of, main_driver
from boardkit.documents.so_far import more_answers, nothing_known, only_assumed
from boardkit.english import in_sentence, listed, sentence
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
LONGEST = 110  # characters of a title of three lines
MOSTLY = 0.5  # of what is at risk, for a dimension to be most of it
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
        self.reasons = Reasons(result, method, formats).told()

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
            return f"Too early to say: {more_answers(self.result, str(more))} would name a band"
        band, verdict = head.band.phrase, self.result.verdict
        if verdict is None:
            return self._beside_proven(f"{band}: {head.title} is {self.score(head.claimed)}")
        joiner = "and" if self._band_is_good() == (verdict.kind in _GOOD) else "but"
        text = f"{band}, {joiner} {verdict.phrase}"
        told = self._beside_proven(text)
        return told if len(told) <= LONGEST else self._beside_proven(text.partition(":")[0])

    def _beside_proven(self, claimed: str) -> str:
        """A conclusion with the band of what is proven, where that is another."""
        proven = self.result.headline.proven_otherwise
        if proven is None:
            return claimed
        return f"As claimed, {in_sentence(claimed)}; as proven, {in_sentence(proven.phrase)}"

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
            if self.result.headline.proven_otherwise is not None:
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
        if assumed := only_assumed(self.result):
            return assumed
        if self.score(bridge.start) == self.score(0.0):
            return "Nothing is at risk, so there is nothing for a way out to cover"
        if self._little_at_risk(bridge.start):
            return "Little is at risk, so there is little for a way out to cover"
        covered = bridge.start - bridge.end
        ways = "On the answers so far, the ways" if self.result.headline.too_early else "The ways"
        if self.score(bridge.start) == self.score(bridge.end):
            return f"{ways} out cover nothing of what is at risk"
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
        driver = main_driver(self.result, self.method)
        if driver is None or only_assumed(self.result):
            return only_assumed(self.result) or "No dimension has a score"
        name = in_sentence(driver.title)
        if driver.shown != "exposure":
            title = f"what holds the result back most is {name}"
        elif self._little_at_risk(driver.claimed or 0.0):
            return "No dimension carries much exposure"
        elif self._share_at_risk(driver) > MOSTLY:
            title = f"most of what is at risk is in {name}"
        else:
            title = f"the largest part of what is at risk is in {name}"
        return f"So far, {title}" if self.result.headline.too_early else sentence(title)

    def _share_at_risk(self, driver: DimensionResult) -> float:
        """How much of what is at risk is in one dimension, 0 to 1."""
        whole = self.result.composite(self.method.headline.composite).claimed
        return driver.weight * (100 - credit_of(driver)) / whole if whole else 0.0

    def answers_title(self) -> str:
        """How much of it is answered, and how well."""
        counts = self.result.counts
        if counts.dont_know and not counts.answered and not counts.open:
            return f"All {counts.dont_know} questions are answered “don’t know”"
        are = "is" if counts.answered == 1 else "are"
        text = f"{counts.answered} of {counts.asked} questions {are} answered"
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
        if self.result.headline.proven_otherwise is not None:
            proven = in_sentence(self.how_sure.named_proven())
            shut = self._open_only_as_claimed()
            though = f", and {listed(shut)} would not be open" if shut else ""
            sentences.append(f"On what is proven alone it would be {proven}{though}.")
        return " ".join(sentences)

    def _open_only_as_claimed(self) -> list[str]:
        rules = self.method.verdict
        ways = self.result.verdict.ways if self.result.verdict is not None else ()
        return [
            in_sentence(one.short)
            for one in map(self.result.composite, ways)
            if rules is not None and one.proven is not None and one.proven <= rules.opens
        ]

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
        minimum = self.formats.percent(100 * self.method.answered_minimum, 0)
        takes = f"{minimum} of the weight behind each score"
        if why := nothing_known(self.result):
            return f"{why}. A band can be named once {takes} is answered."
        short = [one for one in self._judged() if not one.coverage.enough]
        if not short:
            return "Nothing can be scored from the answers given."
        told = [
            f"{in_sentence(one.title)} has {one.coverage.answered} of {one.coverage.asked} answers"
            if place == 0
            else f"{in_sentence(one.title)} {one.coverage.answered} of {one.coverage.asked}"
            for place, one in enumerate(short)
        ]
        return f"A band can be named once {takes} is answered. So far, {listed(told)}."

    def _judged(self) -> list[CompositeResult]:
        head = self.method.headline
        return [self.result.composite(c) for c in (head.composite, *head.covered_by)]

    def stake(self, indicator: IndicatorResult) -> str:
        """How far the headline would move if this answer alone were at its best."""
        if indicator.at_stake is None:
            return ""
        sign = -1 if self.result.headline.shown == "exposure" else 1
        display = self.method.display
        moved = sign * indicator.at_stake * display.scale / 100
        return self.formats.signed(moved, display.decimals)

    def _little_at_risk(self, exposure: float) -> bool:
        return self.method.verdict is not None and exposure < self.method.verdict.needs


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
