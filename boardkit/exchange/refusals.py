"""What is said of files that are not opened, whatever their kind."""

from __future__ import annotations

from boardkit.errors import FileError, NewerFileError

FAULTS_SHOWN = 100
LINE = 400  # characters of a fault that are shown


def not_ours(name: str) -> FileError:
    """The refusal of a file that is no assessment at all."""
    return FileError(
        f"{name} is not an assessment. Choose a .boardkit file, or a YAML file of answers, "
        "which begins with “boardkit: answers”."
    )


def newer(name: str, version: int, newest: int) -> NewerFileError:
    """The refusal of a file in a format that is not known yet."""
    return NewerFileError(
        f"{name} is from a newer Boardkit, format {version}; this one reads up to {newest}. "
        "Nothing was changed. Update Boardkit to open it."
    )


def too_large(name: str, limit: int) -> FileError:
    """The refusal of a file of more than ``limit`` bytes."""
    return FileError(f"{name} is larger than {limit // 1_000_000} MB, so it was not read.")


def listed(faults: list[str]) -> str:
    """Faults a line each, as many as anyone would read."""
    lines = [fault if len(fault) <= LINE else f"{fault[: LINE - 1]}…" for fault in faults]
    more = ["… and more."] if len(lines) > FAULTS_SHOWN else []
    return "\n".join([*lines[:FAULTS_SHOWN], *more])
