"""ZIP archives: written the same for the same content, and read as if an enemy had sent them."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Mapping

from boardkit.errors import FileError

ENTRIES_LIMIT = 2_000
RATIO_LIMIT = 200  # how far JSON is ever deflated; a bomb is beyond 1,000
RATIO_FREE = 100_000  # bytes, below which no ratio is suspicious
SIGNATURE = b"PK"
_UNSOUND = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    ValueError, OverflowError, IndexError, OSError,
)  # fmt: skip
_ENCRYPTED = 0x1


def pack(entries: Mapping[str, bytes]) -> bytes:
    """An archive of these entries, in this order.

    Stored, not deflated: zlib's builds differ in the bytes they make, and a document that holds
    the file deflates it anyway.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system = 3  # as on Unix, wherever it is written
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, data)
    return buffer.getvalue()


class Archive:
    """An archive in memory, of which nothing is believed. Every refusal is a FileError."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNSOUND as fault:
            raise self.damaged() from fault
        self._infos = self._zip.infolist()

    @property
    def first(self) -> str:
        """The name of the entry at the very beginning; empty when there is none."""
        infos = self._infos
        return infos[0].filename if infos and infos[0].header_offset == 0 else ""

    def names(self, start: str) -> list[str]:
        """The entries of which the name begins so, in the order of their names."""
        return sorted(i.filename for i in self._infos if i.filename.startswith(start))

    def check(self, names: Collection[str], more: Callable[[str], bool]) -> None:
        """Refuse entries that come twice, or are not plain files, or whose names are neither of
        ``names``, which must all be there, nor such as ``more`` admits.
        """
        if len(self._infos) > ENTRIES_LIMIT:
            raise self.refusal(f"it holds {len(self._infos)} files, more than any of ours")
        seen: set[str] = set()
        for info in self._infos:
            shown = f"“{ascii(info.filename)[1:-1][:60]}”"
            if info.filename not in names and not more(info.filename):
                raise self.refusal(f"it holds {shown}, which does not belong there")
            if info.filename in seen:
                raise self.refusal(f"it holds {shown} twice")
            seen.add(info.filename)
            kind = stat.S_IFMT(info.external_attr >> 16)
            if kind not in (0, stat.S_IFREG):
                raise self.refusal(f"{shown} in it is not a plain file")
        missing = [name for name in names if name not in seen]
        if missing:
            raise self.refusal(f"“{missing[0]}” is missing from it")

    def read(self, name: str, limit: int) -> bytes:
        """One entry of at most ``limit`` bytes."""
        info = self._zip.getinfo(name)
        self._check_declared(info, limit)
        try:
            with self._zip.open(info) as entry:
                data = entry.read(limit + 1)
        except _UNSOUND as fault:
            raise self.damaged() from fault
        if len(data) != info.file_size:
            raise self.refusal(f"“{name}” in it is not as long as it says")
        return data

    def _check_declared(self, info: zipfile.ZipInfo, limit: int) -> None:
        if info.flag_bits & _ENCRYPTED:
            raise self.refusal("it is locked with a password. Save it again without one", True)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.refusal("another program packed it, in a way that is not read here")
        if info.file_size > limit:
            raise self.refusal(f"“{info.filename}” in it is larger than {limit // 1_000_000} MB")
        if info.file_size > max(RATIO_FREE, RATIO_LIMIT * info.compress_size):
            raise self.refusal(f"“{info.filename}” in it would unpack to far more than any of ours")

    def damaged(self) -> FileError:
        """The refusal of a file that is cut short or altered."""
        return self.refusal("it is cut short, or was altered")

    def refusal(self, why: str, told: bool = False) -> FileError:
        """A refusal that names the file; ``told``: the remedy is in it already."""
        remedy = "" if told else " Ask for the file again."
        return FileError(f"{self._name} was not opened: {why}.{remedy} Nothing was changed.")
