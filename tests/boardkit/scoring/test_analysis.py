"""Everything together: the names it goes by in JSON, and the same bytes whatever runs beside it."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from boardkit.examples import shipped_example
from boardkit.scoring.assembling import result_of
from boardkit.scoring.engine import Scoring
from boardkit.scoring.json import everything_json, result_json
from tests.support.made_up_indices import answered, composite, index, number
from tests.support.places import ROOT

NAMES = [path.stem for path in sorted((ROOT / "questionnaires").glob("*/examples/*.yaml"))]


@cache
def everything(name: str) -> dict[str, Any]:
    example = shipped_example(name)
    scoring = Scoring(example.questionnaire, example.assessment)
    return everything_json(scoring)


def names_in(value: Any, found: set[str]) -> set[str]:
    """Every key, but for those that are ids themselves."""
    if isinstance(value, dict):
        for key, inner in value.items():
            found.add(key)
            names_in({} if key == "composites" and isinstance(inner, dict) else inner, found)
    elif isinstance(value, list):
        for inner in value:
            names_in(inner, found)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "score-json.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", page))))
    assert len(NAMES) == 6
    assert names_in(everything(name), set()) - documented == set()


def test_no_name_is_documented_that_is_not_there() -> None:
    page = (ROOT / "docs" / "score-json.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]+`(?:, `[^|]+`)*) \|", page, re.MULTILINE)
    documented = {name for row in rows for path in re.findall(r"`([^`]+)`", row)
                  for name in path.split(".") if name.isidentifier()}  # fmt: skip
    there = set[str]().union(*(names_in(everything(name), set()) for name in NAMES))
    assert documented
    assert documented - there == set()


@pytest.mark.parametrize("name", NAMES)
def test_it_is_plain_json_without_infinities(name: str) -> None:
    text = json.dumps(everything(name), allow_nan=False)
    assert json.loads(text) == everything(name)


def test_each_score_says_how_sure_it_is() -> None:
    found = everything("dustjacket-2026-q3")
    for score in (found["headline"], *found["composites"], *found["dimensions"]):
        assert score["sure"].keys() == {"claimed", "proven"}
    resale = next(c for c in found["composites"] if c["id"] == "R")
    assert resale["gates"]
    assert found["verdict"]["chance"] == found["ways_out"]["stated"]
    assert found["moves"]["moves"][0]["composites"].keys() == {"G", "R", "F"}


def test_a_verdict_is_never_stated_without_its_probability() -> None:
    assert everything("half-timbered-2026-q3")["verdict"] is None
    for name in ("paperclip-2026-q3", "dustjacket-2026-q3"):
        assert 0 <= everything(name)["verdict"]["chance"] <= 1


def test_order_changes_nothing() -> None:
    example = shipped_example("paperclip-2026-q3")
    backwards = dict(reversed(example.assessment.answers.items()))
    assessment = example.assessment.model_copy(update={"answers": backwards})
    assert everything_json(Scoring(example.questionnaire, assessment)) == everything(
        "paperclip-2026-q3"
    )


def test_an_index_without_ways_out_or_roles_goes_through_too() -> None:
    questionnaire = index([number("a", 1, "d"), number("b", 2, "d")], [composite("all", ["d"])])
    scoring = Scoring(questionnaire, answered(questionnaire, {"a": 30}, basis="guess"))
    found = everything_json(scoring)
    assert found["ways_out"] is None
    assert found["concentration"] is None
    assert found["firm_up"]["answers"][0]["question"] == "b"


def test_without_an_analysis_the_result_alone_is_told() -> None:
    example = shipped_example(NAMES[0])
    plain = result_json(result_of(Scoring(example.questionnaire, example.assessment)))
    assert not {"draws", "drivers", "moves"} & plain.keys()
    assert "sure" not in plain["headline"]


SCRIPT = """
import hashlib, json, sys
from boardkit.examples import shipped_example
from boardkit.scoring.analysis import analyse
from boardkit.scoring.assembling import result_of
from boardkit.scoring.engine import Scoring
from boardkit.scoring.uncertainty import drawn
example = shipped_example("paperclip-2026-q3")
scoring = Scoring(example.questionnaire, example.assessment)
text = repr((result_of(scoring), analyse(scoring)))
draws = b"".join(s.value.tobytes() for s in drawn(scoring).claimed.scores.scores.values())
print(hashlib.sha256(text.encode() + draws).hexdigest())
"""


def test_numbers_are_the_same_to_the_last_bit_whatever_the_thread_count() -> None:
    found = set()
    for threads in ("1", "2", "7"):
        names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
        environment = {**os.environ, **dict.fromkeys(names, threads)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, check=True,
            capture_output=True, text=True,
        )  # fmt: skip
        found.add(done.stdout)
    assert len(found) == 1
