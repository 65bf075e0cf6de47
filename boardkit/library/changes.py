"""Changes: what happened to an assessment, one after another, and what they lead to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from pydantic import AwareDatetime, BaseModel, Field, JsonValue, field_validator, model_validator

from boardkit.assessment import Answer, Assessment, Details, Pin
from boardkit.frozen import Frozen
from boardkit.lines import Line

Kind: TypeAlias = Literal[
    "answer", "details", "content", "milestone", "seen", "archived", "deleted"
]


class Mark(Frozen):
    """What a milestone is called, and what the assessment amounted to when it was kept."""

    name: Line = Field(min_length=1)
    headline: JsonValue = Field(None, description="In whatever form it was handed in.")


_MODELS: dict[Kind, type[Answer | Details | Pin | Mark]] = {
    "answer": Answer,
    "details": Details,
    "content": Pin,
    "milestone": Mark,
}
CONTENT: tuple[Kind, ...] = ("answer", "details", "content")  # what an assessment follows from
LOCAL: tuple[Kind, ...] = ("archived", "deleted")  # of this library, and of no copy
_TAKEN_BACK: tuple[Kind, ...] = ("answer", "milestone", *LOCAL)


class Change(Frozen):
    """One thing that happened to an assessment.

    =========  ====================  ==================================================
    kind       subject               payload
    =========  ====================  ==================================================
    answer     the question's id     the Answer, or null when it was taken back
    details    —                     the Details
    content    —                     the Pin of the questionnaire from here on
    milestone  the milestone's id    the Mark, or null when it was removed
    seen       —                     true: from here on the scores had been looked at
    archived   —                     true, or null when it was put back
    deleted    —                     true, or null when it was restored
    =========  ====================  ==================================================
    """

    seq: int = Field(ge=1, description="Its place in the order of changes.")
    kind: Kind
    subject: str = Field("", max_length=64)
    payload: JsonValue = None
    author: Line = ""
    at: AwareDatetime

    @field_validator("at")
    @classmethod
    def _in_utc(cls, at: datetime) -> datetime:
        try:
            return at.astimezone(UTC)
        except OverflowError:
            raise ValueError("the time lies outside the calendar") from None

    @model_validator(mode="after")
    def _payload_fits(self) -> Change:
        model = _MODELS.get(self.kind)
        if self.payload is None:
            if self.kind not in _TAKEN_BACK:
                raise ValueError(f"“{self.kind}” cannot be taken back")
        elif model is not None:
            model.model_validate(self.payload)
        elif self.payload is not True:
            raise ValueError(f"“{self.kind}” is true, or not there")
        if self.kind == "milestone" and not self.subject:
            raise ValueError("a milestone has an id")
        return self

    @property
    def answer(self) -> Answer | None:
        """The answer that was given; None when it was taken back, or for another kind."""
        given = self.kind == "answer" and self.payload is not None
        return Answer.model_validate(self.payload) if given else None

    @property
    def details(self) -> Details | None:
        """The details from here on; None for another kind."""
        return Details.model_validate(self.payload) if self.kind == "details" else None

    @property
    def mark(self) -> Mark | None:
        """The milestone that was kept; None when it was removed, or for another kind."""
        given = self.kind == "milestone" and self.payload is not None
        return Mark.model_validate(self.payload) if given else None


def changes_of(assessment: Assessment, author: str, at: datetime) -> tuple[Change, ...]:
    """The fewest changes that lead to an assessment, numbered from 1."""
    said: list[tuple[Kind, str, BaseModel]] = [
        ("content", "", assessment.questionnaire),
        ("details", "", assessment.details),
        *(("answer", question_id, answer) for question_id, answer in assessment.answers.items()),
    ]
    return tuple(
        Change(seq=seq, kind=kind, subject=subject, payload=plain(model), author=author, at=at)
        for seq, (kind, subject, model) in enumerate(said, 1)
    )


def said_between(before: Assessment, after: Assessment) -> tuple[tuple[Kind, str, JsonValue], ...]:
    """Kind, subject and payload of the fewest changes that lead from one state to another."""
    said: list[tuple[Kind, str, JsonValue]] = []
    if before.questionnaire != after.questionnaire:
        said.append(("content", "", plain(after.questionnaire)))
    if before.details != after.details:
        said.append(("details", "", plain(after.details)))
    for key in dict.fromkeys((*before.answers, *after.answers)):
        answer = after.answers.get(key)
        if answer != before.answers.get(key):
            said.append(("answer", key, None if answer is None else plain(answer)))
    return tuple(said)


def fold(assessment_id: str, changes: Iterable[Change]) -> Assessment:
    """The assessment that changes lead to: the last word on each subject.

    Raises ValueError when they do not say about whom it is, or which questionnaire it answers.
    """
    pin: JsonValue = None
    details: JsonValue = None
    answers: dict[str, JsonValue] = {}
    for change in changes:
        if change.kind == "content":
            pin = change.payload
        elif change.kind == "details":
            details = change.payload
        elif change.kind == "answer":
            answers.pop(change.subject, None)
            if change.payload is not None:
                answers[change.subject] = change.payload
    if pin is None or details is None:
        raise ValueError("the changes name no questionnaire, or no company")
    return Assessment.model_validate(
        {"id": assessment_id, "questionnaire": pin, "details": details, "answers": answers}
    )


def leads_to(changes: Iterable[Change], assessment: Assessment) -> bool:
    """Whether changes lead to this assessment and no other."""
    try:
        return fold(assessment.id, changes) == assessment
    except ValueError:
        return False


def plain(model: BaseModel) -> Any:
    """A value as plain data; what equals its default is left out."""
    return model.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def canonical(data: Any) -> str:
    """Plain data as canonical JSON: the same text for the same data."""
    return json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
