"""Comparing two sides: scores, how sure the change is, and the parts that make it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boardkit.comparison.answers import changed_answers
from boardkit.comparison.like_for_like import Alike, made_alike
from boardkit.comparison.result import Comparison, Part, ScoreChange, Scored, TagTotal
from boardkit.comparison.sides import Side, names
from boardkit.comparison.splitting import HEADLINE, Split, split
from boardkit.comparison.tags import TAGS, Said, Tag, tag_of
from boardkit.scoring.assembling import result_of
from boardkit.scoring.credits import Credit
from boardkit.scoring.engine import Scoring
from boardkit.scoring.pairing import Difference, Pair, difference, difference_of, paired
from boardkit.scoring.result import CompositeResult, DimensionResult, HeadlineResult, Result
from boardkit.scoring.scheme import Indicator
from boardkit.scoring.uncertainty import intervals
from boardkit.tracing import questions_of_condition

NOTHING = 1e-9  # points, below which a part is rounding


def compare(before: Side, after: Side) -> Comparison:
    """What changed from one side to the other, and why.

    Raises ComparisonError when the two answer different questionnaires.
    """
    alike = made_alike(before, after)
    same = before.is_same_company(after)
    first, second = (
        _scored(name, side)
        for name, side in zip(names(before, after), (before, after), strict=True)
    )
    parted = split(alike.before, alike.after)
    pair = paired(alike.before, alike.after, same)
    method = _of_method(first.result, second.result, parted)
    parts = _parts(alike, parted, method, same)
    return Comparison(
        before=first,
        after=second,
        same_company=same,
        questionnaire=alike.newer,
        versions=alike.versions,
        headline=_headline(first.result, second.result, method, pair),
        composites=tuple(_composites(first.result, second.result, method, pair)),
        dimensions=tuple(_dimensions(first.result, second.result)),
        parts=parts,
        tags=_totals(parts),
        answers=changed_answers(alike, parts, same),
    )


def _scored(name: str, side: Side) -> Scored:
    scoring = Scoring(side.questionnaire, side.assessment)
    return Scored(name, side, result_of(scoring), intervals(scoring))


# Scores


def _headline(
    before: Result, after: Result, method: Mapping[str, float], pair: Pair
) -> ScoreChange:
    return _change(before.headline, after.headline, method.get(HEADLINE, 0.0), difference(pair))


def _composites(
    before: Result, after: Result, method: Mapping[str, float], pair: Pair
) -> Iterator[ScoreChange]:
    earlier = {one.id: one for one in before.composites}
    for one in after.composites:
        if one.id in earlier:
            found = _difference(pair, one)
            yield _change(earlier[one.id], one, method.get(one.id, 0.0), found)


def _difference(pair: Pair, one: CompositeResult) -> Difference | None:
    sides = [side.composites.get(one.id) for side in (pair.before, pair.after)]
    if sides[0] is None or sides[1] is None:
        return None
    first, second = sides if one.shown == "credit" else sides[::-1]
    assert first is not None
    assert second is not None
    return difference_of(first, second)


def _dimensions(before: Result, after: Result) -> Iterator[ScoreChange]:
    earlier = {one.id: one for one in before.dimensions}
    for one in after.dimensions:
        if one.id in earlier:
            yield _change(earlier[one.id], one, 0.0, None)


def _change(
    before: HeadlineResult | CompositeResult | DimensionResult,
    after: HeadlineResult | CompositeResult | DimensionResult,
    method: float,
    found: Difference | None,
) -> ScoreChange:
    first, second = before.claimed, after.claimed
    apart = None if first is None or second is None else second - first
    return ScoreChange(after.id, after.title, after.shown, first, second, apart, method, found)


# Parts


def _of_method(before: Result, after: Result, parted: Split) -> dict[str, float]:
    """How much of each score's change is not of the answers that both sides gave."""
    ends = [
        {HEADLINE: one.headline.claimed, **{c.id: c.claimed for c in one.composites}}
        for one in (before, after)
    ]
    found = {}
    for score, alike in parted.change.items():
        first, second = (end.get(score) for end in ends)
        if first is not None and second is not None:
            left = second - first - alike
            found[score] = left if abs(left) > NOTHING else 0.0
    return found


def _parts(
    alike: Alike, parted: Split, method: Mapping[str, float], same_company: bool
) -> tuple[Part, ...]:
    if HEADLINE not in method:
        return ()
    found = [*_of_answers(alike, parted, same_company), *_of_gates(alike, parted)]
    if alike.versions is not None and any(method.values()):
        title = f"Another version of the questionnaire, {alike.versions.after}"
        found.append(_part(alike.versions.after, title, "method", None, method))
    return tuple(sorted(found, key=lambda part: (-abs(round(part.amount, 9)), part.id)))


def _of_answers(alike: Alike, parted: Split, same_company: bool) -> Iterator[Part]:
    earlier, later = _credits(alike.before), _credits(alike.after)
    indicators = {one.id: one for s in (alike.before, alike.after) for one in s.scheme.indicators}
    for name, one in indicators.items():
        said = Said.of_credit(earlier.get(name)), Said.of_credit(later.get(name))
        tag = tag_of(said[0], said[1], same_company)
        amounts = parted.indicators.get(name, {})
        if tag is not None or any(abs(amount) > NOTHING for amount in amounts.values()):
            yield _part(name, one.title, tag or "restated", one.question.id, amounts)


def _credits(scoring: Scoring) -> dict[str, Credit]:
    named: Iterator[tuple[Indicator, Credit]] = zip(
        scoring.scheme.indicators, scoring.credits, strict=True
    )
    return {one.id: credit for one, credit in named}


def _of_gates(alike: Alike, parted: Split) -> Iterator[Part]:
    gates = {
        gate.id: (composite, gate)
        for composite in alike.newer.methodology.composites
        for gate in composite.gates
    }
    bound = {gate.id for held in alike.after.gates.values() for gate in held}
    for name, amounts in parted.gates.items():
        composite, gate = gates[name]
        said = "is now capped" if name in bound else "is no longer capped"
        title = f"{composite.title} {said} at {gate.cap:g}"
        asked = next(iter(questions_of_condition(alike.newer, gate.when)), None)
        yield _part(name, title, "gate", asked, amounts)


def _part(
    name: str, title: str, tag: Tag, question: str | None, amounts: Mapping[str, float]
) -> Part:
    inside = tuple((score, x) for score, x in amounts.items() if score != HEADLINE)
    return Part(name, title, tag, question, amounts.get(HEADLINE, 0.0), inside)


def _totals(parts: tuple[Part, ...]) -> tuple[TagTotal, ...]:
    found = []
    for tag in TAGS:
        own = [part.amount for part in parts if part.tag == tag]
        if own:
            found.append(TagTotal(tag, sum(own), len(own)))
    return tuple(found)
