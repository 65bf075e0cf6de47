"""Published indices of many shapes, as ordinary questionnaire files, against their formulas in numpy.

Each formula below is written from the index's own methodology and uses nothing of the engine. Units
are made up, a few hundred each, past the goalposts too and, where the index allows it, with gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from boardkit.content import load_questionnaire
from boardkit.linting import lint
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import Scoring, score
from boardkit.scoring.analysis import analyse
from tests.support.made_up_indices import answered

FOLDER = Path(__file__).parents[2] / "fixtures" / "indices"
UNITS = 60

Unit = Mapping[str, float]


def line(x: float | None, bad: float, good: float) -> float:
    """0 at the bad goalpost, 100 at the good one; nan where nothing is known."""
    return np.nan if x is None else float(np.clip(100 * (x - bad) / (good - bad), 0, 100))


def log_line(x: float | None, bad: float, good: float) -> float:
    return np.nan if x is None else line(np.log(max(x, 1e-300)), np.log(bad), np.log(good))


def mean(values: Sequence[float], weights: Sequence[float] | None = None) -> float:
    """Of those that are known; nan when none is."""
    x = np.array(values, dtype=float)
    w = np.ones(len(x)) if weights is None else np.array(weights, dtype=float)
    known = ~np.isnan(x)
    return float((x[known] * w[known]).sum() / w[known].sum()) if known.any() else np.nan


def most(values: Sequence[float], weights: Sequence[float] | None = None) -> float:
    """The same when at least half of the weight is known, else nan."""
    w = np.ones(len(values)) if weights is None else np.array(weights, dtype=float)
    known = w[~np.isnan(np.array(values, dtype=float))].sum()
    return mean(values, weights) if known >= 0.5 * w.sum() - 1e-9 else np.nan


def geometric(values: Sequence[float]) -> float:
    x = np.array(values, dtype=float)
    x = x[~np.isnan(x)]
    return float(np.prod(x) ** (1 / len(x))) if len(x) else np.nan


# The indices, each on 0–100 in the direction in which it is published


def gender_inequality(x: Unit) -> float:
    health = np.sqrt(10 / np.clip(x["mmr"], 10, 1000) / x["abr"])
    seats = max(x["seats_f"], 0.1)
    power_f = np.sqrt(seats * x["school_f"])
    power_m = np.sqrt((100 - seats) * x["school_m"])
    women = np.cbrt(health * power_f * x["work_f"])
    men = np.cbrt(power_m * x["work_m"])
    harmonic = 1 / ((1 / women + 1 / men) / 2)
    equal = np.cbrt((health + 1) / 2 * (power_f + power_m) / 2 * (x["work_f"] + x["work_m"]) / 2)
    return float(100 * (1 - harmonic / equal))


def human_capital(x: Unit) -> float:
    school = np.exp(0.08 * (x["years"] * x["tests"] / 625 - 14))
    parts = [0.65 * (x.get("adults", np.nan) - 1), 0.35 * (x.get("unstunted", np.nan) - 1)]
    return float(100 * x["survival"] * school * np.exp(mean(parts))) if x else np.nan


def inform_risk(x: Unit) -> float:
    def turned(values: Sequence[float]) -> float:
        lifted = (10 - np.array(values)) / 10 * 9 + 1
        return float((10 - np.prod(lifted) ** (1 / len(values))) / 9 * 10)

    natural = turned([x["quake"], x["flood"], x["drought"]])
    hazard = turned([natural, max(x["conflict"], x["projected"])])
    economic = (2 * x["poverty"] + x["inequality"]) / 3
    vulnerable = turned([economic, turned([x["uprooted"], x["others"]])])
    institutional = (x["governance"] + x["readiness"]) / 2
    lack = turned([institutional, (x["health"] + x["network"]) / 2])
    return float(10 * np.cbrt(hazard * vulnerable * lack))


SOURCES = {  # mean and deviation in the base year; those with −1 rise with corruption
    "afdb": (3.1, 0.6, 1), "sgi": (6.2, 2.1, 1), "bti": (4.4, 1.9, 1), "eiu": (2.0, 1.2, 1),
    "fh": (3.6, 1.6, 1), "gi": (2.7, 1.1, 1), "imd": (4.4, 2.2, 1), "perc": (5.5, 2.3, -1),
    "prs": (2.6, 1.1, 1), "wb": (2.9, 0.6, 1), "wef": (4.0, 1.2, 1), "wjp": (0.5, 0.2, 1),
    "vdem": (0.5, 0.3, -1),
}  # fmt: skip


def corruption_perceptions(x: Unit) -> float:
    found = [
        np.clip(45 + 20 * sign * (x[key] - middle) / spread, 0, 100)
        for key, (middle, spread, sign) in SOURCES.items()
        if key in x
    ]
    return float(np.mean(found)) if len(found) >= 3 else np.nan


def sustainable_development(x: Unit) -> float:
    goals = [
        [line(x.get("poor"), 72.6, 0), line(x.get("poor365"), 51.5, 0)],
        [line(x.get("undernourished"), 42.3, 0), line(x.get("stunting"), 50.2, 0),
         line(x.get("wasting"), 16.3, 0), line(x.get("yield"), 0.2, 7)],
        [line(x.get("maternal"), 814, 3.4), line(x.get("newborn"), 39.7, 1.1),
         line(x.get("life"), 54, 83)],
        [line(x.get("enrolment"), 53.8, 100), line(x.get("literacy"), 45.2, 100)],
        [line(x.get("basic_water"), 40, 100), line(x.get("sanitation"), 9.7, 100),
         line(x.get("scarce"), 100, 12.5)],
    ]  # fmt: skip
    return mean([mean(goal) for goal in goals])


def environmental_performance(x: Unit) -> float:
    get = x.get
    climate = most(
        [line(get("co2_trend"), 8.4, -7.5), line(get("ch4_trend"), 5.5, -4.6),
         log_line(get("co2_person"), 24, 0.2)], [0.55, 0.15, 0.3],
    )  # fmt: skip
    air = most(
        [
            log_line(get("soot"), 80, 5),
            log_line(get("smoke"), 1600, 0.5),
            line(get("ozone"), 70, 20),
        ],
        [0.47, 0.38, 0.15],
    )
    water = most(
        [log_line(get("unsafe_water"), 4000, 5), log_line(get("unsafe_latrines"), 3000, 2)],
        [0.6, 0.4],
    )
    health = mean([air, water, log_line(get("lead"), 1500, 30)], [0.55, 0.25, 0.2])
    nature = most([line(get("reserves"), 0, 17), line(get("species"), 0, 100)])
    fish = most([line(get("fish_stocks"), 100, 0), line(get("trawling"), 90, 0)], [0.36, 0.64])
    ecosystem = mean([nature, log_line(get("tree_loss"), 2, 0.001), fish], [0.43, 0.19, 0.38])
    return mean([climate, health, ecosystem], [0.38, 0.2, 0.42])


PILLARS = {"institutions": 3, "people": 3, "infrastructure": 2, "market": 2, "business": 3,
           "knowledge": 3, "creative": 2}  # fmt: skip


def global_innovation(x: Unit) -> float:
    def part(pillar: str, j: int) -> float:
        values = [line(x.get(f"{pillar}{j}_{k}"), 10 * k, 200 + 10 * j) for k in (1, 2)]
        return most(values, [1, 0.5 if j == 1 else 1])

    pillars = [mean([part(pillar, j) for j in range(1, n + 1)]) for pillar, n in PILLARS.items()]
    return float((mean(pillars[:5]) + mean(pillars[5:])) / 2)


def multidimensional_poverty(x: Unit) -> float:
    return x["headcount"] / 100 * x["intensity"] / 100 * 100


def inequality_adjusted(x: Unit) -> float:
    schooling = (line(x["expected"], 0, 18) + line(x["mean"], 0, 15)) / 2
    parts = [(line(x["life"], 20, 85), "life_gap"), (schooling, "school_gap"),
             (log_line(x["income"], 100, 75000), "income_gap")]  # fmt: skip
    return geometric([part * (1 - x[gap] / 100) for part, gap in parts])


def world_risk(x: Unit) -> float:
    def part(name: str, count: int) -> float:
        return geometric([x[f"{name}{j}"] for j in range(1, count + 1)])

    vulnerability = geometric([part("susceptibility", 3), part("coping", 3), part("adaptation", 2)])
    return float(np.sqrt(part("exposure", 3) * vulnerability))


@dataclass(frozen=True)
class Published:
    """One index: how it is computed, what its values may be, and how many of them may be missing."""

    formula: Callable[[Unit], float]
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    usual: tuple[float, float] = (0.0, 100.0)
    missing: float = 0.0  # the share of values that are left out
    missable: tuple[str, ...] = ()  # those that may be; all, unless some are named


INDICES = {
    "gender-inequality": Published(
        gender_inequality, {"mmr": (2, 1400), "abr": (1, 150), "seats_f": (0, 60)}, (5, 100)
    ),
    "human-capital": Published(
        human_capital, {"years": (0, 14), "tests": (300, 625)}, (0.4, 1), 0.2, ("adults",)
    ),
    "inform-risk": Published(inform_risk, usual=(0, 10)),
    "corruption-perceptions": Published(
        corruption_perceptions, {"wjp": (0, 1), "vdem": (0, 1)}, (0, 10), 0.7
    ),
    "sustainable-development": Published(
        sustainable_development, {"maternal": (1, 900), "yield": (0, 9)}, missing=0.15
    ),
    "environmental-performance": Published(
        environmental_performance,
        {"co2_trend": (-10, 10), "ch4_trend": (-6, 7), "co2_person": (0, 40), "smoke": (0, 2000),
         "unsafe_water": (0, 5000), "unsafe_latrines": (0, 4000), "lead": (0, 2000),
         "tree_loss": (0, 3)},
        missing=0.25,
    ),
    "global-innovation": Published(global_innovation, usual=(0, 250), missing=0.3),
    "multidimensional-poverty": Published(multidimensional_poverty),
    "inequality-adjusted": Published(
        inequality_adjusted,
        {"life": (30, 90), "expected": (1, 20), "mean": (1, 16), "income": (150, 90000),
         "life_gap": (0, 50), "school_gap": (0, 50), "income_gap": (0, 60)},
    ),
    "world-risk": Published(world_risk),
}  # fmt: skip


def units(questionnaire: Questionnaire, index: Published, count: int) -> list[dict[str, float]]:
    random = np.random.default_rng(5)
    found = []
    for _ in range(count):
        unit = {
            q.id: float(random.uniform(*index.ranges.get(q.id, index.usual)))
            for q in questionnaire.questions
        }
        for key in index.missable or tuple(unit):
            if random.uniform() < index.missing:
                del unit[key]
        found.append(unit)
    return found


def test_every_file_is_tried() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(INDICES)


@pytest.mark.parametrize("name", INDICES)
def test_a_published_index_scores_as_its_formula_says(name: str) -> None:
    path, index = FOLDER / f"{name}.yaml", INDICES[name]
    assert lint(path) == ()
    questionnaire = load_questionnaire(path)
    scored = 0
    for unit in units(questionnaire, index, UNITS):
        expected = index.formula(unit)
        found = score(questionnaire, answered(questionnaire, unit)).headline.claimed
        if np.isnan(expected):
            assert found is None
        else:
            assert found == pytest.approx(expected, abs=1e-9)
            scored += 1
    assert scored >= UNITS / 3


@pytest.mark.parametrize("name", INDICES)
def test_whatever_follows_a_score_follows_one_of_these_too(name: str) -> None:
    questionnaire = load_questionnaire(FOLDER / f"{name}.yaml")
    whole = Published(INDICES[name].formula, INDICES[name].ranges, INDICES[name].usual)
    (unit,) = units(questionnaire, whole, 1)
    scoring = Scoring(questionnaire, answered(questionnaire, unit))
    analysis = analyse(scoring)
    spread = analysis.intervals.headline.claimed
    assert spread is not None
    assert spread.interval is not None
    assert spread.interval.p10 == pytest.approx(scoring.claimed.headline)
    assert spread.interval.p90 == pytest.approx(scoring.claimed.headline)


def test_a_fifth_of_the_values_missing_is_too_many_to_be_ranked() -> None:
    questionnaire = load_questionnaire(FOLDER / "sustainable-development.yaml")
    whole = units(questionnaire, Published(sustainable_development), 1)[0]
    for left_out, ranked in (("poor", True), ("poor poor365 stunting", False)):
        unit = {key: x for key, x in whole.items() if key not in left_out.split()}
        result = score(questionnaire, answered(questionnaire, unit))
        assert (result.headline.band is not None) is ranked
        assert result.headline.claimed is not None
