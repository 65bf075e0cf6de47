"""While the person rests on the result, the document is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boardkit.content import load_questionnaire
from boardkit.exchange import open_file
from tests.support.places import FIXTURES
from ui.desk import Desk
from ui.documents.ahead import DocumentAhead
from ui.documents.files import DocumentFiles
from ui.documents.keeper import wanted_document
from ui.documents.making import DocumentMaking
from ui.main_window import MainWindow
from ui.pages.report import ReportPage

TINY = FIXTURES / "tiny-questionnaire"


@pytest.fixture
def window(window: MainWindow, desk: Desk) -> MainWindow:
    """A small assessment, whose pack is short."""
    found = open_file(TINY / "answers.yaml", load_questionnaire(TINY))
    window.opened.open(desk.library.add(found.assessment, found.questionnaire).id)
    return window


def made(window: MainWindow, desk: Desk) -> Path | None:
    assert window.session is not None
    request, _ = wanted_document(desk, window.session)  # nothing is from before
    return DocumentFiles(window.session.assessment.id).find(request.key)


def test_it_is_there_before_the_report_is_opened(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.screens.show_result()
    qtbot.waitUntil(lambda: made(window, desk) is not None, timeout=120_000)
    qtbot.waitUntil(lambda: not desk.jobs.findChildren(DocumentMaking), timeout=10_000)
    window.screens.show_report()
    page = window.screens.page("report")
    assert isinstance(page, ReportPage)
    assert not desk.jobs.findChildren(DocumentMaking)
    qtbot.waitUntil(lambda: page._keeper.up_to_date, timeout=5_000)
    window.close()


def test_a_change_while_they_rest_is_followed(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.screens.show_result()
    qtbot.waitUntil(lambda: made(window, desk) is not None, timeout=120_000)
    assert window.session is not None
    window.session.revise(window.session.details.model_copy(update={"sponsor": "The warden"}))
    assert made(window, desk) is None
    qtbot.waitUntil(lambda: made(window, desk) is not None, timeout=120_000)
    window.close()


def test_nobody_who_only_passes_makes_one(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.screens.show_result()
    ahead = window.findChild(DocumentAhead)
    assert ahead is not None
    assert ahead._timer.isActive()
    window.screens.show_questions()
    QApplication.processEvents()
    assert not ahead._timer.isActive()
    assert not desk.jobs.findChildren(DocumentMaking)
    window.close()
