"""A result in a few lines of text, for a terminal."""

from __future__ import annotations

from boardkit.answer_texts import amounts_to_ask, check_message
from boardkit.documents.what_to_do import WhatToDo
from boardkit.documents.wording import Wording
from boardkit.english import in_sentence
from boardkit.formats import Formats
from boardkit.scoring import Result, Scoring, result_of
from boardkit.scoring.analysis import analyse


def brief(scoring: Scoring, locale: str = "en") -> str:
    """The conclusion and how sure it is, the money, the scores, the answer, what to do about it."""
    details, method = scoring.assessment.details, scoring.method
    result, found = result_of(scoring), analyse(scoring)
    formats = Formats(locale, details.currency)
    wording = Wording(result, method, details, formats, found.intervals)
    sure = wording.how_sure
    to_do = WhatToDo(result, method, formats)
    room = max(len(title) for _, title, _, _ in _scores(result)) + 2
    lines = [
        f"{details.company}{', ' + details.period if details.period else ''}",
        f"{wording.conclusion()}.",
        sure.conclusion(),
        wording.money_sentence(),
        "",
        *(
            f"{title:<{room}}{wording.score(claimed):>9} claimed {wording.score(proven):>9} proven   "
            f"{sure.brief(score_id)}".rstrip()
            for score_id, title, claimed, proven in _scores(result)
        ),
        "",
        wording.answer(),
    ]
    if not result.headline.too_early:
        lines += [line for line in (sure.ahead(), to_do.moves(found.moves)) if line]
    for question in scoring.reading.asked():
        asked = amounts_to_ask(scoring.reading, question.id, formats)
        lines += (
            [f"{question.short} ({question.id}): {in_sentence(' '.join(asked))}"] if asked else []
        )
    for check in scoring.reading.disagreements():
        lines.append(f"Disagree: {check_message(check, scoring.reading, formats)}")
    return "\n".join(line for i, line in enumerate(lines) if line or (i and lines[i - 1]))


def _scores(result: Result) -> list[tuple[str, str, float | None, float | None]]:
    head = result.headline
    rows = [(head.id, head.title, head.claimed, head.proven)]
    for one in result.composites:
        if one.title != head.title:
            rows.append((one.id, one.title, one.claimed, one.proven))
    return rows
