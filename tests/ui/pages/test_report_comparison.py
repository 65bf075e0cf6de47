"""The comparison report on the report page: seen, saved under its own name, and left again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.documents.worker import RenderWorker
from boardkit.examples import shipped_example
from tests.support.looking import cut_off, nameless, texts, visible
from tests.support.pdf_texts import text_of
from ui.comparing import Comparing
from ui.desk import Desk
from ui.pages.report import ReportPage
from ui.session import Session

Q3 = "paperclip-2026-q3"
WAIT = 60_000


@pytest.fixture
def session(desk: Desk) -> Session:
    found = shipped_example(Q3)
    desk.library.add(found.assessment, found.questionnaire)
    return Session(desk.library, Q3, locale=desk.locale)


@pytest.fixture
def page(desk: Desk, session: Session, worker: RenderWorker, qtbot: QtBot) -> ReportPage:
    made = ReportPage(desk, session, worker, Comparing(desk, session))
    qtbot.addWidget(made)
    made.resize(1280, 752)
    with qtbot.waitExposed(made):
        made.show()
    return made


def choose(page: ReportPage, name: str) -> None:
    next(one for one in visible(page, QRadioButton) if one.accessibleName() == name).click()


def test_is_made_of_what_is_compared(
    page: ReportPage, desk: Desk, session: Session, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    desk.library.keep_milestone(Q3, "Q3 board")
    session.give("B01", Answer(value=4, basis="contract", note="Signed on Tuesday."))
    page._comparing.in_report = True
    page._redraw()
    qtbot.waitUntil(lambda: page._keeper.path is not None, timeout=WAIT)
    assert "What changed from Q3 board to Now, and what made it." in texts(page)
    assert "Whoever gets the PDF can open both assessments" in texts(page)
    assert not cut_off(page)
    assert not nameless(page)
    target = tmp_path / "saved.pdf"
    proposed = []

    def ask(*given: object, **_: object) -> tuple[str, str]:
        proposed.append(str(given[2]))
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    next(one for one in visible(page, QPushButton) if one.text() == "Save as PDF…").click()
    qtbot.waitUntil(target.exists, timeout=WAIT)
    assert proposed[0].endswith("Paperclip & Sons Workflow Q3 2026 what changed.pdf")
    said = text_of(target)
    found = page._comparing.compared
    assert found is not None
    assert "Saaspocalypse exposure fell by" in said
    assert "Signed on Tuesday." in said
    assert "Q3 board" in said

    session.give("B01", Answer(value=3, basis="contract"))
    qtbot.waitUntil(lambda: page._comparing.compared is not found, timeout=WAIT)
    qtbot.waitUntil(lambda: page._path() is not None, timeout=WAIT)
    assert text_of(page._path() or target) != said


def test_another_document_is_chosen_again(
    page: ReportPage, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    desk.library.keep_milestone(Q3, "Q3 board")
    choose(page, "Comparison report")
    qtbot.waitUntil(lambda: page._comparing.is_current, timeout=WAIT)
    assert session.details.pack.document == "board"
    choose(page, "Board pack")
    assert not page._comparing.in_report
    assert session.undo_text == ""


def test_with_nothing_to_compare_it_says_so(page: ReportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.compare_wanted, timeout=WAIT):
        choose(page, "Comparison report")
    assert not page._comparing.in_report
