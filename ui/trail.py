"""The edits of one assessment that can be taken back, and those that were taken back and can be made again."""

from __future__ import annotations

from boardkit.assessment import Details
from boardkit.questionnaire import Questionnaire
from ui.steps import Leap, Step


class Trail:
    """A walk back and forth along the edits; whoever walks makes them so."""

    def __init__(self) -> None:
        self._done: list[Step | Leap] = []
        self._undone: list[Step | Leap] = []

    def add(self, step: Step | Leap) -> None:
        """An edit was made: what was undone before cannot be made again."""
        self._done.append(step)
        self._undone.clear()

    def recall(self, steps: list[Step | Leap]) -> None:
        """Edits of earlier days come before whatever was done meanwhile."""
        self._done[:0] = steps

    @property
    def last(self) -> Step | Leap | None:
        """What undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | Leap | None:
        """What redo would make again."""
        return self._undone[-1] if self._undone else None

    def go_back(self) -> None:
        """The last edit was taken back."""
        self._undone.append(self._done.pop())

    def go_on(self) -> None:
        """The next one was made again."""
        self._done.append(self._undone.pop())


def named(step: Step | Leap, questionnaire: Questionnaire) -> str:
    """What an edit was, to complete “Undo …”."""
    if isinstance(step, Leap):
        return step.name
    if isinstance(step.before, Details) and isinstance(step.after, Details):
        if step.before.decisions != step.after.decisions:
            return "the change of decisions"
        same = step.before.pack == step.after.pack
        return "the change of details" if same else "the choice for the report"
    return f"{step.subject}, {questionnaire.question(step.subject).short.lower()}"
