"""What goes with an answer's value, and waits for one while there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from boardkit.assessment import Answer, Evidence

# What stands in each input: a text, the id of a pick, the places of what is chosen.
Entered: TypeAlias = tuple[str | tuple[int, ...] | None, ...]


@dataclass(frozen=True)
class Draft:
    """What was given beside the value, whether or not the answer can be saved yet.

    ``entered`` is what was typed for the value itself and makes no answer yet: half a range, say.
    """

    basis: str | None = None
    companion: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    entered: Entered = ()

    @classmethod
    def of(cls, answer: Answer) -> Draft:
        """What goes with an answer."""
        return cls(answer.basis, answer.companion, answer.note, answer.evidence)

    def with_evidence(self, evidence: Evidence) -> Draft:
        """The same with one more piece of evidence."""
        return replace(self, evidence=(*self.evidence, evidence))
