"""Between the library and files: an assessment out with everything it needs, and in again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from boardkit.assessment import Assessment
from boardkit.errors import FileError
from boardkit.exchange.atomic import write_atomically
from boardkit.exchange.boardkit_file import packed
from boardkit.exchange.contents import (
    EVIDENCE_TOTAL,
    Contents,
    evidence_named,
    pins_named,
)
from boardkit.exchange.opening import Opened
from boardkit.library import Library
from boardkit.library.changes import LOCAL
from boardkit.library.evidence import EvidenceStore


def contents_of(library: Library, assessment_id: str, seq: int | None = None) -> Contents:
    """An assessment as it stands, or stood after change ``seq``, with all that it needs.

    Files that back answers and are not among those of this library are left out.
    """
    assessment, questionnaire, history = library.snapshot(assessment_id)
    if seq is not None:
        assessment = library.at(assessment_id, seq)
        questionnaire = library.questionnaire(assessment.questionnaire.digest)
    said = tuple(
        change for change in history
        if change.kind not in LOCAL and (seq is None or change.seq <= seq)
    )  # fmt: skip
    before = sorted(pins_named(said) - {questionnaire.digest})
    store = EvidenceStore.beside(library.path)
    return Contents(
        assessment, questionnaire, said,
        earlier=tuple(library.questionnaire(digest) for digest in before),
        evidence=_found(store, evidence_named(assessment, said)),
    )  # fmt: skip


def _found(store: EvidenceStore, digests: frozenset[str]) -> Mapping[str, bytes]:
    found = {digest: data for digest in digests if (data := store.read(digest)) is not None}
    if sum(map(len, found.values())) > EVIDENCE_TOTAL:
        raise FileError(
            f"No file was written: the files that back these answers are larger than "
            f"{EVIDENCE_TOTAL // 1_000_000} MB together. Replace the largest with links."
        )
    return found


def write_from(library: Library, assessment_id: str, path: Path, seq: int | None = None) -> None:
    """Write ``contents_of`` to a .boardkit file; raises FileError, and then writes nothing."""
    write_atomically(path, packed(contents_of(library, assessment_id, seq)))


def take_into(library: Library, opened: Opened, *, new_id: bool = False) -> Assessment:
    """Put what was opened into the library, the files that back it first.

    Raises LibraryError when one of that id is there already, unless it is to get a new id.
    """
    keep_evidence(library, opened)
    return library.add(
        opened.assessment,
        opened.questionnaire,
        opened.history,
        earlier=opened.earlier,
        new_id=new_id,
    )


def keep_evidence(library: Library, opened: Opened) -> None:
    """Put the files that back the answers of a file among those of the library."""
    store = EvidenceStore.beside(library.path)
    for data in opened.evidence.values():
        store.keep_bytes(data)
