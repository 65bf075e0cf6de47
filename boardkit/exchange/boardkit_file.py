"""The .boardkit file: an assessment with its questionnaire and its history.

Its format is described in docs/file-format.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel, Field, ValidationError

import boardkit
from boardkit.assessment import Assessment, Pin, admit_all
from boardkit.errors import ContentError, FileError
from boardkit.exchange.archive import Archive, pack
from boardkit.exchange.refusals import listed, newer, not_ours
from boardkit.exchange.strict_json import UnsoundJsonError, read_json
from boardkit.faults import faults_of_validation
from boardkit.frozen import Frozen
from boardkit.library.changes import LOCAL, Change, canonical, leads_to, plain
from boardkit.library.pinned import pinned_questionnaire
from boardkit.linting import find_errors
from boardkit.questionnaire import Questionnaire

FORMAT = 1
FILE_LIMIT = 200_000_000  # bytes, of the whole file

MANIFEST = "boardkit.json"
QUESTIONNAIRE = "questionnaire.json"
ASSESSMENT = "assessment.json"
HISTORY = "history.json"
LIMITS = {  # bytes of an entry, and values in it
    MANIFEST: (100_000, 1_000),
    QUESTIONNAIRE: (5_000_000, 500_000),
    ASSESSMENT: (20_000_000, 200_000),
    HISTORY: (100_000_000, 5_000_000),
}

M = TypeVar("M", bound=BaseModel)
Contents: TypeAlias = tuple[Assessment, Questionnaire, tuple[Change, ...]]


class Manifest(Frozen):
    """What stands at the head of the file; only ``boardkit`` and ``format`` hold for ever."""

    boardkit: str
    format: int
    written_by: str = Field(max_length=100)
    assessment: str
    questionnaire: Pin


# Writing


def boardkit_bytes(
    assessment: Assessment, questionnaire: Questionnaire, history: Sequence[Change] = ()
) -> bytes:
    """The bytes of a .boardkit file, the same for the same content.

    ``history`` is what led to the assessment, as the library tells it. Raises FileError when the
    three do not belong together, or are too large to be read again.
    """
    manifest = Manifest(
        boardkit="assessment",
        format=FORMAT,
        written_by=boardkit.__version__,
        assessment=assessment.id,
        questionnaire=assessment.questionnaire,
    )
    said = [_told(change) for change in history if change.kind not in LOCAL]
    data = pack(
        {
            MANIFEST: _json(plain(manifest)),
            QUESTIONNAIRE: questionnaire.to_json(),
            ASSESSMENT: _json(plain(assessment)),
            HISTORY: _json(said),
        }
    )
    try:
        read_boardkit(data, "It")
    except FileError as fault:
        raise FileError(
            f"No file was written, since it could not be opened again. {fault}"
        ) from fault
    return data


def _told(change: Change) -> dict[str, Any]:
    """A change without its number, which is its place in the list."""
    told: dict[str, Any] = plain(change)
    del told["seq"]
    return told


def _json(data: Any) -> bytes:
    return canonical(data).encode()


# Reading


def read_boardkit(data: bytes, name: str) -> Contents:
    """An assessment, its questionnaire and its history from the bytes of a .boardkit file.

    Raises NewerFileError for a format that is not known yet, and FileError for anything that is
    not sound; ``name`` is how the file is called in the sentence.
    """
    return _Reader(Archive(data, name), name).read()


class _Reader:
    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name

    def read(self) -> Contents:
        manifest = self._manifest()
        self._archive.check(LIMITS)
        assessment = self._assessment(manifest)
        questionnaire = self._questionnaire(manifest)
        answers, faults = admit_all(questionnaire, assessment.answers)
        if faults:
            raise self._refusal(ASSESSMENT, faults)
        assessment = assessment.model_copy(update={"answers": answers})
        return assessment, questionnaire, self._history(assessment)

    def _manifest(self) -> Manifest:
        """The head of the file, read before anything that a later format may have changed."""
        if self._archive.first != MANIFEST:
            raise not_ours(self._name)
        data = self._load(MANIFEST)
        if not isinstance(data, dict) or data.get("boardkit") != "assessment":
            raise self._refusal(MANIFEST, ["It does not say that this is an assessment."])
        version = data.get("format")
        if isinstance(version, int) and version > FORMAT:
            raise newer(self._name, version, FORMAT)
        if version != FORMAT or isinstance(version, bool):
            raise self._refusal(MANIFEST, ["It does not say in which format the file is."])
        return self._model(MANIFEST, Manifest, data)

    def _assessment(self, manifest: Manifest) -> Assessment:
        assessment = self._model(ASSESSMENT, Assessment, self._load(ASSESSMENT))
        if (assessment.id, assessment.questionnaire) != (
            manifest.assessment,
            manifest.questionnaire,
        ):
            raise self._refusal(ASSESSMENT, [f"It is not the one that {MANIFEST} names."])
        return assessment

    def _questionnaire(self, manifest: Manifest) -> Questionnaire:
        data = self._archive.read(QUESTIONNAIRE, LIMITS[QUESTIONNAIRE][0])
        self._parse(QUESTIONNAIRE, data)
        try:
            questionnaire = pinned_questionnaire(data, manifest.questionnaire.digest)
        except ContentError as fault:
            raise self._refusal(QUESTIONNAIRE, [f"{fault}."]) from fault
        if Pin.of(questionnaire) != manifest.questionnaire:
            raise self._refusal(QUESTIONNAIRE, [f"It is not the one that {MANIFEST} names."])
        faults = [str(fault) for fault in find_errors(questionnaire)]
        if faults:
            raise self._refusal(QUESTIONNAIRE, faults)
        return questionnaire

    def _history(self, assessment: Assessment) -> tuple[Change, ...]:
        data = self._load(HISTORY)
        if not isinstance(data, list):
            raise self._refusal(HISTORY, ["It is not a list of changes."])
        history = tuple(self._change(seq, told) for seq, told in enumerate(data, 1))
        if history and not leads_to(history, assessment):
            raise self._refusal(HISTORY, [f"It does not lead to the answers in {ASSESSMENT}."])
        return history

    def _change(self, seq: int, told: Any) -> Change:
        if not isinstance(told, dict) or "seq" in told:
            raise self._refusal(HISTORY, [f"Change {seq} is not one."])
        return self._model(HISTORY, Change, {**told, "seq": seq})

    def _load(self, entry: str) -> Any:
        return self._parse(entry, self._archive.read(entry, LIMITS[entry][0]))

    def _parse(self, entry: str, data: bytes) -> Any:
        try:
            return read_json(data, LIMITS[entry][1])
        except UnsoundJsonError as fault:
            raise self._archive.refusal(f"“{entry}” in it is unsound: {fault}") from fault

    def _model(self, entry: str, model: type[M], data: Any) -> M:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            raise self._refusal(entry, _sentences(error, model)) from error

    def _refusal(self, entry: str, faults: Sequence[str]) -> FileError:
        told = listed([f"{self._name}, {entry}: {fault}" for fault in faults])
        return FileError(
            f"{told}\n{self._name} was not opened; nothing was changed. Ask for the file again."
        )


def _sentences(error: ValidationError, model: type[BaseModel]) -> list[str]:
    found = [
        (".".join(str(step) for step in fault.loc[:-1]), fault)
        for fault in faults_of_validation(error, model)
    ]
    return [f"{where}: {fault}" if where else str(fault) for where, fault in found]
