"""Editors and cards in an active window, over a real library."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from boardkit.assessment import Details
from boardkit.content import load_questionnaire
from boardkit.formats import Formats
from boardkit.questionnaire import Questionnaire
from tests.support.places import ROOT
from ui.desk import Desk
from ui.questions.card import QuestionCard
from ui.questions.editor import Editor
from ui.questions.editors import editor_for
from ui.session import Session

Show = Callable[[str], QuestionCard]
Edit = Callable[[str], Editor]


@pytest.fixture
def rows(desk: Desk, session: Session) -> Callable[[], int]:
    """How many rows the library has about the open assessment."""
    return lambda: len(desk.library.history(session.assessment.id))


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[QScrollArea]:
    """An active window that scrolls what is put into it."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.resize(720, 900)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    held = made.takeWidget()
    if held is not None:
        held.deleteLater()


@pytest.fixture
def show(desk: Desk, session: Session, window: QScrollArea) -> Show:
    """Shows a question's card with the keyboard where answering starts."""

    def shown(question_id: str) -> QuestionCard:
        made = QuestionCard(desk, session, question_id)
        window.setWidget(made)
        made.take_focus()
        return made

    return shown


@pytest.fixture
def edit(questionnaire: Questionnaire, orchard: Questionnaire, window: QScrollArea) -> Edit:
    """Shows a question's editor by itself."""

    def shown(question_id: str) -> Editor:
        content = questionnaire if questionnaire.has_question(question_id) else orchard
        bases = content.methodology.basis
        made = editor_for(content.question(question_id), Formats(), bases)
        window.setWidget(_beside_another_field(made))
        made.take_focus()
        return made

    return shown


def _beside_another_field(editor: Editor) -> QWidget:
    from PySide6.QtWidgets import QLineEdit, QVBoxLayout

    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(editor)
    elsewhere = QLineEdit()
    elsewhere.setObjectName("elsewhere")
    layout.addWidget(elsewhere)
    layout.addStretch(1)
    return holder


@pytest.fixture(scope="session")
def orchard() -> Questionnaire:
    """The small questionnaire, with every type of question once."""
    return load_questionnaire(ROOT / "tests" / "fixtures" / "tiny-questionnaire")


@pytest.fixture
def orchard_session(desk: Desk, orchard: Questionnaire) -> Iterator[Session]:
    """A new assessment with the small questionnaire."""
    made = desk.library.create(orchard, Details(company="Millbrook", currency="GBP"))
    opened = Session(desk.library, made.id, locale=desk.locale)
    yield opened
    opened.deleteLater()
