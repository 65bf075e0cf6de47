"""The scores beside a question: how sure they are, at once; and nothing where they stay hidden."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.errors import LibraryError
from boardkit.examples import shipped_example
from tests.support.full_disk import refuse_to_write
from tests.support.looking import cut_off, texts
from ui.desk import Desk
from ui.session import Session
from ui.theme import theme
from ui.widgets.live_scores import LiveScores
from ui.widgets.score_bars import ScoreBars

Made = Callable[..., LiveScores]


@pytest.fixture
def opened(desk: Desk) -> Session:
    example = shipped_example("paperclip-2026-q3")
    desk.library.add(example.assessment, example.questionnaire)
    return Session(desk.library, example.assessment.id, jobs=desk.jobs)


@pytest.fixture
def show(qtbot: QtBot) -> Made:
    def made(session: Session, *, shown: bool = True) -> LiveScores:
        scores = LiveScores(session, shown=shown)
        session.scored.connect(scores.paint_scores)
        session.changed.connect(scores.show_scores)
        qtbot.addWidget(scores)
        scores.resize(310, 420)
        scores.show()
        return scores

    return made


def spoken(scores: QWidget) -> str:
    bars = scores.findChild(ScoreBars)
    assert bars is not None
    return bars.accessibleName()


def test_the_first_intervals_join_the_scores_when_they_are_drawn(
    opened: Session, show: Made, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.intervals_ready, timeout=20_000):
        scores = show(opened)
        assert "Saaspocalypse exposure 42.0" in spoken(scores)
        assert "Eight times out of ten" not in texts(scores)
    assert "Eight times out of ten saaspocalypse exposure lies between 35 and 49." in texts(scores)
    assert "Exposed in 91% of draws" in spoken(scores)
    assert "A draw is one way in which the true answers could fall; 4,096 were tried." in (
        texts(scores)
    )
    assert "“Neither yet” is the verdict in " in texts(scores)


def test_they_move_with_every_answer(opened: Session, show: Made, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.intervals_ready, timeout=20_000):
        scores = show(opened)
    said = {(texts(scores), spoken(scores))}
    for basis in ("contract", "judgement", "management"):
        opened.give("B01", Answer(value=0, basis=basis))
        said.add((texts(scores), spoken(scores)))
    assert len(said) == 4


def test_they_are_seen_before_the_answer_is_written(
    opened: Session, show: Made, desk: Desk, qtbot: QtBot
) -> None:
    scores = show(opened)
    bars = scores.findChild(ScoreBars)
    assert bars is not None
    before, first = bars.grab().toImage(), spoken(scores)
    seen: list[bool] = []

    def look() -> None:
        kept = desk.library.assessment(opened.assessment.id).answers["B01"]
        seen.append(kept != opened.answer("B01"))
        seen.append(bars.grab().toImage() != before)
        seen.append(spoken(scores) != first)

    opened.scored.connect(look)
    opened.give("B01", Answer(value=0, basis="contract"))
    assert seen == [True, True, True]


def test_nothing_has_moved_when_an_answer_cannot_be_kept(
    opened: Session, show: Made, tmp_path: Path
) -> None:
    scores = show(opened)
    before, drawn = spoken(scores), scores.grab().toImage()
    painted: list[str] = []
    opened.scored.connect(lambda: painted.append(spoken(scores)))
    refuse_to_write(tmp_path / "library.sqlite3")
    with pytest.raises(LibraryError):
        opened.give("B01", Answer(value=0, basis="contract"))
    assert painted != [before]
    assert spoken(scores) == before
    assert scores.grab().toImage() == drawn


def test_nothing_is_told_of_hidden_scores(opened: Session, show: Made) -> None:
    scores = show(opened, shown=False)
    assert opened.scores_seen is False
    assert texts(scores).splitlines() == ["Scores so far", "Scores are hidden."]
    assert spoken(scores) == "No scores"


def test_hiding_them_takes_every_trace_away(opened: Session, show: Made, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.intervals_ready, timeout=20_000):
        scores = show(opened)
    qtbot.mouseClick(scores._toggle, Qt.MouseButton.LeftButton)
    assert texts(scores).splitlines() == ["Scores so far", "Scores are hidden."]
    assert spoken(scores) == "No scores"
    opened.give("B01", Answer(value=0, basis="contract"))
    assert spoken(scores) == "No scores"
    qtbot.mouseClick(scores._toggle, Qt.MouseButton.LeftButton)
    assert "Eight times out of ten" in texts(scores)


def test_too_early_shows_no_score_however_much_is_unknown(session: Session, show: Made) -> None:
    scores = show(session)
    for question in session.questionnaire.questions:
        session.give(question.id, Answer(state="dont_know"))
    assert "Scores appear when there are enough answers" in texts(scores)
    assert spoken(scores) == "No scores"
    assert not session.scores_seen


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off(opened: Session, show: Made, qtbot: QtBot, scale: float) -> None:
    theme().set_scale(scale)
    with qtbot.waitSignal(opened.intervals_ready, timeout=20_000):
        scores = show(opened)
    opened.give("F02", Answer(value=-10, basis="contract"))
    scores.resize(round(310 * scale), scores.heightForWidth(round(310 * scale)))
    assert cut_off(scores) == []
    bars = scores.findChild(ScoreBars)
    assert bars is not None
    assert bars.height() >= bars.heightForWidth(bars.width())
