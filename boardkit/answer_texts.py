"""Answers as sentences and figures: what the pack prints and a check's message quotes."""

from __future__ import annotations

import re

from boardkit.assessment import Answer
from boardkit.conditions import Missing, Operand
from boardkit.english import in_sentence
from boardkit.formats import Formats
from boardkit.methodology import Check, Derived
from boardkit.questions import Question, SingleQuestion, figure_text
from boardkit.reading import Reading

MILLIONS = "Millions are typed with an m, as in 12m."
AMOUNT_MEANT = "Is that the amount you mean?"
_SLOT = re.compile(r"\{([A-Za-z][\w-]*)(?:\.([A-Za-z][\w-]*))?\}")


def answer_lines(question: Question, answer: Answer, formats: Formats) -> tuple[str, ...]:
    """An answer in one or more lines of text, for a person."""
    if answer.state == "dont_know":
        return ("Don’t know",)
    if answer.state == "not_applicable":
        return (f"Not applicable: {answer.reason}" if answer.reason else "Not applicable",)
    lines = question.lines(answer.value, formats)
    if answer.companion and isinstance(question, SingleQuestion):
        return (*lines, f"{question.companion}: {answer.companion}")
    return lines


def derived_text(derived: Derived, value: float, formats: Formats) -> str:
    """A derived value with its unit."""
    if derived.unit == "points":  # a score, which has one decimal everywhere
        return formats.number(value)
    return figure_text(derived.kind, value, formats, derived.unit)


def derived_sentence(derived: Derived, value: float, formats: Formats) -> str:
    """The sentence that stands under the question."""
    return derived.shown_as.replace("{value}", derived_text(derived, value, formats))


def amounts_to_ask(reading: Reading, question_id: str, formats: Formats) -> tuple[str, ...]:
    """What to ask of the amounts in an answer that are smaller than they usually are.

    One sentence an amount, and one on how millions are typed; nothing where nothing is small.
    """
    answer, question = reading.answer(question_id), reading.questionnaire.question(question_id)
    if answer is None or not answer.is_answered:
        return ()
    asked = [
        f"{label}: {in_sentence(which_is_meant(amount, formats))}"
        if label
        else which_is_meant(amount, formats)
        for label, amount in question.unusual(answer.value)
    ]
    return (*asked, MILLIONS) if asked else ()


def which_is_meant(amount: float, formats: Formats) -> str:
    """The question to ask of an amount that may lack its thousands or millions."""
    millions = amount if abs(amount) < 1000 else amount / 1000
    return (
        f"Do you mean {formats.money_in_words(amount)}, or {formats.number(millions, 2)} million?"
    )


def check_message(check: Check, reading: Reading, formats: Formats) -> str:
    """What disagrees, with the answers in place of their ids."""

    def fill(slot: re.Match[str]) -> str:
        name, part = slot[1], slot[2]
        questionnaire = reading.questionnaire
        if not questionnaire.has_question(name):
            derived = questionnaire.derived_value(name)
            value = reading.derived(name)
            return "?" if value is None else derived_text(derived, value, formats)
        value = reading.read(Operand(question=name, part=part))
        if isinstance(value, Missing):
            return "?"
        question = questionnaire.question(name)
        if part is None:
            return question.inline(value, formats)
        return question.part_text(part, value, formats)

    return _SLOT.sub(fill, check.message)
