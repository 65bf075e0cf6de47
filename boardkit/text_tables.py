"""Tables of plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def table(rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> list[str]:
    """The rows in columns as wide as what is in them; those in ``right`` line up on the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    return ["  ".join(_cell(row[i], width, i in right) for i, width in enumerate(widths)).rstrip()
            for row in rows]  # fmt: skip


def _cell(text: str, width: int, right: bool) -> str:
    return text.rjust(width) if right else text.ljust(width)
