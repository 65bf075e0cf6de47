"""An assessment carried over to another version: nothing is lost, and nothing passes for what it is not."""

from __future__ import annotations

import pytest

from boardkit.assessment import Answer, Pin
from boardkit.content import shipped_questionnaire
from boardkit.examples import Example, shipped_example, shipped_examples
from boardkit.linting import find_errors, find_warnings
from boardkit.migration import fates, migrate
from boardkit.questionnaire import Questionnaire
from boardkit.scoring import score
from tests.support.made_up_answers import assessment_of
from tests.support.made_up_indices import answered, composite, index, levels, number
from tests.support.random_assessments import RandomAssessments
from tests.support.second_edition import second_edition

FIRST = shipped_questionnaire()


def later(questionnaire: Questionnaire, **update: object) -> Questionnaire:
    return questionnaire.model_copy(update={"version": "2.0.0", **update})


def test_the_second_edition_is_sound() -> None:
    assert find_errors(second_edition()) == ()
    assert find_warnings(second_edition()) == ()
    assert second_edition().digest != FIRST.digest


def test_every_question_of_either_version_has_one_fate() -> None:
    steps = fates(FIRST, second_edition())
    assert sorted(name for step in steps for name in step.old) == sorted(
        question.id for question in FIRST.questions
    )
    assert sorted(name for step in steps for name in step.new) == sorted(
        question.id for question in second_edition().questions
    )
    counts = {fate: sum(step.fate == fate for step in steps) for fate in
              ("reworded", "split", "merged", "retired", "new")}  # fmt: skip
    assert counts == {"reworded": 1, "split": 1, "merged": 1, "retired": 1, "new": 1}


@pytest.mark.parametrize("example", shipped_examples(), ids=lambda example: example.name)
def test_answers_of_kept_questions_carry_over_as_they_were(example: Example) -> None:
    given = shipped_example(example.name).assessment
    carried, report = migrate(given, FIRST, second_edition())
    assert carried.questionnaire == Pin.of(second_edition())
    assert carried.id == given.id
    left = {name for step in report.left_behind for name in step.answered}
    assert set(given.answers) == set(carried.answers) | left
    for name, answer in carried.answers.items():
        if name not in report.to_confirm:
            assert answer == given.answers[name]
    assert score(second_edition(), carried).headline.claimed is not None


def test_a_reworded_questions_answer_is_to_be_confirmed() -> None:
    carried, report = migrate(
        shipped_example("paperclip-2026-q3").assessment, FIRST, second_edition()
    )
    assert report.to_confirm == ("B10",)
    assert [name for name, answer in carried.answers.items() if answer.to_confirm] == ["B10"]


def test_what_was_split_merged_or_retired_is_left_behind_and_listed_with_why() -> None:
    carried, report = migrate(
        shipped_example("paperclip-2026-q3").assessment, FIRST, second_edition()
    )
    told = {step.fate: step.note for step in report.left_behind}
    assert told == {
        "split": "Two reasons were asked for at once.",
        "merged": "Both counted the same customers.",
        "retired": "Too few companies knew.",
    }
    assert {"E21", "E22", "G12", "J11"}.isdisjoint(carried.answers)


def test_a_question_that_got_another_id_brings_its_answer() -> None:
    old = index([number("a", 1, "d"), number("b", 2, "d")], [composite("all", ["d"])])
    data = {"earlier": "1.0.0", "kept": ({"id": "c", "was": "a"},)}
    questions = [number("c", 1, "d"), number("b", 2, "d")]
    new = _next(index(questions, [composite("all", ["d"])]), data)
    carried, report = migrate(answered(old, {"a": 10, "b": 20}), old, new)
    assert {name: answer.value for name, answer in carried.answers.items()} == {"c": 10, "b": 20}
    assert (report.carried, report.to_confirm) == (2, ())


def _next(questionnaire: Questionnaire, *migrations: object) -> Questionnaire:
    data = questionnaire.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    told = [{"from" if k == "earlier" else k: v for k, v in one.items()} for one in migrations
            if isinstance(one, dict)]  # fmt: skip
    return Questionnaire.model_validate({**data, "version": "2.0.0", "migrations": told})


def test_without_a_map_the_same_words_are_kept_and_other_words_are_to_be_confirmed() -> None:
    old = index(
        [levels("a", 1, "d"), levels("b", 2, "d"), number("c", 3, "d")], [composite("all", ["d"])]
    )
    changed = {**levels("b", 2, "d"), "text": "How is b?"}
    new = later(
        index([{**levels("a", 1, "d"), "why": "Now with a reason."}, changed, levels("c", 3, "d")],
              [composite("all", ["d"])])
    )  # fmt: skip
    carried, report = migrate(answered(old, {"a": 1, "b": 2, "c": 3}), old, new)
    found = [(step.fate, step.old, step.new) for step in report.steps]
    assert found == [
        ("kept", ("a",), ("a",)), ("reworded", ("b",), ("b",)),
        ("new", (), ("c",)), ("retired", ("c",), ()),
    ]  # fmt: skip
    assert report.to_confirm == ("b",)
    assert set(carried.answers) == {"a", "b"}
    assert not report.mapped


def test_an_answer_that_no_longer_fits_is_left_behind_with_the_reason() -> None:
    old = index([levels("a", 1, "d", count=5)], [composite("all", ["d"])])
    new = _next(
        index([levels("a", 1, "d", count=3)], [composite("all", ["d"])]), {"earlier": "1.0.0"}
    )
    carried, report = migrate(answered(old, {"a": 4}), old, new)
    assert carried.answers == {}
    assert report.left_behind[0].problem
    assert not report.steps[0].comparable


def test_a_basis_that_the_new_version_does_not_know_is_asked_for_again() -> None:
    old = index([number("a", 1, "d")], [composite("all", ["d"])])
    new = later(
        index([number("a", 1, "d")], [composite("all", ["d"])],
              basis=[{"id": "seen", "title": "Seen", "half_width": 5}])
    )  # fmt: skip
    carried, report = migrate(answered(old, {"a": 40}), old, new)
    assert carried.answers["a"] == Answer(value=40, to_confirm=True)
    assert report.to_confirm == ("a",)


def test_what_was_to_be_confirmed_still_is() -> None:
    given = {"A01": Answer(value=2e8, basis="export", to_confirm=True)}
    carried, report = migrate(assessment_of(FIRST, given), FIRST, second_edition())
    assert carried.answers["A01"].to_confirm
    assert report.to_confirm == ("A01",)


def test_modules_that_are_gone_are_no_longer_chosen() -> None:
    given = assessment_of(FIRST, {}, modules=("core", "money"))
    fewer = later(FIRST, modules=tuple(m for m in FIRST.modules if m.id != "money"))
    carried, _ = migrate(given, FIRST, fewer)
    assert carried.details.modules == ("core",)


def test_any_answers_carry_over_and_every_one_that_does_not_is_told() -> None:
    source = RandomAssessments(FIRST, seed=3)
    for _ in range(40):
        given = source.any()
        carried, report = migrate(given, FIRST, second_edition())
        left = {name for step in report.left_behind for name in step.answered}
        assert len(carried.answers) == report.carried
        assert report.carried + len(left) == len(given.answers)
