"""The comparison report: what changed, how sure that is, and the answers behind it, as PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from boardkit import __version__
from boardkit.comparison.forecasts import ForecastPair
from boardkit.comparison.result import AnswerChange, Comparison
from boardkit.comparison.wording import ComparisonWords
from boardkit.documents.comparison_pictures import ComparisonPictures
from boardkit.documents.rendering import SHEETS, html, pdf, stamp
from boardkit.formats import Formats
from boardkit.pack_options import Paper

NOTHING = 1e-9  # points, below which an answer moved nothing


@dataclass(frozen=True)
class ScoreRow:
    """One score on both sides, in printed figures."""

    title: str
    before: str
    after: str
    change: str
    odds: str


@dataclass(frozen=True)
class AnswerRow:
    """One answer that changed, in words."""

    question: str
    title: str
    before: str
    after: str
    basis: str
    kind: str
    amount: str
    who: str
    note: str


class ComparisonReport:
    """One comparison, laid out on one paper."""

    def __init__(
        self, comparison: Comparison, pair: ForecastPair | None = None, *,
        locale: str = "en", paper: Paper = "a4",
    ) -> None:  # fmt: skip
        self.comparison, self.pair, self.sheet = comparison, pair, SHEETS[paper]
        self.details = comparison.after.side.assessment.details
        self.formats = Formats(locale, self.details.currency)
        self.words = ComparisonWords(comparison, self.formats)
        self.pictures = ComparisonPictures(comparison, width=self.sheet.width, formats=self.formats)

    def pdf(self) -> bytes:
        """The report as PDF, the same bytes for the same comparison; raises RenderingError."""
        source = self.html()
        return pdf(source, identifier=hashlib.sha256(source.encode()).digest()[:16])

    def html(self) -> str:
        """The report as the HTML that is laid out."""
        composites = self.comparison.questionnaire.methodology.composites
        slopes = (self.pictures.slopes(one.id, self.sheet.height * 0.17) for one in composites)
        return html(
            "comparison/report.html.j2",
            comparison=self.comparison,
            details=self.details,
            words=self.words,
            scores=tuple(self._scores()),
            bridge=self.pictures.bridge(),
            slopes=tuple(slope for slope in slopes if slope),
            map=self.pictures.map(self.sheet.height * 0.27),
            answers=tuple(self._answers()),
            forecasts=tuple(self._forecasts()),
            pins=[one.side.assessment.questionnaire
                  for one in (self.comparison.before, self.comparison.after)],
            sheet=self.sheet,
            version=__version__,
            created=stamp(self._newest()),
        )  # fmt: skip

    def _scores(self) -> Iterator[ScoreRow]:
        shown = {self.comparison.headline.title: self.comparison.headline}
        for one in self.comparison.composites:
            shown.setdefault(one.title, one)
        for change in shown.values():
            yield ScoreRow(
                change.title, self.words.score(change.before), self.words.score(change.after),
                self.words.change(change), self.words.odds(change),
            )  # fmt: skip

    def _answers(self) -> Iterator[AnswerRow]:
        for one in self.comparison.answers:
            if self.comparison.questionnaire.question(one.question).printed:
                yield self._answer(one)

    def _answer(self, one: AnswerChange) -> AnswerRow:
        display = self.comparison.questionnaire.methodology.display
        moved = (one.amount or 0.0) * display.scale / 100
        amount = self.words.amount(moved) if abs(moved) > NOTHING else ""
        return AnswerRow(
            question=one.question,
            title=one.title,
            before=self.words.before(one),
            after=self.words.after(one),
            basis=self.words.basis(one),
            kind=self.words.tag(one.tag),
            amount=amount,
            who=self.words.who(one),
            note=one.after.note if one.after is not None else "",
        )

    def _forecasts(self) -> Iterator[tuple[str, str, str, str]]:
        for one in self.pair.strategies if self.pair is not None else ():
            assert self.pair is not None
            yield (one.title, *self.words.money(one.gross_profit, self.pair))

    def _newest(self) -> datetime:
        given = self.comparison.after.side.assessment.answers.values()
        times = [answer.at for answer in given if answer.at is not None]
        return max(times, default=datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC)
