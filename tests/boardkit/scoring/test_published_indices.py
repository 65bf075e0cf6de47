"""Published indices of many shapes, as ordinary questionnaire files, against their formulas in numpy.

Units are made up, past the goalposts too and, where the index allows it, with gaps.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from boardkit.content import load_questionnaire
from boardkit.linting import lint
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import Scoring, score
from boardkit.scoring.analysis import analyse
from tests.support.made_up_indices import answered
from tests.support.published_formulas import INDICES, Published

FOLDER = Path(__file__).parents[2] / "fixtures" / "indices"
UNITS = 60


def units(questionnaire: Questionnaire, index: Published, count: int) -> list[dict[str, float]]:
    random = np.random.default_rng(5)
    found = []
    for _ in range(count):
        unit = {
            q.id: int(random.choice(index.whole))
            if index.whole
            else float(random.uniform(*index.ranges.get(q.id, index.usual)))
            for q in questionnaire.questions
        }
        for key in index.missable or tuple(unit):
            if random.uniform() < index.missing:
                del unit[key]
        found.append(unit)
    return found


def test_every_file_is_tried() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(INDICES)


@pytest.mark.parametrize("name", INDICES)
def test_a_published_index_scores_as_its_formula_says(name: str) -> None:
    path, index = FOLDER / f"{name}.yaml", INDICES[name]
    assert lint(path) == ()
    questionnaire = load_questionnaire(path)
    scored = 0
    for unit in units(questionnaire, index, UNITS):
        expected = index.formula(unit)
        found = score(questionnaire, answered(questionnaire, unit)).headline.claimed
        if np.isnan(expected):
            assert found is None
        else:
            assert found == pytest.approx(expected, abs=1e-9)
            scored += 1
    assert scored >= UNITS / 3


@pytest.mark.parametrize("name", INDICES)
def test_whatever_follows_a_score_follows_one_of_these_too(name: str) -> None:
    questionnaire = load_questionnaire(FOLDER / f"{name}.yaml")
    whole = replace(INDICES[name], missing=0.0)
    (unit,) = units(questionnaire, whole, 1)
    scoring = Scoring(questionnaire, answered(questionnaire, unit))
    analysis = analyse(scoring)
    spread = analysis.intervals.headline.claimed
    assert spread is not None
    assert spread.interval is not None
    assert spread.interval.p10 == pytest.approx(scoring.claimed.headline)
    assert spread.interval.p90 == pytest.approx(scoring.claimed.headline)


def test_a_fifth_of_the_values_missing_is_too_many_to_be_ranked() -> None:
    questionnaire = load_questionnaire(FOLDER / "sustainable-development.yaml")
    whole = units(questionnaire, replace(INDICES["sustainable-development"], missing=0.0), 1)[0]
    for left_out, ranked in (("poor", True), ("poor poor365 stunting", False)):
        unit = {key: x for key, x in whole.items() if key not in left_out.split()}
        result = score(questionnaire, answered(questionnaire, unit))
        assert (result.headline.band is not None) is ranked
        assert result.headline.claimed is not None
