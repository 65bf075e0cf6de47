"""Two sides made alike: the same questions, scored by the same method."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.comparison.result import LeftOut, Versions
from boardkit.comparison.sides import Side
from boardkit.errors import ComparisonError
from boardkit.methodology import Derived
from boardkit.migration import MigrationReport, Step, migrate
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Question
from boardkit.scoring.engine import Scoring
from boardkit.scoring.scheme import questions_read
from boardkit.tracing import questions_of_condition


@dataclass(frozen=True, eq=False)
class Alike:
    """Both sides as the newer questionnaire asks them, without what cannot be compared."""

    before: Scoring
    after: Scoring
    newer: Questionnaire  # whole
    versions: Versions | None = None
    left_out: frozenset[str] = frozenset()  # ids in the newer questionnaire


def made_alike(before: Side, after: Side) -> Alike:
    """Both sides under the newer of their questionnaires; raises ComparisonError for two subjects."""
    first, second = before.questionnaire, after.questionnaire
    if first.id != second.id:
        raise ComparisonError(
            f"“{before.name}” answers the questionnaire “{first.title}”, and “{after.name}” answers "
            f"“{second.title}”. Only answers to the same questionnaire can be compared."
        )
    if first == second:
        return Alike(Scoring(first, before.assessment), Scoring(first, after.assessment), first)
    newer, older = (second, first) if _number(second) >= _number(first) else (first, second)
    report: MigrationReport | None = None
    answers = []
    for side in (before, after):
        assessment = side.assessment
        if side.questionnaire is older:
            assessment, report = migrate(assessment, older, newer)
        answers.append(assessment)
    assert report is not None, "one side is the older one"
    out = frozenset(name for step in report.steps if not step.comparable for name in step.new)
    narrowed = without(newer, out)
    versions = Versions(
        before=first.version,
        after=second.version,
        compared=sum(step.comparable for step in report.steps),
        left_out=tuple(_left_out(s, older, newer) for s in report.steps if not s.comparable),
    )
    first_answers, second_answers = answers
    return Alike(
        Scoring(narrowed, first_answers), Scoring(narrowed, second_answers), newer, versions, out
    )


def _number(questionnaire: Questionnaire) -> tuple[int, ...]:
    return tuple(int(part) for part in questionnaire.version.split("."))


def _left_out(step: Step, old: Questionnaire, new: Questionnaire) -> LeftOut:
    named = [new.question(n) for n in step.new] or [old.question(n) for n in step.old]
    kind = step.fate if step.fate != "kept" else "reworded"
    titles = ", ".join(question.short for question in named)
    ids = ", ".join(question.id for question in named)
    return LeftOut(ids, titles, kind, step.note or step.problem)


def without(questionnaire: Questionnaire, left_out: frozenset[str]) -> Questionnaire:
    """The questionnaire with nothing scored or capped by these questions."""
    if not left_out:
        return questionnaire

    def read(derived: Derived) -> bool:
        return any(one.question in left_out for one in questions_read(questionnaire, derived))

    def unscored(question: Question) -> Question:
        return question.model_copy(update={"score": None}) if question.id in left_out else question

    sections = tuple(
        section.model_copy(update={"questions": tuple(map(unscored, section.questions))})
        for section in questionnaire.sections
    )
    derived = tuple(
        one.model_copy(update={"score": None}) if one.shown_with in left_out or read(one) else one
        for one in questionnaire.derived
    )
    composites = tuple(
        composite.model_copy(
            update={
                "gates": tuple(
                    gate
                    for gate in composite.gates
                    if left_out.isdisjoint(questions_of_condition(questionnaire, gate.when))
                )
            }
        )
        for composite in questionnaire.methodology.composites
    )
    method = questionnaire.methodology.model_copy(update={"composites": composites})
    return questionnaire.model_copy(
        update={"sections": sections, "derived": derived, "methodology": method}
    )
