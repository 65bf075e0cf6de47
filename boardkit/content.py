"""Questionnaires from their files: the one module that reads what ships with Boardkit.

A questionnaire is a folder with ``questionnaire.yaml`` in it, or a single file of that form. Sections
may stand in files of their own (``file: sections/a.yaml``), and ``facts.yaml`` beside it is read too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from boardkit.errors import ContentError
from boardkit.faults import Fault, faults_of_validation
from boardkit.linting import find_errors
from boardkit.questionnaire import Conflict, Fact, Questionnaire, Section
from boardkit.sources import Loc, Place, Source, read_source

FILE_NAME = "questionnaire.yaml"


@dataclass(frozen=True)
class Draft:
    """A questionnaire as read, before it is known to be sound: plain data with its places."""

    source: Source
    folder: Path

    def questionnaire(self) -> Questionnaire:
        """The questionnaire; raises pydantic's ValidationError."""
        return Questionnaire.model_validate(self.source.data)


def shipped_folder() -> Path:
    """Where the questionnaires that ship with Boardkit lie."""
    return Path(str(files("questionnaires")))


def template_folder() -> Path:
    """Where the templates of printed documents lie."""
    return Path(str(files("reports")))


def shipped() -> tuple[str, ...]:
    """The ids of the questionnaires that ship with Boardkit."""
    return tuple(sorted(p.parent.name for p in shipped_folder().glob(f"*/{FILE_NAME}")))


@cache
def shipped_questionnaire(
    questionnaire_id: str = "inference-exposure",
) -> Questionnaire:
    """A questionnaire that ships with Boardkit; raises ContentError when there is no such one."""
    if questionnaire_id not in shipped():
        raise ContentError(
            f"Boardkit has no questionnaire “{questionnaire_id}”. It has: {', '.join(shipped())}."
        )
    return load_questionnaire(shipped_folder() / questionnaire_id)


def load_questionnaire(path: Path) -> Questionnaire:
    """The questionnaire in a folder or file; raises ContentError with every fault, a line each."""
    draft = read_draft(path)
    faults = list(faults_of(draft, Questionnaire))
    if not faults:
        questionnaire = draft.questionnaire()
        faults = [
            fault.at(draft.source.place(fault.loc))
            for fault in find_errors(questionnaire)
        ]
    if faults:
        raise ContentError("\n".join(str(fault) for fault in faults))
    return questionnaire


def faults_of(draft: Draft, model: type[BaseModel]) -> Iterator[Fault]:
    """What keeps a draft from being a questionnaire at all: wrong keys, types and values."""
    try:
        model.model_validate(draft.source.data)
    except ValidationError as error:
        for fault in faults_of_validation(error, model):
            yield fault.at(draft.source.place(fault.loc))


def read_draft(path: Path) -> Draft:
    """A questionnaire's files, put together; raises FileError or ContentError."""
    file = path / FILE_NAME if path.is_dir() else path
    folder = file.parent
    head = read_source(file, _shown(file, folder))
    if not isinstance(head.data, dict):
        raise ContentError(f"{file.name}: this is not a questionnaire; it has no keys.")
    data: dict[str, Any] = dict(head.data)
    places: dict[Loc, Place] = dict(head.places)
    _include_sections(data, places, folder)
    _include_facts(data, places, folder)
    return Draft(Source(data, places), folder)


def _include_sections(
    data: dict[str, Any], places: dict[Loc, Place], folder: Path
) -> None:
    sections = data.get("sections")
    if not isinstance(sections, list):
        return
    data["sections"] = list(sections)
    for number, section in enumerate(sections):
        if not (isinstance(section, dict) and set(section) == {"file"}):
            continue
        loc: Loc = ("sections", number)
        name = section["file"]
        file = folder / str(name)
        if not file.resolve().is_relative_to(folder.resolve()):
            raise ContentError(
                f"{places[loc]}: {name} lies outside the questionnaire's folder. Move it inside."
            )
        if not file.is_file():
            raise ContentError(
                f"{places[loc]}: there is no file {name}. Correct the name."
            )
        _graft(
            data["sections"],
            number,
            read_source(file, _shown(file, folder)),
            loc,
            places,
        )


def _include_facts(
    data: dict[str, Any], places: dict[Loc, Place], folder: Path
) -> None:
    file = folder / "facts.yaml"
    if not file.is_file() or "facts" in data:
        return
    source = read_source(file, _shown(file, folder))
    if not isinstance(source.data, dict):
        raise ContentError(
            f"{_shown(file, folder)}:1: facts stand under the keys facts and conflicts."
        )
    for key, value in source.data.items():
        data[key] = value
    places.update({loc: place for loc, place in source.places.items() if loc})


def _graft(
    target: list[Any], key: int, source: Source, loc: Loc, places: dict[Loc, Place]
) -> None:
    target[key] = source.data
    for old in [place for place in places if place[: len(loc)] == loc]:
        del places[old]
    places.update({(*loc, *inner): place for inner, place in source.places.items()})


def _shown(file: Path, folder: Path) -> str:
    return (
        file.relative_to(folder).as_posix()
        if file.is_relative_to(folder)
        else file.name
    )


def json_schema(of: str = "questionnaire") -> dict[str, Any]:
    """The JSON Schema of a questionnaire file, a section file or a fact file."""
    if of == "section":
        return Section.model_json_schema()
    if of == "facts":
        return TypeAdapter(
            dict[str, tuple[Fact, ...] | tuple[Conflict, ...]]
        ).json_schema()
    schema = Questionnaire.model_json_schema()
    items = schema["properties"]["sections"]["items"]
    by_file = {
        "type": "object",
        "properties": {
            "file": {
                "type": "string",
                "description": "A section file, beside this one.",
            }
        },
        "required": ["file"],
        "additionalProperties": False,
    }
    schema["properties"]["sections"]["items"] = {"anyOf": [items, by_file]}
    return schema
