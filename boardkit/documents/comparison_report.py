"""The comparison report: what changed, how sure that is, and the answers behind it, as PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime

from boardkit import __version__
from boardkit.comparison.forecasts import ForecastPair
from boardkit.comparison.lines import answer_lines, score_lines
from boardkit.comparison.result import Comparison
from boardkit.comparison.wording import ComparisonWords
from boardkit.documents.attaching import attached_to_comparison
from boardkit.documents.comparison_pictures import ComparisonPictures
from boardkit.documents.rendering import SHEETS, html, pdf, stamp
from boardkit.formats import Formats
from boardkit.pack_options import Paper


class ComparisonReport:
    """One comparison, laid out on one paper."""

    def __init__(
        self, comparison: Comparison, pair: ForecastPair | None = None, *,
        locale: str = "en", paper: Paper = "a4", attach: bool = True,
    ) -> None:  # fmt: skip
        """``attach`` says whether both assessments go with it as files."""
        self.comparison, self.pair, self.sheet = comparison, pair, SHEETS[paper]
        self.paper, self.attach = paper, attach
        self.details = comparison.after.side.assessment.details
        self.formats = Formats(locale, self.details.currency)
        self.words = ComparisonWords(comparison, self.formats)
        self.pictures = ComparisonPictures(comparison, width=self.sheet.width, formats=self.formats)

    def pdf(self) -> bytes:
        """The report as PDF, the same bytes for the same comparison; raises RenderingError."""
        source = self.html()
        attached = (
            attached_to_comparison(
                self.comparison, self.pair, self.formats, self.paper, self._newest()
            )
            if self.attach
            else ()
        )
        identifier = hashlib.sha256(source.encode()).digest()[:16]
        return pdf(source, identifier=identifier, attached=attached)

    def html(self) -> str:
        """The report as the HTML that is laid out."""
        composites = self.comparison.questionnaire.methodology.composites
        slopes = (self.pictures.slopes(one.id, self.sheet.height * 0.17) for one in composites)
        return html(
            "comparison/report.html.j2",
            comparison=self.comparison,
            details=self.details,
            words=self.words,
            scores=score_lines(self.words),
            bridge=self.pictures.bridge(),
            slopes=tuple(slope for slope in slopes if slope),
            map=self.pictures.map(self.sheet.height * 0.27),
            answers=tuple(one for one in answer_lines(self.words) if one.printed),
            forecasts=tuple(self._forecasts()),
            pins=[one.side.assessment.questionnaire
                  for one in (self.comparison.before, self.comparison.after)],
            attached=self.attach,
            sheet=self.sheet,
            version=__version__,
            created=stamp(self._newest()),
        )  # fmt: skip

    def _forecasts(self) -> Iterator[tuple[str, str, str, str]]:
        for one in self.pair.strategies if self.pair is not None else ():
            assert self.pair is not None
            yield (one.title, *self.words.money(one.gross_profit, self.pair))

    def _newest(self) -> datetime:
        given = self.comparison.after.side.assessment.answers.values()
        times = [answer.at for answer in given if answer.at is not None]
        return max(times, default=datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC)
