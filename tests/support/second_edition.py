"""A second edition of the questionnaire that ships, from the few things that are different in it."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from boardkit.content import shipped_questionnaire
from boardkit.questionnaire import Questionnaire
from tests.support.places import FIXTURES


@cache
def second_edition(**changed: Any) -> Questionnaire:
    """Version 2.0.0: questions reworded, split, merged, retired and new, and other weights."""
    text = (FIXTURES / "second-edition" / "overlay.yaml").read_text(encoding="utf-8")
    overlay = {**yaml.safe_load(text), **changed}
    data = shipped_questionnaire().model_dump(mode="json", by_alias=True, exclude_defaults=True)
    known = {q["id"]: q for section in data["sections"] for q in section["questions"]}
    for section in data["sections"]:
        section["questions"] = list(_questions(section["questions"], overlay, known))
    method = data["methodology"]
    method["version"] = str(overlay["methodology"])
    for composite in method["composites"]:
        for member in composite["members"]:
            member["weight"] = overlay["weights"].get(member["of"], member["weight"])
    return Questionnaire.model_validate(
        {**data, "version": overlay["version"], "migrations": overlay["migrations"]}
    )


def _questions(given: Any, overlay: Any, known: Any) -> Any:
    for question in given:
        if question["id"] not in overlay["drop"]:
            yield {**question, **overlay["change"].get(question["id"], {})}
        for one in overlay["add"]:
            if one["after"] == question["id"]:
                like = known[one["like"]]
                score = {**like["score"], "draw": one["draw"]}
                yield {**like, "id": one["id"], "short": one["short"], "score": score}
