"""A questionnaire's files, put together, before it is known whether they make one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from boardkit.english import sentence
from boardkit.errors import ContentError, FileError
from boardkit.faults import Fault, faults_of_validation, suggestion
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc, Place, Source, read_source

FILE_NAME = "questionnaire.yaml"
FACTS_NAME = "facts.yaml"
FACTS_KEYS = ("facts", "conflicts")


@dataclass(frozen=True)
class Draft:
    """A questionnaire as read, before it is known to be sound: plain data with its places."""

    source: Source
    folder: Path
    faults: tuple[Fault, ...] = ()  # what could not be read at all

    def questionnaire(self) -> Questionnaire:
        """The questionnaire; raises pydantic's ValidationError."""
        return Questionnaire.model_validate(self.source.data)

    def placed(self, fault: Fault) -> Fault:
        """The fault with the file and line that its location leads to."""
        return fault if fault.place else fault.at(self.source.place(fault.loc))


def faults_of(draft: Draft, model: type[BaseModel]) -> Iterator[Fault]:
    """What keeps a draft from being a ``model`` at all: bad YAML, wrong keys, types and values."""
    yield from draft.faults
    unread = [fault.loc for fault in draft.faults]
    try:
        model.model_validate(draft.source.data)
    except ValidationError as error:
        for fault in faults_of_validation(error, model):
            if not any(fault.loc[: len(loc)] == loc for loc in unread):
                yield draft.placed(fault)


def read_draft(path: Path) -> Draft:
    """A questionnaire's files, put together; raises FileError when there is none at ``path``."""
    file = path / FILE_NAME if path.is_dir() else path
    if path.is_dir() and not file.is_file():
        raise FileError(
            f"There is no {FILE_NAME} in {path.name or path}. Name a questionnaire's folder."
        )
    return _Assembly(file).draft()


@dataclass
class _Assembly:
    """The data of a questionnaire while its files are read one by one."""

    file: Path
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Loc, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.file.parent

    def draft(self) -> Draft:
        source = self._head()
        if source is not None:
            self.data = dict(source.data)
            self.places = dict(source.places)
            self._include_sections()
            self._include_facts()
        return Draft(Source(self.data, self.places), self.folder, tuple(self.faults))

    def _head(self) -> Source | None:
        try:
            source = read_source(self.file)
        except ContentError as error:
            self._note(error.problem, "", (), Place(error.file, error.line))
            return None
        if not isinstance(source.data, dict):
            what, remedy = "This is not a questionnaire: it has no keys.", "Begin with “format: 1”."
        elif "boardkit" in source.data:
            what, remedy = "This is a file of answers.", "Name a questionnaire's folder or file."
        else:
            return source
        self._note(what, remedy, (), Place(self.file.name, 1))
        return None

    def _note(self, what: str, remedy: str, loc: Loc, place: Place) -> None:
        self.faults.append(Fault(sentence(what), remedy, loc, place))

    def _read(self, file: Path, loc: Loc, place: Place) -> Source | None:
        """The file's data, or None with the fault noted."""
        try:
            return read_source(file, file.relative_to(self.folder).as_posix())
        except ContentError as error:
            self._note(error.problem, "", loc, Place(error.file, error.line))
        except FileError as error:
            self._note(str(error), "", loc, place)
        return None

    def _include_sections(self) -> None:
        sections = self.data.get("sections")
        if not isinstance(sections, list):
            return
        self.data["sections"] = list(sections)
        for number, section in enumerate(sections):
            if isinstance(section, dict) and set(section) == {"file"}:
                self._include_section(("sections", number), str(section["file"]))

    def _include_section(self, loc: Loc, name: str) -> None:
        file, place = self.folder / name, self.places[loc]
        if not file.resolve().is_relative_to(self.folder.resolve()):
            what = f"“{name}” lies outside the questionnaire's folder."
            self._note(what, "Move it inside.", loc, place)
        elif not file.is_file():
            there = sorted(self.folder.glob("*/*.yaml"))
            names = [other.relative_to(self.folder).as_posix() for other in there]
            remedy = suggestion(name, names, "Correct the name, or add the file.")
            self._note(f"There is no file “{name}”.", remedy, loc, place)
        else:
            source = self._read(file, loc, place)
            if source is not None:
                self._graft(source, loc)

    def _graft(self, source: Source, loc: Loc) -> None:
        self.data["sections"][loc[-1]] = source.data
        for old in [place for place in self.places if place[: len(loc)] == loc]:
            del self.places[old]
        self.places.update({(*loc, *inner): place for inner, place in source.places.items()})

    def _include_facts(self) -> None:
        file, first_line = self.folder / FACTS_NAME, Place(FACTS_NAME, 1)
        if not file.is_file() or "facts" in self.data or "sections" not in self.data:
            return
        source = self._read(file, ("facts",), first_line)
        if source is not None and not isinstance(source.data, dict):
            what, remedy = "This file has no keys.", "Put the facts under “facts”."
            self._note(what, remedy, ("facts",), first_line)
        elif source is not None:
            self._take_facts(source)

    def _take_facts(self, source: Source) -> None:
        for key, value in source.data.items():
            if key in FACTS_KEYS:
                self.data[key] = value
            else:
                what = f"“{key}” is not a key of a file of facts."
                self._note(what, suggestion(key, FACTS_KEYS, ""), ("facts",), source.place((key,)))
        taken = {loc: place for loc, place in source.places.items() if loc and loc[0] in FACTS_KEYS}
        self.places.update(taken)
