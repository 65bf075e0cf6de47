"""The reference profiles hold published figures and judgements called illustrative, nothing else."""

import json

import pytest

from boardkit.content import shipped_questionnaire
from boardkit.questionnaire import Questionnaire
from boardkit.references import Reference, references_for, shipped_references

REFERENCES = {reference.name: reference for reference in shipped_references()}
DOTS = {
    "Cursor", "Datadog", "Intercom (Fin)", "Microsoft", "Okta", "SAP", "Salesforce", "ServiceNow",
    "Snowflake", "Twilio",
}  # fmt: skip
ANCHORS = {"Anthropic", "Google Cloud"}
PUBLISHED = {  # company → question → the figure as published, and the facts that publish it
    "Cursor": {"F02": (-23, ("S29",))},
    "Datadog": {
        "A04": ({"total": 80.2}, ("S15",)),
        "C08": ("some", ("S05",)),
        "C01": (20, ("S05",)),
        "C02": (80, ("S05",)),
    },
    "Intercom (Fin)": {"F01": ({"price": 0.99}, ("S39",))},
    "Microsoft": {"A06": (37e9, ("S33",))},
    "Okta": {"B05": ({"net": 107}, ("S60",))},
    "Salesforce": {"A06": (1.2e9, ("S35",)), "F01": ({"price": 0.1}, ("S36",))},
    "Snowflake": {"A04": ({"usage": 75.8}, ("S31",)), "B05": ({"net": 126}, ("S31",))},
    "Twilio": {"A04": ({"total": 50.1}, ("S18",)), "B05": ({"net": 114}, ("S19",))},
}

every_reference = pytest.mark.parametrize(
    "reference", shipped_references(), ids=lambda reference: reference.assessment.id
)


def test_twelve_companies_ship_and_suppliers_are_never_dots() -> None:
    assert set(REFERENCES) == DOTS | ANCHORS
    on_the_map = references_for(shipped_questionnaire())
    assert {reference.name for reference in on_the_map} == DOTS
    for name in ANCHORS:
        assert REFERENCES[name].profile.role == "anchor"
        assert REFERENCES[name].assessment.answers == {}


def test_another_version_of_the_questionnaire_has_no_references() -> None:
    content = {**json.loads(shipped_questionnaire().to_json()), "version": "99.0.0"}
    changed = Questionnaire.model_validate(content)
    assert references_for(changed) == ()


def test_the_controls_are_named() -> None:
    controls = {name: r.profile.control for name, r in REFERENCES.items() if r.profile.control}
    assert controls == {"Okta": "negative", "Cursor": "margin_stress"}


@every_reference
def test_a_profile_says_what_it_rests_on_and_what_is_not_public(reference: Reference) -> None:
    profile, details = reference.profile, reference.assessment.details
    facts = {fact.id for fact in shipped_questionnaire().facts}
    assert set(profile.supports) <= facts
    assert profile.position
    assert profile.leave_blank
    assert profile.as_of == "June 2026"
    assert details.company == profile.name
    assert details.currency == "USD"
    assert details.period
    assert not details.fictional
    assert reference.assessment.id.startswith("ref-")


@every_reference
def test_every_answer_is_a_published_figure_or_called_illustrative(reference: Reference) -> None:
    for key, answer in reference.assessment.answers.items():
        assert set(answer.facts) <= set(reference.profile.supports), key
        if not answer.is_answered:
            assert answer.state == "dont_know", key
            assert answer.note, key
            assert answer.facts, key
        elif answer.basis == "exact":
            assert answer.facts, key
        else:
            assert answer.basis == "judgement", key
            assert answer.note.startswith("Illustrative."), key


@every_reference
def test_published_figures_are_taken_as_they_stand(reference: Reference) -> None:
    found = {
        key: (answer.value, answer.facts)
        for key, answer in reference.assessment.answers.items()
        if answer.basis == "exact"
    }
    assert found == PUBLISHED.get(reference.name, {})


@every_reference
def test_the_map_says_how_many_answers_rest_on_a_published_fact(reference: Reference) -> None:
    core = {q.id for q in shipped_questionnaire().questions if q.module == "core"}
    backed = [
        key
        for key, answer in reference.assessment.answers.items()
        if key in core and answer.is_answered and answer.facts
    ]
    assert (reference.public, reference.asked) == (len(backed), 45)


@every_reference
def test_no_real_company_gets_a_band_or_a_verdict(reference: Reference) -> None:
    result = reference.result
    assert result.headline.too_early
    assert result.headline.band is None
    assert result.verdict is None
    assert result.disagreements == ()


def test_companies_that_gain_from_volume_lean_to_the_first_derivative() -> None:
    def lean(name: str) -> float:
        result = REFERENCES[name].result
        first, resale = result.composite("F").claimed, result.composite("R").claimed
        assert first is not None
        assert resale is not None
        return first - resale

    for winner in ("Datadog", "Twilio"):
        for control in ("Salesforce", "SAP", "Okta"):
            assert lean(winner) > lean(control) + 5
