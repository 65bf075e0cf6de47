"""The money: seven years under four strategies, what new revenue must replace, and when it pays back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from boardkit.documents.material import Material
from boardkit.documents.money_pictures import MoneyPictures
from boardkit.economics.measures import Measure, measures_of
from boardkit.economics.result import Forecast, OutOfLine, RegisterRow
from boardkit.economics.subjects import SUBJECTS
from boardkit.economics.wording import ForecastWords
from boardkit.english import in_sentence, listed
from boardkit.typefaces import shortened

PRINTED = ("worth", "break_even", "chance", "dilution", "at_risk")
NAMED = 3  # assumptions named on the page; the register has them all
FIXED = 715.0  # CSS pixels of everything but the fans' panels, where all the rest is one line
LINE, CHARACTERS, SMALL_PRINT = 17.0, 105, 125  # of what comes on top: a line's height and lengths
TALLEST, SMALLEST = 96.0, 36.0  # of a panel


@dataclass(frozen=True)
class MoneyPage:
    """What the page places."""

    title: str
    lead: str
    scenario: str  # under which it was made, where that is not the usual one
    fans: Markup
    measure: str  # what the fans show
    replacement: Markup
    payback: Markup
    strategies: tuple[str, ...]
    measures: tuple[Measure, ...]
    beside: str  # seats, the main unit, what goes with the top customer
    unusual: tuple[str, ...]  # amounts that may lack their millions
    doubts: tuple[str, ...]
    published: str  # by whom, and when, what the doubts are out of line with
    so_what: str
    assumed: str


@dataclass(frozen=True)
class AssumptionRow:
    """One input of the forecast."""

    title: str
    symbol: str
    value: str
    where_from: str
    questions: tuple[str, ...]
    owner: str
    set_on: str
    expires: str
    expired: bool


@dataclass(frozen=True)
class AssumptionGroup:
    """The inputs of one subject."""

    title: str
    rows: tuple[AssumptionRow, ...]


@dataclass(frozen=True)
class AssumptionsPage:
    """What the page places."""

    title: str
    lead: str
    so_what: str
    groups: tuple[AssumptionGroup, ...]


def words_of(material: Material, forecast: Forecast) -> ForecastWords:
    """The sentences about the forecast, for the reader of the document."""
    return ForecastWords(forecast, material.questionnaire, material.formats)


def money_page(material: Material) -> MoneyPage | None:
    """The page; None where there is no forecast."""
    forecast = material.forecast
    if forecast is None:
        return None
    say, sheet = words_of(material, forecast), material.sheet
    pictures = MoneyPictures(forecast, width=sheet.width, formats=material.formats)
    small = MoneyPictures(forecast, width=sheet.width * 0.47, formats=material.formats)
    measures = {one.id: one for one in measures_of(say)}
    doubted = _doubted(forecast)
    unusual = tuple(say.unusual(row) for row in forecast.register if row.unusual)
    doubts, published = tuple(map(say.out_of_line, doubted)), _published(say, doubted)
    beside = " ".join(one for one in (say.seats(), say.unit_margin()) if one)
    more = _lines(beside) - 1
    more += _lines(" ".join(doubts)) + _lines(published, SMALL_PRINT) + 2 if doubts else 0
    more += _lines(" ".join(unusual)) + 2 if unusual else 0
    return MoneyPage(
        title=say.title(),
        lead=say.beside_conclusion() if not forecast.support.enough else say.outcome(),
        fans=pictures.fans(_panel_height(sheet.height, more)),
        measure=_measure(material, forecast),
        replacement=small.replacement(),
        payback=small.payback(96),
        strategies=tuple(one.title for one in forecast.strategies),
        measures=tuple(measures[one] for one in PRINTED),
        scenario=_scenario(forecast),
        beside=beside,
        unusual=unusual,
        doubts=doubts,
        published=published,
        so_what=say.so_what(),
        assumed=_assumed(say),
    )


def _measure(material: Material, forecast: Forecast) -> str:
    economics = material.questionnaire.economics
    assert economics is not None
    draws = material.formats.number(economics.draws, 0)
    return (
        "Lines have every input at its likeliest; fans leave out the lowest and the highest tenth "
        f"of {draws} draws"
    )


def _doubted(forecast: Forecast) -> tuple[OutOfLine, ...]:
    """What is out of line with what is published: the farthest of each kind."""
    worst: dict[str, OutOfLine] = {}
    for found in forecast.out_of_line:
        known = worst.get(found.kind)
        if known is None or found.figure > known.figure:
            worst[found.kind] = found
    return tuple(worst.values())


def _published(say: ForecastWords, doubted: Sequence[OutOfLine]) -> str:
    """Who published what those are out of line with, and when; nothing for none."""
    facts = dict.fromkeys(fact for found in doubted for fact in found.facts)
    return f"{'; '.join(map(say.published, facts))}." if facts else ""


def _lines(text: str, characters: int = CHARACTERS) -> int:
    return ceil(len(text) / characters)


def _panel_height(sheet: float, more: int) -> float:
    """How high a panel can be for the page to stay one page, with so many more lines of text."""
    return min(max((sheet - FIXED - LINE * more) / 2, SMALLEST), TALLEST)


def _scenario(forecast: Forecast) -> str:
    chosen = forecast.scenario
    if not chosen.values:
        return ""
    about = "" if chosen.own else f" {chosen.about}"
    return f"Scenario “{shortened(chosen.title, 10, 260)}”.{about}"


def _assumed(say: ForecastWords) -> str:
    """How much of it rests on no answer, and on which assumptions first of all."""
    rows = [row for row in say.forecast.register if row.state in ("assumed", "archetype")]
    if not rows:
        return "Every input is answered or set by the scenario."
    first = sorted(rows, key=lambda row: -row.moves)[:NAMED]
    named = [f"{in_sentence(row.title)}, at {_figure(say, row)}" for row in first if row.moves > 0]
    text = f"{len(rows)} of {len(say.forecast.register)} inputs rest on no answer"
    if named:
        text += f". Those that move it most are {'; '.join(named)}"
    return f"{text}. The register of assumptions in the full pack has every one."


def _figure(say: ForecastWords, row: RegisterRow) -> str:
    low, high = say.value(row, row.low), say.value(row, row.high)
    return f"{say.value(row, row.value)} ({low} to {high})"


def assumptions_page(material: Material) -> AssumptionsPage | None:
    """The assumption register; None where there is no forecast."""
    forecast = material.forecast
    if forecast is None:
        return None
    say = words_of(material, forecast)
    rows = {row.symbol: _row(material, say, row) for row in forecast.register}
    return AssumptionsPage(
        title=f"The forecast rests on {say.register_counts()}",
        lead=(
            f"Under the scenario “{forecast.scenario.title}”. In brackets, the range: one chance in "
            "ten of less, and one in ten of more."
        ),
        so_what=_to_answer(forecast),
        groups=tuple(
            AssumptionGroup(one.title, tuple(rows[symbol] for symbol in one.symbols))
            for one in SUBJECTS
        ),
    )


def _to_answer(forecast: Forecast) -> str:
    """What of the register to look at first."""
    told = []
    expired = [in_sentence(row.title) for row in forecast.register if row.expired]
    if expired:
        it = "it is past its date" if len(expired) == 1 else "they are past their dates"
        told.append(f"Look again at {listed(expired)}: {it}.")
    assumed = [
        row for row in forecast.register if row.state in ("assumed", "archetype") and row.moves
    ]
    if assumed:
        first = max(assumed, key=lambda row: row.moves)
        text = f"Of what is only assumed, {in_sentence(first.title)} moves the forecast most"
        asked = f"; answer {listed(first.questions)} to put a figure of your own there"
        told.append(f"{text}{asked if first.questions else ''}.")
    return " ".join(told) or "Every input is answered or set by the scenario."


def _row(material: Material, say: ForecastWords, row: RegisterRow) -> AssumptionRow:
    day = material.formats.day
    return AssumptionRow(
        title=row.title, symbol=row.symbol, value=say.value_and_range(row),
        where_from=say.where_from(row), questions=row.questions if row.state != "answered" else (), owner=row.owner,
        set_on=day(row.set_on), expires=day(row.expires), expired=row.expired,
    )  # fmt: skip
