"""The cover: what is above its foot stays above it, however long the names are."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from boardkit.documents.making import document_pdf
from boardkit.documents.material import Material, gathered
from boardkit.documents.pages import PAGES
from boardkit.documents.pages.cover import cover_page
from boardkit.pack_options import PackOptions
from tests.support.edge_cases import OURS, SPOKEN, UNBROKEN, exposed, named
from tests.support.telling_cases import CONTRADICTORY

SHORT = PackOptions(
    document="board", paper="letter", without=tuple(kind.id for kind in PAGES), attach=False
)


def material(name: str) -> Material:
    """The exposed example under that name, on the lower paper."""
    return gathered(OURS, named(name).with_details(pack=SHORT))


def claimed(name: str) -> Material:
    """One whose title says what is claimed and what is proven."""
    questionnaire, assessment = CONTRADICTORY["open-only-as-claimed"]()
    return gathered(questionnaire, assessment.with_details(pack=SHORT, company=name))


def edges(data: bytes, *words: str) -> list[tuple[float, float]]:
    """Bottom and top of each word where it stands first on the cover, in points from the foot."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        found = []
        for word in words:
            index, _ = page.search(word, match_case=True).get_next()
            _, bottom, _, top = page.get_charbox(index)
            found.append((bottom, top))
    return found


@pytest.mark.parametrize("name", ["Paperclip", SPOKEN, UNBROKEN])
@pytest.mark.parametrize("make", [material, claimed])
def test_the_scale_stays_clear_of_the_foot(make: Callable[[str], Material], name: str) -> None:
    found = make(name)
    scale, foot = edges(document_pdf(found), "Manageable", "questions answered")
    assert scale[0] > foot[1] + 12


def test_only_long_names_move_it_up() -> None:
    usual = gathered(OURS, exposed())
    assert not cover_page(usual).tight
    assert cover_page(material(UNBROKEN)).tight
