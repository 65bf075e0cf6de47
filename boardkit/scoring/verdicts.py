"""What the scores amount to: the band, the way out, the bridge between gross and net."""

from __future__ import annotations

from boardkit.methodology import Methodology
from boardkit.scoring.aggregation import Aggregate, cover, shown
from boardkit.scoring.bridge import covered_parts
from boardkit.scoring.result import BandResult, Bridge, BridgeStep, VerdictResult


def band(method: Methodology, headline: float | None) -> BandResult | None:
    """The band that a headline falls into."""
    if headline is None:
        return None
    found = next(b for b in method.headline.bands if b.below is None or headline < b.below)
    return BandResult(found.id, found.title, found.phrase)


def verdict_kind(method: Methodology, scores: Aggregate) -> tuple[str, tuple[str, ...]]:
    """The kind of verdict, and the ways out that are open, preferred first."""
    rules = method.verdict
    assert rules is not None
    ways = {way: float(scores.composites[way]) for way in rules.ways_out}
    open_ways = tuple(way for way, credit in ways.items() if credit > rules.open_above)
    composite = method.headline.composite
    at_risk = float(shown(method, composite, scores.composites[composite]))
    if at_risk < rules.none_needed_below:
        return "none_needed", open_ways
    if len(open_ways) == len(ways):
        return "all_open", open_ways
    if open_ways:
        return "one_open", open_ways
    return ("near" if max(ways.values()) >= rules.near_from else "none"), ()


def verdict(method: Methodology, scores: Aggregate, too_early: bool) -> VerdictResult | None:
    """Which way out is open; None when the method has no verdict, or it is too early for one."""
    rules = method.verdict
    if rules is None or too_early or scores.headline is None:
        return None
    kind, ways = verdict_kind(method, scores)
    names = " and ".join(method.composite(way).short.lower() for way in ways)
    return VerdictResult(
        kind=kind,
        title=_capital(getattr(rules.titles, kind).format(way=names)),
        phrase=getattr(rules.phrases, kind).format(way=names),
        ways=ways,
        caveat=rules.caveat,
    )


def bridge(method: Methodology, scores: Aggregate) -> Bridge | None:
    """From the headline's composite, less what each way out covers, to the headline."""
    head = method.headline
    if scores.headline is None or not head.covered_by:
        return None
    start = float(shown(method, head.composite, scores.composites[head.composite]))
    covers = {way: float(cover(method, scores.composites[way])) for way in head.covered_by}
    parts = covered_parts(start, covers)
    steps = tuple(
        BridgeStep(way, method.composite(way).title, parts[way]) for way in head.covered_by
    )
    return Bridge(
        method.composite(head.composite).title,
        start,
        steps,
        head.title,
        float(scores.headline),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
