"""The cover: the conclusion, the number behind it, and for which meeting it is."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from boardkit.direction import isolated
from boardkit.documents.material import Material
from boardkit.documents.so_far import nothing_known
from boardkit.english import in_sentence
from boardkit.typefaces import shortened, wrapped

TITLE, NAME, WIDEST = 34 * 96 / 72, 14 * 96 / 72, 620.0  # sizes, and the room of a line, in pixels
ROOM = 225.0  # pixels of height that both have on the lower paper
SIZE = 9.5 * 96 / 72  # of the facts at the foot, in pixels


@dataclass(frozen=True)
class Cover:
    """What the cover places."""

    title: str
    tight: bool  # whether the names above leave less room than usual
    company: str
    fictional: bool
    what: str
    figure: str
    of: str
    label: str  # under the figure
    sure: bool  # whether there is a band to name
    standing: str
    how_sure: str  # never is a verdict stated without
    scale: Markup
    facts: tuple[tuple[str, str], ...]  # a line and a quieter one, left to right


def cover_page(material: Material) -> Cover:
    """The first sheet."""
    head, say, details = material.result.headline, material.wording, material.details
    coverage = head.coverage
    sure = head.band is not None
    return Cover(
        title=say.conclusion(),
        tight=_tight(say.conclusion(), details.company),
        company=details.company,
        fictional=details.fictional,
        what=_joined(
            material.questionnaire.title, "board pack", isolated(shortened(details.period, 16, 260))
        ),
        figure=say.score(head.claimed) if sure else str(coverage.answered),
        of=say.top if sure else str(coverage.needed),
        label=score_label(material) if sure else "Answers needed to name a band",
        sure=sure,
        standing=_standing(material),
        how_sure=say.how_sure.headline() if head.too_early else say.how_sure.conclusion(),
        scale=material.pictures.scale() if sure else Markup(),
        facts=_facts(material),
    )


def score_label(material: Material) -> str:
    """What stands beside the figure: the band with its chance, and the range of the score."""
    head, sure = material.result.headline, material.wording.how_sure
    if head.band is None:
        return "answers needed to name a band"
    brief = sure.brief(head.id)
    text = f"{head.title}: {in_sentence(sure.named())}"
    return f"{text}; eight times out of ten {brief}" if brief else text


def _tight(title: str, company: str) -> bool:
    title_lines = len(wrapped(title, TITLE, WIDEST, lines=8))
    name_lines = len(wrapped(company, NAME, WIDEST, lines=8))
    return TITLE * 1.14 * title_lines + NAME * 1.42 * name_lines > ROOM


def _standing(material: Material) -> str:
    """The headline in a sentence, and that it is not the last word where it is not."""
    text = material.wording.standing()
    if not material.result.headline.too_early:
        return text
    return f"Only assumed: {text}" if nothing_known(material.result) else f"So far: {text}"


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    details, counts = material.details, material.result.counts
    day = material.formats.day(details.board_date)
    minutes = f"{details.meeting_minutes} minutes" if details.meeting_minutes else ""
    version = f"Questionnaire {material.questionnaire.version}, method {material.method.version}"
    sponsor, classification = (
        isolated(shortened(text, SIZE, 0.7 * material.sheet.width))  # three lines of its column
        for text in (details.sponsor, details.classification)
    )
    return (
        (f"For the board of {day}" if day else "", _joined(f"For {details.purpose}", minutes)),
        (
            f"Sponsor: {sponsor}" if sponsor else "",
            f"{counts.answered} of {counts.asked} questions answered",
        ),
        (classification, version),
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
