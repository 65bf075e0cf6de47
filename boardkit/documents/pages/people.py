"""Who answered what, and which answers changed after the result was first seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from boardkit.answer_texts import answer_lines
from boardkit.assessment import Answer
from boardkit.direction import isolated
from boardkit.documents.material import Material
from boardkit.english import listed, sentence, spelled_count
from boardkit.following.ageing import rests_on_proof
from boardkit.questions import Question
from boardkit.typefaces import shortened

UNNAMED = "Nobody named"
MOSTLY = 2 / 3  # of the answers, for them to be one view
SIZE, WIDEST = 10 * 96 / 72, 260.0  # of a name inside a sentence, in pixels


@dataclass(frozen=True)
class PersonRow:
    """One person or team, and what they answered."""

    name: str
    answers: str
    proven: str
    days: str
    questions: str
    revised: str


@dataclass(frozen=True)
class RevisedRow:
    """One answer that was changed after the result was first seen."""

    question: str
    title: str
    now: tuple[str, ...]
    by: str


@dataclass(frozen=True)
class PeoplePage:
    """What the page places."""

    title: str
    people: tuple[PersonRow, ...]
    revised: tuple[RevisedRow, ...]
    none_revised: str
    so_what: str


def people_page(material: Material) -> PeoplePage | None:
    """Who answered, most answers first; None while nothing is answered."""
    given: dict[str, list[tuple[Question, Answer]]] = {}
    for question in material.reading.asked():
        answer = material.reading.answer(question.id)
        if answer is not None:
            given.setdefault(answer.author or UNNAMED, []).append((question, answer))
    if not given:
        return None
    people = sorted(given.items(), key=lambda one: (one[0] == UNNAMED, -len(one[1]), one[0]))
    changed = tuple(
        _revised(material, question_id)
        for question_id in material.revised
        if question_id in {one.id for one in material.questionnaire.questions}
    )
    return PeoplePage(
        title=_title([name for name in given if name != UNNAMED], len(changed)),
        people=tuple(_person(material, name, answers) for name, answers in people),
        revised=changed,
        none_revised="" if changed else "No such change is on record.",
        so_what=_so_what({name: len(answers) for name, answers in people}, changed),
    )


def _so_what(given: Mapping[str, int], changed: Sequence[RevisedRow]) -> str:
    """Whether one view carries it, what nobody stands behind, and what to ask."""
    told, every = [], sum(given.values())
    unnamed = given.get(UNNAMED, 0)
    name, most = next(((n, count) for n, count in given.items() if n != UNNAMED), ("", 0))
    who = isolated(shortened(name, SIZE, WIDEST))
    if name and most > MOSTLY * every:
        told.append(
            f"Most of it is one view: {who} gave {most} of {every} answers. Let somebody else look at "
            "those that weigh most."
        )
    elif name:
        told.append(
            f"No one view carries it: {who}, with the most answers, gave {most} of {every}."
        )
    if unnamed:
        whose = "All answers are" if unnamed == every else (
            f"{sentence(spelled_count(unnamed, 'answer'))} {'is' if unnamed == 1 else 'are'}"
        )  # fmt: skip
        told.append(f"{whose} without a name: find out who stands behind them.")
    if changed:
        which = listed([one.question for one in changed])
        told.append(f"Ask what led to the changes after the result was seen ({which}).")
    return " ".join(told)


def _title(names: Sequence[str], revised: int) -> str:
    if names:
        said = f"{spelled_count(len(names), 'person or team')} answered"
        said = said.replace("person or teams", "people or teams")
    else:
        said = "nobody is named as having answered"
    said = sentence(said)
    if not revised:
        return said
    return f"{said}; {spelled_count(revised, 'answer')} changed after the result was seen"


def _person(material: Material, name: str, answers: Sequence[tuple[Question, Answer]]) -> PersonRow:
    days = sorted(answer.at.date() for _, answer in answers if answer.at is not None)
    proven = sum(rests_on_proof(material.method, answer) for _, answer in answers)
    revised = [question.id for question, _ in answers if question.id in material.revised]
    return PersonRow(
        name=name,
        answers=str(len(answers)),
        proven=str(proven),
        days=_between(material, days),
        questions=", ".join(question.id for question, _ in answers),
        revised=", ".join(revised),
    )


def _between(material: Material, days: Sequence[date]) -> str:
    if not days:
        return ""
    first, last = material.formats.short_day(days[0]), material.formats.short_day(days[-1])
    return first if first == last else f"{first} to {last}"


def _revised(material: Material, question_id: str) -> RevisedRow:
    question = material.questionnaire.question(question_id)
    answer = material.reading.answer(question_id)
    if answer is None:
        return RevisedRow(question_id, question.short, ("Taken back, or no longer asked",), "")
    by = ", ".join(part for part in (answer.author, material.formats.day(answer.at)) if part)
    return RevisedRow(
        question_id, question.short, answer_lines(question, answer, material.formats), by
    )
