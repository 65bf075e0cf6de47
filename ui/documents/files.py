"""Where documents lie between being made and being saved, for as long as the window is open.

They are confidential: what nobody saved goes when the window closes, or when the next one opens after
a process that died. Each process has a folder of its own, with a lock that says that it is alive.
"""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile

from boardkit.assessment import Details
from boardkit.errors import FileError
from boardkit.exchange.atomic import write_atomically
from boardkit.pack_options import Document
from boardkit.paths import cache_folder

_SESSION = uuid4().hex  # names this process's folder
KEPT = 6  # documents of one assessment: going back to another one is then instant
NAMES: dict[Document, str] = {
    "board": "board pack",
    "full": "full board pack",
    "one_page": "one page",
    "blank": "questionnaire",
}
COMPARISON = "what changed"
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST = 110  # bytes of a company's name in a file name; file systems take 255 in all


def pack_name(details: Details) -> str:
    """“Paperclip & Sons Q3 2026 board pack.pdf”, fit for any file system."""
    return document_name(details, NAMES[details.pack.document])


def document_name(details: Details, named: str) -> str:
    """A file name for a document of a company that is called so."""
    company = _shortened(_plain(details.company)) or "Company"
    parts = (company, _shortened(_plain(details.period)), f"{named}.pdf")
    return " ".join(part for part in parts if part)


def _plain(text: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", text).split()).strip(". ")


def _shortened(text: str) -> str:
    """Whole words, as many as fit."""
    if len(text.encode()) <= _LONGEST:
        return text
    kept = text.encode()[:_LONGEST].decode(errors="ignore")
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,.;-")


class DocumentFiles:
    """This sitting's documents of one assessment, each in a folder that its key names."""

    def __init__(self, assessment_id: str) -> None:
        self._folder = _session_folder() / assessment_id

    def find(self, key: str) -> Path | None:
        """The document of that key, if it has been made and is still there."""
        return next(iter(self._place(key).glob("*.pdf")), None)

    def keep(self, key: str, name: str, data: bytes) -> Path:
        """Put a document there, and take away the oldest; raises FileError when that fails."""
        path = self._place(key) / name
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as fault:
            raise FileError(
                f"The folder for new documents could not be made: {fault.strerror or fault}."
            ) from fault
        write_atomically(path, data)
        for other in self._oldest_first()[:-KEPT]:
            shutil.rmtree(other.parent, ignore_errors=True)  # one that is open elsewhere may stay
        return path

    def _oldest_first(self) -> list[Path]:
        return sorted(self._folder.glob("*/*.pdf"), key=_changed)

    def _place(self, key: str) -> Path:
        return self._folder / key[:16]


class DocumentsOfThisSession:
    """Holds this process's documents against other processes, and takes them away in the end."""

    def __init__(self) -> None:
        self._folder = _session_folder()
        self._lock: QLockFile | None = None
        with suppress(OSError):  # it is told when a document is to be put there
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = _locked(self._folder)

    def forget(self) -> None:
        """Take all of them away."""
        if self._lock is not None:
            self._lock.unlock()
        shutil.rmtree(self._folder, ignore_errors=True)  # one that is open elsewhere may stay


def forget_left_packs() -> None:
    """Take away the documents of every process that has ended without doing so."""
    packs = cache_folder() / "packs"
    for folder in packs.iterdir() if packs.is_dir() else ():
        if folder == _session_folder() or not folder.is_dir():
            continue
        lock = _locked(folder)
        if lock is not None:
            lock.unlock()
            shutil.rmtree(folder, ignore_errors=True)


def _locked(folder: Path) -> QLockFile | None:
    """The lock of a folder, taken; None when a process that is alive has it."""
    lock = QLockFile(str(folder / "in-use.lock"))
    lock.setStaleLockTime(0)  # it holds as long as its process lives, however long that is
    return lock if lock.tryLock(0) else None


def _session_folder() -> Path:
    return cache_folder() / "packs" / _SESSION


def _changed(path: Path) -> float:
    return path.stat().st_mtime
