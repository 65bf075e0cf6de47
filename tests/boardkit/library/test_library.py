"""The library: what goes in comes out, and nothing is ever lost."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardkit.assessment import Answer, Details, Evidence
from boardkit.errors import AnswerError, LibraryError, NotFoundError
from boardkit.library import Library, changes_of
from boardkit.questionnaire import Questionnaire

ANSWERS: dict[str, Answer | None] = {
    "value": Answer(value=2),
    "unknown": Answer(state="dont_know"),
    "cleared": None,
}
NOON = datetime(2026, 9, 30, 12, tzinfo=UTC)


def clock() -> Callable[[], datetime]:
    """A clock on which a minute passes with every look."""
    minutes = iter(range(1_000_000))
    return lambda: NOON + timedelta(minutes=next(minutes))


# In and out


def test_a_new_assessment_reads_back_as_it_was_made(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=2), "Q06": Answer(value="12m")})
    assert made == library.assessment(made.id)
    assert made.details == acme
    assert made.questionnaire.digest == tiny.digest
    assert made.answers["Q06"].value == 12_000_000
    assert library.questionnaire(tiny.digest) == tiny


def test_it_is_all_there_after_a_restart(path: Path, tiny: Questionnaire, acme: Details) -> None:
    with Library.open(path, "Ada") as library:
        made = library.create(tiny, acme)
        library.record(made.id, "Q12", Answer(value="Every word.", note="As said."))
        before = library.assessment(made.id)
    with Library.open(path, "Bob") as library:
        assert library.assessment(made.id) == before
        assert library.questionnaire(tiny.digest).to_json() == tiny.to_json()


def test_an_answer_is_stamped_with_author_and_time(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada", clock()) as library:
        made = library.create(tiny, acme)
        change = library.record(made.id, "Q04", Answer(value=7, author="Somebody else"))
        answer = library.assessment(made.id).answers["Q04"]
    assert (answer.value, answer.author, answer.at) == (7, "Ada", change.at)
    assert (change.kind, change.subject, change.author) == ("answer", "Q04", "Ada")
    assert change.answer == answer


def test_what_an_answer_will_be_kept_as_is_known_before_it_is_written(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada", clock()) as library:
        made = library.create(tiny, acme)
        for answer in (Answer(value="12m", note="As said."), Answer(state="dont_know"), None):
            expected, at = library.as_kept(tiny, "Q06", answer)
            assert library.assessment(made.id).answers.get("Q06") != expected
            change = library.record(made.id, "Q06", expected, at)
            assert change.at == at
            assert library.assessment(made.id).answers.get("Q06") == expected
        with pytest.raises(AnswerError):
            library.as_kept(tiny, "Q06", Answer(value="many"))


def test_answers_that_are_brought_along_keep_their_author_and_time(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    old = Answer(value=1, author="Bob", at=NOON)
    made = library.create(tiny, acme, {"Q01": old, "Q04": Answer(value=3)})
    answers = library.assessment(made.id).answers
    assert answers["Q01"] == old
    assert answers["Q04"].author == "Ada"
    assert answers["Q04"].at is not None


def test_the_last_answer_counts_and_the_others_stay(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme)
    for value in (1, 2, 3):
        library.record(made.id, "Q04", Answer(value=value))
    library.record(made.id, "Q04", None)
    assert "Q04" not in library.assessment(made.id).answers
    said = [c.answer and c.answer.value for c in library.history(made.id) if c.kind == "answer"]
    assert said == [1, 2, 3, None]
    seqs = [change.seq for change in library.history(made.id)]
    assert seqs == sorted(set(seqs))


def test_a_hidden_answer_is_kept(library: Library, tiny: Questionnaire, acme: Details) -> None:
    made = library.create(tiny, acme)
    library.record(made.id, "Q02", Answer(value="two"))
    library.record(made.id, "Q12", Answer(value="Only asked after “two”."))
    library.record(made.id, "Q02", Answer(value="one"))  # hides Q12
    library.revise(made.id, acme.model_copy(update={"modules": ("core",)}))  # leaves it out too
    assert library.assessment(made.id).answers["Q12"].value == "Only asked after “two”."


def test_every_part_of_an_answer_is_kept(path: Path, tiny: Questionnaire, acme: Details) -> None:
    answer = Answer(
        value={"a": 5, "b": {"low": 1, "likely": 2, "high": 3}, "c": "no"},
        basis="judgement",
        bases={"a": "measured"},
        companion="With it",
        note="Line one\nline two – “quoted” \x00 🂡",
        evidence=(Evidence(title="Ledger", link="https://example.com", sha256="0" * 64),),
        facts=("F1",),
    )
    with Library.open(path, "Ada", clock()) as library:
        made = library.create(tiny, acme)
        change = library.record(made.id, "Q07", answer)
        expected = answer.model_copy(update={"author": "Ada", "at": change.at})
        assert library.assessment(made.id).answers["Q07"] == expected


def test_details_can_be_revised(library: Library, tiny: Questionnaire, acme: Details) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=0)})
    renamed = Details(company="Apex", period="Q4 2026", board_date=date(2026, 12, 15))
    library.revise(made.id, renamed)
    assert library.assessment(made.id) == made.model_copy(update={"details": renamed})
    (entry,) = library.list()
    assert (entry.company, entry.period) == ("Apex", "Q4 2026")
    assert entry.board_date == date(2026, 12, 15)


# What is refused


def test_an_answer_that_does_not_fit_is_refused_and_nothing_is_written(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme)
    with pytest.raises(AnswerError, match="Type 0 or more; −1 is too small"):
        library.record(made.id, "Q04", Answer(value=-1))
    with pytest.raises(AnswerError, match="has no question “Q99”"):
        library.record(made.id, "Q99", Answer(value=1))
    with pytest.raises(AnswerError, match="has no question “Q99”"):
        library.record(made.id, "Q99", None)
    with pytest.raises(AnswerError, match="half a character"):
        library.record(made.id, "Q12", Answer(value="\ud83c"))
    with pytest.raises(AnswerError, match=r"Q01: .*\nQ04: "):
        library.create(tiny, acme, {"Q01": Answer(value=9), "Q04": Answer(value="many")})
    assert len(library.history(made.id)) == 2
    assert len(library.list()) == 1


def test_what_is_not_there_is_named(library: Library, acme: Details) -> None:
    for ask in (
        lambda: library.assessment("nobody"),
        lambda: library.history("nobody"),
        lambda: library.record("nobody", "Q01", None),
        lambda: library.revise("nobody", acme),
        lambda: library.delete("nobody"),
        lambda: library.scores_seen("nobody"),
        lambda: library.see_scores("nobody"),
    ):
        with pytest.raises(NotFoundError, match="No assessment “nobody” is in the library"):
            ask()
    with pytest.raises(NotFoundError, match="No questionnaire “0000” is in the library"):
        library.questionnaire("0000")
    assert "nobody" not in library


def test_changes_cannot_be_altered_even_from_outside(
    library: Library, path: Path, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1)})
    with closing(sqlite3.connect(path)) as connection:
        for statement in ("UPDATE changes SET author = 'Eve'", "DELETE FROM changes"):
            with pytest.raises(sqlite3.IntegrityError, match="a change is never"):
                connection.execute(statement)
        with pytest.raises(sqlite3.IntegrityError, match="content is never altered"):
            connection.execute("UPDATE content SET json = ''")
    assert library.assessment(made.id) == made


# The list


def test_the_list_tells_enough_to_find_an_assessment(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada", clock()) as library:
        first = library.create(tiny, acme, {"Q01": Answer(value=1), "Q04": Answer(value=2)})
        second = library.create(tiny, Details(company="Beta"))
        library.record(first.id, "Q12", Answer(state="dont_know"))
        last = library.record(first.id, "Q04", None)
        top, below = library.list()
    assert (top.id, below.id) == (first.id, second.id)
    assert (top.company, top.period, top.board_date) == ("Acme", "Q3 2026", None)
    assert (top.questionnaire_id, top.questionnaire_version) == ("tiny", "1.0.0")
    assert (top.answered, below.answered) == (1, 0)
    assert top.changed_at == last.at
    assert top.created_at == NOON + timedelta(minutes=1)


EDITS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["Q01", "Q04", "Q12"]), st.sampled_from(list(ANSWERS))),
        st.tuples(st.just("company"), st.sampled_from(["Acme", "Apex"])),
        st.tuples(st.just("milestone"), st.sampled_from(["keep", "remove"])),
        st.tuples(st.just("return"), st.just("")),
    ),
    max_size=12,
)


@given(edits=EDITS)
def test_the_list_says_what_the_answers_do_after_any_edits(
    tiny: Questionnaire, acme: Details, edits: list[tuple[str, str]]
) -> None:
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "l.sqlite3", "Ada") as library:
        made = library.create(tiny, acme, {"Q01": Answer(value=1)})
        start, marks = library.history(made.id)[-1].seq, list[str]()
        for what, how in edits:
            if what == "company":
                library.revise(made.id, Details(company=how, board_date=date(2026, 10, 1)))
            elif what == "return":
                library.return_to(made.id, start)
            elif how == "keep":
                marks.append(library.keep_milestone(made.id, "Board").id)
            elif how == "remove":
                if marks:
                    library.remove_milestone(made.id, marks.pop())
            else:
                given_ = ANSWERS[how]
                fits = given_ is None or not given_.is_answered or what != "Q12"
                library.record(made.id, what, given_ if fits else Answer(value="Words."))
        (entry,) = library.list()
        now, content = library.assessment(made.id), library.history(made.id)
    last = [change for change in content if change.kind in ("answer", "details", "content")][-1]
    assert entry.answered == sum(answer.is_answered for answer in now.answers.values())
    assert entry.milestones == len(marks)
    assert (entry.company, entry.board_date) == (now.details.company, now.details.board_date)
    assert (entry.changed_seq, entry.changed_at) == (last.seq, last.at)


def test_ten_thousand_assessments_are_listed_at_once(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada") as library:
        library.create(tiny, acme)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)"
                " INSERT INTO assessments (id, created_at, content, company, period, board_date,"
                " answered, deleted, changed_at, changed_seq) SELECT 'a' || i, created_at, content,"
                " company, period, board_date, answered, deleted, changed_at, changed_seq"
                " FROM assessments, n"
            )
            connection.commit()
        began = datetime.now(UTC)
        assert len(library.list()) == 10_000
        assert datetime.now(UTC) - began < timedelta(seconds=2)


def test_deleting_can_be_undone(library: Library, tiny: Questionnaire, acme: Details) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1)})
    library.delete(made.id)
    assert library.list() == ()
    assert [entry.id for entry in library.list("deleted")] == [made.id]
    assert made.id in library
    assert library.assessment(made.id) == made
    library.record(made.id, "Q04", Answer(value=1))  # from a window that has it open
    assert library.list() == ()
    library.restore(made.id)
    assert [entry.id for entry in library.list()] == [made.id]
    assert [c.kind for c in library.history(made.id)][-3:] == ["deleted", "answer", "deleted"]


def test_archiving_puts_aside_and_can_be_undone(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada", clock()) as library:
        first, second = library.create(tiny, acme), library.create(tiny, acme)
        before = library.list()
        library.archive(first.id)
        assert [entry.id for entry in library.list()] == [second.id]
        assert library.list("archived") == (before[1],)
        library.delete(first.id)
        assert library.list("archived") == ()
        assert [entry.id for entry in library.list("deleted")] == [first.id]
        library.restore(first.id)  # where it was
        assert library.list("archived") == (before[1],)
        library.unarchive(first.id)
        assert library.list() == before  # in the same order as before


def test_a_headline_stands_until_an_answer_or_the_method_changes(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1)})
    assessment, seq = library.numbered(made.id)
    assert assessment == made
    assert not library.list()[0].headline_stands("one")
    library.store_headline(made.id, {"score": 61.5, "band": "é"}, by="one", seq=seq)
    entry = library.list()[0]
    assert entry.headline == '{"band":"é","score":61.5}'
    assert entry.headline_stands("one")
    assert not entry.headline_stands("two")
    library.keep_milestone(made.id, "Q3")
    library.see_scores(made.id)
    library.archive(made.id)
    assert library.list("archived")[0].headline_stands("one")
    library.record(made.id, "Q01", Answer(value=2))
    late = library.list("archived")[0]
    assert not late.headline_stands("one")
    assert late.headline == entry.headline  # until there is a newer one
    library.store_headline(made.id, {"score": 1}, by="one", seq=seq)  # computed meanwhile
    assert not library.list("archived")[0].headline_stands("one")
    with pytest.raises(NotFoundError):
        library.store_headline("nobody", None, by="one", seq=1)


def test_the_first_look_at_the_scores_is_kept(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, "Ada", clock()) as library:
        made = library.create(tiny, acme, {"Q01": Answer(value=1)})
        before = library.list()
        assert not library.scores_seen(made.id)
        library.see_scores(made.id)
        library.see_scores(made.id)
        assert library.scores_seen(made.id)
        assert [entry.seen for entry in before] == [False]
        assert library.list() == (before[0]._replace(seen=True),)  # looking changes nothing else
        library.record(made.id, "Q01", Answer(value=2))
        kinds = [change.kind for change in library.history(made.id)]
        assert kinds == ["content", "details", "answer", "seen", "answer"]
        copy = library.add(*library.snapshot(made.id), new_id=True)
        assert library.scores_seen(copy.id)


# From elsewhere


def test_an_assessment_from_elsewhere_keeps_its_id_or_gets_a_new_one(
    library: Library, tmp_path: Path, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1)})
    with Library.open(tmp_path / "other.sqlite3", "Bob") as other:
        assert other.add(made, tiny) == made
        assert other.assessment(made.id) == made
        with pytest.raises(LibraryError, match="“Acme, Q3 2026” is in the library already"):
            other.add(made, tiny)
        copy = other.add(made, tiny, new_id=True)
        assert copy.id != made.id
        assert copy.answers == made.answers
        assert len(other.list()) == 2


def test_a_snapshot_holds_all_of_one_moment(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1)})
    assert library.snapshot(made.id) == (made, tiny, library.history(made.id))
    with pytest.raises(NotFoundError):
        library.snapshot("nobody")


def test_an_author_of_any_length_and_letters_can_write(
    path: Path, tiny: Questionnaire, acme: Details
) -> None:
    with Library.open(path, " \udcff" + "A" * 1000) as library:
        made = library.create(tiny, acme)
        assert library.record(made.id, "Q01", Answer(value=1)).author == "?" + "A" * 399


def test_a_copy_has_the_same_answers_with_their_author_and_time(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    old = Answer(value=1, author="Bob", at=NOON)
    made = library.create(tiny, acme, {"Q01": old})
    library.record(made.id, "Q04", Answer(value=2))
    before = library.assessment(made.id)
    copy = library.duplicate(made.id, acme.model_copy(update={"period": "Q4 2026"}))
    assert copy == library.assessment(copy.id)
    assert copy.id != made.id
    assert (copy.details.company, copy.details.period) == ("Acme", "Q4 2026")
    assert copy.answers == before.answers
    assert copy.answers["Q01"] == old
    library.record(copy.id, "Q04", None)
    assert library.assessment(made.id) == before
    with pytest.raises(NotFoundError):
        library.duplicate("nobody", acme)


def test_a_history_from_elsewhere_is_kept_with_its_authors(
    library: Library, tmp_path: Path, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme)
    library.record(made.id, "Q04", Answer(value=1))
    library.delete(made.id)
    library.restore(made.id)
    library.record(made.id, "Q04", Answer(value=2))
    now, history = library.assessment(made.id), library.history(made.id)
    with Library.open(tmp_path / "other.sqlite3", "Bob") as other:
        other.create(tiny, acme)  # so that the numbers differ
        other.add(now, tiny, history)
        assert other.assessment(made.id) == now
        kept = other.history(made.id)
    told = [change for change in history if change.kind != "deleted"]
    assert [c.model_copy(update={"seq": 0}) for c in kept] == [
        c.model_copy(update={"seq": 0}) for c in told
    ]
    assert {change.author for change in kept} == {"Ada"}


def test_a_history_that_leads_elsewhere_is_refused(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme, {"Q01": Answer(value=1)})
    history = changes_of(made.with_answer("Q01", None), "Eve", NOON)
    for said in (history, history[:1]):
        with pytest.raises(LibraryError, match="history does not lead to its answers"):
            library.add(made, tiny, said, new_id=True)
    assert len(library.list()) == 1


def test_another_questionnaire_than_the_pinned_one_is_refused(
    library: Library, tiny: Questionnaire, acme: Details
) -> None:
    made = library.create(tiny, acme)
    other = tiny.model_copy(update={"version": "1.0.1"})
    other.__dict__.pop("digest", None)
    with pytest.raises(LibraryError, match="was made with another questionnaire"):
        library.add(made, other, new_id=True)


def test_threads_may_share_a_library(library: Library, tiny: Questionnaire, acme: Details) -> None:
    made = library.create(tiny, acme)
    with ThreadPoolExecutor(4) as pool:
        done = pool.map(lambda n: library.record(made.id, "Q04", Answer(value=n)), range(80))
        seqs = {change.seq for change in done}
    assert len(seqs) == 80
    assert len(library.history(made.id)) == 82
