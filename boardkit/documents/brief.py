"""A result in a few lines of text, for a terminal."""

from __future__ import annotations

from boardkit.answer_texts import check_message
from boardkit.assessment import Assessment
from boardkit.documents.wording import Wording
from boardkit.formats import Formats
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Reading
from boardkit.scoring.result import Result


def brief(
    questionnaire: Questionnaire, assessment: Assessment, result: Result, locale: str = "en"
) -> str:
    """The conclusion, the money, the scores, the answer, and what disagrees."""
    formats = Formats(locale, assessment.details.currency)
    wording = Wording(result, questionnaire.methodology, assessment.details, formats)
    details = assessment.details
    room = max(len(title) for title, _, _ in _scores(result)) + 2
    lines = [
        f"{details.company}{', ' + details.period if details.period else ''}",
        f"{wording.conclusion()}.",
        wording.money_sentence(),
        "",
        *(
            f"{title:<{room}}{wording.score(claimed):>9} claimed {wording.score(proven):>9} proven"
            for title, claimed, proven in _scores(result)
        ),
        "",
        wording.answer(),
    ]
    reading = Reading(questionnaire, assessment)
    checks = {check.id: check for check in questionnaire.checks}
    for disagreement in result.disagreements:
        lines.append("Disagree: " + check_message(checks[disagreement.id], reading, formats))
    return "\n".join(line for i, line in enumerate(lines) if line or (i and lines[i - 1]))


def _scores(result: Result) -> list[tuple[str, float | None, float | None]]:
    rows = [(result.headline.title, result.headline.claimed, result.headline.proven)]
    shown = {result.headline.title}
    for composite in result.composites:
        if composite.title not in shown:
            rows.append((composite.title, composite.claimed, composite.proven))
    return rows
