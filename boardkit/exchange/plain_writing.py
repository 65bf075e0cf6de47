"""Writing the plain file of answers, as a person would."""

from __future__ import annotations

import re
from typing import Any

import yaml

from boardkit.assessment import Answer, Assessment
from boardkit.exchange.plain_answers import BESIDE, FORMAT, derived_id
from boardkit.library.changes import plain
from boardkit.questionnaire import Questionnaire
from boardkit.sources import resolve

WIDTH = 100
_ODD_BREAKS = re.compile("[\r\x85\u2028\u2029]")  # YAML reads each as an end of line like any other
EXACT = 2**53  # whole numbers up to here are the same as integers and as floats


class _Dumper(yaml.SafeDumper):
    """Block style, with quotes where our reader would take a text for something else."""

    def increase_indent(self, flow: bool = False, *_: Any, **__: Any) -> None:
        """Lists stand indented under their key."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, _data: Any) -> bool:
        """No & and *: equal values are written out."""
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = None
    if not isinstance(resolve(text), str) or _ODD_BREAKS.search(text):
        style = '"'
    elif "\n" in text:
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _number(dumper: _Dumper, number: float) -> yaml.ScalarNode:
    if number.is_integer() and abs(number) < EXACT:
        return dumper.represent_int(int(number))
    return dumper.represent_float(number)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _number)


def plain_text(assessment: Assessment, questionnaire: Questionnaire) -> str:
    """An assessment as the text of a plain file, answers in the questionnaire's order."""
    data: dict[str, Any] = {
        "boardkit": "answers",
        "format": FORMAT,
        "questionnaire": questionnaire.id,
    }
    if assessment.id != derived_id(questionnaire.id, assessment.details):
        data["id"] = assessment.id
    data["details"] = plain(assessment.details)
    data["answers"] = {
        question.id: _told(assessment.answers[question.id])
        for question in questionnaire.questions
        if question.id in assessment.answers
    }
    return yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH,
        default_flow_style=False,
    )  # fmt: skip


def _told(answer: Answer) -> Any:
    data: dict[str, Any] = plain(answer)
    beside = {key: data[key] for key in BESIDE if key in data}
    if answer.state == "dont_know":
        return {"dont_know": True, **beside}
    if answer.state == "not_applicable":
        return {"not_applicable": answer.reason, **beside}
    if beside or isinstance(answer.value, dict):
        return {"value": answer.value, **beside}
    return answer.value
