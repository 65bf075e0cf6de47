"""Which state of before a pack is set beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boardkit.assessment import Answer
from boardkit.comparison.last_time import last_time
from boardkit.examples import shipped_example
from boardkit.following import next_assessment
from boardkit.library import Library

Q3 = "paperclip-2026-q3"


class Clock:
    """A time that moves when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3", "Tester", clock) as opened:
        found = shipped_example(Q3)
        opened.add(found.assessment, found.questionnaire)
        yield opened


def test_a_milestone_of_an_earlier_day(library: Library, clock: Clock) -> None:
    kept = library.keep_milestone(Q3, "Q3 board")
    library.record(Q3, "B01", Answer(value=4, basis="contract"))
    assert last_time(library, library.assessment(Q3)) is None  # of the same day
    clock.now += timedelta(days=2)
    library.record(Q3, "B01", Answer(value=3, basis="contract"))
    library.keep_milestone(Q3, "Draft for Q4")
    found = last_time(library, library.assessment(Q3))
    assert found is not None
    assert (found.name, found.kind, found.at) == ("Q3 board", "milestone", kept.at)
    assert found.assessment == library.at(Q3, kept.seq)


def test_only_from_before_the_milestone_that_is_printed(library: Library, clock: Clock) -> None:
    kept = library.keep_milestone(Q3, "Q3 board")
    clock.now += timedelta(days=2)
    library.record(Q3, "B01", Answer(value=3, basis="contract"))
    assert last_time(library, library.assessment(Q3), kept.seq) is None


def test_else_the_assessment_that_it_follows(library: Library) -> None:
    found = shipped_example(Q3)
    made = next_assessment(found.questionnaire, found.assessment, "next", period="Q4 2026")
    library.add(made, found.questionnaire)
    before = last_time(library, made)
    assert before is not None
    assert (before.name, before.assessment.id) == ("Q3 2026", Q3)


def test_nothing_where_that_is_not_at_hand(tmp_path: Path) -> None:
    found = shipped_example(Q3)
    made = next_assessment(found.questionnaire, found.assessment, "next", period="Q4 2026")
    with Library.open(tmp_path / "other.sqlite3", "Tester") as library:
        library.add(made, found.questionnaire)
        assert last_time(library, made) is None
