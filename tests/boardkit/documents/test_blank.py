"""The blank questionnaire asks everything, and answers nothing."""

from __future__ import annotations

from boardkit.content import load_questionnaire, shipped_questionnaire
from boardkit.documents.blank import blank_pdf, blank_sections
from boardkit.documents.material import gathered
from boardkit.examples import shipped_example
from boardkit.formats import Formats
from boardkit.pack_options import PackOptions
from tests.support.made_up_answers import assessment_of
from tests.support.pdf_texts import text_of
from tests.support.places import FIXTURES

OURS = shipped_questionnaire()
EVERY = tuple(module.id for module in OURS.modules)


def test_every_question_has_room_for_its_answer() -> None:
    asked = [one for section in blank_sections(OURS, EVERY, Formats()) for one in section.asked]
    assert [one.id for one in asked] == [question.id for question in OURS.questions]
    for one in asked:
        form = one.form
        kinds = [bool(form.ticks), bool(form.blanks), bool(form.rows), bool(form.lines)]
        assert sum(kinds) == 1, one.id


def test_it_prints_the_questions_of_the_chosen_modules_without_an_answer() -> None:
    example = shipped_example("paperclip-2026-q3")
    options = PackOptions(document="blank", paper="letter")
    assessment = example.assessment.with_details(pack=options, modules=("core",))
    text = text_of(blank_pdf(gathered(example.questionnaire, assessment)))
    for question in OURS.questions:
        assert (f"{question.id} {question.text}" in text) == (question.module == "core"), (
            question.id
        )
    notes = [a.note for a in assessment.answers.values() if a.note]
    assert notes
    assert not any(note[:40] in text for note in notes)
    assert "Paperclip & Sons Workflow" in text


def test_units_and_levels_are_printed_where_they_are_written_on() -> None:
    euros = blank_sections(OURS, EVERY, Formats("en", "EUR"))
    forms = {one.id: one.form for section in euros for one in section.asked}
    assert forms["A01"].blanks[0].unit == "EUR a year"
    assert all(tick.startswith(f"{n} · ") for n, tick in enumerate(forms["B05"].ticks))


def test_any_questionnaire_prints() -> None:
    tiny = load_questionnaire(FIXTURES / "tiny-questionnaire")
    text = text_of(blank_pdf(gathered(tiny, assessment_of(tiny, {}))))
    assert all(question.text in text for question in tiny.questions)
