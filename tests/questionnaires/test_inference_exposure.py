"""The questionnaire that ships: its questions, its cost in minutes, and where plain answers land."""

from itertools import product

import pytest

from boardkit.assessment import Answer
from boardkit.content import shipped_questionnaire
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Reading
from boardkit.scoring import score
from tests.support.made_up_answers import assessment_of, level_everywhere

QUESTIONS = {
    "A": "J06:core A07:core A10:core A01:core A03:core A06:core A02:money A04:money A05:money "
    "A08:money A09:full",
    "B": "B01:core B05:core B04:core B09:core B07:full B02:money B03:money B08:money B06:full",
    "C": "C08:core C01:core C02:core C09:core C07:core C05:full C03:full C04:money C06:money "
    "J08:core J09:core",
    "D": "D01:core D09:full D02:core D05:core D03:core D04:core D06:core D10:core D07:core "
    "D08:money",
    "E": "E01:core E03:core E05:core E07:core E04:core E08:core E06:full E02:money F10:money",
    "F": "F02:core F05:core F01:money F03:money F04:full F06:core F07:money F08:full F09:full",
    "G": "G01:core G04:core G03:core B10:core G02:full G05:full",
    "H": "H02:core H03:core H01:full H06:full H05:full H04:money",
    "I": "I01:core I04:core I02:full I03:full I05:full",
    "J": "J02:core J03:core J07:core J04:full J05:full J01:money",
}
BEYOND_THE_COMPANY = {"B04", "G03"}  # what customers do; no board can decide it


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return shipped_questionnaire()


def test_it_asks_82_questions_in_order_and_in_their_modules(questionnaire: Questionnaire) -> None:
    found = {
        section.id: " ".join(f"{question.id}:{question.module}" for question in section.questions)
        for section in questionnaire.sections
    }
    assert found == QUESTIONS
    assert list(found) == list(QUESTIONS)
    assert len(questionnaire.questions) == 82


def test_the_core_is_45_questions_and_at_most_34_without_ai_workloads(
    questionnaire: Questionnaire,
) -> None:
    assert len(questionnaire.asked_in(("core",))) == 45
    counts = []
    for seats, ai_arr, ways in product((0, 70), (0, 5e6), (["none"], ["credits"])):
        values = {
            "C08": "none",
            "A03": {"seats": seats, "platform": 100 - seats},
            "A06": ai_arr,
            "E01": ways,
        }
        answers = {key: Answer(value=value) for key, value in values.items()}
        assessment = assessment_of(questionnaire, answers, modules=("core",))
        counts.append(len(Reading(questionnaire, assessment).asked()))
    assert max(counts) == 34
    assert min(counts) == 27


@pytest.mark.parametrize(("module", "minutes"), [("core", 40), ("money", 25)])
def test_a_module_takes_the_minutes_that_it_was_made_for(
    questionnaire: Questionnaire, module: str, minutes: float
) -> None:
    takes = sum(question.minutes for question in questionnaire.asked_in((module,)))
    assert takes == pytest.approx(minutes, rel=0.1)


def test_every_fact_cited_exists_and_none_is_in_a_conflict_that_forbids_its_use(
    questionnaire: Questionnaire,
) -> None:
    cited = {fact for question in questionnaire.questions for fact in question.facts}
    assert questionnaire.methodology.verdict is not None
    cited |= set(questionnaire.methodology.verdict.counter_evidence)
    assert cited <= {fact.id for fact in questionnaire.facts}
    barred = {conflict.id for conflict in questionnaire.conflicts if conflict.use == "never"}
    assert not {c for fact in cited for c in questionnaire.fact(fact).conflicts} & barred
    counter = {fact.id for fact in questionnaire.facts if fact.counter}
    assert set(questionnaire.methodology.verdict.counter_evidence) == counter


def test_every_scored_question_says_why_what_proves_it_and_what_would_raise_it(
    questionnaire: Questionnaire,
) -> None:
    behind_derived = {derived.shown_with for derived in questionnaire.derived if derived.score}
    scored = [q for q in questionnaire.questions if q.score or q.id in behind_derived]
    assert all(question.why and question.proof for question in scored)
    assert {question.id for question in scored if question.move is None} == BEYOND_THE_COMPANY


def test_questions_are_written_alike(questionnaire: Questionnaire) -> None:
    for question in questionnaire.questions:
        assert question.text.endswith("?"), question.id
        assert question.help.endswith("."), question.id
        assert question.why.endswith("."), question.id
        assert question.proof, question.id
        assert not question.proof.endswith("."), question.id
        assert len(question.short) <= 34, question.id
        assert question.knows in {person.id for person in questionnaire.people}, question.id
        if question.move is not None:
            assert question.move.text.endswith("."), question.id


@pytest.mark.parametrize(
    ("level", "band"),
    [(0, "critical"), (1, "critical"), (2, "manageable"), (3, "insulated"), (4, "insulated")],
)
def test_one_level_everywhere_lands_where_anyone_would_put_it(
    questionnaire: Questionnaire, level: int, band: str
) -> None:
    answers = level_everywhere(questionnaire, level)
    headline = score(questionnaire, assessment_of(questionnaire, answers)).headline
    assert headline.band is not None
    assert headline.band.id == band


def test_nothing_answered_is_too_early_to_say(questionnaire: Questionnaire) -> None:
    result = score(questionnaire, assessment_of(questionnaire, {}))
    assert result.headline.too_early
    assert result.headline.band is None
    assert result.verdict is None
