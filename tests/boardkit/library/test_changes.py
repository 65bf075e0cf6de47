"""Changes: what each may hold, and what they lead to."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from pydantic import ValidationError

from boardkit.assessment import Answer, Assessment, Details, Pin
from boardkit.library import Change, changes_of, fold
from boardkit.library.changes import canonical, leads_to

NOON = datetime(2026, 9, 30, 12, tzinfo=UTC)
PIN = Pin(id="tiny", version="1.0.0", digest="0" * 64)
ASSESSMENT = Assessment(
    id="a1",
    questionnaire=PIN,
    details=Details(company="Acme"),
    answers={"Q01": Answer(value=1), "Q02": Answer(state="dont_know", note="Ask Bob")},
)


def test_the_changes_of_an_assessment_lead_back_to_it() -> None:
    changes = changes_of(ASSESSMENT, "Ada", NOON)
    assert [change.seq for change in changes] == [1, 2, 3, 4]
    assert fold("a1", changes) == ASSESSMENT
    assert leads_to(changes, ASSESSMENT)


def test_the_last_word_counts() -> None:
    undone = Change(seq=5, kind="answer", subject="Q01", author="Ada", at=NOON)
    changes = (*changes_of(ASSESSMENT, "Ada", NOON), undone)
    assert fold("a1", changes) == ASSESSMENT.with_answer("Q01", None)
    assert not leads_to(changes, ASSESSMENT)


def test_changes_without_a_beginning_lead_nowhere() -> None:
    with pytest.raises(ValueError, match="no questionnaire, or no company"):
        fold("a1", ())
    assert not leads_to((), ASSESSMENT)


def test_times_are_kept_in_utc() -> None:
    there = datetime(2026, 9, 30, 14, tzinfo=timezone(timedelta(hours=2)))
    change = Change(seq=1, kind="deleted", payload=True, at=there)
    assert change.at.isoformat() == "2026-09-30T12:00:00+00:00"


@pytest.mark.parametrize(
    "raw",
    [
        {"kind": "answer", "payload": {"value": 1, "valeu": 2}},
        {"kind": "answer", "payload": 1},
        {"kind": "details", "payload": None},
        {"kind": "content", "payload": {"id": "x"}},
        {"kind": "deleted", "payload": "yes"},
        {"kind": "deleted", "payload": 1.0},
        {"kind": "seen", "payload": None},
        {"kind": "scored", "payload": None},
        {"kind": "archived", "payload": 1},
        {"kind": "milestone", "payload": True},
        {"kind": "milestone", "payload": {"name": ""}},
        {"kind": "milestone", "subject": "", "payload": {"name": "Q3"}},
        {"kind": "answer", "at": "2026-09-30T12:00:00"},
        {"kind": "answer", "at": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_a_change_that_is_none_is_refused(raw: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Change.model_validate({"seq": 1, "subject": "Q01", "at": NOON, **raw})


def test_canonical_json_does_not_depend_on_order() -> None:
    assert canonical({"b": [1.5, None], "a": "é"}) == '{"a":"é","b":[1.5,null]}'
