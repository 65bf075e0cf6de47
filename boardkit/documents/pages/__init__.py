"""The pages of the board pack, in order.

A page is a module here and a template of the same name in ``reports/board-pack/``. The module makes
a frozen dataclass of what the template places, with a ``title`` that is a sentence, or nothing where
there is nothing to print. The template finds it as ``this``, and computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from boardkit.documents.material import Material
from boardkit.documents.pages.answers import answers_page
from boardkit.documents.pages.changed import changed_page
from boardkit.documents.pages.cover import cover_page
from boardkit.documents.pages.decisions import decisions_page
from boardkit.documents.pages.drives import drives_page, to_do_page
from boardkit.documents.pages.evidence import evidence_page
from boardkit.documents.pages.facts import facts_page
from boardkit.documents.pages.method import method_page
from boardkit.documents.pages.money import assumptions_page, money_page
from boardkit.documents.pages.people import people_page
from boardkit.documents.pages.standing import dimensions_page, standing_page
from boardkit.documents.pages.summary import summary_page


class Content(Protocol):
    """What a template places."""

    @property
    def title(self) -> str:
        """The page in a sentence."""


@dataclass(frozen=True)
class PageKind:
    """One part of the pack."""

    id: str  # of its template, its anchor, and in the options
    name: str  # in the contents, and at the head of the sheet
    make: Callable[[Material], Content | None]
    reference: bool = False  # looked up rather than read, so only in the full pack
    always: bool = False  # a pack is none without it


@dataclass(frozen=True)
class Page:
    """A part of one pack, ready to be placed."""

    kind: PageKind
    content: Content

    @property
    def id(self) -> str:
        """Of its template, and its anchor."""
        return self.kind.id

    @property
    def name(self) -> str:
        """In the contents, and at the head of the sheet."""
        return self.kind.name


PAGES = (
    PageKind("cover", "Cover", cover_page, always=True),
    PageKind("summary", "Summary", summary_page, always=True),
    PageKind("decisions", "Decisions requested", decisions_page, always=True),
    PageKind("standing", "Where we stand", standing_page),
    PageKind("dimensions", "By dimension", dimensions_page),
    PageKind("money", "The money", money_page),
    PageKind("to-do", "What to do", to_do_page),
    PageKind("drives", "What drives it", drives_page),
    PageKind("changed", "What changed", changed_page),
    PageKind("answers", "Every answer, with its basis", answers_page, reference=True),
    PageKind("people", "Who answered, and when", people_page, reference=True),
    PageKind("evidence", "Register of evidence", evidence_page, reference=True),
    PageKind("assumptions", "Register of assumptions", assumptions_page, reference=True),
    PageKind("facts", "Facts and sources", facts_page, reference=True),
    PageKind("method", "Method, limits and terms", method_page, reference=True),
)
