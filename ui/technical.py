"""What may be told of a failure without telling anybody's answers.

The message of an exception can quote what was typed, and a line of code can hold it. Types, files,
line numbers and names of functions cannot.
"""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path

from boardkit import __version__

CAUSES = 10  # how far back causes are followed


def technical_part(fault: BaseException) -> str:
    """Versions, the type of the failure and of its causes, and where in the code it happened."""
    first, *causes = (_one(each) for each in _causes(fault))
    return "\n\n".join([f"{versions()}\n{first}", *(f"Caused by {cause}" for cause in causes)])


def versions() -> str:
    """What is running on what."""
    from PySide6 import __version__ as qt

    system = f"{platform.system()} {platform.release()}"
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Boardkit {__version__}, Python {python}, Qt {qt}, {system}"


def _causes(fault: BaseException) -> list[BaseException]:
    found = [fault]
    while len(found) < CAUSES:
        last = found[-1]
        cause = last.__cause__ or (None if last.__suppress_context__ else last.__context__)
        if cause is None or cause in found:
            break
        found.append(cause)
    return found


def _one(fault: BaseException) -> str:
    kind = type(fault)
    name = kind.__qualname__
    named = name if kind.__module__ == "builtins" else f"{kind.__module__}.{name}"
    frames = traceback.extract_tb(fault.__traceback__, limit=-30)
    return "\n".join(
        [named, *(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames)]
    )


def _short(filename: str) -> str:
    """The end of a path, which names no user."""
    return "/".join(Path(filename).parts[-3:])
