"""Where board packs lie between being made and being saved."""

from __future__ import annotations

import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

from boardkit.assessment import Details
from boardkit.errors import FileError
from boardkit.exchange.atomic import write_atomically
from boardkit.pack_options import Document
from boardkit.paths import cache_folder

KEPT_FOR = 7 * 24 * 3600  # seconds
KEPT = 6  # documents of one assessment: going back to another one is then instant
NAMES: dict[Document, str] = {
    "board": "board pack",
    "full": "full board pack",
    "one_page": "one page",
    "blank": "questionnaire",
}
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST = 110  # bytes of a company's name in a file name; file systems take 255 in all


def pack_name(details: Details) -> str:
    """“Paperclip & Sons Q3 2026 board pack.pdf”, fit for any file system."""
    named = NAMES[details.pack.document]
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


class PackFiles:
    """The packs of one assessment in the user's cache, each in a folder that its key names."""

    def __init__(self, assessment_id: str) -> None:
        self._folder = cache_folder() / "packs" / assessment_id

    def find(self, key: str) -> Path | None:
        """The pack of that key, if it has been made and is still there."""
        return next(iter(self._place(key).glob("*.pdf")), None)

    def keep(self, key: str, name: str, data: bytes) -> Path:
        """Put a pack there, and take away the oldest; raises FileError when that fails."""
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


def forget_old_packs(now: float | None = None) -> None:
    """Take away packs of any assessment that were made long ago: they are confidential."""
    before = (now or time.time()) - KEPT_FOR
    for pack in (cache_folder() / "packs").glob("*/*/*.pdf"):
        with suppress(OSError):
            if _changed(pack) < before:
                shutil.rmtree(pack.parent, ignore_errors=True)


def _changed(path: Path) -> float:
    return path.stat().st_mtime
