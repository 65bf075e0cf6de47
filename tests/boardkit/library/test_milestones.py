"""Milestones: states with a name, that are there for good and can be returned to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from boardkit.assessment import Answer, Details, Pin
from boardkit.errors import AnswerError, LibraryError, NotFoundError
from boardkit.library import Library, milestones_in
from boardkit.questionnaire import Questionnaire

NOON = datetime(2026, 9, 30, 12, tzinfo=UTC)
HEADLINE: dict[str, JsonValue] = {"score": 61, "band": "Exposed", "verdict": "Neither yet"}


def clock() -> Callable[[], datetime]:
    minutes = iter(range(1_000_000))
    return lambda: NOON + timedelta(minutes=next(minutes))


@pytest.fixture
def newer(tiny: Questionnaire) -> Questionnaire:
    """The next version of the questionnaire."""
    raw = tiny.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return Questionnaire.model_validate({**raw, "version": "1.1.0"})


def test_a_milestone_says_who_when_what_and_by_which_questionnaire(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada", clock()) as library:
        made = library.create(tiny, acme, {"Q01": Answer(value=1)})
        kept = library.keep_milestone(made.id, " Q3 board ", HEADLINE)
        assert (kept.name, kept.author, kept.headline) == ("Q3 board", "Ada", HEADLINE)
        assert kept.at == library.history(made.id)[-1].at
        assert kept.questionnaire == Pin.of(tiny)
        assert library.milestones(made.id) == (kept,)
        assert library.list()[0].milestones == 1
    with Library.open(path, "Bob") as library:
        assert library.milestones(made.id) == (kept,)


def test_the_state_at_a_milestone_stays_as_it_was(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1), "Q04": Answer(value=5)})
    kept = library.keep_milestone(made.id, "Q3 board")
    library.record(made.id, "Q01", Answer(value=2))
    library.record(made.id, "Q04", None)
    library.revise(made.id, Details(company="Apex"))
    then = library.at(made.id, kept.seq)
    assert then == made
    assert library.assessment(made.id) != then


def test_keeping_one_changes_nothing_that_the_list_dates(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada", clock()) as library:
        made = library.create(tiny, acme)
        before = library.list()[0]
        library.keep_milestone(made.id, "Q3 board")
        after = library.list()[0]
    assert (after.changed_at, after.changed_seq) == (before.changed_at, before.changed_seq)


def test_returning_can_itself_be_taken_back(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1), "Q04": Answer(value=5)})
    kept = library.keep_milestone(made.id, "Q3 board")
    library.record(made.id, "Q01", Answer(value=2))
    library.record(made.id, "Q04", None)
    library.record(made.id, "Q12", Answer(value="new"))
    library.revise(made.id, Details(company="Apex"))
    later = library.assessment(made.id)
    before = library.history(made.id)
    changes = library.return_to(made.id, kept.seq)
    assert library.assessment(made.id) == made
    assert library.history(made.id) == (*before, *changes)  # nothing is lost
    assert {change.subject for change in changes} == {"", "Q01", "Q04", "Q12"}
    library.return_to(made.id, changes[0].seq - 1)
    assert library.assessment(made.id) == later
    assert library.return_to(made.id, library.history(made.id)[-1].seq) == ()
    assert library.milestones(made.id) == (kept,)


def test_a_newer_questionnaire_and_back(
    library: Library, tiny: Questionnaire, newer: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1), "Q04": Answer(value=5)})
    kept = library.keep_milestone(made.id, "Before the new version")
    moved = made.with_answer("Q04", None).model_copy(update={"questionnaire": Pin.of(newer)})
    changes = library.bring_to(moved, newer)
    assert [change.kind for change in changes] == ["content", "answer"]
    assert library.assessment(made.id) == moved
    assert library.list()[0].questionnaire_version == "1.1.0"
    assert library.record(made.id, "Q04", Answer(value=1)).answer is not None
    then = library.at(made.id, kept.seq)
    assert library.questionnaire(then.questionnaire.digest) == tiny
    library.keep_milestone(made.id, "After")
    versions = [mark.questionnaire.version for mark in library.milestones(made.id)]
    assert versions == ["1.0.0", "1.1.0"]
    library.return_to(made.id, kept.seq)
    assert library.assessment(made.id) == made
    assert library.list()[0].questionnaire_version == "1.0.0"


def test_what_does_not_fit_is_not_brought_in(
    library: Library, tiny: Questionnaire, newer: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme)
    before = library.history(made.id)
    with pytest.raises(AnswerError, match="Q04"):
        library.bring_to(made.with_answer("Q04", Answer(value=-1)), tiny)
    with pytest.raises(LibraryError, match="made with another questionnaire"):
        library.bring_to(made, newer)
    with pytest.raises(NotFoundError, match="No assessment “nobody”"):
        library.bring_to(made.model_copy(update={"id": "nobody"}), tiny)
    assert library.history(made.id) == before


def test_a_milestone_can_be_renamed_removed_and_put_back(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1)})
    first = library.keep_milestone(made.id, "Q3", HEADLINE)
    second = library.keep_milestone(made.id, "Q4")
    library.rename_milestone(made.id, first.id, "Q3 board")
    renamed = first.model_copy(update={"name": "Q3 board"})
    assert library.milestones(made.id) == (renamed, second)
    library.remove_milestone(made.id, first.id)
    assert library.milestones(made.id) == (second,)
    assert library.list()[0].milestones == 1
    assert library.at(made.id, first.seq) == made
    library.restore_milestone(made.id, first.id)
    assert library.milestones(made.id) == (renamed, second)


@pytest.mark.parametrize("name", ["", "   ", "x" * 401, "half \ud83c"])
def test_a_name_that_is_none_is_refused(
    library: Library, tiny: Questionnaire, acme: Details, name: str
) -> None:
    made = library.create(tiny, acme)
    kept = library.keep_milestone(made.id, "Q3")
    before = library.history(made.id)
    with pytest.raises(AnswerError):
        library.keep_milestone(made.id, name)
    with pytest.raises(AnswerError):
        library.rename_milestone(made.id, kept.id, name)
    assert library.history(made.id) == before


def test_those_of_all_assessments_are_listed_as_each_would_list_its_own(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = [library.create(tiny, acme).id for _ in range(3)]
    first = library.keep_milestone(made[0], "Q2 board")
    second = library.keep_milestone(made[2], "Draft", HEADLINE)
    third = library.keep_milestone(made[0], "Q3 board")
    library.rename_milestone(made[0], first.id, "Q2, as seen by the board")
    library.remove_milestone(made[2], second.id)
    library.restore_milestone(made[2], second.id)
    gone = library.keep_milestone(made[2], "A slip")
    library.remove_milestone(made[2], gone.id)
    assert [one.id for one in library.kept()] == [first.id, second.id, third.id]
    own = {one.id: (key, one.name, one.at) for key in made for one in library.milestones(key)}
    assert {k.id: (k.assessment, k.name, k.at) for k in library.kept()} == own
    library.archive(made[0])
    assert [one.id for one in library.kept()] == [second.id]
    assert [one.id for one in library.kept("archived")] == [first.id, third.id]
    assert library.kept("deleted") == ()


def test_what_is_not_there_is_named(library: Library, tiny: Questionnaire, acme: Details) -> None:
    made = library.create(tiny, acme)
    first = library.history(made.id)[0].seq
    for seq in (0, first):  # only the questionnaire is known by then
        with pytest.raises(NotFoundError, match=f"does not go back to change {seq}"):
            library.at(made.id, seq)
        with pytest.raises(NotFoundError, match="does not go back"):
            library.return_to(made.id, seq)
    for ask in (library.remove_milestone, library.restore_milestone):
        with pytest.raises(NotFoundError, match="has no milestone “none”"):
            ask(made.id, "none")
    with pytest.raises(NotFoundError, match="No assessment “nobody”"):
        library.keep_milestone("nobody", "Q3")
    with pytest.raises(NotFoundError, match="No assessment “nobody”"):
        library.milestones("nobody")


def test_milestones_travel_with_the_history(
    library: Library, tmp_path: Path, tiny: Questionnaire, newer: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1)})
    kept = library.keep_milestone(made.id, "Q3 board", HEADLINE)
    library.bring_to(made.model_copy(update={"questionnaire": Pin.of(newer)}), newer)
    library.archive(made.id)
    now, content, history = library.snapshot(made.id)
    assert milestones_in(history) == (kept,)
    with Library.open(tmp_path / "other.sqlite3", "Bob") as other:
        other.create(newer, acme)  # so that the numbers differ
        other.add(now, content, history, earlier=(tiny,))
        (there,) = other.milestones(made.id)
        assert there.model_copy(update={"seq": kept.seq}) == kept
        assert other.at(made.id, there.seq) == made
        assert other.questionnaire(tiny.digest) == tiny
        assert made.id in {entry.id for entry in other.list()}  # archived only where it was


VALUES = st.none() | st.integers(0, 3)
EDITS = st.lists(st.tuples(st.sampled_from(["Q04", "Q06", "company"]), VALUES), max_size=12)


@given(before=EDITS, after=EDITS)
def test_any_state_can_be_returned_to(
    tiny: Questionnaire,
    before: list[tuple[str, int | None]],
    after: list[tuple[str, int | None]],
) -> None:
    with (
        TemporaryDirectory() as folder,
        Library.open(Path(folder) / "library.sqlite3", "Ada") as library,
    ):
        made = library.create(tiny, Details(company="Acme"))
        edit(library, made.id, before)
        then = library.assessment(made.id)
        kept = library.keep_milestone(made.id, "Then")
        edit(library, made.id, after)
        assert library.at(made.id, kept.seq) == then
        changes = library.return_to(made.id, kept.seq)
        assert library.assessment(made.id) == then
        assert len({change.subject for change in changes}) == len(changes)


def edit(library: Library, assessment_id: str, edits: list[tuple[str, int | None]]) -> None:
    for subject, value in edits:
        if subject == "company":
            library.revise(assessment_id, Details(company=f"Company {value}"))
        else:
            answer = None if value is None else Answer(value=value)
            library.record(assessment_id, subject, answer)
