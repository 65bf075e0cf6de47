"""Looking at the forecast otherwise: by scenario and by hand, and keeping what was found."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer
from boardkit.errors import ForecastError
from boardkit.examples import shipped_example
from ui.desk import Desk
from ui.session import Session
from ui.what_if import MOST, WhatIf


@pytest.fixture
def sample(desk: Desk) -> Session:
    example = shipped_example("paperclip-2026-q3")
    made = desk.library.add(example.assessment, example.questionnaire)
    return Session(desk.library, made.id, locale="en")


def profit(what_if: WhatIf) -> float:
    return round(what_if.forecast.strategy("both").gross_profit.likely[-1] / 1e6, 1)


def test_it_starts_with_what_the_assessment_shows(sample: Session) -> None:
    what_if = WhatIf(sample)
    assert what_if.scenario.id == "base"
    assert what_if.is_first
    assert profit(what_if) == 226.4


def test_a_scenario_is_picked_without_an_edit(sample: Session, qtbot: QtBot) -> None:
    what_if = WhatIf(sample)
    with qtbot.waitSignal(what_if.changed):
        what_if.pick("severe")
    assert profit(what_if) == 148.9
    assert not what_if.is_first
    assert sample.undo_text == ""
    what_if.prefer()
    assert what_if.is_first
    assert sample.details.forecast.scenario == "severe"


def test_an_input_is_moved_and_set_back(sample: Session, qtbot: QtBot) -> None:
    what_if = WhatIf(sample)
    with qtbot.waitSignal(what_if.moved):
        what_if.move("delta", 0.4)
    assert profit(what_if) < 226.4
    assert what_if.moved_symbols == {"delta"}
    what_if.move("w", 0.12)
    what_if.reset("delta")
    assert what_if.moved_symbols == {"w"}
    what_if.reset_all()
    assert profit(what_if) == 226.4


def test_an_input_at_what_it_is_anyway_is_not_moved(sample: Session) -> None:
    what_if = WhatIf(sample)
    what_if.move("delta", 0.3)
    what_if.move("delta", 0.15)
    assert not what_if.moved_symbols


def test_what_is_moved_stays_so_under_another_scenario(sample: Session) -> None:
    what_if = WhatIf(sample)
    what_if.move("w", 0.2)
    what_if.pick("mild")
    assert what_if.inputs["w"].value == 0.2
    assert what_if.inputs["delta"].value == 0.05


def test_a_value_past_its_bounds_is_refused(sample: Session) -> None:
    what_if = WhatIf(sample)
    with pytest.raises(ForecastError, match="goes from 0 to 1"):
        what_if.move("delta", 1.5)
    assert not what_if.moved_symbols


def test_what_was_found_is_kept_under_a_name(sample: Session) -> None:
    what_if = WhatIf(sample)
    what_if.pick("severe")
    what_if.move("w", 0.2)
    found = profit(what_if)
    what_if.save_as("Our plan", "As agreed.", "Chair", date(2027, 3, 15))
    (own,) = sample.details.forecast.scenarios
    assert own.id == "our-plan"
    assert own.values == {"delta": 0.4, "kappa": 0.1, "g_s": 0.02, "w": 0.2}
    assert (own.owner, own.about, own.expires) == ("Chair", "As agreed.", date(2027, 3, 15))
    assert own.decided == date.today()
    assert what_if.scenario.id == "our-plan"
    assert not what_if.moved_symbols
    assert profit(what_if) == found


def test_it_is_renamed_changed_and_deleted_and_each_is_undone(sample: Session) -> None:
    what_if = WhatIf(sample)
    what_if.move("w", 0.2)
    what_if.save_as("Our plan", "", "", None)
    own = what_if.own("our-plan")
    assert own is not None
    what_if.revise(own.model_copy(update={"title": "Plan B"}))
    assert what_if.scenario.title == "Plan B"
    what_if.move("w", 0.3)
    what_if.save()
    assert what_if.scenario.values["w"] == 0.3
    what_if.prefer()
    what_if.delete()
    assert what_if.scenario.id == "base"
    assert not sample.details.forecast.scenarios
    assert sample.details.forecast.scenario == ""
    sample.undo()
    assert [kept.title for kept in sample.details.forecast.scenarios] == ["Plan B"]
    assert what_if.scenario.title == "Plan B"
    for _ in range(4):
        sample.undo()
    assert not sample.details.forecast.scenarios


def test_undoing_a_saving_brings_back_what_was_moved(sample: Session) -> None:
    what_if = WhatIf(sample)
    what_if.pick("severe")
    what_if.move("w", 0.2)
    found = profit(what_if)
    what_if.save_as("Our plan", "", "", None)
    sample.undo()
    assert what_if.scenario.id == "severe"
    assert what_if.moved_symbols == {"w"}
    assert what_if.inputs["w"].value == 0.2
    assert profit(what_if) == found
    sample.redo()
    assert what_if.scenario.id == "our-plan"
    assert not what_if.moved_symbols
    assert profit(what_if) == found


def test_undoing_changes_that_were_saved_brings_them_back(sample: Session) -> None:
    what_if = WhatIf(sample)
    what_if.move("w", 0.2)
    what_if.save_as("Our plan", "", "", None)
    what_if.move("w", 0.3)
    what_if.save()
    what_if.move("tau", 2.0)
    sample.undo()
    assert what_if.scenario.values["w"] == 0.2
    assert what_if.inputs["w"].value == 0.3
    assert what_if.moved_symbols == {"w", "tau"}  # what was moved since is kept too


def test_another_name_leaves_what_is_moved(sample: Session) -> None:
    what_if = WhatIf(sample)
    what_if.save_as("Our plan", "", "", None)
    what_if.move("w", 0.3)
    own = what_if.own("our-plan")
    assert own is not None
    what_if.revise(own.model_copy(update={"title": "Plan B"}))
    assert what_if.scenario.title == "Plan B"
    assert what_if.moved_symbols == {"w"}
    sample.undo()
    assert what_if.scenario.title == "Our plan"
    assert what_if.moved_symbols == {"w"}


@pytest.mark.parametrize(
    ("titles", "last"),
    [
        (["Our plan", "Our plan!"], "our-plan-2"),
        (["Base"], "base-2"),
        (["2027"], "own-2027"),
        (["计划"], "own"),
        (["x" * 300, "x" * 300], "x" * 36 + "-2"),
    ],
)
def test_each_has_an_id_of_its_own(sample: Session, titles: list[str], last: str) -> None:
    what_if = WhatIf(sample)
    for title in titles:
        what_if.save_as(title, "", "", None)
    assert sample.details.forecast.scenarios[-1].id == last
    assert what_if.forecast is not None


def test_there_is_room_for_fifty(sample: Session) -> None:
    what_if = WhatIf(sample)
    for number in range(MOST):
        what_if.save_as(f"Plan {number}", "", "", None)
    with pytest.raises(ForecastError, match="Delete one first"):
        what_if.save_as("One too many", "", "", None)


def test_other_answers_give_another_forecast(sample: Session, qtbot: QtBot) -> None:
    what_if = WhatIf(sample)
    before = what_if.forecast
    with qtbot.waitSignal(what_if.changed):
        sample.give("A01", Answer(value=4e8, basis="exact"))
    assert what_if.forecast != before


def test_without_arr_there_is_none(session: Session) -> None:
    with pytest.raises(ForecastError, match="A01"):
        _ = WhatIf(session).forecast
