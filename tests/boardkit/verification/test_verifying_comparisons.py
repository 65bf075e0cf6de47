"""A comparison report is held to both assessments that it carries."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from boardkit.comparison import compare
from boardkit.comparison.forecasts import forecasts
from boardkit.documents.comparison_report import ComparisonReport
from boardkit.errors import FileError
from boardkit.examples import shipped_example
from boardkit.exchange import boardkit_bytes, open_file
from boardkit.exchange.pdf_file import ASSESSMENT, BEFORE, NUMBERS, attached_numbers
from boardkit.pack_options import Paper
from boardkit.verification import verify
from boardkit.verification.inside import Inside, sides_in
from boardkit.verification.verifying import made_here
from tests.support.comparisons import PAIRS, compared
from tests.support.tampering import with_attached, with_text, without_attached

NAME = "changed.pdf"


@cache
def report(name: str, paper: Paper = "a4", locale: str = "en") -> bytes:
    sides = PAIRS[name]()
    return ComparisonReport(compared(name), forecasts(*sides), paper=paper, locale=locale).pdf()


@pytest.mark.parametrize(
    ("name", "paper", "locale"),
    [("one-quarter-on", "a4", "en"), ("two-references", "letter", "de")],
)
def test_what_is_printed_is_what_both_give(name: str, paper: Paper, locale: str) -> None:
    found = verify(report(name, paper, locale), NAME)
    assert found.differences == ()
    assert found.verdict == "right"
    assert found.numbers > 50
    assert found.shipped


def unmade(inside: Inside) -> bytes:
    """The report that is known to be right, for what is altered outside the answers."""
    return report("one-quarter-on")


def test_a_number_that_is_printed_otherwise_is_named() -> None:
    altered = with_text(report("one-quarter-on"), 0, "42.0", "24.0")
    found = verify(altered, NAME, unmade)
    assert found.verdict == "wrong"
    assert ("24.0", "42.0") in [(one.printed, one.given) for one in found.differences]


def test_a_number_that_is_attached_otherwise_is_named() -> None:
    numbers = json.loads(attached_numbers(report("one-quarter-on"), NAME))
    numbers["comparison"]["parts"][0]["amount"] = -20.0
    altered = with_attached(report("one-quarter-on"), NUMBERS, json.dumps(numbers).encode())
    (one,) = verify(altered, NAME, unmade).differences
    assert one.where == "comparison.parts[0].amount"
    assert one.printed == "-20.0"


@pytest.mark.parametrize("which", [ASSESSMENT, BEFORE])
def test_other_answers_on_either_side_do_not_give_what_is_printed(which: str) -> None:
    example = shipped_example("half-timbered-2026-q3")
    other = boardkit_bytes(example.assessment, example.questionnaire)
    found = verify(with_attached(report("one-quarter-on"), which, other), NAME, made_here)
    assert found.verdict == "wrong"
    assert len(found.differences) > 20


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda data: without_attached(data, BEFORE), "holds only one assessment"),
        (lambda data: without_attached(data, ASSESSMENT), "no assessment is attached to it"),
        (lambda data: with_attached(data, BEFORE, b"forged"), "it is cut short, or was altered"),
    ],
)
def test_a_report_that_cannot_be_looked_into_is_told(
    change: Callable[[bytes], bytes], why: str
) -> None:
    with pytest.raises(FileError, match=why):
        verify(change(report("one-quarter-on")), NAME)


def test_both_are_taken_out_again_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(report("one-quarter-on"))
    sides = sides_in(path)
    assert sides is not None
    for side, given in zip(sides, PAIRS["one-quarter-on"](), strict=True):
        assert (side.name, side.kind, side.at) == (given.name, given.kind, given.at)
        assert side.assessment == given.assessment
        assert side.questionnaire == given.questionnaire
    assert compare(*sides).headline == compared("one-quarter-on").headline
    assert open_file(path).assessment == sides[1].assessment


def test_whoever_keeps_the_answers_to_themselves_attaches_nothing(tmp_path: Path) -> None:
    sides = PAIRS["one-quarter-on"]()
    bare = ComparisonReport(compared("one-quarter-on"), forecasts(*sides), attach=False).pdf()
    with pytest.raises(FileError, match="no assessment is attached"):
        verify(bare, NAME)
    (tmp_path / NAME).write_bytes(bare)
    assert sides_in(tmp_path / NAME) is None
