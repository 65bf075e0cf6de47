"""What the pane beside a question says of the scores."""

from boardkit.assessment import Answer, Assessment
from boardkit.examples import shipped_example
from boardkit.formats import Formats
from boardkit.scoring import Scoring, result_of
from boardkit.scoring.uncertainty import intervals
from ui.score_lines import ScoreLine, ScoreLines

EXAMPLE = shipped_example("paperclip-2026-q3")


def lines(told: ScoreLines, assessment: Assessment, *, sure: bool = True) -> dict[str, ScoreLine]:
    scoring = Scoring(EXAMPLE.questionnaire, assessment)
    found = intervals(scoring) if sure else None
    return {one.color: one for one in told.lines(result_of(scoring), found, Formats())}


def fresh() -> ScoreLines:
    return ScoreLines(EXAMPLE.questionnaire.methodology)


def changed(question: str, value: object) -> Assessment:
    return EXAMPLE.assessment.with_answer(question, Answer(value=value, basis="contract"))


def test_each_score_stands_inside_its_interval_claimed_and_proven() -> None:
    found = lines(fresh(), EXAMPLE.assessment)
    assert list(found) == ["exposure", "first_derivative", "resale"]
    for line in found.values():
        assert line.proven is not None
        for mark in (line.claimed, line.proven):
            assert mark.interval is not None
            assert 0 <= mark.interval.p10 < mark.at < mark.interval.p90 <= 100
    exposure = found["exposure"]
    assert exposure.figure == "42.0"
    assert exposure.note.startswith("Exposed in ")
    assert exposure.says.startswith("Saaspocalypse exposure 42.0, between 3")
    assert ", proven 4" in exposure.says


def test_before_the_first_draws_there_are_scores_without_intervals() -> None:
    for line in lines(fresh(), EXAMPLE.assessment, sure=False).values():
        assert line.claimed.interval is None
        assert line.note == ""
        assert "between" not in line.says


def test_a_gate_that_binds_is_named_in_place_of_an_interval() -> None:
    resale = lines(fresh(), changed("F02", -10))["resale"]
    assert resale.claimed.at == 30
    assert resale.claimed.interval is None
    assert resale.note == "Capped at 30 because AI products lose money on every sale"
    assert resale.note in resale.says


def test_what_moved_is_said_until_the_next_answer() -> None:
    told = fresh()
    assert {line.moved for line in lines(told, EXAMPLE.assessment).values()} == {""}
    worse = lines(told, changed("B01", 0))
    assert worse["exposure"].moved.startswith("▲")
    assert worse["resale"].moved == ""
    better = lines(told, EXAMPLE.assessment)
    assert better["exposure"].moved.startswith("▼")


def test_nothing_moved_when_the_last_answer_is_taken_back() -> None:
    told = fresh()
    first = result_of(Scoring(EXAMPLE.questionnaire, EXAMPLE.assessment))
    told.lines(first, None, Formats())
    lines(told, changed("B01", 0))
    assert {line.moved for line in told.lines(first, None, Formats())} == {""}
    assert lines(told, changed("B01", 0))["exposure"].moved.startswith("▲")


def test_what_moved_stays_when_the_same_scores_are_drawn_again() -> None:
    told = fresh()
    lines(told, EXAMPLE.assessment)
    scoring = Scoring(EXAMPLE.questionnaire, changed("B01", 0))
    result = result_of(scoring)
    first = told.lines(result, None, Formats())
    again = told.lines(result, intervals(scoring), Formats())
    assert first[0].moved == again[0].moved != ""
