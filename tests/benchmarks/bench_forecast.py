"""How long a forecast takes: a slider that is moved has a frame, 16.7 ms."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from boardkit.economics import forecast, forecast_of, inputs_of
from boardkit.examples import shipped_example


def milliseconds(work: Callable[[int], object], runs: int = 40) -> tuple[float, float]:
    """The least and the median time of one run, after a first that is not counted."""
    work(0)
    taken = []
    for run in range(1, runs + 1):
        started = time.perf_counter()
        work(run)
        taken.append(1000 * (time.perf_counter() - started))
    return min(taken), statistics.median(taken)


def test_forecast() -> None:
    example = shipped_example("paperclip-2026-q3")
    questionnaire, assessment = example.questionnaire, example.assessment
    inputs = inputs_of(questionnaire, assessment)
    assert inputs.economics.draws == 2048
    slider = milliseconds(lambda run: forecast_of(inputs.changed({"delta": 0.1 + run / 1000})))
    answer = milliseconds(lambda _: forecast(questionnaire, assessment))
    for name, (least, median) in (("a slider moved", slider), ("an answer changed", answer)):
        print(f"\nforecast, {name}: {median:.1f} ms (least {least:.1f}), frame 16.7 ms")
