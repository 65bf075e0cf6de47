"""The Human Development Index, as an ordinary questionnaire, scores to its published values."""

import csv
from pathlib import Path

import pytest

from boardkit.assessment import Answer, Assessment, Details, Pin
from boardkit.content import load_questionnaire
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import Result, score

FOLDER = Path(__file__).parents[2] / "fixtures" / "hdi"
COLUMNS = {
    "life": "life_expectancy",
    "expected": "expected_years_schooling",
    "mean": "mean_years_schooling",
    "income": "gni_pc_ppp",
}


@pytest.fixture(scope="module")
def hdi() -> Questionnaire:
    return load_questionnaire(FOLDER)


def countries() -> list[dict[str, str]]:
    with (FOLDER / "hdi-2022.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def result_of(hdi: Questionnaire, answers: dict[str, float]) -> Result:
    return score(
        hdi,
        Assessment(
            id="country",
            questionnaire=Pin.of(hdi),
            details=Details(company="A country"),
            answers={key: Answer(value=x, basis="exact") for key, x in answers.items()},
        ),
    )


def test_every_country_scores_to_its_published_three_decimals(hdi: Questionnaire) -> None:
    rows = countries()
    assert len(rows) == 193
    wrong = []
    for row in rows:
        result = result_of(hdi, {key: float(row[column]) for key, column in COLUMNS.items()})
        index = (result.headline.claimed or 0) / 100
        if f"{index:.3f}" != f"{float(row['hdi_published']):.3f}":
            wrong.append((row["country"], index, row["hdi_published"]))
    assert not wrong


def test_bands_are_those_of_the_report(hdi: Questionnaire) -> None:
    by_iso = {row["iso3"]: row for row in countries()}
    expected = {"NOR": "very_high", "AFG": "low", "IND": "medium", "BRA": "high"}
    for iso, band in expected.items():
        answers = {key: float(by_iso[iso][column]) for key, column in COLUMNS.items()}
        found = result_of(hdi, answers).headline.band
        assert found is not None
        assert found.id == band


def test_a_missing_value_is_left_out_and_the_rest_weighted_up(hdi: Questionnaire) -> None:
    whole = result_of(hdi, {"life": 70, "expected": 18 * 0.6, "mean": 15 * 0.6, "income": 20000})
    without = result_of(hdi, {"life": 70, "expected": 18 * 0.6, "income": 20000})
    assert without.headline.claimed == pytest.approx(whole.headline.claimed)
    assert without.headline.too_early


def test_a_dimension_without_any_value_hands_its_weight_on(hdi: Questionnaire) -> None:
    result = result_of(hdi, {"life": 52.5, "expected": 9, "mean": 7.5})
    assert result.unscored_dimensions == ("income",)
    assert result.headline.claimed == pytest.approx(50)
