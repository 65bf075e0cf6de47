"""Answers carried over: confirmed one by one or together, and milestones gone back to."""

import pytest
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.errors import LibraryError
from boardkit.following import confirmed
from ui.desk import Desk
from ui.session import Session


def test_confirming_makes_it_this_person_s_answer_as_of_now(
    desk: Desk, next_quarter: Session
) -> None:
    before = next_quarter.answer("A01")
    assert before is not None
    next_quarter.give("A01", confirmed(before))
    after = desk.library.assessment("next").answers["A01"]
    assert (after.value, after.to_confirm, after.author) == (before.value, False, "Tester")
    assert after.at is not None
    assert before.at is not None
    assert after.at != before.at
    assert "A01" not in next_quarter.confirming.waiting


def test_undoing_a_confirmation_gives_the_answer_back_to_whoever_said_it(
    desk: Desk, next_quarter: Session
) -> None:
    before = next_quarter.answer("A01")
    assert before is not None
    next_quarter.give("A01", confirmed(before))
    next_quarter.undo()
    assert desk.library.assessment("next").answers["A01"] == before


def test_several_are_confirmed_together_and_undone_together(
    desk: Desk, next_quarter: Session, qtbot: QtBot
) -> None:
    before = next_quarter.assessment
    facts = next_quarter.confirming.facts
    assert len(facts) > 10
    with qtbot.waitSignal(next_quarter.changed, timeout=1000):
        next_quarter.confirm(facts)
    assert not set(facts) & set(next_quarter.confirming.waiting)
    assert desk.library.assessment("next") == next_quarter.assessment
    assert next_quarter.undo_text == f"Undo the confirmation of {len(facts)} answers"
    next_quarter.undo()
    assert desk.library.assessment("next") == before == next_quarter.assessment
    next_quarter.redo()
    assert not set(facts) & set(next_quarter.confirming.waiting)
    assert desk.library.assessment("next") == next_quarter.assessment


def test_confirming_nothing_writes_nothing(next_quarter: Session, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(next_quarter.changed):
        next_quarter.confirm(())
    assert next_quarter.undo_text == ""


def test_confirming_changes_no_score(next_quarter: Session) -> None:
    before = next_quarter.result
    next_quarter.confirm(next_quarter.confirming.waiting)
    assert next_quarter.confirming.share == 0
    assert next_quarter.result.headline == before.headline


# Milestones


def test_going_back_to_a_milestone_keeps_what_there_was_and_can_be_undone(
    desk: Desk, session: Session
) -> None:
    session.give("B01", Answer(value=1))
    kept = desk.library.keep_milestone(session.assessment.id, "Q3 board")
    session.give("B01", Answer(value=4))
    later = session.assessment
    session.go_back_to(kept)
    given = session.answer("B01")
    assert given is not None
    assert given.value == 1
    names = [one.name for one in desk.library.milestones(later.id)]
    assert names == ["Q3 board", "Before going back to “Q3 board”"]
    assert session.undo_text == "Undo going back to “Q3 board”"
    session.undo()
    assert session.assessment == later == desk.library.assessment(later.id)
    session.redo()
    assert desk.library.assessment(later.id) == session.assessment != later


def test_going_back_to_what_it_is_already_does_nothing(desk: Desk, session: Session) -> None:
    kept = desk.library.keep_milestone(session.assessment.id, "Now")
    session.go_back_to(kept)
    assert len(desk.library.milestones(session.assessment.id)) == 1
    assert session.undo_text == ""


def test_a_milestone_is_opened_as_it_was_and_never_written(desk: Desk, session: Session) -> None:
    session.give("B01", Answer(value=1))
    kept = desk.library.keep_milestone(session.assessment.id, "Q3 board")
    session.give("B01", Answer(value=4))
    session.see_scores()
    rows = len(desk.library.history(session.assessment.id))
    opened = Session(desk.library, session.assessment.id, milestone=kept)
    given = opened.answer("B01")
    assert given is not None
    assert given.value == 1
    assert opened.read_only
    assert not opened.scores_seen  # they had not been, at the time
    opened.see_scores()
    with pytest.raises(LibraryError, match="A milestone is kept as it is"):
        opened.give("B01", Answer(value=3))
    with pytest.raises(LibraryError):
        opened.revise(opened.details.model_copy(update={"company": "Other"}))
    with pytest.raises(LibraryError):
        opened.go_back_to(kept)
    assert len(desk.library.history(session.assessment.id)) == rows
    assert opened.undo_text == ""
