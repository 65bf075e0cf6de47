"""The linter on our own questionnaires, which are clean, and on broken ones, which it tells apart."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from boardkit.conditions import Condition
from boardkit.content import load_questionnaire, shipped, shipped_folder
from boardkit.drafts import Draft
from boardkit.errors import ContentError, FileError
from boardkit.linting import find_errors, find_warnings, lint, lint_draft
from boardkit.linting.worlds import truths_of
from boardkit.questionnaire import Questionnaire
from boardkit.reading import Reading
from boardkit.sources import Source, read_source
from tests.support.made_up_answers import any_answers, assessment_of

FIXTURES = Path(__file__).parents[1] / "fixtures"
TINY = FIXTURES / "tiny-questionnaire"
BROKEN = sorted(
    path for path in (FIXTURES / "broken").iterdir() if path.is_dir() or path.suffix == ".yaml"
)
SEVERAL = {
    "bad-yaml-in-two-files": 3,
    "faults-in-several-files": 4,
    "many-semantic": 7,
    "many-structural": 5,
    "mean-told-in-vain": 2,
    "needs-more-than-there-is": 2,
    "usual-from-without-money": 2,
}


@pytest.fixture(scope="module")
def tiny() -> Questionnaire:
    return load_questionnaire(TINY)


# Ours


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_questionnaire_has_no_fault(name: str) -> None:
    assert [str(fault) for fault in lint(shipped_folder() / name)] == []


def test_the_tiny_questionnaire_has_no_fault_and_every_type_once(tiny: Questionnaire) -> None:
    assert [str(fault) for fault in lint(TINY)] == []
    types = sorted(question.type for question in tiny.questions)
    assert types == [
        "level", "money", "multiple", "number", "percent", "range",
        "series", "single", "split", "table", "text", "values",
    ]  # fmt: skip


def test_a_questionnaire_may_be_one_file(tmp_path: Path) -> None:
    file = shutil.copy(TINY / "questionnaire.yaml", tmp_path / "orchard.yaml")
    assert lint(Path(file)) == ()


# Broken ones


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_questionnaire_is_told_what_is_wrong(
    path: Path, golden: Callable[[Path, str], None]
) -> None:
    faults = lint(path)
    golden(path.with_suffix(".expected.txt"), "".join(f"{fault}\n" for fault in faults))
    assert len(faults) == SEVERAL.get(path.stem, 1)


def test_there_are_broken_questionnaires_of_many_kinds() -> None:
    assert len(BROKEN) > 70


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_errors_keep_a_questionnaire_from_loading_and_warnings_do_not(path: Path) -> None:
    faults = lint(path)
    errors = [str(fault) for fault in faults if fault.severity == "error"]
    if errors:
        with pytest.raises(ContentError) as refusal:
            load_questionnaire(path)
        assert str(refusal.value).splitlines() == errors
    else:
        assert load_questionnaire(path).id == "pond"


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_fault_has_its_line(path: Path) -> None:
    for fault in lint(path):
        assert fault.place is not None
        assert fault.place.line >= 1
        file = path / fault.place.file if path.is_dir() else path
        assert len(file.read_text(encoding="utf-8").splitlines()) >= fault.place.line
        assert fault.what.endswith(".")


def test_faults_come_by_file_and_line() -> None:
    places = [fault.place for fault in lint(FIXTURES / "broken" / "faults-in-several-files")]
    order = [(place.file, place.line) for place in places if place is not None]
    assert order == sorted(order)
    assert len({file for file, _ in order}) == len(order) == 4


def test_nothing_to_read_is_said_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"There is no questionnaire\.yaml in "):
        lint(tmp_path)
    with pytest.raises(FileError, match=r"pond\.yaml cannot be read: No such file"):
        lint(tmp_path / "pond.yaml")


@pytest.mark.parametrize("text", ["", "- one\n- two\n", "just a sentence\n"])
def test_a_file_without_keys_is_no_questionnaire(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pond.yaml"
    path.write_text(text, encoding="utf-8")
    assert [str(fault) for fault in lint(path)] == [
        "pond.yaml:1: This is not a questionnaire: it has no keys. Begin with “format: 1”."
    ]


def test_a_file_of_answers_is_no_questionnaire() -> None:
    assert [str(fault) for fault in lint(TINY / "answers.yaml")] == [
        "answers.yaml:1: This is a file of answers. Name a questionnaire's folder or file."
    ]


# Files beside the questionnaire


def _folder(tmp_path: Path, sections: str, **files: str) -> Path:
    """The tiny questionnaire with other sections and files."""
    head = (TINY / "questionnaire.yaml").read_text(encoding="utf-8")
    before, _, rest = head.partition("sections:\n")
    text = f"{before}sections:\n{sections}{rest[rest.index('derived:') :]}"
    (tmp_path / "questionnaire.yaml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    return tmp_path


def test_a_section_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("id: S\n", encoding="utf-8")
    found = lint(_folder(folder, "  - file: ../secret.yaml\n"))
    assert "“../secret.yaml” lies outside the questionnaire's folder. Move it inside." in str(
        found[0]
    )


def test_a_section_file_can_be_linted_by_itself(tmp_path: Path) -> None:
    section = shipped_folder() / "inference-exposure" / "sections" / "b-seats.yaml"
    assert lint(section) == ()
    text = section.read_text(encoding="utf-8").replace("    module:", "    modul:", 1)
    broken = tmp_path / "b-seats.yaml"
    broken.write_text(text, encoding="utf-8")
    (fault,) = lint(broken)
    assert fault.what.startswith("“modul” is not a key of a question of type")
    assert fault.remedy == "Did you mean “module”?"


def test_a_file_of_facts_can_be_linted_by_itself(tmp_path: Path) -> None:
    assert lint(shipped_folder() / "inference-exposure" / "facts.yaml") == ()
    facts = tmp_path / "facts.yaml"
    facts.write_text("facts:\n  - {id: S1, claim: It rains.}\n", encoding="utf-8")
    assert "“source” is missing from a fact." in {fault.what for fault in lint(facts)}


def test_a_file_of_facts_with_another_key_is_told_so(tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(FIXTURES / "broken" / "faults-in-several-files", folder)
    (folder / "facts.yaml").write_text("fact: []\n", encoding="utf-8")
    (fault,) = lint(folder)
    assert str(fault) == (
        "facts.yaml:1: “fact” is not a key of a file of facts. Did you mean “facts”?"
    )


# Changes to a sound questionnaire


def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_source(TINY / "questionnaire.yaml").data
    return data


def _whats(data: dict[str, Any]) -> list[str]:
    questionnaire = Draft(Source(data), Path()).questionnaire()
    errors = find_errors(questionnaire)
    return [f.what for f in (*errors, *find_warnings(questionnaire, sound=not errors))]


def _question(data: dict[str, Any], question_id: str) -> dict[str, Any]:
    return next(q for s in data["sections"] for q in s["questions"] if q["id"] == question_id)


def _change(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Sets what stands at “W3.score.weight”, or at “methodology.correlation”."""

    def change(data: dict[str, Any]) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        here: Any = data
        if way and way[0] not in data:
            here = _question(data, str(way.pop(0)))
        for step in way:
            here = here[step]
        here[last] = value

    return change


CHANGES: list[tuple[str, Any, str | None]] = [
    # a duplicate in every space of ids
    ("modules.1.id", "core", "“core” is already the id of another module."),
    ("people.1.id", "warden", "“warden” is already the id of another person."),
    ("sections.1.id", "W", "“W” is already the id of another section."),
    ("facts.1.source", " ", "Fact roots has no source."),
    ("facts.1.id", "week", "“week” is already the id of another fact."),
    ("derived.1.id", "trees", "“trees” is already the id of another derived value."),
    ("derived.0.id", "T1", "“T1” is already the id of a question."),
    ("methodology.basis.1.id", "guess", "“guess” is already the id of another basis."),
    ("methodology.priors.1.id", "open", "“open” is already the id of another prior."),
    ("methodology.dimensions.1.id", "water", "“water” is already the id of another dimension."),
    ("methodology.headline.bands.1.id", "poor", "“poor” is already the id of another band."),
    ("methodology.composites.0.members.1.of", "water", "water is in composite readiness twice."),
    ("W4.parts.1.id", "mulch", "“mulch” is already the id of another part."),
    ("T1.parts.1.id", "young", "“young” is already the id of another part."),
    ("T1.parts.2.options.1.id", "yes", "“yes” is already the id of another option."),
    ("T4.columns.1.id", "block", "“block” is already the id of another column."),
    ("derived.1.score.draw", 1, "money_a_tree has draw 1, which is W2's already."),
    # what reads and what is read
    ("W2.asked_if", {"question": "T1", "part": "map", "is": "maybe"},
     "W2 asks for option “maybe”, which T1.map does not have."),
    ("W2.asked_if", {"question": "T1", "part": "young", "is": "five"},
     "W2 compares T1.young, a number, with “five”."),
    ("W2.asked_if", {"question": "W4", "above": 3}, "W2 compares W4, which is an answer of several parts."),
    ("W2.asked_if", {"question": "P1", "above": 3}, "W2 compares P1, which is a range."),
    ("W2.asked_if", {"question": "P3", "above": 3}, "W2 compares P3, which is a series."),
    ("W2.asked_if", {"question": "T4", "above": 3}, "W2 compares T4, which is a table."),
    ("W2.asked_if", {"question": "P4", "is": "us"}, "W2 compares P4, which is a text."),
    ("W2.asked_if", {"question": "W1", "part": "x", "is": "none"},
     "W2 asks for part “x” of W1, which has no parts."),
    ("W2.asked_if", {"question": "T3", "is": "none"},
     "W2: “is” does not fit T3, which is a choice of several options."),
    ("W2.asked_if", {"question": "W3", "is": "rota"},
     "W2 compares W3 with “rota”, which is none of its levels."),
    ("W2.asked_if", {"column": "state", "is": 1},
     "W2 asks for the column “state”, and there is no row here."),
    ("W2.asked_if", {"answered": "T9"}, "W2 asks for “T9”, which is no question."),
    ("W2.asked_if", {"question": "W4.mulch", "above": 3}, "W2 asks for “W4.mulch”, which is no question."),
    ("W2.asked_if", {"question": "T2", "above": {"question": "W1"}},
     "W2 takes W1 for a number, and it is a choice of one option."),
    ("W2.asked_if", {"question": "W2", "above": 3}, "W2 → W2: the answer to each depends on the next."),
    ("derived.0.formula", {"lookup": {"question": "T3"}, "values": {"none": 1}},
     "Derived value trees looks up T3, which is a choice of several options."),
    ("derived.0.formula", {"lookup": {"question": "W3"}, "values": {"4": 1}},
     "Derived value trees looks up level “4”, which W3 does not have."),
    ("derived.2.formula.table", "T1", "Derived value state_of_blocks asks for “T1”, which is no table."),
    ("derived.2.formula.weighted_mean", "block",
     "Derived value state_of_blocks asks for “block”, which is no column of numbers or levels of T4."),
    ("derived.2.formula.by", "state",
     "Derived value state_of_blocks asks for “state”, which is no column of numbers of T4."),
    ("derived.0.formula", {"sum": [{"question": "W4"}, 1]},
     "Derived value trees takes W4 for a number, and it is an answer of several parts."),
    ("derived.0.formula", {"class_share": ["P1"]},
     "Derived value trees names the class “P1”, and there are no classes."),
    ("derived.0.shown_as", "{count} trees",
     "Derived value trees has “{count}” in its text, which stands for nothing."),
    ("derived.0.shown_as", "{value trees",
     "Derived value trees has a “{” in its text that stands alone."),
    ("checks.0.message", "{W4.mulch} and }", "Check mulch-and-mulching has a “}” in its text that stands alone."),
    ("derived.0.shown_with", "T7", "Derived value trees names “T7”, which is no question."),
    ("checks.0.questions.0", "W9", "Check mulch-and-mulching names “W9”, which is no question."),
    ("roles", {"map": {"across": "readiness", "up": "water", "corners": ["a", "b", "c", "d"]}},
     "The map names “water”, which is a dimension, not a composite."),
    ("roles", {"archetype": "W0"}, "“archetype” names “W0”, which is no question."),
    ("roles", {"concentration": {"question": "W0"}}, "Concentration names “W0”, which is no question."),
    ("roles", {"forecast": {"A": {"question": "W0"}}},
     "Forecast input A asks for “W0”, which is no question."),
    ("roles", {"money": {"total": {"question": "W0"}, "parts": [{"amount": 1, "text": "is one"}]}},
     "The money line asks for “W0”, which is no question."),
    # indicators
    ("W4.score.of", "moss", "W4 scores “moss”, which is none of its parts."),
    ("T1.score", {"dimension": "trees", "draw": 9, "of": "map"},
     "T1 scores “map”, which is a choice, not a number."),
    ("T2.score.of", "likely", "T2 scores “likely”, and its answer has no such part."),
    ("T4.score", {"dimension": "trees", "draw": 9}, "T4 is a table, which cannot be scored."),
    ("P3.score", {"dimension": "trees", "draw": 9}, "P3 is a series, which cannot be scored."),
    ("P4.score", {"dimension": "trees", "draw": 9}, "P4 is a text, which cannot be scored."),
    ("W2.score.replaces", "money_a_tre", "W2 names “money_a_tre”, which is no indicator."),
    ("W2.score.replaces", "W2", "W2 → W2: each indicator replaces the next."),
    # warnings
    ("W3.levels", [{"text": "One", "points": 60}, {"text": "Two", "points": 40}],
     "W3's levels are out of order: their points do not rise."),
    ("W3.levels", [{"text": "One", "points": 60}, {"text": "Two", "points": 60}],
     "W3 scores 60 at every level."),
    ("W3.score.goalposts", [[0, 0], [3, 100]],
     "W3 has goalposts beside its levels' points, which then change nothing."),
    ("derived.2.score", {"dimension": "trees", "draw": 8, "weight": 2, "replaces": "T2",
                         "goalposts": [[0, 0], [100, 100]]},
     "state_of_blocks replaces T2 and takes its weight, so its own changes nothing."),
    ("methodology.composites.0.members.2.weight", 0, "people weighs nothing in composite readiness."),
    ("methodology.composites.0.gates.0.cap", 100, "Gate no-water caps at 100, which every score is under."),
    ("methodology.indicators_minimum", 3,
     "Dimension trees has 2 indicators in the modules that are always asked, and needs 3."),
    ("modules.0.always", False,
     "No module is always asked, so an assessment may hold no question at all."),
    ("modules", [{"id": "core", "title": "Core", "always": True}, {"id": "depth", "title": "Depth"},
                 {"id": "more", "title": "More"}], "No question is in the module more."),
    ("T2.minimum", 200, "No number fits T2: its minimum, 200, is above its maximum, 100."),
    ("T1.parts.0.maximum", -1, "No number fits T1.young: its minimum, 0, is above its maximum, -1."),
    ("T4.columns.1.maximum", -1, "No number fits T4.trees: its minimum, 0, is above its maximum, -1."),
    ("methodology.headline.covered_by", ["readiness"],
     "The headline is what ways out leave of readiness, shown as credit, so that the better they are, "
     "the worse it looks."),
    ("T3.printed", False, None),
    ("W1.printed", False, None),  # mains is what the others are not
    ("conditions.own_store", {"question": "W1", "is": "rain"}, None),
    ("checks.0.holds", {"question": "W4", "part": "mulch", "at_least": 0},
     "Check mulch-and-mulching never warns: its condition is false for no answers."),
    ("checks.0.holds", {"question": "W4", "part": "mulch", "above": 100},
     "Check mulch-and-mulching always warns: its condition is true for no answers."),
    ("conditions.own_store", {"all": [{"question": "W1", "is": "well"}, {"question": "W1", "is": "rain"}]},
     "Condition own_store is true for no answers, so W2 is never asked."),
    ("derived.0.formula", {"when": {"question": "W2", "below": 0}, "then": 1, "otherwise": 2},
     "Derived value trees never takes “then”: its condition is true for no answers."),
    ("methodology.evidence_days", {"usual": 90, "by_type": {"level": 200}}, None),
]  # fmt: skip


def test_a_part_that_is_written_with_a_dot_is_told_how_to_write_it() -> None:
    data = _data()
    _change("W2.asked_if", {"question": "W4.mulch", "above": 3})(data)
    (fault, *_) = find_errors(Draft(Source(data), Path()).questionnaire())
    assert fault.remedy == "Write {question: W4, part: mulch}."


@pytest.mark.parametrize(("path", "value", "what"), CHANGES)
def test_a_change_for_the_worse_is_found(path: str, value: Any, what: str | None) -> None:
    data = _data()
    _change(path, value)(data)
    if what is None:
        assert _whats(data) == []
    else:
        assert what in _whats(data)


def test_days_for_a_type_that_every_question_of_it_overrides_are_idle() -> None:
    data = _data()
    _change("methodology.evidence_days", {"by_type": {"level": 200}})(data)
    assert _whats(data) == []
    for section in data["sections"]:
        for question in section["questions"]:
            question["evidence_days"] = 30
    assert _whats(data) == [
        "“evidence_days” names the type level, and no question of it reads that."
    ]


def test_one_run_tells_errors_and_what_does_not_hang_on_them() -> None:
    data = _data()
    _change("W2.module", "cor")(data)
    _change("T2.why", "")(data)
    assert _whats(data) == [
        "W2 names “cor”, which is no module.",
        "T2 is scored, and has no “why”.",
    ]


# Laws


def _leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from _leaves(value, (*path, key))


LEAVES = list(_leaves(_data()))
WORDS = st.sampled_from(
    ["", "W1", "W4", "T4", "rain", "own_store", "trees", "core", "water", "readiness", "level"]
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 6),
    WORDS,
    WORDS.map(lambda word: {"question": word}),
    WORDS.map(lambda word: {"condition": word}),
    WORDS.map(lambda word: {"derived": word, "above": 1}),
    st.lists(WORDS, max_size=2),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.sampled_from(LEAVES), VALUES), min_size=1, max_size=3))
def test_no_change_of_values_breaks_the_linter(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    """Whatever stands in the data, the linter answers in its own words."""
    data = copy.deepcopy(_data())
    for path, value in changes:
        here: Any = data
        try:
            for step in path[:-1]:
                here = here[step]
            here[path[-1]] = value
        except (TypeError, IndexError, KeyError):
            continue  # an earlier change took the ground away
    for fault in lint_draft(Draft(Source(data), Path())):
        assert "Input should" not in str(fault)
        assert fault.what.endswith(".")


def _conditions() -> st.SearchStrategy[Any]:
    """Conditions on the tiny questionnaire's answers, of every operator and on hidden questions."""
    shares = st.sampled_from([0, 20, 50, 100, 120])
    leaves = st.one_of(
        st.sampled_from(["none", "mains", "well", "rain"]).map(
            lambda x: {"question": "W1", "is": x}
        ),
        st.sampled_from(["none", "mulching"]).map(lambda x: {"question": "T3", "includes": x}),
        st.tuples(st.sampled_from(["is", "above", "at_most"]), st.integers(0, 3)).map(
            lambda pair: {"question": "W3", pair[0]: pair[1]}
        ),
        st.tuples(st.sampled_from(["above", "at_least", "below", "at_most"]), shares).map(
            lambda pair: {"question": "T2", pair[0]: pair[1]}
        ),
        st.tuples(st.sampled_from(["above", "below"]), shares).map(
            lambda pair: {"question": "W2", pair[0]: pair[1]}
        ),
        st.just({"question": "T2", "above": {"question": "W4", "part": "grass"}}),
        st.just(
            {"question": "W4", "part": "mulch", "at_least": {"question": "W4", "part": "bare"}}
        ),
        st.sampled_from(["trees", "money_a_tree"]).map(lambda x: {"derived": x, "above": 10}),
        st.just({"condition": "own_store"}),
        st.sampled_from(["W2", "T2", "P4"]).map(lambda x: {"answered": x}),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda many: {"all": many}),
            st.lists(inner, min_size=1, max_size=3).map(lambda many: {"any": many}),
            inner.map(lambda one: {"not": one}),
        ),
        max_leaves=4,
    )


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_what_answers_can_make_of_a_condition_is_never_called_out_of_reach(
    tiny: Questionnaire, data: st.DataObject
) -> None:
    condition: Condition = TypeAdapter(Condition).validate_python(data.draw(_conditions()))
    answers = data.draw(any_answers(tiny))
    truth = condition.truth(Reading(tiny, assessment_of(tiny, answers)))
    possible = truths_of(tiny, condition)
    assert truth is None or possible is None or truth in possible
