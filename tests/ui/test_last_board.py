"""What a pack is set beside is found in the background, and again when milestones come or go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.examples import shipped_example
from boardkit.library import Library
from ui.desk import Desk
from ui.last_board import LastBoard
from ui.session import Session

Q3 = "paperclip-2026-q3"
DAY = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two days lie between its milestone and its last answer."""
    days = iter([DAY] * 4 + [DAY + timedelta(days=2, hours=n) for n in range(9)])
    example = shipped_example(Q3)
    with Library.open(tmp_path / "dated.sqlite3", "Tester", lambda: next(days)) as opened:
        opened.add(example.assessment, example.questionnaire)
        opened.keep_milestone(Q3, "Draft")
        opened.keep_milestone(Q3, "Q3 board")
        next(days)
        opened.record(Q3, "B01", Answer(value=4, basis="contract"))
        yield opened


@pytest.fixture
def session(library: Library) -> Iterator[Session]:
    opened = Session(library, Q3)
    yield opened
    opened.deleteLater()


def back_of(library: Library, session: Session, desk: Desk) -> LastBoard:
    here = Desk(library, desk.jobs, desk.settings, desk.theme, "en")
    return LastBoard.of(here, session)


def found(back: LastBoard, qtbot: QtBot) -> str:
    assert not back.is_known
    with qtbot.waitSignal(back.found, timeout=20_000):
        back.seek()
    assert back.is_known
    return back.side.name if back.side is not None else ""


def test_it_is_found_off_the_windows_thread(
    library: Library, session: Session, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []
    seen = Library.milestones

    def watched(self: Library, assessment_id: str) -> object:
        threads.append(QThread.currentThread())
        return seen(self, assessment_id)

    monkeypatch.setattr(Library, "milestones", watched)
    back = back_of(library, session, desk)
    assert found(back, qtbot) == "Q3 board"
    assert threads
    assert QObject().thread() not in threads


def test_it_is_looked_for_again_when_a_milestone_goes_or_an_answer_comes(
    library: Library, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    back = back_of(library, session, desk)
    assert found(back, qtbot) == "Q3 board"
    library.remove_milestone(Q3, library.milestones(Q3)[-1].id)
    session.milestones_changed.emit()
    assert found(back, qtbot) == "Draft"
    session.give("B01", Answer(value=3, basis="contract"))
    assert found(back, qtbot) == "Draft"


def test_a_document_that_says_nothing_of_before_waits_for_nothing(
    library: Library, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    back = back_of(library, session, desk)
    assert found(back, qtbot) == "Q3 board"
    pack = session.details.pack.model_copy(update={"document": "one_page"})
    session.revise(session.details.model_copy(update={"pack": pack}))
    assert back.is_known
    assert back.side is None


def test_a_milestone_of_another_window_is_seen_and_what_is_known_stands_until_then(
    library: Library, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    back = back_of(library, session, desk)
    found(back, qtbot)
    library.remove_milestone(Q3, library.milestones(Q3)[-1].id)
    assert LastBoard.of(desk, session) is back
    with qtbot.waitSignal(back.found, timeout=20_000):
        back.look_again()
        assert back.is_known
    assert back.side is not None
    assert back.side.name == "Draft"
