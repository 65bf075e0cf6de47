"""Whatever is answered, a file and the library give it back as it was."""

import string
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardkit.assessment import (
    Answer,
    Assessment,
    Details,
    Evidence,
    Follows,
    PastForecast,
    PastPath,
    PastRange,
    Pin,
    admit,
)
from boardkit.exchange import boardkit_bytes, open_file, write_file, write_plain
from boardkit.library import Library
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    LevelQuestion,
    MultipleQuestion,
    Question,
    RangeQuestion,
    SeriesQuestion,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    TextQuestion,
    ValuesQuestion,
)

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    ["no", "1e5", "~", "12:30", "2026-12-15", "- a", "a: b", "#", "0x1F", "a\r\nb", " a\n b\n"]
)
WORDS = TEXTS.filter(lambda text: text.strip() != "")
NUMBERS = st.floats(0, 1e29) | st.integers(0, 10**12).map(float)
RANGES = st.lists(NUMBERS, min_size=3, max_size=3).map(
    lambda numbers: dict(zip(("low", "likely", "high"), sorted(numbers), strict=True))
)
TIMES = st.datetimes(
    datetime(1900, 1, 1),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
BASES = st.sampled_from(["judgement", "measured"])
EVIDENCE = st.builds(Evidence, title=TEXTS, link=TEXTS, added=st.none() | st.dates())
FORECASTS = st.builds(
    PastForecast, made=st.dates(), scenario=TEXTS, opening=NUMBERS,
    paths=st.tuples(st.builds(PastPath, strategy=TEXTS, likely=NUMBERS, p10=NUMBERS, p90=NUMBERS)),
)  # fmt: skip
FOLLOWS = st.builds(
    Follows, assessment=st.just("before"), milestone=TEXTS, name=TEXTS,
    board_date=st.none() | st.dates(), forecasts=st.tuples() | st.tuples(FORECASTS),
    ranges=st.tuples() | RANGES.map(lambda given: (PastRange(question="Q09", **given),)),
)  # fmt: skip
ROW = st.fixed_dictionaries(
    {"name": WORDS},
    optional={"share": NUMBERS, "level": st.sampled_from([0, 1]), "ours": st.booleans()},
)


def values(question: Question) -> st.SearchStrategy[Any]:
    """Every value that fits a question of the small questionnaire."""
    match question:
        case LevelQuestion(levels=levels):
            return st.integers(0, len(levels) - 1)
        case SingleQuestion(options=options):
            return st.sampled_from([option.id for option in options])
        case MultipleQuestion():
            return st.just(["none"]) | st.lists(st.sampled_from(["one", "two"]), unique=True)
        case ValuesQuestion():
            parts = {"a": NUMBERS, "b": RANGES, "c": st.sampled_from(["yes", "no"])}
            return st.fixed_dictionaries({}, optional=parts).filter(bool)
        case SplitQuestion():
            return st.floats(0, 100).map(lambda a: {"a": a, "b": 100 - a})
        case RangeQuestion():
            return RANGES
        case SeriesQuestion(periods=periods):
            return st.lists(NUMBERS, min_size=len(periods), max_size=len(periods))
        case TableQuestion(rows=rows):
            return st.lists(ROW, min_size=1, max_size=rows)
        case TextQuestion():
            return WORDS
        case _:
            return st.floats(0, 100) | st.integers(0, 100).map(float)


@st.composite
def answers(draw: st.DrawFn, questionnaire: Questionnaire, question: Question) -> Answer:
    """Every answer that a question admits."""
    states = ["answered", "dont_know", *(["not_applicable"] if question.may_not_apply else [])]
    state = draw(st.sampled_from(states))
    value = draw(values(question)) if state == "answered" else None
    parts = [str(row) for row in range(len(value))] if isinstance(value, list) else []
    if isinstance(question, ValuesQuestion):
        parts = list(question.part_ids())
    rated = state == "answered" and isinstance(question, ValuesQuestion | TableQuestion)
    answer = Answer.model_validate(
        {
            "state": state,
            "value": value,
            "basis": draw(st.none() | BASES),
            "bases": draw(st.dictionaries(st.sampled_from(parts), BASES)) if rated else {},
            "companion": draw(TEXTS),
            "reason": draw(WORDS) if state == "not_applicable" else "",
            "note": draw(TEXTS),
            "evidence": draw(st.lists(EVIDENCE, max_size=2)),
            "facts": draw(st.lists(st.sampled_from(["F1", "F2"]), max_size=2)),
            "author": draw(TEXTS),
            "at": draw(st.none() | TIMES),
            "to_confirm": draw(st.booleans()),
        }
    )
    return admit(questionnaire, question, answer)


@st.composite
def assessments(draw: st.DrawFn, questionnaire: Questionnaire) -> Assessment:
    """Every assessment that a questionnaire admits."""
    given_ = st.fixed_dictionaries(
        {}, optional={q.id: answers(questionnaire, q) for q in questionnaire.questions}
    )
    details = st.builds(
        Details, company=WORDS, period=TEXTS, sponsor=TEXTS, story=TEXTS,
        board_date=st.none() | st.dates(), fictional=st.booleans(),
        modules=st.sampled_from([(), ("core",), ("core", "extra")]), follows=st.none() | FOLLOWS,
    )  # fmt: skip
    return Assessment(
        id=draw(st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=64)),
        questionnaire=Pin.of(questionnaire),
        details=draw(details),
        answers=draw(given_),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round-trips")


@given(data=st.data())
@settings(PATIENT)
def test_through_a_boardkit_file(tiny: Questionnaire, folder: Path, data: st.DataObject) -> None:
    assessment = data.draw(assessments(tiny))
    write_file(folder / "a.boardkit", assessment, tiny)
    opened = open_file(folder / "a.boardkit")
    assert opened.assessment == assessment
    assert opened.questionnaire == tiny
    assert boardkit_bytes(opened.assessment, tiny) == (folder / "a.boardkit").read_bytes()


@given(data=st.data())
@settings(PATIENT)
def test_through_a_plain_file(tiny: Questionnaire, folder: Path, data: st.DataObject) -> None:
    assessment = data.draw(assessments(tiny))
    write_plain(folder / "a.yaml", assessment, tiny)
    assert open_file(folder / "a.yaml", tiny).assessment == assessment


@given(data=st.data())
@settings(PATIENT, max_examples=40)
def test_through_the_library(tiny: Questionnaire, folder: Path, data: st.DataObject) -> None:
    assessment = data.draw(assessments(tiny))
    with Library.open(folder / "library.sqlite3", "Ada") as library:
        added = library.add(assessment, tiny, new_id=True)
        assert library.assessment(added.id) == added
        assert added.answers == assessment.answers
        assert added.details == assessment.details


@given(data=st.data())
@settings(PATIENT, max_examples=20)
def test_a_history_through_a_file_into_another_library(
    tiny: Questionnaire, folder: Path, data: st.DataObject
) -> None:
    with (
        Library.open(folder / "from.sqlite3", "Ada") as library,
        Library.open(folder / "to.sqlite3", "Bob") as other,
    ):
        made = library.create(tiny, Details(company="Acme"))
        for question in data.draw(st.lists(st.sampled_from(tiny.questions), max_size=8)):
            library.record(made.id, question.id, data.draw(st.none() | answers(tiny, question)))
        now = library.assessment(made.id)
        write_file(folder / "h.boardkit", *library.snapshot(made.id))
        opened = open_file(folder / "h.boardkit")
        other.add(opened.assessment, opened.questionnaire, opened.history)
        assert other.assessment(made.id) == now
        write_file(folder / "back.boardkit", *other.snapshot(made.id))
    assert (folder / "back.boardkit").read_bytes() == (folder / "h.boardkit").read_bytes()
