"""What became of last time, on one small page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Follows, PastForecast, PastPath, PastRange
from boardkit.decisions import Decision
from tests.support.looking import cut_off, nameless
from ui.desk import Desk
from ui.dialogs.last_time import LastTimeDialog
from ui.session import Session
from ui.widgets.choices import ChoiceList

FOLLOWS = Follows(
    assessment="before",
    name="Q3 2026",
    decisions=(
        Decision(decision="Meter every API call.", owner="Product", by=date(2026, 12, 1)),
        Decision(decision="Sell credits."),
    ),
    ranges=(
        PastRange(question="B03", low=2, likely=5, high=12),
        PastRange(question="D04", low=0.1, likely=0.2, high=0.3),
    ),
    forecasts=(
        PastForecast(
            made=date(2026, 3, 30), opening=180e6,
            paths=(PastPath(strategy="do_nothing", likely=190e6, p10=185e6, p90=199e6),),
        ),
    ),
)  # fmt: skip


@pytest.fixture
def follower(session: Session) -> Session:
    session.revise(
        session.details.model_copy(update={"follows": FOLLOWS, "board_date": date(2027, 3, 30)})
    )
    session.give("A01", Answer(value=200e6, basis="export"))
    session.give("A03", Answer(value={"seats": 70, "usage": 30}, basis="export"))
    session.give("B03", Answer(value={"low": 13, "likely": 14, "high": 15}, basis="export"))
    return session


def shown(session: Session, qtbot: QtBot) -> LastTimeDialog:
    dialog = LastTimeDialog(session)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def said(dialog: LastTimeDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_it_says_what_became_of_everything(follower: Session, qtbot: QtBot) -> None:
    dialog = shown(follower, qtbot)
    text = said(dialog)
    assert "What became of Q3 2026" in text
    assert "Of the 2 decisions of last time, 2 are not yet reported on." in text
    assert "Product, by 1 December 2026" in text
    assert (
        "Of 2 ranges given last time, one has been measured since, and it did not hold what happened."
    ) in text
    assert "5 of 100 seats, between 2 and 12; now 14, above it" in text
    assert "“Do nothing” was forecast to bring ARR of between $185m and $199m after a year" in text
    assert "it is $200m, above all but one in ten" in text
    assert nameless(dialog) == []
    assert cut_off(dialog) == []


def test_a_decision_is_done_late_or_dropped_and_undo_takes_it_back(
    follower: Session, qtbot: QtBot, desk: Desk
) -> None:
    dialog = shown(follower, qtbot)
    first, second = dialog.findChildren(ChoiceList)
    done = next(b for b in first.findChildren(QAbstractButton) if "Done" in b.accessibleName())
    done.click()
    late = next(b for b in second.findChildren(QAbstractButton) if "Late" in b.accessibleName())
    late.click()
    kept = desk.library.assessment(follower.assessment.id).details.follows
    assert kept is not None
    assert [one.fate for one in kept.decisions] == ["done", "late"]
    assert "Of the 2 decisions of last time, 1 is done and 1 is late." in said(dialog)
    follower.undo()
    assert follower.details.follows is not None
    assert [one.fate for one in follower.details.follows.decisions] == ["done", "open"]


def test_where_nothing_was_decided_it_says_so(session: Session, qtbot: QtBot) -> None:
    bare = Follows(assessment="before", name="Q3 2026")
    session.revise(session.details.model_copy(update={"follows": bare}))
    assert "Nothing was decided last time, and no ranges were given." in said(shown(session, qtbot))
