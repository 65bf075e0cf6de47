"""What kind of change an answer is: done in the world, restated, or only better or less known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from boardkit.assessment import Answer
from boardkit.methodology import Methodology
from boardkit.reading import Standing
from boardkit.scoring.credits import Credit

Tag = Literal[
    "done",  # the value changed, on a basis at least as strong
    "restated",  # the value changed, on a weaker basis or on one that proves nothing
    "better_known",  # only the basis is stronger, or what was unknown was found out
    "less_known",  # only the basis is weaker, or what was known no longer is
    "newly_applicable",
    "no_longer_applicable",
    "differs",  # two companies answer it differently
    "gate",
    "method",  # another version of the questionnaire
]

TAGS: tuple[Tag, ...] = (
    "done", "restated", "better_known", "less_known", "newly_applicable", "no_longer_applicable",
    "differs", "gate", "method",
)  # fmt: skip


_NOT_ASKED = (Standing.HIDDEN, Standing.OUT, Standing.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Said:
    """As much of an answer as decides what kind of change it is."""

    applies: bool
    weighs: bool  # whether it counts as things stand
    known: bool
    value: object
    half_width: float  # how weak the basis is, in points
    variance: float
    proves: bool

    @classmethod
    def of_credit(cls, credit: Credit | None) -> Said | None:
        """What an indicator rests on; None where it was not asked for at all."""
        if credit is None:
            return None
        known = credit.standing is Standing.ANSWERED
        weighs = credit.weight > 0
        return cls(
            # One that another indicator replaces is answered, and counts for nothing.
            applies=credit.standing not in _NOT_ASKED and (weighs or not known),
            weighs=weighs,
            known=known,
            value=credit.raw,
            half_width=credit.basis.half_width if credit.basis else 0.0,
            variance=credit.claimed.variance,
            proves=credit.basis is not None and credit.basis.proves,
        )

    @classmethod
    def of_answer(cls, standing: Standing, answer: Answer | None, method: Methodology) -> Said:
        """What a question that is not scored was answered with."""
        known = standing is Standing.ANSWERED and answer is not None
        stated = [method.basis_of(basis) for basis in _bases(answer)] if known else []
        basis = max(stated, key=lambda one: one.half_width, default=None)
        return cls(
            applies=standing not in _NOT_ASKED,
            weighs=True,
            known=known,
            value=(answer.value, answer.companion) if known and answer is not None else None,
            half_width=basis.half_width if basis is not None else 0.0,
            variance=0.0,
            proves=basis is None or basis.proves,  # nobody asks how a name is known
        )


def _bases(answer: Answer | None) -> list[str]:
    """The bases that an answer states, of the whole and of its parts."""
    stated = (answer.basis, *answer.bases.values()) if answer is not None else ()
    return [basis for basis in stated if basis is not None]


def tag_of(before: Said | None, after: Said | None, same_company: bool) -> Tag | None:
    """The kind of a change; None where nothing changed."""
    first, second = (one is not None and one.applies for one in (before, after))
    if first != second:
        return "newly_applicable" if second else "no_longer_applicable"
    if before is None or after is None or not first or before == after:
        return None
    if not before.known and not after.known:
        if before.weighs == after.weighs:
            return None
        return "newly_applicable" if after.weighs else "no_longer_applicable"
    if not same_company:
        return "differs"
    if not before.known:
        return "better_known" if after.proves else "restated"
    if not after.known:
        return "less_known"
    if before.value != after.value:
        return "done" if after.proves and after.half_width <= before.half_width else "restated"
    firmer = (after.half_width, after.variance) < (before.half_width, before.variance)
    return "better_known" if firmer else "less_known"
