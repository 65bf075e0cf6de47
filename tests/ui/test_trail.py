"""Edits that are walked back and forth, and what each is called."""

import pytest

from boardkit.assessment import Answer, Details
from boardkit.pack_options import PackOptions
from boardkit.questionnaire import Questionnaire
from ui.steps import Leap, Step
from ui.trail import Trail, named


def step(question: str) -> Step:
    return Step(question, None, Answer(value=1, basis="export"))


def beside(trail: Trail) -> tuple[Step | Leap | None, Step | Leap | None]:
    """What undo and redo would take."""
    return trail.last, trail.next


def test_what_was_undone_can_be_made_again() -> None:
    trail = Trail()
    assert beside(trail) == (None, None)
    first, second = step("B01"), step("B05")
    trail.add(first)
    trail.add(second)
    assert beside(trail) == (second, None)
    trail.go_back()
    assert beside(trail) == (first, second)
    trail.go_on()
    assert beside(trail) == (second, None)


def test_a_new_edit_ends_what_could_be_made_again() -> None:
    trail = Trail()
    trail.add(step("B01"))
    trail.go_back()
    trail.add(step("B05"))
    assert trail.next is None


def test_edits_of_earlier_days_come_before_those_of_now() -> None:
    trail = Trail()
    now, before = step("B01"), step("B05")
    trail.add(now)
    trail.recall([before])
    assert trail.last is now
    trail.go_back()
    assert trail.last is before


ACME = Details(company="Acme")


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        (step("B01"), "B01, like-for-like seats"),
        (Step("", ACME, Details(company="Apex")), "the change of details"),
        (Step("", ACME, ACME.model_copy(update={"decisions": ()})), "the change of decisions"),
        (
            Step("", ACME, ACME.model_copy(update={"pack": PackOptions(document="one_page")})),
            "the choice for the report",
        ),
    ],
)
def test_an_edit_is_called_by_what_it_is_about(
    edit: Step, name: str, questionnaire: Questionnaire
) -> None:
    assert named(edit, questionnaire) == name
