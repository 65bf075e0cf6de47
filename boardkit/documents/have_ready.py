"""The “have these ready” sheet: what each person should bring before the questions are answered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from boardkit import __version__
from boardkit.documents.rendering import SHEETS, Sheet, html, pdf
from boardkit.durations import minutes_of, minutes_text
from boardkit.english import in_sentence, listed, sentence
from boardkit.pack_options import Paper
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Question
from boardkit.typefaces import text_width

# What have-ready.css makes of it, in points; only to see which order fills two columns evenly.
POINTS_PER_PIXEL = 0.75
LINE = 10.4
ITEM = 5.4  # around an item's lines
HEAD = 26.0  # a person's title, and the room below the list
HEADER = 51.0  # above the columns, less what narrower margins than the board pack’s save
BESIDE = 33.0  # what the box and the numbers take of a column


@dataclass(frozen=True)
class Item:
    """One thing to have ready, and the questions that it answers."""

    title: str  # what is asked, in a few words
    proof: str  # the document that proves it; nothing for a view that needs none
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """What one person usually knows."""

    title: str
    items: tuple[Item, ...]
    questions: int
    minutes: str


def have_ready_pdf(
    questionnaire: Questionnaire, modules: tuple[str, ...], paper: Paper = "a4"
) -> bytes:
    """The sheet for these modules as PDF; no module means all of them. Raises RenderingError."""
    source = have_ready_html(questionnaire, modules, paper)
    return pdf(source, identifier=hashlib.sha256(source.encode()).digest()[:16])


def have_ready_html(
    questionnaire: Questionnaire, modules: tuple[str, ...], paper: Paper = "a4"
) -> str:
    """The sheet as the HTML that is laid out."""
    asked = questionnaire.asked_modules(modules)
    questions = questionnaire.asked_in(asked)
    titles = [m.title for m in questionnaire.modules if m.id in asked]
    return html(
        "have-ready/sheet.html.j2",
        questionnaire=questionnaire,
        modules=listed(titles),
        columns=in_columns(shares(questionnaire, questions), SHEETS[paper]),
        questions=len(questions),
        minutes=minutes_text(minutes_of(questions)),
        sheet=SHEETS[paper],
        version=__version__,
    )


def shares(questionnaire: Questionnaire, questions: Iterable[Question]) -> tuple[Share, ...]:
    """The questions by who usually knows, in the questionnaire's order of people."""
    titles: dict[str | None, str] = {person.id: person.title for person in questionnaire.people}
    titles[None] = "Whoever knows" if titles else "Everyone"
    known: dict[str | None, list[Question]] = {person: [] for person in titles}
    for question in questions:
        known[question.knows].append(question)
    return tuple(
        Share(titles[person], _items(own), len(own), minutes_text(minutes_of(own)))
        for person, own in known.items()
        if own
    )


def in_columns(shares: Sequence[Share], sheet: Sheet) -> tuple[tuple[Share, ...], ...]:
    """The people in two columns of about the same height, so that nobody's list is torn.

    They stay in one column, to be broken anywhere, when that does not fit on one sheet.
    """
    heights = {share.title: _height(share, sheet) for share in shares}
    room = sheet.height * POINTS_PER_PIXEL - HEADER
    best: tuple[tuple[Share, ...], ...] = (tuple(shares),)
    lowest = room
    for sides in product((0, 1), repeat=min(len(shares), 8) - 1):
        right = {share.title for share, side in zip(shares[1:], sides, strict=False) if side}
        columns = tuple(
            tuple(share for share in shares if (share.title in right) is side)
            for side in (False, True)
        )
        tallest = max(sum(heights[share.title] for share in column) for column in columns)
        if tallest < lowest:
            best, lowest = columns, tallest
    return best


def _height(share: Share, sheet: Sheet) -> float:
    room = sheet.width * POINTS_PER_PIXEL / 2 - BESIDE
    lines = (
        ceil((text_width(i.title, 8.4, 600) + text_width(f"  {i.proof}", 8.4)) / room)
        for i in share.items
    )
    return HEAD + sum(ITEM + LINE * count for count in lines)


def _items(questions: Iterable[Question]) -> tuple[Item, ...]:
    """One item a document: questions that the same document answers stand together."""
    together: dict[str, list[Question]] = {}
    for question in questions:
        document = " ".join(question.proof.split()).rstrip(".")
        together.setdefault(document.casefold() or question.id, []).append(question)
    return tuple(
        Item(
            title=sentence(listed([in_sentence(q.short) for q in own])),
            proof=" ".join(own[0].proof.split()).rstrip("."),
            ids=tuple(q.id for q in own),
        )
        for own in together.values()
    )
