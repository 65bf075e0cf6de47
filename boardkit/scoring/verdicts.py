"""What the scores amount to: the band, the way out, the bridge between gross and net."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import product
from operator import and_, or_

import numpy as np
from numpy.typing import NDArray

from boardkit.english import in_sentence, sentence
from boardkit.methodology import Methodology
from boardkit.methodology import Verdict as Rules
from boardkit.scoring.aggregation import cover, shown
from boardkit.scoring.bridge import covered_parts
from boardkit.scoring.normalisation import Floats
from boardkit.scoring.result import BandResult, Bridge, BridgeStep, VerdictResult
from boardkit.scoring.scores import Scores


def band(method: Methodology, headline: float | None) -> BandResult | None:
    """The band that a headline falls into."""
    if headline is None:
        return None
    found = next(b for b in method.headline.bands if b.ends is None or headline < b.ends)
    return BandResult(found.id, found.title, found.phrase)


@dataclass(frozen=True, eq=False, slots=True)
class Outcome:
    """One thing that the verdict can be."""

    kind: str  # none_needed, all_open, one_open, near, none
    ways: tuple[str, ...]  # ids of the open ways out, preferred first
    holds: NDArray[np.bool_]  # where it is the verdict, in the shape of the scores


def outcomes(method: Methodology, composites: Mapping[str, Floats]) -> tuple[Outcome, ...]:
    """Everything that the verdict can be, and in which draws it is; none without rules for it."""
    rules = method.verdict
    if rules is None or any(way not in composites for way in rules.ways_out):
        return ()  # a way out without a score can be called neither open nor shut
    composite = method.headline.composite
    needed = shown(method, composite, composites[composite]) >= rules.needs
    ways = [composites[way] for way in rules.ways_out]
    found = [Outcome("none_needed", (), np.asarray(~needed))]
    for kind, which, holds in _of_ways(rules, ways):
        found.append(Outcome(kind, which, np.asarray(holds & needed)))
    return tuple(found)


def _of_ways(
    rules: Rules, ways: list[Floats]
) -> Iterator[tuple[str, tuple[str, ...], NDArray[np.bool_]]]:
    open_ = [np.asarray(credit > rules.opens) for credit in ways]
    shut = [~one for one in open_]
    for pattern in product((True, False), repeat=len(ways)):
        holds = reduce(and_, (pair[not p] for p, *pair in zip(pattern, open_, shut, strict=True)))
        which = tuple(way for way, p in zip(rules.ways_out, pattern, strict=True) if p)
        if which:
            yield "all_open" if all(pattern) else "one_open", which, holds
        else:
            near = reduce(or_, (np.asarray(credit >= rules.nears) for credit in ways))
            yield "near", (), holds & near
            yield "none", (), holds & ~near


def verdict(method: Methodology, scores: Scores, too_early: bool) -> VerdictResult | None:
    """Which way out is open; None when the method has no verdict, or it is too early for one."""
    if method.verdict is None or too_early or scores.headline is None:
        return None
    composites = {key: np.asarray(value) for key, value in scores.composites.items()}
    found = next((one for one in outcomes(method, composites) if one.holds), None)
    if found is None:
        return None
    # Where no way out is needed, those that are open anyway are told all the same.
    ways = found.ways or tuple(
        way for way in method.verdict.ways_out
        if scores.composites[way] > method.verdict.opens
    )  # fmt: skip
    return VerdictResult(
        kind=found.kind,
        title=verdict_title(method, found.kind, ways),
        phrase=getattr(method.verdict.phrases, found.kind).format(way=_names(method, ways)),
        ways=ways,
        caveat=method.verdict.caveat,
    )


def verdict_title(method: Methodology, kind: str, ways: tuple[str, ...]) -> str:
    """What a verdict is called."""
    assert method.verdict is not None
    title: str = getattr(method.verdict.titles, kind).format(way=_names(method, ways))
    return sentence(title)


def _names(method: Methodology, ways: tuple[str, ...]) -> str:
    names = [method.composite(way).short or method.composite(way).title for way in ways]
    return " and ".join(map(in_sentence, names))


def bridge(method: Methodology, scores: Scores) -> Bridge | None:
    """From the headline's composite, less what each way out covers, to the headline."""
    head = method.headline
    if scores.headline is None or not head.covered_by:
        return None
    start = shown_score(method, head.composite, scores)
    assert start is not None
    covers = {
        way: float(cover(method, np.asarray(scores.composites[way]))) for way in head.covered_by
    }
    parts = covered_parts(start, covers)
    steps = tuple(
        BridgeStep(way, method.composite(way).title, parts[way]) for way in head.covered_by
    )
    return Bridge(method.composite(head.composite).title, start, steps, head.title, scores.headline)


def shown_score(method: Methodology, composite: str, scores: Scores) -> float | None:
    """A composite's score as it is printed; None when it has none."""
    credit = scores.composites.get(composite)
    return None if credit is None else in_direction(method.composite(composite).shown, credit)


def in_direction(direction: str, credit: float) -> float:
    """Credit, or exposure: 100 less credit."""
    return 100 - credit if direction == "exposure" else credit
