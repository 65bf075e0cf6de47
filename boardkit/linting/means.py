"""Means that can never be taken, and what is said of one in vain."""

from __future__ import annotations

from collections.abc import Iterator

from boardkit.english import counted
from boardkit.faults import Fault
from boardkit.linting.walking import scores
from boardkit.methodology import Averaged
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc


def mean_faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Scores that want more parts than they have."""
    for loc, name, declared, parts, noun in _means(questionnaire):
        if declared.needs_count > max(parts, 1):
            what = f"{name} needs {declared.needs_count} and has {counted(parts, noun)}"
            remedy = f"Lower “needs_count”, or add {noun}s."
            yield Fault(f"{what}, so that it never has a score.", remedy, (*loc, "needs_count"))


def idle_means(questionnaire: Questionnaire) -> Iterator[Fault]:
    """What is said of an arithmetic mean, which it leaves as it is."""
    for loc, name, declared, _, _ in _means(questionnaire):
        if declared.mean != 1 or declared.raised_to != 1:
            continue
        if declared.averaged == "exposure":
            what = f"{name} is an arithmetic mean, the same of exposures as of credits."
            yield Fault(what, "Remove “averaged”, or give another “mean”.", (*loc, "averaged"))
        if declared.floor > 0:
            what = f"{name} is an arithmetic mean, which a floor leaves as it is."
            yield Fault(what, "Remove “floor”, or give another “mean”.", (*loc, "floor"))


def _means(q: Questionnaire) -> Iterator[tuple[Loc, str, Averaged, int, str]]:
    """Every mean, what it is called, and how many parts of which kind it has at most."""
    for i, dimension in enumerate(q.methodology.dimensions):
        inside = [score for _, _, score in scores(q) if score.dimension == dimension.id]
        parts = sum(score.weight > 0 and score.replaces is None for score in inside)
        loc: Loc = ("methodology", "dimensions", i)
        yield loc, f"Dimension {dimension.id}", dimension, parts, "indicator"
    for i, composite in enumerate(q.methodology.composites):
        parts = sum(member.weight > 0 for member in composite.members)
        loc = ("methodology", "composites", i)
        yield loc, f"Composite {composite.id}", composite, parts, "member"
