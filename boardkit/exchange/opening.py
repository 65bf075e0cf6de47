"""Opening and saving files: one door each, whatever the kind of file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from boardkit.assessment import Assessment
from boardkit.content import shipped_questionnaire
from boardkit.errors import ContentError, FileError
from boardkit.exchange import pdf_file
from boardkit.exchange.archive import SIGNATURE
from boardkit.exchange.atomic import write_atomically
from boardkit.exchange.boardkit_file import FILE_LIMIT, boardkit_bytes, read_boardkit
from boardkit.exchange.contents import Contents
from boardkit.exchange.plain_answers import Find, read_plain
from boardkit.exchange.plain_writing import plain_text
from boardkit.exchange.refusals import not_ours, too_large
from boardkit.library.changes import Change
from boardkit.questionnaire import Questionnaire
from boardkit.sources import parse_source, read_source

HEAD = 100_000  # bytes, in which a file of ours says that it is one
MARK = b"boardkit"


@dataclass(frozen=True)
class Opened:
    """What was in a file."""

    assessment: Assessment
    questionnaire: Questionnaire
    source: Path
    history: tuple[Change, ...] = ()  # empty in a plain file
    earlier: tuple[Questionnaire, ...] = ()  # which the history was pinned to before
    evidence: Mapping[str, bytes] = field(default_factory=dict)  # by the hash of what is in it


def open_file(path: Path, questionnaire: Questionnaire | None = None) -> Opened:
    """The assessment in a .boardkit file, in a PDF that Boardkit printed, or in a plain file of answers.

    They are told apart by what is in them. The first two bring their questionnaire. A plain file
    answers the one of its id that ships with Boardkit, or ``questionnaire``. Raises FileError with
    every fault, a line each; it is a NewerFileError when a newer Boardkit wrote the file.
    """
    head = _read(path, HEAD)
    if head.startswith(SIGNATURE):
        return _open_boardkit(path)
    if head.startswith(pdf_file.SIGNATURE):
        return _open_pdf(path)
    if MARK not in head:
        raise not_ours(path.name)
    return _open_plain(path, questionnaire)


def read_file(path: Path) -> bytes:
    """All that is in a file; raises FileError when it cannot be read, or is larger than any of ours."""
    data = _read(path, FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise too_large(path.name, FILE_LIMIT)
    return data


def _open_boardkit(path: Path) -> Opened:
    return _opened(read_boardkit(read_file(path), path.name), path)


def _open_pdf(path: Path) -> Opened:
    inner = pdf_file.attached_assessment(read_file(path), path.name)
    return _opened(read_boardkit(inner, path.name), path)


def _opened(found: Contents, path: Path) -> Opened:
    return Opened(
        found.assessment, found.questionnaire, path, found.history, found.earlier, found.evidence
    )


def _open_plain(path: Path, questionnaire: Questionnaire | None) -> Opened:
    try:
        source = read_source(path)
    except ContentError as fault:
        raise FileError(str(fault)) from fault
    find = shipped_questionnaire if questionnaire is None else _only(questionnaire)
    assessment, found = read_plain(source, path.name, find)
    return Opened(assessment, found, path)


def _only(questionnaire: Questionnaire) -> Find:
    def find(questionnaire_id: str) -> Questionnaire:
        if questionnaire_id != questionnaire.id:
            raise ContentError(
                f"The file answers the questionnaire “{questionnaire_id}”, "
                f"and not “{questionnaire.id}”. Open it with that one."
            )
        return questionnaire

    return find


def _read(path: Path, most: int) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise FileError(f"{path.name} is a folder, or not a file. Choose a file.")
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise FileError(f"{path.name} is not there. Choose another file.") from None
    except (OSError, ValueError) as fault:  # ValueError: a name that no file can have
        why = getattr(fault, "strerror", None) or fault
        raise FileError(f"{path.name} cannot be read: {why}. Choose another file.") from fault


def write_file(
    path: Path,
    assessment: Assessment,
    questionnaire: Questionnaire,
    history: Sequence[Change] = (),
) -> None:
    """Save an assessment as a .boardkit file, the same bytes for the same content.

    Raises FileError; what stood at ``path`` before is then still there, whole.
    """
    write_atomically(path, boardkit_bytes(assessment, questionnaire, history))


def write_plain(path: Path, assessment: Assessment, questionnaire: Questionnaire) -> None:
    """Save an assessment as a plain file of answers, in YAML, for people to read and change.

    Raises FileError; what stood at ``path`` before is then still there, whole.
    """
    text = plain_text(assessment, questionnaire)
    try:
        again, _ = read_plain(parse_source(text, path.name), path.name, _only(questionnaire))
    except ContentError as fault:
        raise FileError(
            f"No file was written, since it could not be read again. {fault}"
        ) from fault
    if again != assessment:
        raise FileError(
            f"No file was written: {path.name} would not say the same as the assessment."
        )
    write_atomically(path, text.encode())
