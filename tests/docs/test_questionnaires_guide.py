"""Every snippet of docs/questionnaires.md is true.

The word after ``yaml`` says what a block is: a whole ``questionnaire``, whole ``answers``, a ``question``
without the keys that all questions share, or a ``part`` with the keys of a questionnaire. The first
questionnaire and all that follows it make one large questionnaire, which has to lint clean.
"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter

from boardkit.cli import main
from boardkit.conditions import Condition, Operand
from boardkit.content import load_questionnaire
from boardkit.drafts import Draft
from boardkit.exchange import open_file
from boardkit.faults import in_order
from boardkit.formulas import Formula
from boardkit.linting import lint, lint_draft
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import score
from boardkit.sources import Source, parse_source
from tests.support.places import ROOT

GUIDE = (ROOT / "docs" / "questionnaires.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(\S+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ANSWER = re.compile(r"^# answer: (?P<given>.*?)    stored: (?P<stored>.*)$", re.MULTILINE)
COMMON = {"module": "core", "text": "What is it?", "short": "It", "minutes": 1,
          "why": "We ask.", "proof": "A look"}  # fmt: skip


def _blocks(kind: str) -> list[str]:
    return [text for _, word, text in _FENCE.findall(GUIDE) if word == kind]


def _data(text: str) -> Any:
    return parse_source(text, "guide.yaml").data


QUESTIONS = _blocks("question")


def _names(text: str) -> str:
    return str(_data(text)[0]["id"])


@pytest.fixture
def supplier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the guide's first page makes, beside which its commands are typed."""
    monkeypatch.chdir(tmp_path)
    folder = Path("supplier")
    folder.mkdir()
    (folder / "questionnaire.yaml").write_text(_blocks("questionnaire")[0], encoding="utf-8")
    (folder / "answers.yaml").write_text(_blocks("answers")[0], encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def everything() -> Questionnaire:
    """The first questionnaire with every later block put in."""
    data = copy.deepcopy(_data(_blocks("questionnaire")[0]))
    more = [{**COMMON, **_data(text)[0]} for text in QUESTIONS]
    data["sections"].append({"id": "more", "title": "More", "questions": more})
    for part in _blocks("part"):
        data.update(_data(part))
    draft = Draft(Source(data), Path())
    assert [str(fault) for fault in in_order(lint_draft(draft))] == []
    return draft.questionnaire()


@pytest.mark.parametrize("text", _blocks("questionnaire"))
def test_a_whole_questionnaire_has_no_fault(text: str, tmp_path: Path) -> None:
    file = tmp_path / "questionnaire.yaml"
    file.write_text(text, encoding="utf-8")
    assert [str(fault) for fault in lint(file)] == []


def test_the_first_page_works_as_typed(supplier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = [line.split() for line in re.findall(r"^    boardkit (.*)$", GUIDE, re.MULTILINE)]
    commands = [words for words in typed if words[0] in ("lint", "score", "report")]
    assert [words[0] for words in commands[:3]] == ["lint", "score", "report"]
    assert main(commands[0]) == 0
    assert capsys.readouterr().out == "No faults.\n"
    assert main(commands[1]) == 0
    assert "Poorly prepared" in capsys.readouterr().out
    assert main(commands[2]) == 0
    assert Path("supplier.pdf").read_bytes().startswith(b"%PDF-")


def test_the_first_page_says_how_its_score_comes_about(supplier: Path) -> None:
    opened = open_file(supplier / "answers.yaml", load_questionnaire(supplier))
    result = score(opened.questionnaire, opened.assessment)
    credits = [round(indicator.credit or 0) for indicator in result.indicators]
    assert f"earns {credits[0]} points, S2 earns {credits[1]}" in " ".join(GUIDE.split())
    assert f"their mean is {result.headline.claimed:.1f}." in GUIDE


def test_all_of_the_guide_together_is_one_sound_questionnaire(everything: Questionnaire) -> None:
    types = {question.type for question in everything.questions}
    assert len(types) == 12


@pytest.mark.parametrize("text", QUESTIONS, ids=_names)
def test_an_answer_is_stored_as_the_guide_says(text: str, everything: Questionnaire) -> None:
    shown = _ANSWER.search(text)
    assert shown is not None
    given = _data(f"answer: {shown['given']}")["answer"]
    stored, _ = json.JSONDecoder().raw_decode(shown["stored"])
    assert everything.question(_names(text)).accept(given) == stored


def _forms(heading: str) -> list[str]:
    """What stands in backticks in the first column of the tables under a heading."""
    section = GUIDE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    return [form for row in rows for form in re.findall(r"`([^`]*)`", row.split(" | ")[0])]


CONDITION = "{answered: decides}"


@pytest.mark.parametrize("form", _forms("Conditions"))
def test_a_form_of_condition_reads_what_there_is(form: str, everything: Questionnaire) -> None:
    condition: Any = TypeAdapter(Condition).validate_python(_data(form.replace("…", CONDITION)))
    for operand in condition.operands():
        _look_up(everything, operand)


@pytest.mark.parametrize("form", _forms("Derived values and checks"))
def test_a_form_of_formula_can_be_read(form: str, everything: Questionnaire) -> None:
    text = form.replace("a condition", CONDITION).replace("…", "1, 2")
    text = re.sub(r"(?<![\w{])[ab](?![\w:])", "1", text)
    TypeAdapter(Formula).validate_python(_data(text))


def _look_up(questionnaire: Questionnaire, operand: Operand) -> None:
    if operand.derived is not None:
        questionnaire.derived_value(operand.derived)
    elif operand.question is not None:
        parts = questionnaire.question(operand.question).part_ids()
        assert operand.part is None or operand.part in parts


def test_a_fault_reads_as_the_guide_shows_it(
    supplier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = supplier / "questionnaire.yaml"
    text = file.read_text(encoding="utf-8").replace("short:", "shrot:", 1)
    file.write_text(text, encoding="utf-8")
    assert main(["lint", "supplier"]) == 1
    (shown,) = _blocks("lint")
    assert capsys.readouterr().out == shown


# What the guide says in words


def _models(model: type[BaseModel], found: dict[str, type[BaseModel]]) -> None:
    if model.__name__ in {*found, "Economics"}:  # which the guide says to leave out
        return
    found[model.__name__] = model
    for field in model.model_fields.values():
        waiting = [field.annotation]
        while waiting:
            one = waiting.pop()
            if isinstance(one, type) and issubclass(one, BaseModel):
                _models(one, found)
            waiting.extend(get_args(one))


def test_every_key_that_there_is_stands_in_the_guide() -> None:
    found: dict[str, type[BaseModel]] = {}
    _models(Questionnaire, found)
    missing = [
        f"{name}.{field.alias or key}"
        for name, model in found.items()
        for key, field in model.model_fields.items()
        if not re.search(rf"(^|[`{{ ]){field.alias or key}[`:]", GUIDE, re.MULTILINE)
    ]
    assert missing == []


SAME = [
    ("format: 1\nid: supplier-loss\n", "# A comment\nid: supplier-loss\nformat: 1\n"),
    ("        minutes: 1\n", "        minutes: 1\n        unasked: skip\n"),
    ("  unknowns: {treat_as: prior}\n", "  unknowns:\n    treat_as: prior\n  draws: 4096\n"),
]
OTHER = [
    ("short: Time to replace", "short: Replacing it"),
    ("version: 1.0.0", "version: 1.0.1"),
    ("title: Guess", "title: A guess"),
]


@pytest.mark.parametrize(("old", "new"), [*SAME, *OTHER])
def test_what_may_change_within_a_version_is_what_the_digest_does_not_see(
    old: str, new: str, supplier: Path
) -> None:
    before = load_questionnaire(supplier).digest
    file = supplier / "questionnaire.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert (load_questionnaire(supplier).digest == before) is ((old, new) in SAME)


def test_dividing_a_questionnaire_into_files_does_not_change_it(supplier: Path) -> None:
    before = load_questionnaire(supplier).digest
    text = (supplier / "questionnaire.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("  - id: S\n")
    section, _, tail = rest.partition("methodology:")
    lines = ["id: S", *(line[4:] for line in section.splitlines())]
    (supplier / "sections").mkdir()
    (supplier / "sections" / "s.yaml").write_text("\n".join(lines), encoding="utf-8")
    (supplier / "questionnaire.yaml").write_text(
        f"{head}  - file: sections/s.yaml\nmethodology:{tail}", encoding="utf-8"
    )
    assert load_questionnaire(supplier).digest == before
