"""How much of what was asked is answered."""

from __future__ import annotations

from collections.abc import Sequence

from boardkit.reading import Standing
from boardkit.scoring.credits import Credit
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.result import Coverage
from boardkit.scoring.scheme import Scheme

SLACK = 1e-12  # for a share that rounding leaves just under its threshold
_UNASKED = (Standing.HIDDEN, Standing.NOT_APPLICABLE)


def asked_weights(scheme: Scheme, credits: Sequence[Credit]) -> tuple[float, ...]:
    """What each indicator that was asked weighs in its dimension, answered or not."""
    weights = [
        0.0 if credit.standing in _UNASKED else float(one.score.weight)
        for one, credit in zip(scheme.indicators, credits, strict=True)
    ]
    for row, other in scheme.replacing.items():
        if credits[row].standing is Standing.ANSWERED:
            weights[row], weights[other] = credits[row].weight, 0.0
        else:
            weights[row] = 0.0
    return tuple(weights)


def coverage_of(shares: Floats, credits: Sequence[Credit], minimum: float) -> Coverage:
    """How much of a composite is answered, given its indicators' shares among what was asked."""
    asked = [
        (weight, credit.standing is Standing.ANSWERED)
        for weight, credit in zip(shares.tolist(), credits, strict=True)
        if weight > 0
    ]
    total = sum(weight for weight, _ in asked)
    answered = sum(weight for weight, given in asked if given)
    count = sum(given for _, given in asked)
    share = answered / total if total > 0 else 1.0
    needed, reached = count, answered
    for weight in sorted((w for w, given in asked if not given), reverse=True):
        if total <= 0 or reached / total >= minimum - SLACK:
            break
        reached += weight
        needed += 1
    return Coverage(count, len(asked), needed, share, share >= minimum - SLACK)


def joined(parts: Sequence[Coverage]) -> Coverage:
    """The coverage of several composites together: enough when each of them has enough."""
    return Coverage(
        answered=sum(part.answered for part in parts),
        asked=sum(part.asked for part in parts),
        needed=sum(part.needed for part in parts),
        share=min(part.share for part in parts),
        enough=all(part.enough for part in parts),
    )
