"""Questionnaires from their files: the one module that reads what ships with Boardkit.

A questionnaire is a folder with ``questionnaire.yaml`` in it, or a single file of that form. Sections
may stand in files of their own (``file: sections/a.yaml``), and ``facts.yaml`` beside it is read too.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from boardkit.assessment import Answer, Details
from boardkit.drafts import FILE_NAME, Draft, faults_of, read_draft
from boardkit.errors import ContentError
from boardkit.faults import in_order
from boardkit.linting import FactsFile, find_errors
from boardkit.questionnaire import Questionnaire, Section

__all__ = [
    "FILE_NAME",
    "Draft",
    "faults_of",
    "json_schema",
    "load_questionnaire",
    "newer_edition",
    "read_draft",
    "shipped",
    "shipped_folder",
    "shipped_questionnaire",
    "template_folder",
]


_VERSION = re.compile(r"""^version:\s*["']?(\d+\.\d+\.\d+)""", re.MULTILINE)


def shipped_folder() -> Path:
    """Where the questionnaires that ship with Boardkit lie."""
    return Path(str(files("questionnaires")))


def template_folder() -> Path:
    """Where the templates of printed documents lie."""
    return Path(str(files("reports")))


def shipped() -> tuple[str, ...]:
    """The ids of the questionnaires that ship with Boardkit."""
    return tuple(sorted(p.parent.name for p in shipped_folder().glob(f"*/{FILE_NAME}")))


@cache
def shipped_questionnaire(
    questionnaire_id: str = "inference-exposure",
) -> Questionnaire:
    """A questionnaire that ships with Boardkit; raises ContentError when there is no such one."""
    if questionnaire_id not in shipped():
        raise ContentError(
            f"Boardkit has no questionnaire “{questionnaire_id}”. It has: {', '.join(shipped())}."
        )
    return load_questionnaire(shipped_folder() / questionnaire_id)


def newer_edition(questionnaire_id: str, version: str) -> Questionnaire | None:
    """The one that ships with Boardkit, when it is of a later version than this; None otherwise.

    Costs little while there is none: a questionnaire is read only when it is newer.
    """
    folder = shipped_folder() / questionnaire_id
    if questionnaire_id not in shipped():
        return None
    stated = _VERSION.search((folder / FILE_NAME).read_text(encoding="utf-8"))
    if stated is None or _in_order(stated[1]) <= _in_order(version):
        return None
    return load_questionnaire(folder)


def _in_order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def load_questionnaire(path: Path) -> Questionnaire:
    """The questionnaire in a folder or file; raises ContentError with every fault, a line each."""
    draft = read_draft(path)
    faults = tuple(faults_of(draft, Questionnaire))
    if not faults:
        questionnaire = draft.questionnaire()
        faults = find_errors(questionnaire)
        if not faults:
            return questionnaire
    raise ContentError("\n".join(str(f) for f in in_order(draft.placed(f) for f in faults)))


def json_schema(of: str = "questionnaire") -> dict[str, Any]:
    """The JSON Schema of a questionnaire file, a section file, a fact file or a file of answers."""
    if of == "answers":
        return _answers_schema()
    if of in ("section", "facts"):
        return (Section if of == "section" else FactsFile).model_json_schema()
    schema = Questionnaire.model_json_schema()
    items = schema["properties"]["sections"]["items"]
    by_file = {
        "type": "object",
        "properties": {
            "file": {
                "type": "string",
                "description": "A section file, beside this one.",
            }
        },
        "required": ["file"],
        "additionalProperties": False,
    }
    schema["properties"]["sections"]["items"] = {"anyOf": [items, by_file]}
    return schema


def _answers_schema() -> dict[str, Any]:
    """Of a plain file of answers; which values fit is up to each question."""
    schema = Answer.model_json_schema()
    details = Details.model_json_schema()
    beside = {
        k: v for k, v in schema["properties"].items() if k not in ("state", "value", "reason")
    }
    ways = {"value": True, "dont_know": {"const": True}, "not_applicable": {"type": "string"}}
    said = [
        {
            "type": "object",
            "properties": {key: form, **beside},
            "required": [key],
            "additionalProperties": False,
        }
        for key, form in ways.items()
    ]
    bare = {"type": ["string", "number", "boolean", "array", "null"]}
    return {
        "$defs": {**schema.pop("$defs", {}), **details.pop("$defs", {}), "Details": details},
        "title": "Answers",
        "type": "object",
        "properties": {
            "boardkit": {"const": "answers"},
            "format": {"const": 1},
            "questionnaire": {"type": "string", "description": "The questionnaire's id."},
            "id": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"},
            "details": {"$ref": "#/$defs/Details"},
            "answers": {"type": "object", "additionalProperties": {"anyOf": [bare, *said]}},
        },
        "required": ["boardkit", "format", "questionnaire", "details"],
        "additionalProperties": False,
    }
