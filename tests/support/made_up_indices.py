"""Indices made up for tests: questionnaires built in a few lines, with any tree of means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from boardkit.assessment import Answer, Assessment
from boardkit.questionnaire import Questionnaire
from tests.support.made_up_answers import assessment_of

HUNDRED = ((0.0, 0.0), (100.0, 100.0))
BANDS = ({"id": "low", "below": 50}, {"id": "high", "below": None})
EXACT = ({"id": "exact", "title": "Exact", "half_width": 0},)
JUDGED = (
    {"id": "guess", "title": "Guess", "half_width": 25, "proves": False},
    {"id": "report", "title": "Report", "half_width": 10},
    {"id": "exact", "title": "Exact", "half_width": 0},
)
OPEN = ({"id": "open", "alpha": 1, "beta": 1}, {"id": "unproven", "alpha": 1, "beta": 2})


def number(
    name: str, draw: int, dimension: str, goalposts: Any = HUNDRED, **more: Any
) -> dict[str, Any]:
    """A number that is scored between goalposts; ``weight``, ``scale`` and the question's own keys."""
    score = {"dimension": dimension, "draw": draw, "goalposts": goalposts}
    for key in ("weight", "scale", "replaces"):
        if key in more:
            score[key] = more.pop(key)
    return {**_question(name), "type": "number", "score": score, **more}


def levels(name: str, draw: int, dimension: str, count: int = 5, **more: Any) -> dict[str, Any]:
    """Anchored levels, evenly spaced."""
    score: dict[str, Any] = {"dimension": dimension, "draw": draw}
    if "weight" in more:
        score["weight"] = more.pop("weight")
    texts = [f"Level {i} of it" for i in range(count)]
    return {**_question(name), "type": "level", "levels": texts, "score": score, **more}


def _question(name: str) -> dict[str, Any]:
    return {
        "id": name, "module": "core", "text": f"What is {name}?", "short": name, "minutes": 1,
        "move": {"text": f"Raise {name}.", "effort": 1},
    }  # fmt: skip


def composite(
    name: str, members: Mapping[str, float] | Sequence[str], mean: float = 1, **more: Any
) -> dict[str, Any]:
    """A power mean of dimensions or composites, by weight."""
    weights = members if isinstance(members, Mapping) else dict.fromkeys(members, 1.0)
    return {
        "id": name, "title": name, "short": name, "mean": mean,
        "members": [{"of": key, "weight": weight} for key, weight in weights.items()], **more,
    }  # fmt: skip


def index(
    questions: Sequence[Mapping[str, Any]],
    composites: Sequence[Mapping[str, Any]],
    *,
    headline: Mapping[str, Any] | str | None = None,
    dimensions: Sequence[Mapping[str, Any]] | None = None,
    unknowns: str = "prior",
    basis: Sequence[Mapping[str, Any]] = JUDGED,
    bands: Sequence[Mapping[str, Any]] = BANDS,
    derived: Sequence[Mapping[str, Any]] = (),
    roles: Mapping[str, Any] | None = None,
    **method: Any,
) -> Questionnaire:
    """A questionnaire with these questions and this tree; the last composite is the headline."""
    scored = [*questions, *derived]
    names = list(dict.fromkeys(q["score"]["dimension"] for q in scored if "score" in q))
    head = (
        headline
        if isinstance(headline, Mapping)
        else {"composite": headline or composites[-1]["id"]}
    )
    return Questionnaire.model_validate(
        {
            "format": 1, "id": "made-up", "version": "1.0.0", "title": "Made up", "asks": "What?",
            "modules": [{"id": "core", "title": "Core", "always": True}],
            "sections": [{"id": "S", "title": "S", "questions": list(questions)}],
            "derived": list(derived), "roles": dict(roles or {}),
            "methodology": {
                "version": "1", "basis": list(basis), "priors": list(OPEN),
                "unknowns": {"treat_as": unknowns},
                "dimensions": dimensions or [{"id": n, "title": n, "prior": "open"} for n in names],
                "composites": list(composites),
                "headline": {
                    "id": "headline", "title": "Headline",
                    "bands": [{"title": b["id"], "phrase": b["id"], **b} for b in bands], **head,
                },
                **method,
            },
        }
    )  # fmt: skip


def answered(
    questionnaire: Questionnaire, values: Mapping[str, Any], basis: str = "exact"
) -> Assessment:
    """An assessment with these values, all on one basis; None stands for “don't know”."""
    return assessment_of(
        questionnaire,
        {
            key: Answer(state="dont_know") if value is None else Answer(value=value, basis=basis)
            for key, value in values.items()
        },
    )
