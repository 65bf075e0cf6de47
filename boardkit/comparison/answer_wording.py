"""The words about answers that changed: what was said before and after, on what basis, and by whom."""

from __future__ import annotations

from dataclasses import replace

from boardkit.answer_texts import answer_lines
from boardkit.assessment import Answer
from boardkit.comparison.result import AnswerChange, Comparison
from boardkit.formats import Formats
from boardkit.reading import Standing

_STANDING = {
    Standing.OUT: "Not in the chosen modules",
    Standing.HIDDEN: "Not asked",
    Standing.OPEN: "Not answered",
}


class AnswerWords:
    """The answers of one comparison, for one reader."""

    def __init__(self, comparison: Comparison, formats: Formats) -> None:
        self.comparison = comparison
        self.formats = formats
        self.method = comparison.questionnaire.methodology

    def before(self, change: AnswerChange) -> str:
        """The earlier answer in words."""
        currency = self.comparison.before.side.assessment.details.currency
        return self._said(change, 0, replace(self.formats, currency=currency))

    def after(self, change: AnswerChange) -> str:
        """The later answer in words."""
        currency = self.comparison.after.side.assessment.details.currency
        return self._said(change, 1, replace(self.formats, currency=currency))

    def _said(self, change: AnswerChange, side: int, formats: Formats) -> str:
        answer = (change.before, change.after)[side]
        if answer is None:
            return _STANDING.get(change.standings[side], "Not answered")
        question = self.comparison.questionnaire.question(change.question)
        return "; ".join(answer_lines(question, answer, formats))

    def basis(self, change: AnswerChange) -> str:
        """“Judgement → Contract or audited”, or the one basis of both."""
        first, second = self._basis(change.before), self._basis(change.after)
        if first == second:
            return second
        return f"{first or 'none'} → {second or 'none'}"

    def _basis(self, answer: Answer | None) -> str:
        if answer is None or not answer.is_answered or answer.basis is None:
            return ""
        return self.method.basis_of(answer.basis).title

    def who(self, change: AnswerChange) -> str:
        """Who gave the later answer, and when."""
        answer = change.after or change.before
        if answer is None:
            return ""
        return ", ".join(part for part in (answer.author, self.formats.day(answer.at)) if part)
