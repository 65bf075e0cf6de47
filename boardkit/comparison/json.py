"""A comparison as JSON, under the names that docs/comparison.md lists."""

from __future__ import annotations

from typing import Any

from boardkit.comparison.forecasts import ForecastPair
from boardkit.comparison.result import AnswerChange, Comparison, Part, Scored
from boardkit.comparison.wording import ComparisonWords
from boardkit.formats import Formats
from boardkit.library.changes import plain as plain_answer
from boardkit.plain_data import plain


def comparison_json(
    comparison: Comparison, pair: ForecastPair | None = None, formats: Formats | None = None
) -> dict[str, Any]:
    """Plain data: numbers unrounded but for the ninth decimal; sentences as a page prints them."""
    words = ComparisonWords(comparison, formats or Formats())
    return {
        "title": words.title(),
        "sentence": words.sentence(),
        "before": _side(comparison.before),
        "after": _side(comparison.after),
        "same_company": comparison.same_company,
        "too_early": [one.name for one in comparison.too_early],
        "versions": plain(comparison.versions),
        "headline": _change(comparison.headline),
        "composites": [_change(one) for one in comparison.composites],
        "dimensions": [_change(one) for one in comparison.dimensions],
        "parts": [_part(one) for one in comparison.parts],
        "tags": plain(comparison.tags),
        "answers": [_answer(one) for one in comparison.answers],
        "forecasts": None if pair is None else _forecasts(pair),
    }


def _side(one: Scored) -> dict[str, Any]:
    details, pin = one.side.assessment.details, one.side.assessment.questionnaire
    head, band = one.intervals.headline.claimed, one.result.headline.band
    return {
        "name": one.name,
        "kind": one.side.kind,
        "company": details.company,
        "period": details.period,
        "kept_at": plain(one.side.at),
        "assessment": one.side.assessment.id,
        "questionnaire": pin.id,
        "questionnaire_version": pin.version,
        "questionnaire_digest": pin.digest,
        "headline": one.result.headline.claimed,
        "interval": plain(head.interval) if head is not None else None,
        "band": plain(band),
        "band_chance": head.chance(band.id) if head is not None and band is not None else None,
    }


def _change(one: Any) -> dict[str, Any]:
    return {**plain(one), "better": one.better}


def _part(one: Part) -> dict[str, Any]:
    told: dict[str, Any] = plain(one)
    told["composites"] = {key: plain(amount) for key, amount in one.composites}
    return told


def _answer(one: AnswerChange) -> dict[str, Any]:
    return {
        "question": one.question,
        "title": one.title,
        "tag": one.tag,
        "amount": plain(one.amount),
        "standings": plain(one.standings),
        "before": None if one.before is None else plain_answer(one.before),
        "after": None if one.after is None else plain_answer(one.after),
    }


def _forecasts(pair: ForecastPair) -> dict[str, Any]:
    return {
        "years": [pair.before.years, pair.after.years],
        "currencies": list(pair.currencies),
        "scenarios": [pair.before.scenario.id, pair.after.scenario.id],
        "same_measure": pair.same_measure,
        "strategies": plain(pair.strategies),
    }
