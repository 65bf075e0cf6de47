"""The “economics:” block: what may stand in it, and how its faults are told."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from boardkit.assumptions import SYMBOLS, Economics, Parameter
from boardkit.content import shipped_folder
from boardkit.drafts import Draft, read_draft
from boardkit.linting import lint_draft
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Source
from tests.support.companies import questionnaire


@cache
def _shipped() -> Any:
    return read_draft(shipped_folder() / "inference-exposure").source.data


def faults_after(path: str, value: Any) -> list[str]:
    """What the linter says once one value of our questionnaire is another; None takes it out."""
    data = copy.deepcopy(_shipped())
    *steps, last = path.split(".")
    here = data
    for step in steps:
        here = here[int(step)] if isinstance(here, list) else here[step]
    if value is None:
        del here[last]
    else:
        here[int(last) if isinstance(here, list) else last] = value
    return [str(fault).removeprefix(":0: ") for fault in lint_draft(Draft(Source(data), Path()))]


def test_our_own_has_every_symbol_and_no_fault() -> None:
    economics = questionnaire().economics
    assert economics is not None
    assert set(economics.parameters) == set(SYMBOLS)
    assert faults_after("version", "1.0.1") == []


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("economics.parameters.tau", None,
         "The forecast lacks “tau”, which its equations need. Declare what is missing under “parameters”."),
        ("economics.parameters.tua", {"title": "T", "of": "number", "minimum": 0, "maximum": 1,
                                      "value": 0, "optimistic": "low", "source": "S", "owner": "finance"},
         "The forecast names “tua”, which is no symbol of its equations. Did you mean “tau”?"),
        ("economics.parameters.tau.owner", "finanec",
         "Parameter tau names “finanec”, which is no person. Did you mean “finance”?"),
        ("economics.parameters.delta.facts", ["S93"],
         "Parameter delta names “S93”, which is no fact."),
        ("economics.plausibility.ai_shares.0.fact", "S35x",
         "The AI share of Salesforce names “S35x”, which is no fact. Did you mean “S35”?"),
        ("economics.plausibility.spend_facts", ["S610"],
         "Spend growth names “S610”, which is no fact."),
        ("economics.scenarios.1.values.detla", 0.1,
         "Scenario mild names “detla”, which is no symbol of its equations. Did you mean “delta”?"),
        ("economics.scenarios.1.values.delta", 1.5,
         "Scenario mild sets delta to 1.5, which is out of its bounds. Give a value from 0 to 1."),
        ("economics.scenarios.1.id", "base",
         "“base” is already the id of another scenario. Give this scenario one of its own."),
        ("roles.forecast.betta", 1,
         "The forecast names “betta”, which is no symbol of its equations. Did you mean “beta”?"),
        ("roles.forecast.A0", None,
         "The forecast has no input “A0”, from which every amount is scaled. Add it under roles: forecast: A0."),
        ("economics.unit_margin", {"derived": "unit_margni"},
         "The unit margin asks for “unit_margni”, which is no derived value. Did you mean “unit_margin”?"),
    ],
)  # fmt: skip
def test_a_change_for_the_worse_is_found(path: str, value: Any, said: str) -> None:
    found = faults_after(path, value)
    assert any(fault.startswith(said) for fault in found), found


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("economics.parameters.tau.value", 30, "The value lies outside its minimum and maximum."),
        ("economics.parameters.delta.low", 0.2,
         "Minimum, low, value, high and maximum must rise, in this order."),
        ("economics.parameters.tau.optimistic", None,
         "Say which end is good for the company: “optimistic: high” or “low”."),
        ("economics.spread", [1.5, 0.5], "“spread” runs from at most 1 to at least 1, as in [0.5, 1.5]."),
        ("economics.draws", 2000, "“draws” must be a power of two, such as 2048."),
        ("economics.plausibility.spend_growth", [0.5, 0.1], "The slower growth comes first."),
        ("economics.parameters.tau.source", None, "“source” is missing from a parameter."),
        ("economics.yaers", 7, "“yaers” is not a key of “economics”. Did you mean “years”?"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(path: str, value: Any, said: str) -> None:
    found = faults_after(path, value)
    assert any(said in fault for fault in found), found


def test_a_fact_that_is_never_to_be_used_is_warned_of() -> None:
    found = faults_after("conflicts.1.use", "never")  # C2, which S61 is part of
    assert any(
        fault.startswith("warning: Spend growth cites S61, which conflict C2 says never to use.")
        for fault in found
    ), found


def test_a_questionnaire_without_the_block_is_as_before() -> None:
    bare = questionnaire().model_copy(update={"economics": None})
    assert b'"economics"' not in bare.to_json()
    assert Questionnaire.model_validate_json(bare.to_json()) == bare


def test_the_block_comes_back_from_its_json_as_it_was() -> None:
    whole = questionnaire()
    again = Questionnaire.model_validate_json(whole.to_json())
    assert again == whole
    assert again.economics == whole.economics


def test_a_parameter_needs_a_source_and_an_owner() -> None:
    with pytest.raises(ValidationError, match="owner"):
        Parameter.model_validate(
            {"title": "T", "of": "number", "minimum": 0, "maximum": 1, "value": 0, "source": "S"}
        )


def test_priors_expire_together_unless_one_says_otherwise() -> None:
    economics = questionnaire().economics
    assert isinstance(economics, Economics)
    assert economics.expiry_of(economics.parameters["tau"]).isoformat() == "2027-06-30"
    assert economics.expiry_of(economics.parameters["v1"]).isoformat() == "2026-12-31"
