"""Finished examples, and their result pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Details
from boardkit.content import load_questionnaire
from boardkit.documents.worker import RenderWorker
from boardkit.examples import shipped_example
from boardkit.exchange import open_file
from tests.support.drawn_pages import shown
from ui.desk import Desk
from ui.pages.result import ResultPage
from ui.session import Session

FIXTURES = Path(__file__).parents[2] / "fixtures"
Open = Callable[..., Session]
Show = Callable[..., ResultPage]


@pytest.fixture
def open_example(desk: Desk) -> Open:
    """Opens one of the finished examples, or a fixture of another questionnaire."""

    def opened(name: str) -> Session:
        if name == "hdi":
            questionnaire = load_questionnaire(FIXTURES / "hdi" / "questionnaire.yaml")
            values = {"life": 83.2, "expected": 18.6, "mean": 13.0, "income": 69190.0}
            answers = {key: Answer(value=value, basis="exact") for key, value in values.items()}
            made = desk.library.create(questionnaire, Details(company="Norway"), answers)
        elif name == "tiny":
            folder = FIXTURES / "tiny-questionnaire"
            found = open_file(folder / "answers.yaml", load_questionnaire(folder))
            made = desk.library.add(found.assessment, found.questionnaire)
        else:
            example = shipped_example(name)
            made = desk.library.add(example.assessment, example.questionnaire)
        return Session(desk.library, made.id, locale=desk.locale)

    return opened


@pytest.fixture(scope="module")
def worker() -> Iterator[RenderWorker]:
    """What makes documents, warm for all tests of a module."""
    made = RenderWorker()
    made.start()
    yield made
    made.close()


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """Shows the result page of a session, and waits until it is drawn."""
    pages = []

    def of(session: Session, width: int = 1280, height: int = 752) -> ResultPage:
        pages.append(ResultPage(desk, session))
        return shown(pages[-1], qtbot, width, height)

    return of
