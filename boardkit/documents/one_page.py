"""All of it on one page: the conclusion, the score, the charts, what is asked and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from boardkit import __version__
from boardkit.direction import isolated
from boardkit.documents.attaching import attached_to
from boardkit.documents.decision_rows import DecisionRow, decision_rows, shortened_row
from boardkit.documents.material import Material
from boardkit.documents.pages.cover import score_label
from boardkit.documents.pages.summary import share_proven
from boardkit.documents.pictures import Pictures
from boardkit.documents.rendering import PageLimitError, html, pdf, stamp
from boardkit.typefaces import shortened, text_width

MARGINS = 113.4  # pixels at both sides together
LEFT = 0.54  # of the width, for the map and the bridge
GAP = 20.0
DECISIONS = 4
LINES, FEWER_LINES = 5, 3  # that a decision takes at most, and where it gets tight
SIZE = 9 * 96 / 72  # of the table's text, in pixels


@dataclass(frozen=True)
class OnePage:
    """What the page places."""

    title: str
    named: str  # the same with its chances, for where the page's name stands alone
    meta: str
    purpose: str
    figure: str
    of: str
    sure: bool
    label: str
    scale: Markup
    answer: str
    map: Markup
    bridge: Markup
    dimensions: Markup
    decisions: tuple[DecisionRow, ...]
    asked: int  # decisions in all
    confidence: str
    trigger: str
    foot: str

    @property
    def more(self) -> str:
        """How many decisions there are beside those that are shown; nothing where all are."""
        left = self.asked - len(self.decisions)
        return f"And {left} more, in the board pack." if self.decisions and left else ""


def one_page_pdf(material: Material) -> bytes:
    """The page as PDF, with as much as fits on it; raises RenderingError."""
    page = one_page(material)
    for tighter in (page, *_tighter(page, material.sheet.page_width - MARGINS)):
        try:
            return pdf(
                _html(material, tighter), identifier=material.identifier,
                attached=attached_to(material), most_pages=1,
            )  # fmt: skip
        except PageLimitError:
            continue
    raise PageLimitError("The company’s names and answers are too long for one page.")


def one_page(material: Material) -> OnePage:
    """What a page with room for everything says."""
    head, say, details = material.result.headline, material.wording, material.details
    sure, coverage = head.band is not None, head.coverage
    left, right = _pictures(material)
    rows = decision_rows(material)
    width = material.sheet.page_width - MARGINS
    return OnePage(
        title=say.conclusion(),
        named=say.conclusion_with_chances(),
        meta=_meta(material, width),
        purpose=f"for {details.purpose}",
        figure=say.score(head.claimed) if sure else str(coverage.answered),
        of=say.top if sure else str(coverage.needed),
        sure=sure,
        label=score_label(material),
        scale=right.scale(width * 0.74) if sure else Markup(),
        answer=say.answer(),
        map=left.map(material.sheet.height * 0.262),
        bridge=left.bridge(material.sheet.height * 0.19),
        dimensions=right.dimensions(),
        decisions=tuple(shortened_row(row, width, SIZE, LINES) for row in rows[:DECISIONS]),
        asked=len(rows),
        confidence=_confidence(material),
        trigger=material.would_change.short(),
        foot=_foot(material, width),
    )


def _pictures(material: Material) -> tuple[Pictures, Pictures]:
    """The charts of the left column and of the right one."""
    width = material.sheet.page_width - MARGINS - GAP
    left, right = (
        Pictures(
            material.questionnaire, material.assessment, material.result, (),
            width=share * width, formats=material.formats, analysis=material.analysis,
        )
        for share in (LEFT, 1 - LEFT)
    )  # fmt: skip
    return left, right


def _tighter(page: OnePage, width: float) -> tuple[OnePage, ...]:
    """The same with less and less, what matters least first."""
    short = tuple(shortened_row(row, width, SIZE, FEWER_LINES) for row in page.decisions)
    terse = tuple(replace(row, because="") for row in short[:2])
    fewer = [replace(page, decisions=short[:most]) for most in (DECISIONS, 3, 2)]
    bare = replace(page, decisions=terse)
    alone = replace(bare, dimensions=Markup())
    return (*fewer, bare, alone, replace(alone, map=Markup(), bridge=Markup(), decisions=()))


def _meta(material: Material, width: float) -> str:
    details = material.details
    company = isolated(shortened(details.company, SIZE * 1.1, width * 0.36))
    if details.fictional:
        company += " (fictional)"
    day = material.formats.day(details.board_date)
    text = " · ".join(part for part in (company, f"board of {day}" if day else "") if part)
    room = width * 0.88 - text_width(f"{text} · sponsor: ", SIZE * 1.1)
    sponsor = isolated(shortened(details.sponsor, SIZE * 1.1, room)) if details.sponsor else ""
    return f"{text} · sponsor: {sponsor}" if sponsor else text


def _confidence(material: Material) -> str:
    sure, counts = material.wording.how_sure, material.result.counts
    share = share_proven(material)
    text = f"{counts.answered} of {counts.asked} questions {'is' if counts.answered == 1 else 'are'} answered"
    text += f"; {share} of the weight answered is proven." if share else "."
    return f"{text} {sure.conclusion()}".strip()


def _foot(material: Material, width: float) -> str:
    questionnaire = material.questionnaire
    newest = f", newest of {material.newest}" if material.newest else ""
    text = (
        f"Source: answers{newest}; questionnaire “{questionnaire.title}” {questionnaire.version}, "
        f"method {material.method.version}, Boardkit {__version__}."
    )
    attached = " The assessment is inside this file." if material.options.attach else ""
    return shortened(text + attached, 10, width)


def _page_foot(material: Material) -> str:
    """At the foot of the sheet, as of every sheet of the board pack."""
    details = material.details
    classification = isolated(shortened(details.classification, 10, 400))
    return " · ".join(
        part for part in (classification, material.formats.day(details.board_date)) if part
    )


def _html(material: Material, page: OnePage) -> str:
    return html(
        "one-page/page.html.j2",
        this=page,
        details=material.details,
        foot=_page_foot(material),
        questionnaire=material.questionnaire,
        sheet=material.sheet,
        version=__version__,
        created=stamp(material.changed_at),
    )
