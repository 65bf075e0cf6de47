"""The open assessment: edits are saved, told once, and can be undone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.errors import AnswerError, LibraryError
from tests.support.full_disk import refuse_to_write
from ui.desk import Desk
from ui.session import Session


def again(desk: Desk, session: Session) -> Session:
    """The same assessment as another window would find it."""
    return Session(desk.library, session.assessment.id)


def test_an_edit_is_on_disk_and_told_once(desk: Desk, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed, timeout=1000):
        session.give("B01", Answer(value=2, basis="export"))
    found = again(desk, session).answer("B01")
    assert found is not None
    assert (found.value, found.basis, found.author) == (2, "export", "Tester")
    assert session.saved_at == found.at


def test_scores_follow_before_the_answer_is_written(desk: Desk, session: Session) -> None:
    before = session.result
    told: list[str] = []

    def scored() -> None:
        assert session.result is not before
        assert again(desk, session).answer("G03") is None
        told.append("scored")

    session.scored.connect(scored)
    session.changed.connect(lambda: told.append("changed"))
    session.give("G03", Answer(value=0, basis="contract"))
    assert told == ["scored", "changed"]
    assert again(desk, session).assessment == session.assessment


def test_an_answer_that_cannot_be_written_is_taken_back(
    desk: Desk, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.give("G03", Answer(value=3, basis="contract"))
    before, result, saved_at = session.assessment, session.result, session.saved_at
    refuse_to_write(tmp_path / "library.sqlite3")
    with qtbot.waitSignals([session.scored, session.changed]), pytest.raises(LibraryError):
        session.give("G03", Answer(value=0, basis="contract"))
    assert session.assessment is before
    assert session.result is result
    assert session.saved_at == saved_at
    assert again(desk, session).assessment == before
    assert session.undo_text.startswith("Undo G03, ")


def test_saying_the_same_again_writes_nothing(desk: Desk, session: Session, qtbot: QtBot) -> None:
    session.give("B01", Answer(value=2, basis="export"))
    rows = len(desk.library.history(session.assessment.id))
    with qtbot.assertNotEmitted(session.changed):
        session.give("B01", Answer(value=2, basis="export"))
    assert len(desk.library.history(session.assessment.id)) == rows


def test_what_does_not_fit_changes_nothing(session: Session, qtbot: QtBot) -> None:
    before = session.assessment
    with qtbot.assertNotEmitted(session.changed), pytest.raises(AnswerError, match="level from 0"):
        session.give("B01", Answer(value=7))
    assert session.assessment == before


def test_every_change_can_be_undone_and_redone(desk: Desk, session: Session) -> None:
    session.give("B01", Answer(value=1))
    session.give("B01", Answer(value=3))
    session.give("B04", Answer(state="dont_know"))
    session.revise(session.details.model_copy(update={"company": "Renamed"}))
    assert session.undo_text == "Undo the change of details"
    assert session.undo() == ""
    assert session.details.company != "Renamed"
    assert session.undo() == "B04"
    assert session.undo_text.startswith("Undo B01, ")
    assert session.undo() == "B01"
    found = again(desk, session).answer("B01")
    assert found is not None
    assert found.value == 1
    assert session.redo() == "B01"
    assert session.redo() == "B04"
    redone = again(desk, session).answer("B04")
    assert redone is not None
    assert redone.state == "dont_know"
    session.give("B04", None)
    assert session.redo_text.startswith("Redo ") is False


def test_the_result_follows_the_answers(session: Session) -> None:
    before = session.result.composite("G").claimed
    session.give("G03", Answer(value=0, basis="contract"))
    after = session.result.composite("G").claimed
    assert before is not None
    assert after is not None
    assert after > before


def test_what_changes_after_the_scores_were_seen_is_known(desk: Desk, session: Session) -> None:
    session.give("B01", Answer(value=2))
    assert not session.scores_seen
    session.see_scores()
    assert again(desk, session).scores_seen
    session.give("B04", Answer(value=3))
    assert session.changed_since_seen() == ("B04",)
