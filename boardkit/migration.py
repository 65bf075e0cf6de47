"""An assessment carried over to another version of its questionnaire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from boardkit.assessment import Answer, Assessment, Details, Pin, admit
from boardkit.errors import AnswerError
from boardkit.migration_maps import Fate, Migration
from boardkit.questionnaire import Questionnaire
from boardkit.questions import Question

# What may change about a question without changing what an answer to it says.
_BESIDE_THE_MEANING = frozenset({
    "id", "module", "short", "help", "why", "proof", "facts", "minutes", "finding_minutes", "knows", "asked_if",
    "unasked", "score", "move", "printed",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one question, or of several that were split or merged."""

    fate: Fate
    old: tuple[str, ...]  # ids in the earlier version
    new: tuple[str, ...]  # ids in this one
    note: str = ""
    comparable: bool = False  # whether an old answer can be set beside a new one
    answered: tuple[str, ...] = ()  # which of the old ones held an answer
    carried: bool = False  # whether an answer came along
    to_confirm: bool = False  # … and should be looked at again
    problem: str = ""  # why an answer of a kept question could not come along


@dataclass(frozen=True, slots=True)
class MigrationReport:
    """What a migration did, question by question, in the order of the new questionnaire."""

    before: Pin
    after: Pin
    about: str
    mapped: bool  # whether the questionnaire says what became of the old one's questions
    steps: tuple[Step, ...]

    def of(self, fate: Fate) -> tuple[Step, ...]:
        """The steps of one kind."""
        return tuple(step for step in self.steps if step.fate == fate)

    @property
    def carried(self) -> int:
        """How many answers came along."""
        return sum(step.carried for step in self.steps)

    @property
    def to_confirm(self) -> tuple[str, ...]:
        """The questions whose answers came along and should be looked at again."""
        return tuple(new for step in self.steps if step.to_confirm for new in step.new)

    @property
    def left_behind(self) -> tuple[Step, ...]:
        """The steps whose answers stay in the history only."""
        return tuple(step for step in self.steps if step.answered and not step.carried)


def migrate(
    assessment: Assessment, old: Questionnaire, new: Questionnaire
) -> tuple[Assessment, MigrationReport]:
    """The assessment as ``new`` asks it, and what became of each question.

    A kept question's answer carries over; a reworded one's too, to be confirmed. What was split,
    merged or retired is left behind, and listed: it stays where it was given, in the history.
    """
    mapped = _map_from(old, new)
    steps, answers = [], {}
    for step in fates(old, new):
        held = tuple(name for name in step.old if name in assessment.answers)
        done = replace(step, answered=held)
        if held and step.fate in ("kept", "reworded"):
            taken = _carried(assessment.answers[held[0]], new, step)
            if isinstance(taken, Answer):
                again = _needs_confirming(assessment.answers[held[0]], taken, step)
                answers[step.new[0]] = taken.model_copy(update={"to_confirm": again})
                done = replace(done, carried=True, to_confirm=again)
            else:
                done = replace(done, problem=taken, comparable=False)
        steps.append(done)
    carried = assessment.model_copy(
        update={
            "questionnaire": Pin.of(new),
            "details": _details(assessment.details, new),
            "answers": {q.id: answers[q.id] for q in new.questions if q.id in answers},
        }
    )
    about = mapped.about if mapped is not None else ""
    report = MigrationReport(Pin.of(old), Pin.of(new), about, mapped is not None, tuple(steps))
    return carried, report


def fates(old: Questionnaire, new: Questionnaire) -> tuple[Step, ...]:
    """What became of every question of either version.

    The new one's map decides. Without a map, a question of the same id is kept when it asks the
    same in the same words, and reworded otherwise.
    """
    mapped = _map_from(old, new)
    listed = tuple(_listed(mapped)) if mapped is not None else ()
    steps = [step for step in listed if _exists(step, old, new)]
    taken_old = {name for step in steps for name in step.old}
    taken_new = {name for step in steps for name in step.new}
    for question in new.questions:
        if question.id in taken_new:
            continue
        if old.has_question(question.id) and question.id not in taken_old:
            steps += _same_id(old.question(question.id), question, mapped is not None)
        else:
            steps.append(Step("new", (), (question.id,)))
    gone = (q.id for q in old.questions if q.id not in {n for step in steps for n in step.old})
    steps += [Step("retired", (name,), ()) for name in gone]
    order = {question.id: place for place, question in enumerate(new.questions)}
    return tuple(sorted(steps, key=lambda step: order[step.new[0]] if step.new else len(order)))


def _map_from(old: Questionnaire, new: Questionnaire) -> Migration | None:
    return next((one for one in new.migrations if one.earlier == old.version), None)


def _listed(mapped: Migration) -> Iterator[Step]:
    for kept in mapped.kept:
        yield Step("kept", (kept.was or kept.id,), (kept.id,), kept.note, comparable=True)
    for one in mapped.reworded:
        yield Step("reworded", (one.was or one.id,), (one.id,), one.note, one.comparable)
    for divided in mapped.split:
        yield Step("split", (divided.was,), divided.into, divided.note)
    for merged in mapped.merged:
        yield Step("merged", merged.was, (merged.into,), merged.note)
    for retired in mapped.retired:
        yield Step("retired", (retired.was,), (), retired.note)
    for new in mapped.new:
        yield Step("new", (), (new.id,), new.note)


def _exists(step: Step, old: Questionnaire, new: Questionnaire) -> bool:
    """A map may name what this very file of the earlier version did not have."""
    return all(map(old.has_question, step.old)) and all(map(new.has_question, step.new))


def _same_id(old: Question, new: Question, mapped: bool) -> list[Step]:
    if old.type != new.type:
        return [Step("retired", (old.id,), ()), Step("new", (), (new.id,))]
    kept = mapped or _meaning(old) == _meaning(new)
    return [Step("kept" if kept else "reworded", (old.id,), (new.id,), comparable=kept)]


def _meaning(question: Question) -> object:
    return question.model_dump(mode="json", exclude=set(_BESIDE_THE_MEANING))


def _carried(answer: Answer, new: Questionnaire, step: Step) -> Answer | str:
    """The answer as the new question stores it, or why it does not fit."""
    known = {basis.id for basis in new.methodology.basis}
    fitting = answer.model_copy(
        update={
            "basis": answer.basis if answer.basis in known else None,
            "bases": {part: basis for part, basis in answer.bases.items() if basis in known},
            "facts": new.known_facts(answer.facts),
        }
    )
    try:
        return admit(new, new.question(step.new[0]), fitting)
    except AnswerError as fault:
        return str(fault)


def _needs_confirming(before: Answer, after: Answer, step: Step) -> bool:
    """A question that asks otherwise, or an answer whose basis the new version does not know; and
    what was to be confirmed already."""
    same_basis = (before.basis, before.bases) == (after.basis, after.bases)
    return before.to_confirm or step.fate == "reworded" or not same_basis


def _details(details: Details, new: Questionnaire) -> Details:
    known = [module.id for module in new.modules]
    kept = tuple(module for module in details.modules if module in known)
    if details.modules and not kept:
        kept = tuple(module.id for module in new.modules if module.always)
    return details.model_copy(update={"modules": kept})
