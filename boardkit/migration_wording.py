"""What moving to another version of a questionnaire does to the answers, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardkit.english import listed
from boardkit.migration import MigrationReport, Step
from boardkit.migration_maps import Fate
from boardkit.questionnaire import Questionnaire

_FATES: dict[Fate, str] = {
    "split": "Split into several, and to be answered anew",
    "merged": "Several in one, and to be answered anew",
    "new": "Not asked before",
    "retired": "No longer asked; what was answered stays in the history",
}


@dataclass(frozen=True)
class Told:
    """What happens to the questions of one kind, and which these are."""

    title: str
    lines: tuple[str, ...] = ()


def told(report: MigrationReport, old: Questionnaire, new: Questionnaire) -> tuple[Told, ...]:
    """Everything that the step does, kind by kind; nothing of kinds that are not there."""
    return tuple(part for part in _parts(report, old, new) if part.lines)


def kept(report: MigrationReport) -> str:
    """How many answers come along untouched."""
    number = sum(step.carried and not step.to_confirm for step in report.steps)
    return f"{_come(number)} along as {'it is' if number == 1 else 'they are'}."


def _parts(report: MigrationReport, old: Questionnaire, new: Questionnaire) -> Iterator[Told]:
    confirm = [step for step in report.steps if step.to_confirm]
    yield Told(
        f"{_come(len(confirm))} along, to be confirmed",
        tuple(_line(_names(new, step.new), step.note) for step in confirm),
    )
    for fate, title in _FATES.items():
        steps = report.of(fate)
        yield Told(title, tuple(_line(_both(step, old, new), step.note) for step in steps))
    misfits = [step for step in report.steps if step.problem]
    yield Told(
        "Answers that do not fit any more, and stay in the history",
        tuple(_line(_names(new, step.new), step.problem) for step in misfits),
    )


def _come(number: int) -> str:
    if not number:
        return "No answers come"
    return "One answer comes" if number == 1 else f"{number} answers come"


def _both(step: Step, old: Questionnaire, new: Questionnaire) -> str:
    return " → ".join(text for text in (_names(old, step.old), _names(new, step.new)) if text)


def _names(questionnaire: Questionnaire, ids: tuple[str, ...]) -> str:
    return listed(f"{one} {questionnaire.question(one).short}" for one in ids)


def _line(what: str, note: str) -> str:
    return f"{what}. {note}" if note else what
