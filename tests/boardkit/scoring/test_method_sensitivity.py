"""Each row is what scoring by a file with that one constant changed would say."""

import json
from typing import Any

import pytest

from boardkit.examples import shipped_example
from boardkit.questionnaire import Questionnaire
from boardkit.scoring.engine import Scoring
from boardkit.scoring.method_sensitivity import Constant, Setting, method_sensitivity
from boardkit.scoring.uncertainty import intervals

EXAMPLE = shipped_example("paperclip-2026-q3")
TABLE = method_sensitivity(Scoring(EXAMPLE.questionnaire, EXAMPLE.assessment))


def row(kind: str, of: str | None = None) -> Constant:
    return next(one for one in TABLE if one.kind == kind and one.of == of)


def changed(kind: str, of: str | None, value: float) -> Questionnaire:
    content: dict[str, Any] = json.loads(EXAMPLE.questionnaire.to_json())
    method = content["methodology"]
    if kind == "correlation":
        method["correlation"] = value
    elif kind == "cover_exponent":
        method["headline"]["cover_exponent"] = value
    for composite in method["composites"]:
        if kind == "mean" and composite["id"] == of:
            composite["mean"] = value
        for member in composite["members"]:
            if kind == "weight" and member["of"] == of:
                member["weight"] = value
    return Questionnaire.model_validate(content)


@pytest.mark.parametrize(
    ("kind", "of", "less", "more"),
    [
        ("mean", "R", -1, 1),
        ("mean", "G", 0, 2),
        ("correlation", None, 0, 0.6),
        ("cover_exponent", None, 1.5, 2.5),
        ("weight", "X1", 0.375, 0.625),
        ("weight", "L4", 0.75, 1.25),
    ],
)
def test_each_setting_is_what_a_file_with_that_constant_scores(
    kind: str, of: str | None, less: float, more: float
) -> None:
    found = row(kind, of)
    for setting, value in ((found.less, less), (found.more, more)):
        assert setting.value == pytest.approx(value)
        scoring = Scoring(changed(kind, of, value), EXAMPLE.assessment)
        assert_says(setting, scoring)


def assert_says(setting: Setting, scoring: Scoring) -> None:
    assert setting.headline == pytest.approx(scoring.claimed.headline, abs=1e-9)
    spread = intervals(scoring).headline.claimed
    assert spread is not None
    assert spread.interval is not None
    assert setting.interval.p10 == pytest.approx(spread.interval.p10, abs=1e-9)
    assert setting.interval.p90 == pytest.approx(spread.interval.p90, abs=1e-9)
    bands = scoring.method.headline.bands
    headline = scoring.claimed.headline
    assert headline is not None
    assert setting.band.id == next(
        b.id for b in bands if b.below is None or headline < b.below
    )  # fmt: skip


def test_every_constant_behind_the_headline_has_a_row() -> None:
    kinds = [one.kind for one in TABLE]
    assert (kinds.count("mean"), kinds.count("weight")) == (3, 14)
    assert {"correlation", "cover_exponent"} <= set(kinds)


def test_the_correlation_moves_the_interval_and_never_the_score() -> None:
    found = row("correlation")
    assert found.swing == 0
    less, more = found.less.interval, found.more.interval
    assert more.p90 - more.p10 > 2 * (less.p90 - less.p10)


def test_a_weak_link_counts_more_the_lower_the_power() -> None:
    found = row("mean", "R")
    assert found.less.headline > found.more.headline
    assert found.swing == pytest.approx(found.less.headline - found.more.headline)


def test_without_a_headline_there_is_no_table() -> None:
    from tests.support.made_up_indices import answered, composite, index, number

    questionnaire = index([number("a", 1, "d")], [composite("all", ["d"])], unknowns="left_out")
    assert method_sensitivity(Scoring(questionnaire, answered(questionnaire, {}))) == ()
