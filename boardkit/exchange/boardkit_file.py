"""The .boardkit file: an assessment with its questionnaire, its history and its evidence.

Its format is described in docs/file-format.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

import boardkit
from boardkit.assessment import Assessment, Pin, admit_all
from boardkit.errors import ContentError, FileError
from boardkit.exchange.archive import Archive, pack
from boardkit.exchange.contents import (
    ASSESSMENT,
    EARLIER,
    EVIDENCE,
    EVIDENCE_LIMIT,
    EVIDENCE_TOTAL,
    HISTORY,
    LIMITS,
    MANIFEST,
    QUESTIONNAIRE,
    Contents,
    evidence_named,
    is_more,
    pins_named,
)
from boardkit.exchange.refusals import listed, newer, not_ours
from boardkit.exchange.strict_json import UnsoundJsonError, read_json
from boardkit.faults import faults_of_validation
from boardkit.frozen import Frozen
from boardkit.library.changes import LOCAL, Change, canonical, leads_to, plain
from boardkit.library.pinned import pinned_questionnaire
from boardkit.linting import find_errors
from boardkit.questionnaire import Questionnaire

FORMAT = 2
FILE_LIMIT = 200_000_000  # bytes, of the whole file

M = TypeVar("M", bound=BaseModel)


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
    """The bytes of a .boardkit file without evidence, the same for the same content.

    ``history`` is what led to the assessment, as the library tells it. Raises FileError when the
    three do not belong together, or are too large to be read again.
    """
    return packed(Contents(assessment, questionnaire, tuple(history)))


def packed(contents: Contents) -> bytes:
    """The bytes of a .boardkit file; raises FileError when it could not be read again."""
    data = pack(dict(_entries(contents)))
    try:
        read_boardkit(data, "It")
    except FileError as fault:
        raise FileError(
            f"No file was written, since it could not be opened again. {fault}"
        ) from fault
    return data


def _entries(contents: Contents) -> Iterator[tuple[str, bytes]]:
    assessment = contents.assessment
    manifest = Manifest(
        boardkit="assessment",
        format=FORMAT,
        written_by=boardkit.__version__,
        assessment=assessment.id,
        questionnaire=assessment.questionnaire,
    )
    yield MANIFEST, _json(plain(manifest))
    yield QUESTIONNAIRE, contents.questionnaire.to_json()
    yield ASSESSMENT, _json(plain(assessment))
    yield HISTORY, _json([_told(change) for change in contents.history if change.kind not in LOCAL])
    for earlier in sorted(contents.earlier, key=lambda one: one.digest):
        yield f"{EARLIER}{earlier.digest}.json", earlier.to_json()
    for digest in sorted(contents.evidence):
        yield f"{EVIDENCE}{digest}", contents.evidence[digest]


def _told(change: Change) -> dict[str, Any]:
    """A change without its number, which is its place in the list."""
    told: dict[str, Any] = plain(change)
    del told["seq"]
    return told


def _json(data: Any) -> bytes:
    return canonical(data).encode()


# Reading


def read_boardkit(data: bytes, name: str) -> Contents:
    """Everything in the bytes of a .boardkit file of this format, or of an older one.

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
        self._archive.check(LIMITS, is_more if manifest.format > 1 else _nothing_else)
        assessment = self._assessment(manifest)
        questionnaire = self._questionnaire(manifest)
        answers, faults = admit_all(questionnaire, assessment.answers)
        if faults:
            raise self._refusal(ASSESSMENT, faults)
        assessment = assessment.model_copy(update={"answers": answers})
        history = self._history(assessment)
        return Contents(
            assessment,
            questionnaire,
            history,
            earlier=tuple(self._earlier(questionnaire, history)),
            evidence=dict(self._evidence(assessment, history)),
        )

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
        if version not in range(1, FORMAT + 1) or isinstance(version, bool):
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
        questionnaire = self._content(QUESTIONNAIRE, manifest.questionnaire.digest)
        if Pin.of(questionnaire) != manifest.questionnaire:
            raise self._refusal(QUESTIONNAIRE, [f"It is not the one that {MANIFEST} names."])
        return questionnaire

    def _content(self, entry: str, digest: str) -> Questionnaire:
        """A questionnaire that has this digest, and no error."""
        bytes_, values = LIMITS[QUESTIONNAIRE]
        data = self._archive.read(entry, bytes_)
        self._parse(entry, data, values)
        try:
            questionnaire = pinned_questionnaire(data, digest)
        except ContentError as fault:
            raise self._refusal(entry, [f"{fault}."]) from fault
        faults = [str(fault) for fault in find_errors(questionnaire)]
        if faults:
            raise self._refusal(entry, faults)
        return questionnaire

    def _earlier(
        self, questionnaire: Questionnaire, history: Sequence[Change]
    ) -> Iterator[Questionnaire]:
        wanted = pins_named(history) - {questionnaire.digest}
        for entry in self._archive.names(EARLIER):
            digest = entry.removeprefix(EARLIER).removesuffix(".json")
            if digest not in wanted:
                raise self._refusal(entry, ["Nothing in the history was made with it."])
            yield self._content(entry, digest)

    def _evidence(
        self, assessment: Assessment, history: Sequence[Change]
    ) -> Iterator[tuple[str, bytes]]:
        wanted, left = evidence_named(assessment, history), EVIDENCE_TOTAL
        for entry in self._archive.names(EVIDENCE):
            digest = entry.removeprefix(EVIDENCE)
            if digest not in wanted:
                raise self._refusal(entry, ["No answer is backed by it, and it is not the logo."])
            data = self._archive.read(entry, EVIDENCE_LIMIT)
            left -= len(data)
            if left < 0:
                raise self._archive.refusal(
                    f"the files in it are larger than {EVIDENCE_TOTAL // 1_000_000} MB together"
                )
            if hashlib.sha256(data).hexdigest() != digest:
                raise self._refusal(entry, ["It is not the file that is named."])
            yield digest, data

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
        bytes_, values = LIMITS[entry]
        return self._parse(entry, self._archive.read(entry, bytes_), values)

    def _parse(self, entry: str, data: bytes, values: int) -> Any:
        try:
            return read_json(data, values)
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


def _nothing_else(name: str) -> bool:
    return False


def _sentences(error: ValidationError, model: type[BaseModel]) -> list[str]:
    found = [
        (".".join(str(step) for step in fault.loc[:-1]), fault)
        for fault in faults_of_validation(error, model)
    ]
    return [f"{where}: {fault}" if where else str(fault) for where, fault in found]
