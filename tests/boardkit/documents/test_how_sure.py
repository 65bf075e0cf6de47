"""How sure it is, what drives it and what to do, by case: reviewed as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from boardkit.documents.how_sure import HowSure
from boardkit.documents.what_drives import WhatDrives
from boardkit.documents.what_to_do import WhatToDo
from boardkit.documents.wording import Wording
from boardkit.english import in_sentence
from boardkit.formats import Formats
from boardkit.scoring import Result, Scoring, result_of
from boardkit.scoring.analysis import Analysis, analyse
from tests.support.telling_cases import UNSURE_CASES

HERE = Path(__file__).parent / "how_sure"


@cache
def looked_into(name: str) -> tuple[Scoring, Result, Analysis]:
    scoring = Scoring(*UNSURE_CASES[name]())
    return scoring, result_of(scoring), analyse(scoring)


def words(name: str) -> tuple[HowSure, WhatDrives, WhatToDo, Analysis]:
    scoring, result, analysis = looked_into(name)
    formats = Formats("en", scoring.assessment.details.currency)
    sure = HowSure(result, analysis.intervals, scoring.method, formats)
    drives = WhatDrives(result, scoring.method, formats)
    return sure, drives, WhatToDo(result, scoring.method, formats), analysis


def sentences(name: str) -> Iterator[str]:
    sure, drives, say, found = words(name)
    result = looked_into(name)[1]
    yield f"Conclusion:    {sure.conclusion()}"
    yield f"Headline:      {sure.headline()}"
    yield f"Band:          {sure.band()}"
    yield f"Verdict:       {sure.verdict()}"
    yield f"Ahead:         {sure.ahead()}"
    yield f"Does not apply: {sure.bounds(result.headline.bounds)}"
    for composite in result.composites:
        yield f"{composite.id}:             {sure.brief(composite.id)}: {sure.range(composite.id)}"
    if found.drivers is not None:
        yield f"Drivers:       {drives.drivers_title(found.drivers)}"
        for driver in drives.telling(found.drivers, 3):
            yield f"Driver:        {driver.title}: {drives.driver(driver)}"
        yield f"Optimism:      {drives.optimism(found.drivers)}"
    yield f"Method:        {drives.method_title(found.method_sensitivity)}"
    for constant in sorted(found.method_sensitivity, key=lambda one: -one.swing)[:3]:
        less, more = constant.less, constant.more
        yield (
            f"Constant:      {drives.constant(constant)} ({drives.setting(constant, constant.value)}): "
            f"{drives.setting(constant, less.value)} {drives.comes_to(less)}; "
            f"{drives.setting(constant, more.value)} {drives.comes_to(more)}"
        )
    if found.firm_up is not None:
        yield f"Firm up:       {say.firm_up(found.firm_up)}"
        for one in say.worth_firming(found.firm_up)[:2]:
            yield f"Firm up:       {one.title}. {say.standing(one)}. {say.firming(one, found.firm_up)}"
    yield f"Moves title:   {say.moves_title(found.moves)}"
    yield f"Moves:         {say.moves(found.moves)}"
    for option in say.options(found.moves, found.options):
        told = f"{option.changes}: {option.after} {option.band}, {option.chance}"
        yield f"Option:        {option.title}: {told}"
    yield f"Path:          {say.path(found.moves)}"
    if found.concentration is not None:
        yield f"Concentration: {drives.concentration(found.concentration)}"
        yield f"Largest:       {drives.largest(found.concentration)}"


@pytest.mark.parametrize("name", UNSURE_CASES)
def test_every_sentence_of_a_case(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"{name}.txt", "\n".join(line.rstrip() for line in sentences(name)) + "\n")


@pytest.mark.parametrize("name", UNSURE_CASES)
def test_each_is_a_sentence(name: str) -> None:
    for line in sentences(name):
        said = line.partition(":")[2].strip()
        assert "None" not in said
        assert not re.search(r"\d\.\d{4}|  |\.\.|nan", said), said


def test_the_band_of_what_is_proven_has_its_chance_too() -> None:
    scoring, result, found = looked_into("good-on-judgement")
    head, details = result.headline, scoring.assessment.details
    assert head.proven_band is not None
    assert head.proven_band != head.band
    say = Wording(result, scoring.method, details, Formats(), found.intervals)
    assert found.intervals.headline.proven is not None
    chance = found.intervals.headline.proven.chance(head.proven_band.id)
    named = f"{in_sentence(head.proven_band.title)} in {chance:.0%} of draws"
    assert say.standing().endswith(f"as proven, which would be {named}.")
    shut = "and first derivative and resale would not be open."
    assert say.answer().endswith(f"On what is proven alone it would be {named}, {shut}")


@pytest.mark.parametrize("name", UNSURE_CASES)
def test_a_verdict_in_the_answer_has_its_chance(name: str) -> None:
    scoring, result, found = looked_into(name)
    formats = Formats("en", scoring.assessment.details.currency)
    say = Wording(result, scoring.method, scoring.assessment.details, formats, found.intervals)
    if result.verdict is None or result.headline.too_early:
        return
    assert found.intervals.ways_out is not None
    said = say.answer()
    claimed = said.partition(" On what is proven")[0].lower()
    _, title, after = claimed.rpartition(result.verdict.title.lower())
    assert title
    assert after.startswith((", in ", " in "))
    assert len(said.split()) <= 60


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("paperclip-2026-q3", {"F": "Near in 88% of draws", "R": "Near in 91% of draws"}),
        ("dustjacket-2026-q3", {"F": "Closed in every draw", "R": "Closed in every draw"}),
        ("switchback-2026-q3", {"F": "Closed in 79% of draws", "R": "Open in every draw"}),
    ],
)
def test_how_far_a_way_out_is_open_is_told_with_its_chance(name: str, told: dict[str, str]) -> None:
    sure, *_ = words(name)
    assert {way: sure.named_way(way) for way in told} == told
    assert sure.named_way("G") == ""
