"""A questionnaire: everything that may be asked, how it is scored, and the facts beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from pydantic import Field

from boardkit.assumptions import Economics
from boardkit.conditions import Condition
from boardkit.frozen import Frozen
from boardkit.methodology import Check, Derived, Methodology, Roles
from boardkit.migration_maps import Migration
from boardkit.questions import Id, Question


class Module(Frozen):
    """A set of questions that is chosen, or left out, as a whole."""

    id: Id
    title: str
    about: str = ""
    always: bool = Field(False, description="Cannot be left out.")


class Person(Frozen):
    """Somebody who usually knows the answer to some of the questions."""

    id: Id
    title: str


class Section(Frozen):
    """A group of questions, answered in one sitting."""

    id: Id
    title: str
    about: str = ""
    questions: tuple[Question, ...] = Field(min_length=1)


class Fact(Frozen):
    """A published figure, with where it was seen and how far we trust it."""

    id: Id
    claim: str
    figure: str = ""
    unit: str = ""
    as_of: str = Field(min_length=1, description="The date or period that the figure is of.")
    source: str = Field(min_length=1)
    seen: Literal["seed", "primary", "secondary", "search"]
    confidence: Literal["high", "medium", "low", "opinion"]
    note: str = ""
    conflicts: tuple[Id, ...] = ()
    counter: bool = Field(False, description="Evidence against the thesis.")


class Conflict(Frozen):
    """Published figures that disagree."""

    id: Id
    title: str
    text: str
    use: Literal["with-note", "never"]


class Questionnaire(Frozen):
    """A whole questionnaire, as one frozen value.

    Built by ``boardkit.content``; an assessment pins it by id, version and digest.
    """

    format: Literal[1]
    id: Id
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    title: str
    asks: str = Field(description="The question that it answers.")
    about: str = ""
    terms: dict[str, str] = Field({}, description="Words that readers may not know.")
    limits: tuple[str, ...] = Field((), description="What the method cannot say.")
    modules: tuple[Module, ...] = Field(min_length=1)
    people: tuple[Person, ...] = ()
    conditions: dict[str, Condition] = Field({}, description="Conditions used in several places.")
    sections: tuple[Section, ...] = Field(min_length=1)
    derived: tuple[Derived, ...] = ()
    checks: tuple[Check, ...] = ()
    methodology: Methodology
    roles: Roles = Roles()
    economics: Economics | None = Field(None, description="What the forecast assumes.")
    facts: tuple[Fact, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    migrations: tuple[Migration, ...] = Field(
        (), description="What became of the questions of earlier versions."
    )

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order in which it is asked."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def _questions_by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def _derived_by_id(self) -> dict[str, Derived]:
        return {derived.id: derived for derived in self.derived}

    @cached_property
    def _facts_by_id(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    def question(self, question_id: str) -> Question:
        """The question of that id; KeyError when there is none."""
        return self._questions_by_id[question_id]

    def has_question(self, question_id: str) -> bool:
        """Whether there is a question of that id."""
        return question_id in self._questions_by_id

    def derived_value(self, derived_id: str) -> Derived:
        """The derived value of that id; KeyError when there is none."""
        return self._derived_by_id[derived_id]

    def fact(self, fact_id: str) -> Fact:
        """The fact of that id; KeyError when there is none."""
        return self._facts_by_id[fact_id]

    def asked_modules(self, chosen: tuple[str, ...]) -> tuple[str, ...]:
        """The modules that are asked: those chosen, or all of them, and those always asked."""
        return tuple(m.id for m in self.modules if m.always or not chosen or m.id in chosen)

    def known_facts(self, fact_ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the ids that are facts on record here."""
        return tuple(fact_id for fact_id in fact_ids if fact_id in self._facts_by_id)

    def asked_in(self, modules: tuple[str, ...]) -> tuple[Question, ...]:
        """The questions of the chosen modules, in order."""
        return tuple(question for question in self.questions if question.module in modules)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content in canonical JSON: what an assessment pins."""
        return hashlib.sha256(self.to_json()).hexdigest()

    def __copy__(self) -> Questionnaire:
        copied = super().__copy__()
        for name in ("digest", "questions", "_questions_by_id", "_derived_by_id", "_facts_by_id"):
            copied.__dict__.pop(name, None)  # a copy may be changed: what was computed goes
        return copied

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Questionnaire) and self.digest == other.digest

    def to_json(self) -> bytes:
        """The content as canonical JSON: the same bytes for the same content."""
        data = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
