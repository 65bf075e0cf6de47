"""Every answer, as it is printed: as much of a long text as is read there, and where the rest is."""

from __future__ import annotations

import pytest

from boardkit.content import shipped_questionnaire
from boardkit.documents.material import gathered
from boardkit.documents.pages.answers import PRINTED, AnswerRow, answers_page
from boardkit.pack_options import PackOptions
from tests.support.made_up_answers import assessment_of, level_everywhere

OURS = shipped_questionnaire()


def row(note: str, *, attach: bool = True) -> AnswerRow:
    """The row of one answer with that note."""
    answers = level_everywhere(OURS, 2)
    answers["D03"] = answers["D03"].model_copy(update={"note": note})
    assessment = assessment_of(OURS, answers, pack=PackOptions(attach=attach))
    page = answers_page(gathered(OURS, assessment))
    return next(one for section in page.sections for one in section.rows if one.id == "D03")


def test_what_is_no_longer_than_is_read_stands_whole() -> None:
    note = ("word " * PRINTED)[: PRINTED - 1] + "!"
    assert row(note).note == note


@pytest.mark.parametrize(("attach", "where"), [(True, "inside this file"), (False, "itself")])
def test_the_rest_of_a_longer_one_is_said_to_be_elsewhere(attach: bool, where: str) -> None:
    said = row("word " * 5000, attach=attach).note
    kept, _, told = said.partition(" … ")
    assert told == f"(Shortened: all of it is in the assessment {where}.)"
    assert PRINTED - 10 < len(kept) <= PRINTED
    assert set(kept.split()) == {"word"}  # none is cut in two


def test_a_script_without_spaces_is_shortened_too() -> None:
    kept, _, told = row("株式会社" * 1000).note.partition(" … ")
    assert len(kept) == PRINTED
    assert told
