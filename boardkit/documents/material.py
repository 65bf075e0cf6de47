"""What a document is made of: an assessment, and everything that was computed from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from boardkit.assessment import Assessment, Details
from boardkit.documents.pictures import Pictures
from boardkit.documents.rendering import SHEETS, Sheet
from boardkit.documents.what_would_change import WhatWouldChange
from boardkit.documents.wording import Wording
from boardkit.economics.result import Forecast
from boardkit.economics.turning import AssumptionTurn
from boardkit.errors import ForecastError
from boardkit.formats import Formats
from boardkit.methodology import Methodology
from boardkit.pack_options import PackOptions, Paper, usual_paper
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Reading
from boardkit.references import Reference
from boardkit.scoring.analysis import Analysis
from boardkit.scoring.result import Result

if TYPE_CHECKING:
    from boardkit.comparison import Comparison, Side


@dataclass(frozen=True)
class Material:
    """What every page is handed. A page computes no score: it picks, words and formats."""

    questionnaire: Questionnaire
    assessment: Assessment
    result: Result
    analysis: Analysis
    forecast: Forecast | None = None  # None without a questionnaire or an answer to make it from
    turning: tuple[AssumptionTurn, ...] = ()  # what the forecast turns on
    references: Sequence[Reference] = ()
    locale: str = "en"
    revised: tuple[str, ...] = ()  # questions whose answers changed after the scores were seen
    before: Side | None = None  # what was last time
    comparison: Comparison | None = None  # with that

    @property
    def options(self) -> PackOptions:
        """What was chosen for its documents."""
        return self.details.pack

    @property
    def paper(self) -> Paper:
        """The paper that was chosen, or is usual."""
        return self.options.paper or usual_paper(self.locale)

    @property
    def details(self) -> Details:
        """Whom it is about, and for which meeting."""
        return self.assessment.details

    @property
    def method(self) -> Methodology:
        """How the answers were scored."""
        return self.questionnaire.methodology

    @property
    def sheet(self) -> Sheet:
        """The paper, and the room on it."""
        return SHEETS[self.paper]

    @cached_property
    def formats(self) -> Formats:
        """How the reader writes numbers, money and dates."""
        return Formats(self.locale, self.details.currency)

    @cached_property
    def reading(self) -> Reading:
        """The answers as the questionnaire reads them."""
        return Reading(self.questionnaire, self.assessment)

    @cached_property
    def previous(self) -> dict[str, float]:
        """The scores of the dimensions last time, by id; none where there was no last time."""
        changes = self.comparison.dimensions if self.comparison is not None else ()
        return {one.id: one.before for one in changes if one.before is not None}

    @cached_property
    def wording(self) -> Wording:
        """The sentences that several pages share."""
        return Wording(
            self.result, self.method, self.details, self.formats, self.analysis.intervals
        )

    @cached_property
    def would_change(self) -> WhatWouldChange:
        """The sentences about what the conclusion turns on."""
        return WhatWouldChange(self.result, self.analysis.turns, self.questionnaire, self.formats)

    @cached_property
    def pictures(self) -> Pictures:
        """The charts, for the width of the paper."""
        return Pictures(
            self.questionnaire, self.assessment, self.result, self.references,
            width=self.sheet.width, formats=self.formats, analysis=self.analysis,
        )  # fmt: skip

    @property
    def identifier(self) -> bytes:
        """Names the assessment inside a PDF, the same every time."""
        return (self.result.questionnaire_digest[:16] + self.assessment.id).encode()

    @property
    def changed_at(self) -> datetime:
        """When the newest answer was given; the epoch when none carries a time."""
        return max(self._times, default=datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC)

    @property
    def day(self) -> date:
        """The day on which it is read: that of the meeting, or else of the newest answer."""
        return self.details.board_date or self.changed_at.date()

    @property
    def newest(self) -> str:
        """The day of the newest answer; nothing when none carries a time."""
        return self.formats.day(self.changed_at) if self._times else ""

    @cached_property
    def _times(self) -> tuple[datetime, ...]:
        given = self.assessment.answers.values()
        return tuple(answer.at for answer in given if answer.at is not None)


def gathered(
    questionnaire: Questionnaire,
    assessment: Assessment,
    *,
    locale: str = "en",
    revised: tuple[str, ...] = (),
    before: Side | None = None,
) -> Material:
    """Everything that any document needs, computed: takes some tenths of a second."""
    from boardkit.references import references_for
    from boardkit.scoring import Scoring, result_of
    from boardkit.scoring.analysis import analyse

    scoring = Scoring(questionnaire, assessment)
    forecast, turning = _forecast(questionnaire, assessment)
    return Material(
        questionnaire, assessment, result_of(scoring), analyse(scoring), forecast, turning,
        references_for(questionnaire), locale, revised,
        before, _since(before, questionnaire, assessment) if before is not None else None,
    )  # fmt: skip


def _since(before: Side, questionnaire: Questionnaire, assessment: Assessment) -> Comparison:
    from boardkit.comparison import Side, compare

    details = assessment.details
    name = details.period if details.period not in ("", before.name) else "Now"
    return compare(before, Side(name, questionnaire, assessment, "working"))


def _forecast(
    questionnaire: Questionnaire, assessment: Assessment
) -> tuple[Forecast | None, tuple[AssumptionTurn, ...]]:
    """The forecast, and the assumptions that turn it; none where there is nothing to make it from."""
    from boardkit.economics import forecast_of, inputs_of
    from boardkit.economics.turning import turning_assumptions

    try:
        inputs = inputs_of(questionnaire, assessment)
    except ForecastError:
        return None, ()
    found = forecast_of(inputs, on=assessment.details.board_date)
    return found, turning_assumptions(inputs, found)
