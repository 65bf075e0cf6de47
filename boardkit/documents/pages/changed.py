"""What changed since last time: how far the headline went, what moved it, and the answers behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from boardkit.comparison.lines import AnswerLine, ScoreLine
    from boardkit.documents.material import Material

FIRST = 4  # answers that are printed; the comparison report has them all


@dataclass(frozen=True)
class ChangedPage:
    """What the page places."""

    title: str
    sentence: str
    beside: tuple[str, ...]
    names: tuple[str, str]
    scores: tuple[ScoreLine, ...]
    headline: str
    bridge: Markup
    answers_title: str
    answers: tuple[AnswerLine, ...]
    so_what: str
    more: int  # answers that changed and are not printed here


def changed_page(material: Material) -> ChangedPage | None:
    """Set beside last time; None where there was none."""
    comparison = material.comparison
    if comparison is None:
        return None
    from boardkit.comparison.lines import answer_lines, score_lines
    from boardkit.comparison.wording import ComparisonWords
    from boardkit.documents.comparison_pictures import ComparisonPictures

    words = ComparisonWords(comparison, material.formats)
    pictures = ComparisonPictures(comparison, width=material.sheet.width, formats=material.formats)
    answers = tuple(one for one in answer_lines(words) if one.printed)
    beside = words.too_early(), words.bands(), words.range(), words.versions()
    return ChangedPage(
        title=words.title(),
        sentence=words.sentence(),
        beside=tuple(text for text in beside if text),
        names=words.names(),
        scores=score_lines(words),
        headline=comparison.headline.title,
        bridge=pictures.bridge(),
        answers_title=words.answers_title(),
        answers=answers[:FIRST],
        so_what=words.done_or_known(),
        more=len(answers) - len(answers[:FIRST]),
    )
