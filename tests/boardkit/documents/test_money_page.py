"""The page “The money” and the register of assumptions: what they say, by case, and that they fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from boardkit.assessment import Assessment, ForecastSettings, OwnScenario
from boardkit.documents.board_pack import BoardPack
from boardkit.documents.material import Material, gathered
from boardkit.documents.pages import PAGES
from boardkit.documents.pages.money import MoneyPage, assumptions_page, money_page
from boardkit.examples import shipped_examples
from boardkit.pack_options import PackOptions, Paper
from boardkit.questionnaire import Questionnaire
from tests.conftest import Golden
from tests.support.companies import company, questionnaire, sample
from tests.support.pdf_texts import page_texts
from tests.support.telling_cases import CASES, example

HERE = Path(__file__).parent / "money"
SHIPPED = ("base", "mild", "severe", "boom", "stall")


def under(scenario: str, assessment: Assessment, *own: OwnScenario) -> Assessment:
    settings = ForecastSettings(scenario=scenario, scenarios=own)
    return assessment.with_details(forecast=settings)


def own(values: dict[str, float], title: str = "Our plan") -> OwnScenario:
    return OwnScenario(id="our-plan", title=title, about="Why. " * 400, values=values)


MORE = {
    **{f"sample-{one}": under(one, sample()) for one in SHIPPED[1:]},
    "only-arr": company(currency="GBP"),
    "no-ai-cohort": company({"A03": {"seats": 70, "usage": 20, "platform": 10}, "C08": "none"}),
    "either": under("our-plan", sample(), own({"delta": 0.32})),
    "both": under("our-plan", sample(), own({"delta": 0.5})),
    "first-derivative": under("our-plan", sample(), own({"delta": 0.32, "w": 0.001})),
    "no-way-adds": under("our-plan", sample(), own({"K_r": 1e9, "K_f": 1e9})),
    "millions-left-off": company({"A01": 200, "C06": {"low": 30, "likely": 60, "high": 90}}),
    "trillions": company({"A01": 9.99e14}, currency="JPY"),
}


def case(name: str) -> tuple[Questionnaire, Assessment]:
    return (questionnaire(), MORE[name]) if name in MORE else CASES[name]()


@pytest.mark.parametrize("name", [*CASES, *MORE])
def test_every_sentence_of_a_case(name: str, golden: Golden) -> None:
    page = money_page(gathered(*case(name)))
    golden(HERE / f"{name}.txt", _text(page) if page is not None else "No page.\n")


def _text(page: MoneyPage) -> str:
    lines = [
        f"Title:    {page.title}",
        f"Lead:     {page.lead}",
        f"Scenario: {page.scenario}",
        *(f"Measure:  {one.title}: {' | '.join(one.figures)}" for one in page.measures),
        f"Beside:   {page.beside}",
        *(f"Unusual:  {amount}" for amount in page.unusual),
        *(f"Doubt:    {doubt}" for doubt in page.doubts),
        *([page.published] if page.published else []),
        f"So what:  {page.so_what}",
        f"Assumed:  {page.assumed}",
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("name", [*CASES, *MORE])
def test_the_title_takes_two_lines_at_most(name: str) -> None:
    page = money_page(gathered(*case(name)))
    assert page is None or len(page.title) <= 100


FITTING = [
    *((one.name, scenario) for one in shipped_examples() for scenario in ("base", "severe")),
    ("trillions", ""), ("only-arr", ""), ("millions-left-off", ""),
]  # fmt: skip


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("name", "scenario"), FITTING)
def test_it_is_one_page(name: str, scenario: str, paper: Paper) -> None:
    asked, assessment = case(name)
    if scenario:
        title = "A plan whose name is far too long to be printed in full " * 6
        plan = own({"w": 0.5} if scenario == "base" else {"delta": 0.4}, title)
        assessment = under("our-plan" if name.startswith("switch") else scenario, assessment, plan)
    without = tuple(kind.id for kind in PAGES if kind.id != "money")
    options = PackOptions(document="board", paper=paper, without=without)
    pack = BoardPack(gathered(asked, assessment.with_details(pack=options)))
    title = next(page.content.title for page in pack.pages() if page.id == "money")
    pages = page_texts(pack.pdf())
    first = next(number for number, text in enumerate(pages) if text.startswith(title))
    assert first == len(pages) - 1
    assert "Source: answers of" in pages[first]


def test_there_is_no_page_without_a_forecast() -> None:
    for name in ("nothing-answered", "index-without-ways-out"):
        material = gathered(*CASES[name]())
        assert money_page(material) is None
        assert assumptions_page(material) is None


def test_its_charts_are_there_and_drawn_for_paper() -> None:
    page = money_page(gathered(*example("paperclip-2026-q3")))
    assert page is not None
    assert "Do nothing $253m, from $164m to $330m" in page.fans
    assert "paid back in year 4" in page.payback
    assert "Resell 1.84" in page.replacement


def test_the_register_has_every_input_under_its_subject() -> None:
    material: Material = gathered(*example("half-timbered-2026-q3"))
    page = assumptions_page(material)
    assert page is not None
    assert page.title == "The forecast rests on 43 inputs, 40 of them assumed, 4 past their date"
    rows = {row.symbol: row for group in page.groups for row in group.rows}
    assert len(rows) == 43
    assert rows["v1"].expired
    assert rows["v1"].expires == "31 December 2026"
    assert rows["delta"].questions == ("B03",)
    assert rows["delta"].value == "15% of those renewing (5% to 40%)"
    assert rows["A0"].questions == ()
    assert rows["A0"].where_from.startswith("Answer A01: ")
