"""Where a person is in a questionnaire: what comes next, how far it is, what is left to look at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from boardkit.following import Confirming
from boardkit.questionnaire import Section
from boardkit.questions import Question
from boardkit.reading import Reading, Standing
from ui.widgets.section_rail import Entry

SETTLED = (Standing.ANSWERED, Standing.DONT_KNOW, Standing.NOT_APPLICABLE)
REVIEWS = {
    "confirm": "To be confirmed",
    "open": "Not answered yet",
    "unknown": "Don’t know",
    "judgement": "On judgement only",
    "disagree": "Disagreements",
}


@dataclass(frozen=True)
class Place:
    """One question among those that are asked."""

    question: Question
    section: Section
    number: int  # in its section, from 1
    of: int  # how many the section asks


class Walk:
    """The questions that are asked, in order, for one state of the answers."""

    def __init__(self, reading: Reading, confirming: Confirming) -> None:
        self.reading, self.confirming = reading, confirming
        self._reviews: dict[str, tuple[Question, ...]] = {}
        self.places = tuple(
            Place(question, section, number, len(asked))
            for section in reading.questionnaire.sections
            if (asked := [q for q in section.questions if self._is_asked(q)])
            for number, question in enumerate(asked, 1)
        )

    def _is_asked(self, question: Question) -> bool:
        return self.reading.standing(question.id) not in (Standing.OUT, Standing.HIDDEN)

    def place(self, question_id: str) -> Place | None:
        """Where a question stands; None when it is not asked."""
        return next((p for p in self.places if p.question.id == question_id), None)

    def beside(self, question_id: str, step: int) -> Question | None:
        """The question so many steps on; None at either end.

        From a question that has just become hidden it counts from where that one would stand.
        """
        ids = [place.question.id for place in self.places]
        if question_id in ids:
            index = ids.index(question_id) + step
        else:
            order = [q.id for q in self.reading.questionnaire.questions]
            here = order.index(question_id)
            later = sum(order.index(one) < here for one in ids)
            index = later if step > 0 else later - 1
        return self.places[index].question if 0 <= index < len(ids) else None

    def after(self, question_id: str, *, reviewed: str = "") -> Question | str:
        """The next question; after the last one “open”, while any is not answered, or else “result”.

        Who is ``reviewed`` the list of what is open already is not led there again.
        """
        following = self.beside(question_id, +1)
        if following is not None:
            return following
        return "open" if self.review("open") and reviewed != "open" else "result"

    def first_open(self) -> Question | None:
        """The first question without any answer."""
        for place in self.places:
            if self.reading.standing(place.question.id) is Standing.OPEN:
                return place.question
        return None

    def next_to_confirm(self, question_id: str) -> Question | None:
        """The next question after this one, in order, whose answer is to be confirmed."""
        questions = self.reading.questionnaire.questions
        here = [question.id for question in questions].index(question_id)
        later = (q for q in questions[here + 1 :] if q.id in self.confirming.waiting)
        return next(later, None)

    @property
    def settled(self) -> int:
        """How many have been answered in some way."""
        return sum(entry.done for entry in self.entries)

    @property
    def minutes_left(self) -> float:
        """Minutes that the open questions take, by their own estimate."""
        return sum(question.minutes for question in self.review("open"))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The rail: every section that asks anything, then what to look at again."""
        standing = self.reading.standing
        done = Counter(p.section.id for p in self.places if standing(p.question.id) in SETTLED)
        sections = {place.section.id: place for place in self.places}
        lists = (
            Entry(key, title, 0, self.count(key), review=True) for key, title in REVIEWS.items()
        )
        return (
            *(Entry(key, one.section.title, done[key], one.of) for key, one in sections.items()),
            *(entry for entry in lists if entry.total),
        )

    def count(self, key: str) -> int:
        """How much there is on a review list: questions, or disagreements between their answers."""
        return len(self.reading.disagreements() if key == "disagree" else self.review(key))

    def review(self, key: str) -> tuple[Question, ...]:
        """The questions of one review list."""
        if key not in self._reviews:
            self._reviews[key] = self._listed(key)
        return self._reviews[key]

    def _listed(self, key: str) -> tuple[Question, ...]:
        if key == "confirm":
            questionnaire = self.reading.questionnaire
            return tuple(questionnaire.question(one) for one in self.confirming.waiting)
        if key == "disagree":
            named = {q for check in self.reading.disagreements() for q in check.questions}
            return tuple(p.question for p in self.places if p.question.id in named)
        wanted = {"open": Standing.OPEN, "unknown": Standing.DONT_KNOW}.get(key)
        if wanted is not None:
            return tuple(
                p.question for p in self.places if self.reading.standing(p.question.id) is wanted
            )
        return tuple(p.question for p in self.places if self._on_judgement(p.question))

    def _on_judgement(self, question: Question) -> bool:
        answer = self.reading.answer(question.id)
        if answer is None or not answer.is_answered or question.score is None:
            return False
        method = self.reading.questionnaire.methodology
        given: list[str | None] = [*answer.bases.values()] or [answer.basis]
        return any(not method.basis_of(basis).proves for basis in given)
