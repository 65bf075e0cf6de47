"""Published indices of many shapes in numpy, each from its own methodology, with nothing of the engine.

Each formula gives 0–100 in the direction in which the index is published; ``INDICES`` names them as
their questionnaire files are named, with the ranges that made-up units are drawn from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

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


def through(x: float, *posts: tuple[float, float]) -> float:
    places, values = zip(*posts, strict=True)
    return float(np.interp(x, places, values))


BREAKPOINTS = {  # concentration and index, as published; the last of ozone is that of eight hours
    "pm25": ((0, 0), (12, 50), (35.4, 100), (55.4, 150), (150.4, 200), (250.4, 300), (500.4, 500)),
    "pm10": ((0, 0), (54, 50), (154, 100), (254, 150), (354, 200), (424, 300), (604, 500)),
    "ozone": ((0, 0), (54, 50), (70, 100), (85, 150), (105, 200), (200, 300)),
    "no2": ((0, 0), (53, 50), (100, 100), (360, 150), (649, 200), (1249, 300), (2049, 500)),
    "so2": ((0, 0), (35, 50), (75, 100), (185, 150), (304, 200), (604, 300), (1004, 500)),
    "co": ((0, 0), (4.4, 50), (9.4, 100), (12.4, 150), (15.4, 200), (30.4, 300), (50.4, 500)),
}


def air_quality(x: Unit) -> float:
    return max(through(x[key], *BREAKPOINTS[key]) for key in x) / 5


REGION = {"income": (18000, 4000), "work": (60, 9), "health": (81, 1.5), "schooling": (55, 12),
          "safety": (70, 20)}  # fmt: skip


def mazziotta_pareto(x: Unit) -> float:
    if set(x) != set(REGION):
        return np.nan
    z = np.array([100 + 10 * (x[key] - m) / s for key, (m, s) in REGION.items()])
    return float(np.clip(z.mean() - z.std() * (z.std() / z.mean()), 0, 200) / 2)


STAGES = {
    "basic": ("institutions", "infrastructure", "economy", "health"),
    "efficiency": ("training", "goods", "labour", "finance", "technology", "size"),
    "innovation": ("business", "research"),
}


def global_competitiveness(x: Unit) -> float:
    gdp = x["gdp"]
    weights = [
        through(gdp, (2000, 60), (3000, 40), (9000, 40), (17000, 20)),
        through(gdp, (2000, 35), (3000, 50)),
        through(gdp, (2000, 5), (3000, 10), (9000, 10), (17000, 30)),
    ]
    assert sum(weights) == 100 or 2000 < gdp < 3000 or 9000 < gdp < 17000
    groups = [mean([x.get(key, np.nan) for key in group]) for group in STAGES.values()]
    known = [sum(key in x for key in group) >= len(group) // 2 for group in STAGES.values()]
    if not all(known):
        return np.nan
    return float(100 * (np.average(groups, weights=weights) - 1) / 6)


COUNTY = {"poor": (14, 6, 1), "elderly": (15, 4, 1), "single": (8, 3, 1), "no_car": (6, 3, 1),
          "renters": (28, 8, 1), "income": (27, 7, -1), "young": (24, 3, 0),
          "density": (250, 400, 0)}  # fmt: skip


def social_vulnerability(x: Unit) -> float:
    z = {key: (x[key] - m) / s for key, (m, s, _) in COUNTY.items()}
    total = sum(sign * z[key] if sign else abs(z[key]) for key, (_, _, sign) in COUNTY.items())
    return float(100 * (total + 40) / 80)


def democracy(x: Unit) -> float:
    def category(*keys: str) -> float:
        return 10 * sum(x[key] / 2 for key in keys) / len(keys)

    critical = min(x["free"], x["fair"], x["secure"])
    parts = [
        category("free", "fair", "secure", "open") - {0: 1, 1: 0.5, 2: 0}[int(critical)],
        category("civil", "checked", "corrupt") - {0: 1, 1: 0.5, 2: 0}[int(x["civil"])],
        category("press", "courts", "rights"),
    ]
    return float(10 * np.mean(np.clip(parts, 0, 10)))


def household_poverty(x: Unit) -> float:
    sixths = [x["years"] < 6, x["absent"] > 0, x["deaths"] > 0, x["bmi"] < 18.5]
    eighteenths = [x["power"] < 1, x["toilet"] > 1, x["water"] > 30, x["floor"] >= 50,
                   x["fuel"] > 50, x["assets"] < 2]  # fmt: skip
    score = sum(sixths) / 6 + sum(eighteenths) / 18
    return 100 * score if score >= 1 / 3 - 1e-12 else 0.0


ERRORS = {"eiu": 0.45, "prs": 0.55, "wef": 0.6, "gallup": 0.9, "freedom": 0.5, "bertelsmann": 0.62}


def worldwide_governance(x: Unit) -> float:
    if not x:
        return np.nan
    precision = {key: ERRORS[key] ** -2 for key in x}
    estimate = sum(x[key] * precision[key] for key in x) / (1 + sum(precision.values()))
    return float(100 * (estimate + 5) / 10)


@dataclass(frozen=True)
class Published:
    """One index: how it is computed, what its values may be, and how many of them may be missing."""

    formula: Callable[[Unit], float]
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    usual: tuple[float, float] = (0.0, 100.0)
    missing: float = 0.0  # the share of values that are left out
    missable: tuple[str, ...] = ()  # those that may be; all, unless some are named
    whole: tuple[int, ...] = ()  # of questions with levels, by their places


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
    "air-quality": Published(
        air_quality,
        {"pm25": (0, 600), "pm10": (0, 700), "ozone": (0, 250), "no2": (0, 2500), "so2": (0, 1200),
         "co": (0, 60)},
        missing=0.5,
        missable=("pm10", "ozone", "no2", "so2", "co"),
    ),
    "mazziotta-pareto": Published(
        mazziotta_pareto,
        {"income": (8000, 30000), "work": (40, 80), "health": (77, 85)},
        missing=0.05,
    ),
    "global-competitiveness": Published(
        global_competitiveness,
        {"gdp": (500, 25000)},
        (1, 7),
        0.3,
        tuple(key for group in STAGES.values() for key in group),
    ),
    "social-vulnerability": Published(social_vulnerability, {"density": (0, 2000)}, (0, 40)),
    "democracy": Published(democracy, whole=(0, 1, 2)),
    "household-poverty": Published(
        household_poverty,
        {"years": (0, 14), "absent": (0, 0.01), "deaths": (0, 0), "bmi": (17, 24), "power": (0, 9),
         "toilet": (0, 4), "assets": (0, 9)},
    ),
    "worldwide-governance": Published(worldwide_governance, usual=(-2.5, 2.5), missing=0.4),
}  # fmt: skip
