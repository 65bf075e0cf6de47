"""Files that back answers: copied beside the library, each under the hash of what is in it."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import stat
import uuid
from pathlib import Path
from typing import BinaryIO, Self

from boardkit.assessment import Evidence
from boardkit.errors import FileError

FOLDER = "evidence"
SIZE_LIMIT = 50_000_000  # bytes
TITLE_LIMIT = 400  # characters, as an answer's evidence may have
_CHUNK = 1 << 20
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,8})\)?$")
# What a viewer shows, and no system runs.
_VIEWABLE = {
    "pdf", "txt", "csv", "tsv", "md", "rtf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt",
    "ods", "odp", "pages", "numbers", "key", "png", "jpg", "jpeg", "gif", "webp", "tif", "tiff",
    "bmp", "heic", "eml", "msg", "json", "yaml", "yml", "log", "sql",
}  # fmt: skip


class EvidenceStore:
    """The files that back the answers of one library. Nothing in it is ever changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def beside(cls, library: Path) -> Self:
        """The store that belongs to the library of that file."""
        return cls(library.absolute().parent / FOLDER)

    def keep(self, path: Path, title: str = "") -> Evidence:
        """Copy a file into the store; the evidence is called as the file unless it has a title.

        Raises FileError, and leaves nothing behind, when the file cannot be read, is no file, or is
        larger than 50 MB.
        """
        try:
            _check(path)
            with path.open("rb") as source:
                digest = self._copy(source, path)
        except (OSError, ValueError) as fault:  # ValueError: a name that no system allows
            raise FileError(
                f"{path.name} could not be copied: {getattr(fault, 'strerror', None) or fault}. "
                "Nothing was changed. Choose another file, or make room."
            ) from fault
        return Evidence(title=_title(title.strip(), path.name), sha256=digest)

    def keep_bytes(self, data: bytes) -> str:
        """Put bytes into the store; the hash under which they are kept. Raises FileError."""
        digest = hashlib.sha256(data).hexdigest()
        try:
            if not (self.folder / digest).is_file():
                self._copy(io.BytesIO(data), Path(digest))
        except OSError as fault:
            raise FileError(
                f"A file that backs an answer could not be kept: {fault.strerror or fault}. Make room."
            ) from fault
        return digest

    def read(self, digest: str) -> bytes | None:
        """The bytes of that hash; None when they are not here, or were altered."""
        try:
            data = (self.folder / digest).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == digest else None

    def _copy(self, source: BinaryIO, path: Path) -> str:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.folder / f".{uuid.uuid4().hex}.part"
        try:
            digest = _copy_hashed(source, draft, path)
            draft.replace(self.folder / digest)
            return digest
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)

    def holds(self, evidence: Evidence) -> bool:
        """Whether the file behind the evidence is here."""
        return bool(evidence.sha256) and (self.folder / evidence.sha256).is_file()

    def viewing_copy(self, evidence: Evidence) -> Path:
        """A read-only copy under a name that the system's viewers understand.

        Raises FileError when the file is not here, was altered, or is of a kind that could do
        more than be looked at.
        """
        if not self.holds(evidence):
            raise FileError(
                f"“{evidence.title}” is not among the files of this library. "
                "It may have been added on another computer."
            )
        ending = _ENDING.search(evidence.title)
        if ending is None or ending[1].lower() not in _VIEWABLE:
            raise FileError(
                f"“{evidence.title}” is of a kind that is not opened from here. "
                "Open the original, from where it came."
            )
        try:
            return self._copied_for_viewing(evidence, ending[1].lower())
        except OSError as fault:
            raise FileError(
                f"“{evidence.title}” could not be opened: {fault.strerror or fault}."
            ) from fault

    def _copied_for_viewing(self, evidence: Evidence, ending: str) -> Path:
        data = self.read(evidence.sha256)
        if data is None:
            raise FileError(f"“{evidence.title}” was altered after it was kept. Add it again.")
        folder = self.folder / "viewing"
        folder.mkdir(mode=0o700, exist_ok=True)
        copy = folder / f"{evidence.sha256[:16]}.{ending}"
        if copy.is_file() and copy.read_bytes() == data:
            return copy
        draft = copy.with_name(f".{uuid.uuid4().hex}.part")
        draft.write_bytes(data)
        draft.chmod(0o400)
        draft.replace(copy)
        return copy


def _check(path: Path) -> None:
    """Refuse folders, pipes and devices, which could be read for ever, and what is too large."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise FileError(f"{path.name} is not a file that can be kept. Choose another.")
    if about.st_size > SIZE_LIMIT:
        raise _too_large(path)


def _copy_hashed(source: BinaryIO, draft: Path, path: Path) -> str:
    digest, size = hashlib.sha256(), 0
    with draft.open("xb") as copy:
        draft.chmod(0o600)
        while chunk := source.read(_CHUNK):
            size += len(chunk)
            if size > SIZE_LIMIT:  # it grew since it was looked at
                raise _too_large(path)
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest()


def _title(title: str, name: str) -> str:
    """The title with the file's name in it, since that says of what kind the file is."""
    shown = name.encode(errors="replace").decode().strip()
    if not title:
        return shown[-TITLE_LIMIT:]
    return title if title.endswith(shown) else f"{title[: TITLE_LIMIT - len(shown) - 3]} ({shown})"


def _too_large(path: Path) -> FileError:
    return FileError(
        f"{path.name} is larger than {SIZE_LIMIT // 1_000_000} MB, the most that is kept. "
        "Add a link to it, or a smaller part of it."
    )
