"""What the answers come to: kept in step with them, in the background where it takes time."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from boardkit.assessment import Answer, Assessment
from boardkit.examples import shipped_example
from boardkit.scoring import Scoring, score
from boardkit.scoring.analysis import analyse
from boardkit.scoring.uncertainty import intervals
from ui.desk import Desk
from ui.findings import Findings

EXAMPLE = shipped_example("paperclip-2026-q3")


@pytest.fixture
def findings(desk: Desk) -> Findings:
    return Findings(EXAMPLE.questionnaire, EXAMPLE.assessment, desk.jobs, desk.jobs)


def with_level(level: int) -> Assessment:
    return EXAMPLE.assessment.with_answer("B01", Answer(value=level, basis="judgement"))


def fresh(assessment: Assessment) -> Scoring:
    return Scoring(EXAMPLE.questionnaire, assessment)


def test_the_first_intervals_come_in_the_background(findings: Findings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(findings.intervals_ready, timeout=20_000):
        assert findings.intervals is None
    assert findings.intervals == intervals(fresh(EXAMPLE.assessment))


def test_then_they_follow_each_answer_at_once(findings: Findings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(findings.intervals_ready, timeout=20_000):
        assert findings.intervals is None
    for level in (0, 4, 1):
        findings.take(with_level(level))
        assert findings.intervals == intervals(fresh(with_level(level)))
        assert findings.result == score(EXAMPLE.questionnaire, with_level(level))


def test_an_answer_given_while_the_first_draws_are_made_counts(
    findings: Findings, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(findings.intervals_ready, timeout=20_000):
        assert findings.intervals is None
        findings.take(with_level(4))
    assert findings.intervals == intervals(fresh(with_level(4)))


def test_other_modules_have_intervals_of_their_own(findings: Findings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(findings.intervals_ready, timeout=20_000):
        assert findings.intervals is None
    details = EXAMPLE.assessment.details.model_copy(update={"modules": ("core",)})
    core = EXAMPLE.assessment.model_copy(update={"details": details})
    findings.take(core)
    assert findings.intervals == intervals(fresh(core))


def test_the_analysis_comes_once_the_answers_rest(findings: Findings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(findings.analysed, timeout=20_000):
        assert findings.analysis is None
    assert findings.analysis == analyse(fresh(EXAMPLE.assessment))


def test_an_analysis_of_older_answers_is_never_told(
    findings: Findings, desk: Desk, qtbot: QtBot
) -> None:
    told: list[None] = []
    findings.analysed.connect(lambda: told.append(None))
    assert findings.analysis is None
    qtbot.waitUntil(lambda: desk.jobs.busy)
    findings.take(with_level(4))
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=20_000)
    assert not told
    with qtbot.waitSignal(findings.analysed, timeout=20_000):
        assert findings.analysis is None
    assert findings.analysis == analyse(fresh(with_level(4)))


def test_nothing_is_worked_out_that_nobody_reads(
    findings: Findings, desk: Desk, qtbot: QtBot
) -> None:
    findings.take(with_level(4))
    assert findings.result.headline.claimed is not None
    assert not desk.jobs.busy
    qtbot.wait(500)
    assert not desk.jobs.busy


def test_without_background_work_it_is_there_at_once() -> None:
    findings = Findings(EXAMPLE.questionnaire, EXAMPLE.assessment, None)
    assert findings.intervals == intervals(fresh(EXAMPLE.assessment))
    assert findings.analysis == analyse(fresh(EXAMPLE.assessment))


def test_no_longer_wanted_work_stops_between_its_parts() -> None:
    def stop() -> Callable[[], None]:
        left = iter([None, None])

        def check() -> None:
            if next(left, "over") == "over":
                raise InterruptedError

        return check

    with pytest.raises(InterruptedError):
        analyse(fresh(EXAMPLE.assessment), stop())


def test_what_is_seen_first_is_part_of_the_result(findings: Findings) -> None:
    for level in (0, 4):
        findings.take(with_level(level))
        glance, result = findings.glance, findings.result
        expected = score(EXAMPLE.questionnaire, with_level(level))
        assert glance.headline is result.headline
        assert (glance.headline, glance.verdict) == (expected.headline, expected.verdict)
        assert glance.composites == result.composites == expected.composites
