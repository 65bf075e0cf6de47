"""Scenarios that ship, and a company's own: chosen, checked, and kept with the assessment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from boardkit.assessment import Assessment, Details, ForecastSettings, OwnScenario
from boardkit.economics import forecast, own_scenario_faults, scenarios_of
from boardkit.errors import FileError, ForecastError
from boardkit.exchange import open_file, write_file, write_plain
from boardkit.library import Library
from boardkit.library.changes import canonical, fold, plain
from tests.support.companies import company, questionnaire, sample

OURS = OwnScenario(
    id="our-plan", title="Our plan", about="As the board agreed in September.",
    values={"delta": 0.1, "v1": 1.2, "I0": 80e6}, owner="Chair", decided=date(2026, 9, 15),
    expires=date(2027, 3, 15),
)  # fmt: skip


def with_own(*own: OwnScenario, shown: str = "") -> Assessment:
    settings = ForecastSettings(scenarios=own, scenario=shown)
    details = sample().details.model_copy(update={"forecast": settings})
    return sample().model_copy(update={"details": details})


def test_those_that_ship_come_first_and_its_own_last() -> None:
    found = scenarios_of(questionnaire(), with_own(OURS))
    assert [one.id for one in found] == ["base", "mild", "severe", "boom", "stall", "our-plan"]
    assert [one.own for one in found] == [False] * 5 + [True]


def test_a_scenario_goes_by_its_id_or_its_title() -> None:
    for name in ("our-plan", "Our plan", "OUR PLAN"):
        made = forecast(questionnaire(), with_own(OURS), name)
        assert made.scenario.id == "our-plan"
        assert made.scenario.own
    rows = {row.symbol: row for row in made.register}
    assert (rows["I0"].value, rows["I0"].state) == (80e6, "scenario")
    assert rows["I0"].where_from == "Scenario “Our plan”."


def test_the_assessment_says_which_is_shown_first() -> None:
    assert forecast(questionnaire(), with_own(OURS, shown="our-plan")).scenario.id == "our-plan"
    assert forecast(questionnaire(), with_own(OURS, shown="stall")).scenario.id == "stall"
    assert forecast(questionnaire(), with_own(OURS)).scenario.id == "base"
    assert forecast(questionnaire(), with_own(shown="gone")).scenario.id == "base"


def test_a_name_that_is_nobodys_is_told_with_those_that_are() -> None:
    with pytest.raises(ForecastError, match=r"no scenario “sevre”\. Did you mean “severe”\?"):
        forecast(questionnaire(), sample(), "sevre")


def test_what_ships_scales_its_amounts_and_its_own_are_as_they_stand() -> None:
    economics = questionnaire().economics
    assert economics is not None
    first = economics.scenarios[0].model_copy(update={"values": {"I0": 40e6, "delta": 0.2}})
    scaled = economics.model_copy(update={"scenarios": (first,)})
    other = questionnaire().model_copy(update={"economics": scaled})
    (found,) = scenarios_of(other, sample(), scale=0.5)
    assert found.values == {"I0": 20e6, "delta": 0.2}


def test_a_scenario_of_its_own_is_checked_before_it_is_kept() -> None:
    economics = questionnaire().economics
    assert economics is not None
    assert own_scenario_faults(economics, OURS) == ()
    bad = OwnScenario(id="severe", title="Ours", values={"delta": 2, "zeta": 1})
    assert own_scenario_faults(economics, bad) == (
        "“severe” is a scenario that comes with Boardkit. Choose another name.",
        "Seats not renewed because of agents (delta) is 2, not 0 to 1.",
        "The forecast has no input “zeta”. Did you mean “beta”?",
    )


def test_one_that_no_longer_fits_is_refused_in_a_sentence() -> None:
    bad = OURS.model_copy(update={"values": {"delta": 2}})
    with pytest.raises(ForecastError, match="Scenario “Our plan” cannot be used"):
        forecast(questionnaire(), with_own(bad), "our-plan")
    assert forecast(questionnaire(), with_own(bad)).scenario.id == "base"


def test_two_of_its_own_are_told_apart() -> None:
    with pytest.raises(ValidationError, match="two scenarios have the same id"):
        ForecastSettings(scenarios=(OURS, OURS))


# Kept with the assessment


@pytest.mark.parametrize("ending", [".yaml", ".boardkit"])
def test_files_keep_scenarios(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"mine{ending}"
    write = write_plain if ending == ".yaml" else write_file
    write(file, with_own(OURS, shown="our-plan"), questionnaire())
    assert open_file(file).assessment.details.forecast == ForecastSettings(
        scenario="our-plan", scenarios=(OURS,)
    )


def test_the_library_keeps_scenarios_as_a_change_of_details(tmp_path: Path) -> None:
    with Library.open(
        tmp_path / "l.sqlite3", now=lambda: datetime(2026, 9, 1, tzinfo=UTC)
    ) as library:
        added = library.add(sample(), questionnaire())
        library.revise(added.id, with_own(OURS).details)
        kept = library.assessment(added.id)
        changes = library.history(added.id)
    assert kept.details.forecast.scenarios == (OURS,)
    assert fold(added.id, changes) == kept


def test_old_details_load_and_those_without_scenarios_are_written_as_before() -> None:
    old = {"company": "Acme", "period": "Q3 2026"}
    assert Details.model_validate(old).forecast == ForecastSettings()
    assert canonical(plain(Details.model_validate(old))) == canonical(old)
    assert company().details.forecast.scenarios == ()


def test_a_plain_file_may_be_written_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "acme.yaml"
    head = "boardkit: answers\nformat: 1\nquestionnaire: inference-exposure\n"
    details = (
        "details:\n  company: Acme\n  forecast:\n    scenario: ours\n    scenarios:\n"
        "      - {id: ours, title: Ours, values: {delta: 0.1}}\n"
    )
    file.write_text(f"{head}{details}answers: {{A01: 120m}}\n", encoding="utf-8")
    opened = open_file(file)
    made = forecast(opened.questionnaire, opened.assessment)
    assert made.scenario.title == "Ours"


def test_a_fault_in_a_plain_file_says_where(tmp_path: Path) -> None:
    file = tmp_path / "acme.yaml"
    head = "boardkit: answers\nformat: 1\nquestionnaire: inference-exposure\n"
    details = (
        "details:\n  company: Acme\n  forecast:\n    scenarios:\n      - {id: ours, tilte: Ours}\n"
    )
    file.write_text(f"{head}{details}", encoding="utf-8")
    with pytest.raises(FileError, match=r"acme.yaml:8: “tilte” is not a key of a scenario"):
        open_file(file)
