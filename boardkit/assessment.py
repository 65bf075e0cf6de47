"""An assessment: one company, at one date, and what was answered about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import AwareDatetime, Field, JsonValue, model_validator

from boardkit.decisions import Decision
from boardkit.errors import AnswerError
from boardkit.faults import suggestion
from boardkit.frozen import Frozen
from boardkit.lines import Line, Note
from boardkit.pack_options import PackOptions
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Id, Question

State = Literal["answered", "dont_know", "not_applicable"]


class Evidence(Frozen):
    """Something that backs an answer: a link, or the hash of a file kept with the assessment."""

    title: Line
    link: Line = ""
    sha256: str = Field("", pattern=r"^([0-9a-f]{64})?$")
    added: date | None = Field(None, description="When it was put beside the answer.")


class Answer(Frozen):
    """What was said to one question."""

    state: State = "answered"
    value: JsonValue = Field(None, description="In the question type's stored form.")
    basis: str | None = Field(None, description="How they know; the id of a basis.")
    bases: dict[str, str] = Field({}, description="The same a part, or a row counted from 0.")
    companion: Note = Field("", description="The text that goes with a choice.")
    reason: Line = Field("", description="Why the question does not apply.")
    note: Note = ""
    evidence: tuple[Evidence, ...] = ()
    facts: tuple[str, ...] = Field((), description="Facts on record that support the answer.")
    author: Line = ""
    at: AwareDatetime | None = None
    to_confirm: bool = Field(
        False, description="Carried over from last time, and not yet said again."
    )

    @property
    def is_answered(self) -> bool:
        """Whether there is a value."""
        return self.state == "answered"

    def basis_of(self, part: str | None) -> str | None:
        """The basis of one part, or of the whole."""
        return self.bases.get(part, self.basis) if part is not None else self.basis


class Pin(Frozen):
    """Which questionnaire an assessment was made with, to the byte."""

    id: str
    version: str
    digest: str

    @classmethod
    def of(cls, questionnaire: Questionnaire) -> Pin:
        """The pin of a questionnaire."""
        return cls(
            id=questionnaire.id,
            version=questionnaire.version,
            digest=questionnaire.digest,
        )


class OwnScenario(Frozen):
    """A what-if of the board's own: other values for some inputs of the forecast.

    Values are by symbol, in the unit of the questionnaire's ``economics:`` block: shares and rates as
    fractions, money in whole units.
    """

    id: Id
    title: Line = Field(min_length=1)
    about: Note = Field("", description="Why these values.")
    values: dict[str, float] = Field({}, description="By symbol.")
    owner: Line = Field("", description="Who answers for the values.")
    decided: date | None = Field(None, description="When they were set.")
    expires: date | None = Field(None, description="When they should be looked at again.")


class ForecastSettings(Frozen):
    """What a company chose for its forecast."""

    scenario: str = Field("", description="Which is shown first; none means the usual one.")
    scenarios: tuple[OwnScenario, ...] = Field((), max_length=50, description="Its own.")

    @model_validator(mode="after")
    def _told_apart(self) -> ForecastSettings:
        ids = [scenario.id for scenario in self.scenarios]
        if len(set(ids)) < len(ids):
            raise ValueError("two scenarios have the same id")
        return self


class PastRange(Frozen):
    """A range that was given last time: likely, and eight in ten between low and high."""

    question: Id
    part: str = Field("", max_length=40, description="Of an answer of several values.")
    low: float
    likely: float
    high: float


class PastPath(Frozen):
    """Annual recurring revenue a year on under one strategy, as it was forecast."""

    strategy: Line
    likely: float
    p10: float
    p90: float


class PastForecast(Frozen):
    """What an earlier forecast said of the year that followed."""

    made: date
    scenario: Line = ""
    opening: float = Field(description="Annual recurring revenue on the day.")
    paths: tuple[PastPath, ...] = Field((), max_length=20)


class Follows(Frozen):
    """What an assessment carries on from, with what was said then about what was to come.

    It holds what is looked back on, so that the earlier assessment need not be at hand.
    """

    assessment: str = Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")
    milestone: Line = Field("", description="The milestone of it that was carried on from.")
    name: Line = Field("", description="What it is called: “Q3 2026”.")
    board_date: date | None = None
    decisions: tuple[Decision, ...] = Field(
        (), max_length=100, description="What the board was asked then, and what became of it."
    )
    ranges: tuple[PastRange, ...] = Field((), max_length=2_000)
    forecasts: tuple[PastForecast, ...] = Field((), max_length=20, description="Oldest first.")


class Details(Frozen):
    """About whom an assessment is, and for which meeting."""

    company: Line = Field(min_length=1)
    period: Line = Field("", description="“Q3 2026”.")
    currency: str = Field("USD", pattern=r"^[A-Z]{3}$", description="ISO 4217.")
    board_date: date | None = None
    sponsor: Line = ""
    purpose: Literal["decision", "discussion", "noting"] = "discussion"
    meeting_minutes: int | None = Field(None, ge=1, le=600)
    classification: Line = "Board confidential"
    modules: tuple[str, ...] = Field((), description="Chosen modules; none means all.")
    fictional: bool = False
    story: Note = Field("", description="What the company is, in two lines.")
    forecast: ForecastSettings = Field(
        ForecastSettings(), description="Its own scenarios, and which one is shown."
    )
    pack: PackOptions = Field(PackOptions(), description="What is printed, and how.")
    decisions: tuple[Decision, ...] | None = Field(
        None, max_length=30, description="What the board is asked; none: as the moves suggest."
    )
    follows: Follows | None = Field(None, description="The assessment that this one carries on.")


class Assessment(Frozen):
    """Answers of one company at one date, pinned to the questionnaire they answer."""

    id: str = Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")
    questionnaire: Pin
    details: Details
    answers: dict[str, Answer] = Field({})

    def modules_of(self, questionnaire: Questionnaire) -> tuple[str, ...]:
        """The modules that are asked: those chosen and those that are always asked."""
        return questionnaire.asked_modules(self.details.modules)

    def with_details(self, **changed: object) -> Assessment:
        """The same with some of its details changed; raises ValidationError when one does not fit."""
        told = {name: getattr(self.details, name) for name in type(self.details).model_fields}
        return self.model_copy(update={"details": Details.model_validate({**told, **changed})})

    def with_answer(self, question_id: str, answer: Answer | None) -> Assessment:
        """The same with one answer put in, or taken out."""
        answers = {key: value for key, value in self.answers.items() if key != question_id}
        if answer is not None:
            answers[question_id] = answer
        return self.model_copy(update={"answers": answers})


def admit(questionnaire: Questionnaire, question: Question, answer: Answer) -> Answer:
    """What is said now, with its value in stored form; raises AnswerError when it does not fit."""
    _check_facts(questionnaire, answer)
    return _fitting(questionnaire, question, answer)


def _fitting(questionnaire: Questionnaire, question: Question, answer: Answer) -> Answer:
    if answer.state == "not_applicable":
        if not question.may_not_apply:
            raise AnswerError(
                "“Not applicable” is not open to this question. Answer it, or say “don't know”."
            )
        if not answer.reason:
            raise AnswerError("Say in a few words why the question does not apply.")
    if answer.state != "answered":
        return answer.model_copy(update={"value": None, "basis": None, "bases": {}})
    value = question.accept(answer.value)
    _check_bases(questionnaire, question, answer, value)
    return answer.model_copy(update={"value": value})


def _check_facts(questionnaire: Questionnaire, answer: Answer) -> None:
    known = questionnaire.known_facts(answer.facts)
    strangers = [fact for fact in answer.facts if fact not in known]
    if strangers:
        ids = (fact.id for fact in questionnaire.facts)
        remedy = suggestion(strangers[0], ids, "Correct it or take it out.")
        raise AnswerError(f"“{strangers[0]}” is not a fact on record. {remedy}")


def _check_bases(
    questionnaire: Questionnaire, question: Question, answer: Answer, value: JsonValue
) -> None:
    known = [basis.id for basis in questionnaire.methodology.basis]
    for basis in (answer.basis, *answer.bases.values()):
        if basis is not None and basis not in known:
            raise AnswerError(f"“{basis}” is not a basis. Choose one of: {', '.join(known)}.")
    keys = question.basis_keys(value)
    strangers = [key for key in answer.bases if key not in keys]
    if strangers:
        raise AnswerError(f"There is a basis for “{strangers[0]}”, which the answer does not have.")


def admit_all(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> tuple[dict[str, Answer], list[str]]:
    """The answers that fit, in the questionnaire's order, and a sentence for each that does not.

    They were said before, so a fact that they cite need not be on record: what is kept can always
    be opened again.
    """
    admitted: dict[str, Answer] = {}
    faults = [
        f"{question_id}: the questionnaire has no such question."
        for question_id in answers
        if not questionnaire.has_question(question_id)
    ]
    for question in questionnaire.questions:
        if question.id not in answers:
            continue
        try:
            admitted[question.id] = _fitting(questionnaire, question, answers[question.id])
        except AnswerError as fault:
            faults.append(f"{question.id}: {fault}")
    return admitted, faults
