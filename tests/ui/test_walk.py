"""Where a person is in the questionnaire."""

from boardkit.assessment import Answer
from ui.session import Session
from ui.walk import Walk


def walk(session: Session) -> Walk:
    return Walk(session.reading, session.confirming)


def test_it_goes_from_the_first_question_to_the_last(session: Session) -> None:
    places = walk(session).places
    assert places[0].question.id == "J06"
    assert walk(session).beside("J06", -1) is None
    last = places[-1].question.id
    assert walk(session).beside(last, +1) is None
    following = walk(session).beside("J06", +1)
    assert following is not None
    assert following.id == "A07"


def test_hidden_questions_are_passed_over(session: Session) -> None:
    session.give("C08", Answer(value="none"))
    following = walk(session).beside("C08", +1)
    assert following is not None
    assert following.id == "C07"
    assert walk(session).place("C01") is None
    # From a question that has just been hidden it goes on from where that one stood.
    after = walk(session).beside("C01", +1)
    before = walk(session).beside("C01", -1)
    assert after is not None
    assert before is not None
    assert (before.id, after.id) == ("C08", "C07")


def test_progress_counts_what_is_settled(session: Session) -> None:
    start = walk(session)
    minutes = start.minutes_left
    session.give("B01", Answer(value=2, basis="judgement"))
    session.give("B04", Answer(state="dont_know"))
    now = walk(session)
    assert now.settled == start.settled + 2
    assert now.minutes_left < minutes
    assert [q.id for q in now.review("unknown")] == ["B04"]
    assert [q.id for q in now.review("judgement")] == ["B01"]
    assert "B01" not in [q.id for q in now.review("open")]
    titles = [entry.title for entry in now.entries]
    assert "Don’t know" in titles
    assert "Disagreements" not in titles


def test_answers_that_disagree_are_listed(session: Session) -> None:
    session.give("A01", Answer(value=10e6))
    session.give("A06", Answer(value=20e6))
    now = walk(session)
    assert [q.id for q in now.review("disagree")] == ["A01", "A06"]
    assert [(e.title, e.total) for e in now.entries if e.key == "disagree"] == [
        ("Disagreements", 1)
    ]
