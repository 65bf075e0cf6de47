"""What drives a result, in sentences that need no method page: answers, optimism, method, customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.documents.figures import Figures
from boardkit.english import in_sentence, sentence, spelled, spelled_count
from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.scoring.concentration import Concentration, TopShare
from boardkit.scoring.drivers import Driver, Drivers
from boardkit.scoring.method_sensitivity import Constant, Setting
from boardkit.scoring.result import Bounds, Result

_MEANS: dict[float, str] = {-1: "harmonic", 0: "geometric", 1: "arithmetic", 2: "quadratic"}
_HALF = 0.5  # of a way out
TELLING = 8  # answers that are shown


@dataclass(frozen=True)
class DriverRow:
    """One answer that carries doubt; shares are of the score that it belongs to, 0 to 1."""

    question: str
    title: str
    composite: str
    of: str  # the title of that score
    doubt: float
    weight: float
    text: str


@dataclass(frozen=True)
class ChoiceRow:
    """One choice of method, and what the headline would be with others."""

    title: str
    chosen: str
    less: str
    less_score: str
    more: str
    more_score: str


class WhatDrives:
    """The sentences about what one result hangs on, for one reader."""

    def __init__(self, result: Result, method: Methodology, formats: Formats) -> None:
        self.result, self.method, self.formats = result, method, formats
        self.figures = Figures(method.display, formats)

    @property
    def _nothing_known(self) -> bool:
        return not self.result.headline.coverage.answered

    # Answers

    def drivers_title(self, drivers: Drivers) -> str:
        """Which answer carries most of the doubt."""
        if not any(one.total > 0 for one in drivers.indicators):
            return "No answer leaves any doubt about the score"
        title = in_sentence(drivers.indicators[0].title)
        if self._nothing_known:
            return f"Of all the open questions, {title} leaves most doubt about the score"
        return f"Of all the answers, {title} leaves most doubt about the score"

    def driver(self, driver: Driver) -> str:
        """“Weighs 10% of first-derivative leverage, carries 71% of its doubt.”"""
        if driver.composite is None:
            return ""
        weight, doubt = (self.figures.percent(one) for one in (driver.weight, driver.importance))
        whole = in_sentence(self._title(driver.composite))
        return f"Weighs {weight} of {whole}, carries {doubt} of its doubt."

    def telling(self, drivers: Drivers, count: int) -> tuple[Driver, ...]:
        """The answers that carry most of the doubt; none that carries none."""
        return tuple(one for one in drivers.indicators[:count] if one.total > 0 and one.composite)

    def driver_rows(self, drivers: Drivers) -> tuple[DriverRow, ...]:
        """The answers that matter most to the headline's doubt, by what each carries of its score's."""
        rows = [
            DriverRow(
                one.question or "", one.title, one.composite, self._title(one.composite),
                one.importance, one.weight, self.driver(one),
            )
            for one in self.telling(drivers, TELLING)
            if one.composite is not None
        ]  # fmt: skip
        return tuple(sorted(rows, key=lambda row: -row.doubt))

    def optimism(self, drivers: Drivers) -> str:
        """What all the answers share, apart from any one of them."""
        if drivers.optimism.total <= 0 or self._nothing_known:
            return ""
        share = self.figures.percent(min(drivers.optimism.total, 1.0))
        return (
            f"The people who answered may all be hopeful or all gloomy: {share} of the doubt about the "
            "score comes from that. Only evidence makes it smaller, not more opinions."
        )

    # The method

    def method_title(self, constants: Sequence[Constant]) -> str:
        """Whether any other choice of method would change the band."""
        settings = [one for constant in constants for one in (constant.less, constant.more)]
        if not settings:
            return ""
        scores = sorted(one.headline for one in settings)
        low, high = self.figures.score(scores[0]), self.figures.score(scores[-1])
        band = self.result.headline.band
        span = f"at {low}" if low == high else f"between {low} and {high}"
        if band is None:
            return f"Built differently, the method would put the score {span}"
        others = [one for one in settings if one.band.id != band.id]
        if not others:
            return f"No other choice of method tried changes the band: the score stays {span}"
        verb = "changes" if len(others) == 1 else "change"
        return (
            f"{sentence(spelled_count(len(others), 'choice'))} of method of the {len(settings)} tried {verb} "
            f"the band: the score lies {span}"
        )

    def rests_on(self, constants: Sequence[Constant]) -> str:
        """Whether the conclusion hangs on the method as well as on the answers."""
        band, title = self.result.headline.band, self.method_title(constants)
        if not title:
            return ""
        if band is None:
            return f"{title}. It is the answers that are missing, not another method."
        others = any(
            one.band.id != band.id
            for constant in constants
            for one in (constant.less, constant.more)
        )
        rests = (
            "on such choices as well as on" if others else "on the answers more than on the method"
        )
        return f"{title}. The conclusion rests {rests}{' the answers' if others else ''}."

    def constant(self, constant: Constant) -> str:
        """What is chosen: “How much a half-built way out covers”."""
        whole = in_sentence(constant.title)
        return {
            "mean": f"How the parts of {whole} are averaged",
            "correlation": "How much optimism the answers share",
            "cover_exponent": "How much a half-built way out covers",
            "weight": f"Weight of {whole}",
        }[constant.kind]

    def setting(self, constant: Constant, value: float) -> str:
        """One value of it: “geometric”, “25%”, “none”."""
        if constant.kind == "mean":
            return _MEANS.get(value) or f"power {self.formats.number(value, 1)}"
        if constant.kind == "correlation":
            return self.formats.percent(100 * value, 0) if value else "none"
        if constant.kind == "cover_exponent":
            return self.formats.percent(100 * _HALF**value, 0)
        if value == constant.value:
            return "as it is"
        change = self.formats.percent(100 * abs(value / constant.value - 1), 0)
        return f"{change} {'less' if value < constant.value else 'more'}"

    def choice_rows(self, constants: Sequence[Constant]) -> tuple[ChoiceRow, ...]:
        """Every choice, those that matter most first."""
        return tuple(
            ChoiceRow(
                self.constant(one), self.setting(one, one.value),
                sentence(self.setting(one, one.less.value)), self.comes_to(one.less),
                sentence(self.setting(one, one.more.value)), self.comes_to(one.more),
            )
            for one in sorted(constants, key=lambda one: -round(one.swing, 6))
        )  # fmt: skip

    def comes_to(self, setting: Setting) -> str:
        """“34.2, manageable”; the band where it is another one."""
        text = self.figures.score(setting.headline)
        band = self.result.headline.band
        if band is None or setting.band.id == band.id:
            return text
        return f"{text}, {in_sentence(setting.band.title)}"

    def what_drives(self, drivers: Drivers) -> str:
        """Where evidence would do most."""
        telling = self.telling(drivers, 2)
        if not telling:
            return "Nothing about the answers is in doubt; only the method is open to debate."
        names = " and ".join(f"“{one.title}” ({one.question})" for one in telling)
        if len(telling) == 1:
            return f"The first answer to make sure of is {names}: of all of them, it leaves most doubt."
        return (
            f"The first answers to make sure of are {names}: of all of them, they leave most doubt."
        )

    # Concentration

    def concentration(self, found: Concentration) -> str:
        """“Revenue is as concentrated as if it came from 86 to 186 customers of equal size.”"""
        low, high = (
            self.formats.number(end, 0 if end >= 10 else 1)
            for end in (found.effective.low, found.effective.high)
        )
        count = low if low == high else f"{low} to {high}"
        noun = "customer" if count == "1" else "customers"
        return f"Revenue is as concentrated as if it came from {count} {noun} of equal size."

    def largest(self, found: Concentration) -> str:
        """What the largest customers hold: “The largest holds 4%, the three largest 10%.”"""
        parts = [
            f"{self._holders(top)} {self._bounds(top.share)}" for top in found.top if top.share.high
        ]
        return f"{sentence(', '.join(parts))}." if parts else ""

    def _holders(self, top: TopShare) -> str:
        if top.customers == 1:
            return "the largest holds"
        return f"the {spelled(top.customers)} largest"

    def _bounds(self, share: Bounds) -> str:
        low, high = self.formats.number(share.low), self.formats.percent(share.high)
        return high if f"{low}%" == high else f"{low} to {high}"

    def _title(self, composite_id: str) -> str:
        return self.method.composite(composite_id).title
