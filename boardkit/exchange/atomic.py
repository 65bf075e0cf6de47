"""Files that are there whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from pathlib import Path

from boardkit.errors import FileError


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary sibling.

    Raises FileError when that fails; what stood at ``path`` before is then still there, whole.
    """
    try:
        final = path.resolve()  # through a link to the file, which is to stay a link
        draft = final.with_name(f".{uuid.uuid4().hex}.part")
        try:
            _write(draft, data)
            if final.exists():
                shutil.copymode(final, draft)
            draft.replace(final)
        finally:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
        _sync_folder(final.parent)
    except (OSError, ValueError, RuntimeError) as fault:  # a bad name, links that go in a circle
        raise FileError(
            f"{path.name} could not be written: {getattr(fault, 'strerror', None) or fault}. "
            "What was there before is unchanged. Choose another place, or make room."
        ) from fault


def _write(draft: Path, data: bytes) -> None:
    with draft.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system has a way to."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
