"""Reference profiles: listed companies, placed from what is public about them.

A profile is a plain file of answers with one more key, ``reference:``, which holds a ``Profile``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from boardkit.assessment import Assessment
from boardkit.content import shipped, shipped_folder, shipped_questionnaire
from boardkit.errors import ContentError
from boardkit.exchange.plain_answers import read_plain
from boardkit.faults import faults_of_validation
from boardkit.frozen import Frozen
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Id
from boardkit.reading import Reading
from boardkit.scoring import Result, score
from boardkit.sources import Source, read_source

KEY = "reference"


class Profile(Frozen):
    """What a reference file says of itself, beside its answers."""

    name: str = Field(min_length=1)
    as_of: str = Field(min_length=1, description="When it was placed.")
    position: str = Field(description="Where its revenue stands, in words; illustrative.")
    supports: tuple[Id, ...] = Field(min_length=1, description="Facts that it rests on.")
    leave_blank: str = Field(description="What is not public.")
    role: Literal["dot", "anchor"] = Field(
        description="anchor: a supplier, which is never shown as a dot on the map."
    )
    control: Literal["negative", "margin_stress"] | None = Field(
        None, description="What it is a control for, if for anything."
    )
    note: str = ""


@dataclass(frozen=True)
class Reference:
    """One reference company. Its placement is ours, illustrative, and not investment advice."""

    profile: Profile
    assessment: Assessment
    result: Result
    public: int  # how many of its answers rest on a published fact
    asked: int  # how many questions its modules hold

    @property
    def name(self) -> str:
        """The company."""
        return self.profile.name

    @property
    def as_of(self) -> str:
        """When it was placed."""
        return self.profile.as_of


def references_for(questionnaire: Questionnaire) -> tuple[Reference, ...]:
    """The companies that stand on a questionnaire's map: none when it is not the shipped one."""
    if questionnaire.id not in shipped():
        return ()
    if questionnaire != shipped_questionnaire(questionnaire.id):
        return ()  # another version: its profiles answer what this one may not ask
    return tuple(r for r in shipped_references(questionnaire.id) if r.profile.role == "dot")


@cache
def shipped_references(questionnaire_id: str = "inference-exposure") -> tuple[Reference, ...]:
    """Every profile of a questionnaire that ships with Boardkit, anchors among them, by name."""
    files = (shipped_folder() / questionnaire_id / "references").glob("*.yaml")
    found = [_read(file, shipped_questionnaire(questionnaire_id)) for file in files]
    return tuple(sorted(found, key=lambda reference: reference.name))


def _read(file: Path, questionnaire: Questionnaire) -> Reference:
    source = read_source(file)
    profile = _profile(source, questionnaire)
    rest = {key: value for key, value in source.data.items() if key != KEY}
    assessment, _ = read_plain(Source(rest, source.places), file.name, lambda _: questionnaire)
    result = score(questionnaire, assessment)
    reading = Reading(questionnaire, assessment)
    given = [reading.answer(question.id) for question in reading.asked()]
    public = sum(bool(a is not None and a.is_answered and a.facts) for a in given)
    return Reference(profile, assessment, result, public, result.counts.questions)


def _profile(source: Source, questionnaire: Questionnaire) -> Profile:
    data = source.data.get(KEY) if isinstance(source.data, dict) else None
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        faults = faults_of_validation(error, Profile)
        placed = [fault.at(source.place((KEY, *fault.loc))) for fault in faults]
        raise ContentError("\n".join(map(str, placed))) from error
    known = {fact.id for fact in questionnaire.facts}
    if strangers := [fact for fact in profile.supports if fact not in known]:
        place = source.place((KEY, "supports"))
        raise ContentError(f"{place}: there is no fact {strangers[0]}. Correct it or take it out.")
    return profile
