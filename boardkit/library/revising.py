"""Which answers changed after the result had first been looked at."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.assessment import Answer, Assessment
from boardkit.library.changes import Change, fold


def revised_after_seen(history: Sequence[Change], assessment: Assessment) -> tuple[str, ...]:
    """The questions answered otherwise than when the scores were first seen, oldest change first.

    Empty while nobody has seen a score, or where no history says so. An answer that was changed and
    changed back is as it was.
    """
    first = next((change.seq for change in history if change.kind == "seen"), None)
    if first is None:
        return ()
    before = fold(assessment.id, (c for c in history if c.seq < first)).answers
    later = dict.fromkeys(c.subject for c in history if c.kind == "answer" and c.seq > first)
    now = assessment.answers
    return tuple(one for one in later if not say_the_same(before.get(one), now.get(one)))


def say_the_same(one: Answer | None, other: Answer | None) -> bool:
    """Whether two answers say the same, whoever gave them and when."""
    if one is None or other is None:
        return one is other
    unsigned = {"author": "", "at": None}
    return one.model_copy(update=unsigned) == other.model_copy(update=unsigned)
