"""A forecast in a screenful of text, for a terminal."""

from __future__ import annotations

from boardkit.assessment import Assessment
from boardkit.economics.result import Forecast, RegisterRow, StrategyForecast
from boardkit.economics.wording import ForecastWords
from boardkit.formats import Formats
from boardkit.questionnaire import Questionnaire
from boardkit.text_tables import table


def brief(
    questionnaire: Questionnaire, assessment: Assessment, forecast: Forecast, locale: str = "en"
) -> str:
    """The answer, the four strategies, what stands beside them, and what was assumed."""
    words = ForecastWords(forecast, questionnaire, Formats(locale, assessment.details.currency))
    details = assessment.details
    blocks = [
        [
            f"{details.company}{', ' + details.period if details.period else ''}",
            _scenario(forecast),
        ],
        [words.conclusion()],
        _asking(words),
        _table(words),
        _beside(words),
        _doubts(words),
        _assumed(words),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _scenario(forecast: Forecast) -> str:
    about = f". {forecast.scenario.about}" if forecast.scenario.about else ""
    return f"Scenario: {forecast.scenario.title}{about}"


def _asking(words: ForecastWords) -> list[str]:
    asked = [f"  {words.ask(one)}" for one in words.forecast.ask_next]
    return [words.ask_lead(), *asked] if asked else []


def _doubts(words: ForecastWords) -> list[str]:
    """What is out of line, past a bound, or past its date."""
    forecast = words.forecast
    lines = [words.unusual(row) for row in forecast.register if row.unusual]
    lines += [f"Out of line: {doubt}" for doubt in words.doubts()]
    facts = dict.fromkeys(fact for found in forecast.out_of_line for fact in found.facts)
    lines += [f"  {words.published(fact)}." for fact in facts]
    lines += [words.held(row) for row in forecast.register if row.held]
    return [line for line in (*lines, words.expired()) if line]


def _table(words: ForecastWords) -> list[str]:
    year = words.forecast.years
    head = ("", f"ARR, year {year}", f"Gross profit, year {year}", "Margin", "Pays back",
            f"Value today at {words.share(words.forecast.hurdle)}")  # fmt: skip
    rows = [head, *(_row(words, strategy) for strategy in words.forecast.strategies)]
    return [*table(rows), "In brackets: one chance in ten of less, and one in ten of more."]


def _row(words: ForecastWords, strategy: StrategyForecast) -> tuple[str, ...]:
    money = words.formats.money
    arr, profit, worth = strategy.arr, strategy.gross_profit, strategy.net_present_value
    nothing = worth.p10 == worth.p90 == 0
    return (
        strategy.title,
        f"{money(arr.likely[-1])} ({money(arr.p10[-1])} to {money(arr.p90[-1])})",
        f"{money(profit.likely[-1])} ({money(profit.p10[-1])} to {money(profit.p90[-1])})",
        words.share(strategy.margin[-1]),
        words.pays_back(strategy),
        "–" if nothing else f"{money(worth.likely)} ({money(worth.p10)} to {money(worth.p90)})",
    )


def _beside(words: ForecastWords) -> list[str]:
    lines = (words.how_sure(), words.seats(), words.replacement(), words.leverage(),
             words.at_risk(), words.unit_margin())  # fmt: skip
    return [line for line in lines if line]


def _assumed(words: ForecastWords) -> list[str]:
    rows = [row for row in words.forecast.register if row.state in ("assumed", "archetype")]
    if not rows:
        return []
    return ["Assumed:", *(f"  {_assumption(words, row)}" for row in rows)]


def _assumption(words: ForecastWords, row: RegisterRow) -> str:
    asked = f" Asked in {', '.join(row.questions)}." if row.questions else ""
    facts = f" ({', '.join(row.facts)})" if row.facts else ""
    source = row.where_from.rstrip(".")
    return f"{row.title} ({row.symbol}): {words.value_and_range(row)}. {source}{facts}.{asked}"
