"""What is said of a comparison, by case: reviewed as text, and written again with --update-golden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from boardkit.comparison.wording import ComparisonWords
from boardkit.formats import MINUS, Formats
from tests.support.comparisons import PAIRS, compared

HERE = Path(__file__).parent / "wording"


def words(name: str) -> ComparisonWords:
    comparison = compared(name)
    return ComparisonWords(
        comparison, Formats("en", comparison.after.side.assessment.details.currency)
    )


@pytest.mark.parametrize("name", PAIRS)
def test_every_sentence_of_a_case(name: str, golden: Callable[[Path, str], None]) -> None:
    say = words(name)
    lines = [
        f"Sides:    {' | '.join(say.names())}",
        f"Title:    {say.title()}",
        f"Sentence: {say.sentence()}",
        f"Bands:    {say.bands()}",
        f"Range:    {say.range()}",
        f"Done:     {say.done_or_known()}",
        f"Early:    {say.too_early()}",
        f"Versions: {say.versions()}",
        *(f"Bar:      {say.amount(b.amount)} {b.title} ({say.tag(b.tag)})" for b in say.bars()),
        f"Answers:  {say.answers_title()}",
        *(f"Answer:   {one.question}: {say.before(one)} → {say.after(one)} ({say.basis(one)})"
          for one in say.comparison.answers[:3]),
    ]  # fmt: skip
    golden(HERE / f"{name}.txt", "\n".join(line.rstrip() for line in lines) + "\n")


@pytest.mark.parametrize("name", PAIRS)
def test_the_numbers_of_a_sentence_sum_as_they_are_printed(name: str) -> None:
    say = words(name)
    if say.printed is None:
        return
    numbers = [
        float(text.replace(MINUS, "-")) for text in re.findall(rf"[+{MINUS}]?\d+\.\d", say.parts())
    ]
    assert sum(numbers[1:]) == pytest.approx(numbers[0] if numbers else 0, abs=1e-6)
    bars = sum(bar.amount for bar in say.bars())
    assert bars == pytest.approx(say.printed.after - say.printed.before, abs=1e-6)
    assert len(say.bars()) <= 9


@pytest.mark.parametrize("name", PAIRS)
def test_the_bars_of_a_kind_sum_to_what_is_said_of_that_kind(name: str) -> None:
    printed = words(name).printed
    if printed is None or any(bar.tag is None for bar in printed.bars):
        return  # a bar of several kinds belongs to none
    by_bars: Counter[str] = Counter()
    for bar in printed.bars:
        by_bars[str(bar.tag)] += round(10 * bar.amount)
    said = {one.tag: round(10 * one.amount) for one in printed.tags}
    assert {tag: amount for tag, amount in by_bars.items() if amount} == said


@pytest.mark.parametrize("name", PAIRS)
def test_every_part_leads_to_its_question_and_the_group_holds_the_rest(name: str) -> None:
    say = words(name)
    for bar in say.bars():
        if len(bar.parts) == 1:
            assert bar.question is not None
            assert say.comparison.questionnaire.has_question(bar.question)
    told = {part.id for bar in say.bars() for part in bar.parts}
    untold = [one for one in say.comparison.parts if one.id not in told]
    assert all(abs(one.amount) < 0.05 for one in untold)  # what would be printed as nought
    assert len(untold) - sum(abs(one.amount) < 1e-9 for one in untold) <= 1
