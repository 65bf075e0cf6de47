"""A comparison in a page of text, for a terminal."""

from __future__ import annotations

from boardkit.comparison.forecasts import ForecastPair
from boardkit.comparison.result import Comparison
from boardkit.comparison.wording import ComparisonWords
from boardkit.formats import Formats
from boardkit.text_tables import table

ANSWERS = 20  # that are listed
LONGEST = 40  # characters of an answer in the table


def brief(comparison: Comparison, pair: ForecastPair | None = None, locale: str = "en") -> str:
    """The sentences, the scores, the parts, the answers that changed, and the forecasts."""
    currency = comparison.after.side.assessment.details.currency
    words = ComparisonWords(comparison, Formats(locale, currency))
    head = (f"{words.title()}.", words.too_early(), words.sentence(), words.bands(), words.range(),
            words.versions())  # fmt: skip
    blocks = [
        [line for line in head if line],
        _scores(words),
        _parts(words),
        _answers(words),
        _left_out(words),
        _forecasts(words, pair),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _scores(words: ComparisonWords) -> list[str]:
    comparison = words.comparison
    shown = {comparison.headline.title: comparison.headline}
    for one in comparison.composites:
        shown.setdefault(one.title, one)
    moved = "Change" if comparison.same_company else "Difference"
    rows = [("", comparison.before.name, comparison.after.name, moved, "")]
    rows += [
        (one.title, words.score(one.before), words.score(one.after), words.change(one),
         words.odds(one))
        for one in shown.values()
    ]  # fmt: skip
    return table(rows, right=(1, 2, 3))


def _parts(words: ComparisonWords) -> list[str]:
    if not words.bars():
        return []
    rows = [
        (words.amount(bar.amount), bar.title, words.tag(bar.tag), bar.question or "")
        for bar in words.bars()
    ]
    return ["What moved it:", *table(rows, right=(0,))]


def _answers(words: ComparisonWords) -> list[str]:
    changed = words.comparison.answers
    if not changed:
        return []
    rows = [
        (one.question, one.title, f"{_cut(words.before(one))} → {_cut(words.after(one))}",
         words.basis(one), words.tag(one.tag))
        for one in changed[:ANSWERS]
    ]  # fmt: skip
    more = len(changed) - len(rows)
    rest = [f"… and {more} more; --json has them all."] if more else []
    return [f"{words.answers_title()}:", *table(rows), *rest]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _left_out(words: ComparisonWords) -> list[str]:
    versions = words.comparison.versions
    if versions is None or not versions.left_out:
        return []
    rows = [(one.question, one.title, words.fate(one.kind), one.note) for one in versions.left_out]
    return ["Left out of both sides:", *table(rows)]


def _forecasts(words: ComparisonWords, pair: ForecastPair | None) -> list[str]:
    if pair is None:
        return []
    rows = [("Gross profit in the last year", *words.names(), "")]
    rows += [(one.title, *words.money(one.gross_profit, pair)) for one in pair.strategies]
    return table(rows, right=(1, 2, 3))
