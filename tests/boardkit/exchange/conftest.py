"""A small questionnaire, and an assessment that answers some of it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from boardkit.assessment import Answer, Assessment, Details, Evidence, Pin
from boardkit.library import Change, changes_of
from boardkit.questionnaire import Questionnaire
from boardkit.sources import read_source

NOON = datetime(2026, 9, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def tiny() -> Questionnaire:
    """A questionnaire with a question of every type."""
    file = Path(__file__).parents[1] / "library" / "tiny.yaml"
    return Questionnaire.model_validate(read_source(file).data)


@pytest.fixture(scope="session")
def assessment(tiny: Questionnaire) -> Assessment:
    return Assessment(
        id="0123456789abcdef0123456789abcdef",
        questionnaire=Pin.of(tiny),
        details=Details(company="Acme", period="Q3 2026", board_date=date(2026, 12, 15)),
        answers={
            "Q01": Answer(value=1, basis="measured", author="Ada", at=NOON),
            "Q02": Answer(value="two", companion="Because."),
            "Q05": Answer(state="not_applicable", reason="We sell none."),
            "Q07": Answer(value={"a": 5.0, "c": "no"}, bases={"a": "judgement"}),
            "Q08": Answer(value={"a": 25.0, "b": 75.0}),
            "Q10": Answer(value=[1.0, 2.5, 12_000_000.0]),
            "Q11": Answer(value=[{"name": "Seats", "share": 60.0, "level": 1, "ours": True}]),
            "Q12": Answer(
                state="dont_know",
                note="Ask Bob.\nAnd Eve.",
                evidence=(Evidence(title="Ledger", link="https://example.com/l"),),
            ),
        },
    )


@pytest.fixture(scope="session")
def history(assessment: Assessment) -> tuple[Change, ...]:
    return changes_of(assessment, "Ada", NOON)
