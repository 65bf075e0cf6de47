"""What changed since last time: how far the headline went, what moved it, and the answers behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from boardkit.direction import isolated
from boardkit.typefaces import in_lines

if TYPE_CHECKING:
    from boardkit.comparison.lines import AnswerLine, ScoreLine
    from boardkit.documents.material import Material

FIRST, LEAST = 4, 2  # answers that are printed, as far as there is room; the report has them all
BAR, ANSWER, OTHERWISE = 25.0, 33.0, 600.0  # pixels: a bar, an answer, and all else on the page
SIZE, COLUMN = 8.6 * 96 / 72, 0.145  # of a table's head in pixels, and its share of the width


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
    room = material.sheet.height - OTHERWISE - BAR * (len(words.bars()) + 2)
    most = min(max(int(room / ANSWER), LEAST), FIRST)
    beside = words.too_early(), words.bands(), words.range(), words.versions()
    return ChangedPage(
        title=words.title(),
        sentence=words.sentence(),
        beside=tuple(text for text in beside if text),
        names=_heads(material, *words.names()),
        scores=score_lines(words),
        headline=comparison.headline.title,
        bridge=pictures.bridge(BAR),
        answers_title=words.answers_title(),
        answers=answers[:most],
        so_what=words.done_or_known(),
        more=len(answers) - len(answers[:most]),
    )


def _heads(material: Material, before: str, after: str) -> tuple[str, str]:
    """What the two sides are called, in two lines of a column at most."""
    room = COLUMN * material.sheet.width
    return (
        isolated(in_lines(before, SIZE, room, 2, weight=600)),
        isolated(in_lines(after, SIZE, room, 2, weight=600)),
    )
