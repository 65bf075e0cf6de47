"""What goes with an answer's value, and waits for one while there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from boardkit.assessment import Answer, Evidence


@dataclass(frozen=True)
class Draft:
    """What was given beside the value, whether or not the answer can be saved yet."""

    basis: str | None = None
    companion: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()

    @classmethod
    def of(cls, answer: Answer) -> Draft:
        """What goes with an answer."""
        return cls(answer.basis, answer.companion, answer.note, answer.evidence)

    def with_evidence(self, evidence: Evidence) -> Draft:
        """The same with one more piece of evidence."""
        return replace(self, evidence=(*self.evidence, evidence))
