"""What an assessment takes in, and what it refuses with a sentence."""

import pytest

from boardkit.assessment import Answer, Assessment, Details, Pin, admit, admit_all
from boardkit.content import shipped_questionnaire
from boardkit.errors import AnswerError

OURS = shipped_questionnaire()


def admitted(question_id: str, answer: Answer) -> Answer:
    return admit(OURS, OURS.question(question_id), answer)


def test_an_answer_is_kept_in_its_stored_form() -> None:
    assert admitted("A01", Answer(value="200m", basis="export")).value == 200e6


def test_not_applicable_needs_a_question_that_allows_it_and_a_reason() -> None:
    with pytest.raises(AnswerError, match="is not open to this question"):
        admitted("A01", Answer(state="not_applicable", reason="none"))
    with pytest.raises(AnswerError, match="Say in a few words why"):
        admitted("B09", Answer(state="not_applicable"))
    assert admitted("B09", Answer(state="not_applicable", reason="No seats fell.")).reason


def test_without_an_answer_there_is_neither_value_nor_basis() -> None:
    kept = admitted("A01", Answer(state="dont_know", value=5, basis="export", note="Soon."))
    assert (kept.value, kept.basis, kept.note) == (None, None, "Soon.")


def test_a_basis_must_be_one_of_the_method_s() -> None:
    with pytest.raises(AnswerError, match=r"“hearsay” is not a basis\. Choose one of: judgement"):
        admitted("A01", Answer(value=5, basis="hearsay"))
    with pytest.raises(AnswerError, match="There is a basis for “other”"):
        admitted("B05", Answer(value={"net": 100}, bases={"other": "export"}))
    two = admitted("B05", Answer(value={"net": 100}, basis="export", bases={"net": "contract"}))
    assert (two.basis_of("net"), two.basis_of("gross"), two.basis_of(None)) == (
        "contract", "export", "export",
    )  # fmt: skip


def test_a_fact_that_an_answer_cites_must_be_on_record() -> None:
    assert admitted("A01", Answer(value=5, facts=("S09",))).facts == ("S09",)
    for said in (Answer(value=5, facts=("S09", "S9")), Answer(state="dont_know", facts=("S9",))):
        with pytest.raises(AnswerError) as refused:
            admitted("A01", said)
        assert str(refused.value) == "“S9” is not a fact on record. Did you mean “S09”?"


def test_what_was_said_before_may_cite_a_fact_that_is_no_longer_on_record() -> None:
    kept, faults = admit_all(OURS, {"A01": Answer(value=5, facts=("S999",))})
    assert not faults
    assert kept["A01"].facts == ("S999",)


def test_every_fault_of_many_answers_is_told() -> None:
    good, faults = admit_all(
        OURS, {"B01": Answer(value=9), "Z99": Answer(value=1), "A01": Answer(value=1)}
    )
    assert list(good) == ["A01"]
    assert [fault.split(":")[0] for fault in faults] == ["Z99", "B01"]


def test_modules_that_are_always_asked_cannot_be_left_out() -> None:
    made = Assessment(
        id="x", questionnaire=Pin.of(OURS), details=Details(company="X", modules=("money",))
    )
    assert made.modules_of(OURS) == ("core", "money")
    every = made.model_copy(update={"details": Details(company="X")})
    assert every.modules_of(OURS) == ("core", "money", "full")


def test_one_answer_is_put_in_or_taken_out() -> None:
    made = Assessment(id="x", questionnaire=Pin.of(OURS), details=Details(company="X"))
    one = made.with_answer("A01", Answer(value=1))
    assert set(one.answers) == {"A01"}
    assert not made.answers
    assert not one.with_answer("A01", None).answers


def test_a_copy_of_a_questionnaire_that_was_changed_has_a_digest_of_its_own() -> None:
    assert OURS.digest == Pin.of(OURS).digest
    assert OURS.model_copy(update={"title": "Another"}).digest != OURS.digest
