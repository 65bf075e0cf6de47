"""Weights, bands and points that change no score."""

from __future__ import annotations

from collections.abc import Iterator

from boardkit.english import counted, listed
from boardkit.faults import Fault, shown
from boardkit.linting.walking import gates, questions, scores
from boardkit.methodology import Composite, Dimension, Methodology
from boardkit.questionnaire import Questionnaire
from boardkit.questions import LevelQuestion, Score
from boardkit.sources import Loc


def idle_weights(questionnaire: Questionnaire) -> Iterator[Fault]:
    """What changes nothing by its own value, whatever stands around it."""
    method = questionnaire.methodology
    for loc, name, score in scores(questionnaire):
        yield from _weight(name, score, loc)
    for i, composite in enumerate(method.composites):
        for j, member in enumerate(composite.members):
            if member.weight == 0:
                loc = ("methodology", "composites", i, "members", j, "weight")
                what = f"{member.of} weighs nothing in composite {composite.id}."
                yield Fault(what, "Give it a weight above 0, or take it out.", loc)
    for loc, gate in gates(questionnaire):
        if gate.cap >= 100:
            what = f"Gate {gate.id} caps at {shown(gate.cap)}, which every score is under."
            yield Fault(what, "Give a cap below 100, or remove the gate.", (*loc, "cap"))
    yield from _flat(questionnaire)
    yield from _limits(method)


def _weight(name: str, score: Score, loc: Loc) -> Iterator[Fault]:
    if score.weight == 0:
        what = f"{name} weighs nothing in {score.dimension}."
        yield Fault(what, "Give it a weight above 0, or remove “score”.", (*loc, "weight"))
    elif score.replaces is not None and score.weight != 1:
        what = f"{name} replaces {score.replaces} and takes its weight, so its own changes nothing."
        yield Fault(what, "Remove “weight”.", (*loc, "weight"))


def _flat(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Answers that all score the same, or better for being worse."""
    for loc, name, score in scores(questionnaire):
        if score.goalposts is not None and len({credit for _, credit in score.goalposts}) == 1:
            what = f"{name} scores {shown(score.goalposts[0][1])} whatever the answer."
            remedy = "Give the goalposts different credits, or remove “score”."
            yield Fault(what, remedy, (*loc, "goalposts"))
    for loc, question in questions(questionnaire):
        if isinstance(question, LevelQuestion) and question.score is not None:
            yield from _levels(question, question.score, loc)


def _levels(question: LevelQuestion, score: Score, loc: Loc) -> Iterator[Fault]:
    points = [level.points for level in question.levels]
    if score.goalposts is not None:
        what = f"{question.id} has goalposts beside its levels' points, which then change nothing."
        yield Fault(what, "Remove “goalposts”.", (*loc, "score", "goalposts"))
    elif len(set(points)) == 1:
        what = f"{question.id} scores {shown(points[0])} at every level."
        yield Fault(what, "Give the levels different points, or remove “score”.", (*loc, "levels"))
    elif points != sorted(points):
        what = f"{question.id}'s levels are out of order: their points do not rise."
        yield Fault(what, "List the levels from worst to best.", (*loc, "levels"))


def _limits(method: Methodology) -> Iterator[Fault]:
    for i, band in enumerate(method.headline.bands):
        if band.below is not None and not 0 < band.below < 100:
            loc: Loc = ("methodology", "headline", "bands", i, "below")
            what = f"Band {band.id} ends at {shown(band.below)}, and scores run from 0 to 100."
            yield Fault(what, "Give a limit between the two, or remove the band.", loc)
    yield from _covered(method)
    verdict = method.verdict
    if verdict is not None and verdict.near_from >= verdict.open_above:
        what = f"A way out is near from {shown(verdict.near_from)} and open above {shown(verdict.open_above)}"
        what += ", so it can never be merely near."
        remedy = "Give “near_from” a value below “open_above”."
        yield Fault(what, remedy, ("methodology", "verdict", "near_from"))


def _covered(method: Methodology) -> Iterator[Fault]:
    """Ways out that would lower something good."""
    head = method.headline
    for i, composite in enumerate(method.composites):
        if head.covered_by and composite.id == head.composite and composite.shown == "credit":
            what = f"The headline is what ways out leave of {composite.id}, shown as credit"
            remedy = "Add “shown: exposure” to it, or take “covered_by” out of the headline."
            loc: Loc = ("methodology", "composites", i)
            yield Fault(f"{what}, so that the better they are, the worse it looks.", remedy, loc)


def idle_scores(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Dimensions and composites that reach no result, or stand on too little."""
    used = _reached(questionnaire)
    method = questionnaire.methodology
    for i, composite in enumerate(method.composites):
        if composite.id not in used:
            yield _idle_composite(composite, ("methodology", "composites", i))
    inside = {member.of for composite in method.composites for member in composite.members}
    thin = _thin_dimensions(questionnaire)
    for i, dimension in enumerate(method.dimensions):
        loc: Loc = ("methodology", "dimensions", i)
        if dimension.id not in inside:
            yield _idle_dimension(questionnaire, dimension, loc)
        elif dimension.id in thin:
            yield Fault(*thin[dimension.id], loc)
    yield from _only_ones(questionnaire)
    if not any(module.always for module in questionnaire.modules):
        what = "No module is always asked, so an assessment may hold no question at all."
        yield Fault(what, "Mark one with “always: true”.", ("modules",))


def _reached(q: Questionnaire) -> set[str]:
    """Everything that the headline, the verdict or the map rests on."""
    method = q.methodology
    waiting = [method.headline.composite, *method.headline.covered_by]
    waiting += method.verdict.ways_out if method.verdict else ()
    waiting += (q.roles.map.across, q.roles.map.up) if q.roles.map else ()
    members = {c.id: [member.of for member in c.members] for c in method.composites}
    reached: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += members.get(one, [])
    return reached


def _idle_composite(composite: Composite, loc: Loc) -> Fault:
    what = f"No headline, verdict, map or other composite uses composite {composite.id}"
    return Fault(f"{what}, so its weights cannot matter.", "Use it, or remove it.", loc)


def _idle_dimension(q: Questionnaire, dimension: Dimension, loc: Loc) -> Fault:
    inside = [name for _, name, score in scores(q) if score.dimension == dimension.id]
    what = f"Dimension {dimension.id} is in no composite"
    if inside:
        what += f", so what {listed(inside)} weigh{'s' if len(inside) == 1 else ''} in it"
        what += " cannot matter"
    return Fault(f"{what}.", "Make it a member of a composite, or remove it.", loc)


def _thin_dimensions(q: Questionnaire) -> dict[str, tuple[str, str]]:
    """Dimensions with too few indicators that are always asked → what and remedy."""
    always = {module.id for module in q.modules if module.always}
    least = q.methodology.indicators_minimum
    found = {}
    for dimension in q.methodology.dimensions if always else ():
        count = sum(_is_core(q, name, score, always) for _, name, score in scores(q)
                    if score.dimension == dimension.id)  # fmt: skip
        if count < least:
            what = f"Dimension {dimension.id} has {counted(count, 'indicator')}"
            what += f" in the modules that are always asked, and needs {least}."
            remedy = "Score another question of theirs in it, or lower “indicators_minimum”."
            found[dimension.id] = (what, remedy)
    return found


def _is_core(q: Questionnaire, name: str, score: Score, always: set[str]) -> bool:
    """Whether an indicator stands by itself in the modules that are always asked."""
    if score.replaces is not None or score.weight == 0:
        return False
    shown_with = next((d.shown_with for d in q.derived if d.id == name), name)
    return shown_with is not None and q.question(shown_with).module in always


def _only_ones(q: Questionnaire) -> Iterator[Fault]:
    """Weights of what stands alone, which are the whole whatever they are."""
    for i, composite in enumerate(q.methodology.composites):
        if len(composite.members) == 1 and composite.members[0].weight not in (0, 1):
            loc: Loc = ("methodology", "composites", i, "members", 0, "weight")
            what = f"{composite.members[0].of} is all that composite {composite.id} holds"
            yield Fault(f"{what}, so its weight cannot matter.", "Make it 1.", loc)
    for dimension in q.methodology.dimensions:
        inside = [one for one in scores(q) if one[2].dimension == dimension.id]
        if len(inside) == 1 and inside[0][2].weight not in (0, 1):
            loc, name, _ = inside[0]
            what = (
                f"{name} is all that dimension {dimension.id} holds, so its weight cannot matter."
            )
            yield Fault(what, "Remove “weight”.", (*loc, "weight"))
