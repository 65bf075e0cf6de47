"""What is left to confirm, which of it is old, and what may be confirmed together."""

from datetime import UTC, date, datetime

import pytest

from boardkit.assessment import Answer, Assessment, Evidence, Follows
from boardkit.following import Aged, Confirming, aged_answers, allowed_days, confirmed
from boardkit.following.wording import aged_sentence, carried_from, left_to_confirm
from boardkit.formats import Formats
from boardkit.reading import Reading
from tests.support.companies import company, questionnaire

ON = date(2027, 3, 16)
NEW = datetime(2027, 3, 1, 9, tzinfo=UTC)
OLD = datetime(2026, 9, 1, 9, tzinfo=UTC)  # 196 days before


def carried(value: object, basis: str = "export", at: datetime = NEW, **more: object) -> Answer:
    return Answer.model_validate(
        {"value": value, "basis": basis, "at": at, "author": "Ada", "to_confirm": True, **more}
    )


def reading(answers: dict[str, Answer]) -> Reading:
    return Reading(questionnaire(), company({"A01": None, **answers}))


def test_what_was_carried_over_is_waiting_old_evidence_first() -> None:
    left = Confirming.of(
        reading({"A01": carried(2e8), "D01": carried(3), "F02": carried(70, at=OLD)}), ON
    )
    assert left.waiting == ("F02", "A01", "D01")
    assert left.aged == {"F02"}


def test_only_proven_answers_that_are_not_old_are_confirmed_together() -> None:
    said = {
        "A01": carried(2e8),
        "A06": carried(1e6, "judgement"),
        "F02": carried(70, at=OLD),
        "D01": Answer(state="dont_know", to_confirm=True),
    }
    left = Confirming.of(reading(said), ON)
    assert set(left.waiting) == {"A01", "A06", "F02", "D01"}
    assert left.facts == ("A01",)


def test_a_part_on_judgement_makes_the_answer_no_fact() -> None:
    split = {"net": 100, "gross": 90}
    mixed = carried(split, bases={"net": "contract", "gross": "judgement"})
    assert Confirming.of(reading({"B05": mixed}), ON).facts == ()
    sound = carried(split, bases={"net": "contract", "gross": "export"})
    assert Confirming.of(reading({"B05": sound}), ON).facts == ("B05",)


def test_the_share_is_of_the_questions_that_are_asked() -> None:
    left = Confirming.of(reading({"A01": carried(2e8), "A06": carried(1e6)}), ON)
    assert left.asked > 2
    assert left.share == pytest.approx(2 / left.asked)


def test_a_hidden_answer_is_not_waiting() -> None:
    lost = carried({"low": 1, "likely": 2, "high": 3})
    without, with_seats = ({"seats": seats, "usage": 100 - seats} for seats in (0, 50))
    split = Answer(value=without, basis="export")
    assert Confirming.of(reading({"A03": split, "B03": lost}), ON).waiting == ()
    split = Answer(value=with_seats, basis="export")
    assert Confirming.of(reading({"A03": split, "B03": lost}), ON).waiting == ("B03",)


def test_confirming_says_the_same_again_as_of_now() -> None:
    answer = carried(2e8, evidence=(Evidence(title="Ledger"),), note="As billed.")
    again = confirmed(answer)
    assert not again.to_confirm
    assert (again.author, again.at) == ("", None)
    signed = again.model_copy(update={"author": "Ada", "at": NEW, "to_confirm": True})
    assert signed == answer


# How old evidence may be


def test_a_question_says_how_old_or_else_its_type_or_else_the_file() -> None:
    ours = questionnaire()
    method, level, money = ours.methodology, ours.question("D01"), ours.question("A01")
    assert allowed_days(method, level) == method.evidence_days.by_type["level"]
    assert allowed_days(method, money) == method.evidence_days.usual
    assert allowed_days(method, money.model_copy(update={"evidence_days": 30})) == 30
    silent = method.model_copy(
        update={"evidence_days": method.evidence_days.model_copy(update={"usual": None})}
    )
    assert allowed_days(silent, money) is None


def test_evidence_older_than_its_question_allows_is_flagged() -> None:
    on_the_last_day = date(2026, 9, 1).toordinal() + 120
    read = reading({"A01": carried(2e8, at=OLD)})
    assert aged_answers(read, date.fromordinal(on_the_last_day)) == ()
    flagged = aged_answers(read, date.fromordinal(on_the_last_day + 1))
    assert flagged == (Aged("A01", 121, 120),)


def test_confirming_does_not_make_a_file_younger() -> None:
    ledger = Evidence(title="Ledger", added=date(2026, 9, 1))
    fresh = Answer(value=2e8, basis="export", at=NEW, evidence=(ledger,))
    assert [aged.days for aged in aged_answers(reading({"A01": fresh}), ON)] == [196]
    newer = Evidence(title="Ledger of February", added=date(2027, 3, 1))
    backed = fresh.model_copy(update={"evidence": (ledger, newer)})
    assert aged_answers(reading({"A01": backed}), ON) == ()


def test_judgement_does_not_age() -> None:
    assert aged_answers(reading({"A01": carried(2e8, "judgement", OLD)}), ON) == ()


def test_an_answer_without_a_time_is_not_called_old() -> None:
    assert aged_answers(reading({"A01": Answer(value=2e8, basis="export")}), ON) == ()


def test_nothing_asked_is_nothing_to_confirm() -> None:
    nobody: Assessment = company({"A01": None})
    left = Confirming.of(Reading(questionnaire(), nobody), ON)
    assert (left.waiting, left.share) == ((), 0.0)


# Sentences


def test_what_is_left_is_said_in_a_sentence() -> None:
    left = Confirming.of(reading({"A01": carried(2e8), "A06": carried(1e6)}), ON)
    share = f"{100 * 2 / left.asked:.0f}%"
    assert left_to_confirm(left, Formats()) == (
        f"2 answers are still to be confirmed, {share} of what is asked."
    )
    one = Confirming.of(reading({"A01": carried(2e8)}), ON)
    assert left_to_confirm(one, Formats()).startswith("1 answer is still to be confirmed, ")
    assert left_to_confirm(Confirming.of(reading({}), ON), Formats()) == ""


def test_what_is_followed_is_called_by_its_period_or_else_its_date() -> None:
    day = date(2026, 12, 15)
    for name, board_date, called in (
        ("Q3 2026", day, "Q3 2026"), ("", day, "15 December 2026"), ("", None, "last time"),
    ):  # fmt: skip
        follows = Follows(assessment="a", name=name, board_date=board_date)
        assert carried_from(follows, Formats()) == called


def test_old_evidence_is_said_with_its_age() -> None:
    assert aged_sentence(Aged("A01", 196, 120)) == (
        "What backs this is 196 days old; 120 are allowed."
    )
