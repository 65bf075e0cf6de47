"""Every answer, with its basis, what it counts for, and who gave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.answer_texts import answer_lines
from boardkit.assessment import Answer
from boardkit.documents.material import Material
from boardkit.documents.so_far import nothing_known
from boardkit.english import listed
from boardkit.questions import Question
from boardkit.reading import Standing
from boardkit.scoring.result import IndicatorResult

ASKED = 3  # answers without proof that are named
LONG = 1500  # characters of one row: about half a page
PRINTED = 800  # characters of a note or a text that are printed: about 130 words


@dataclass(frozen=True)
class AnswerRow:
    """One question of the pages of answers, each part as it is printed."""

    id: str
    text: str
    lines: tuple[str, ...]
    quiet: bool  # nothing was said: not asked, not answered, don't know
    basis: str
    weak: bool  # not proven by its basis
    credit: str
    weight: str
    stake: str
    note: str
    source: str  # who, when, and what backs it

    @property
    def long(self) -> bool:
        """Whether it may be parted by a page, since it could be longer than one."""
        return sum(map(len, (*self.lines, self.note, self.source))) > LONG


@dataclass(frozen=True)
class AnswerSection:
    """The questions of one section."""

    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class AnswersPage:
    """What the page places."""

    title: str
    lead: str
    so_what: str
    sections: tuple[AnswerSection, ...]


def answers_page(material: Material) -> AnswersPage:
    """Every question that was put, in order."""
    return AnswersPage(
        title=material.wording.answers_title(),
        lead=(
            "Credit runs from 0 to 100, and high is good for the company; in brackets, what is "
            "assumed while nothing is known. At stake: how far "
            f"{material.result.headline.title} would move if this answer alone were at its best. "
            "Under each answer stand its basis, who gave it and when, and what backs it."
        ),
        so_what=_so_what(material),
        sections=_sections(material),
    )


def _so_what(material: Material) -> str:
    """Which answers to ask about first: what rests on judgement, and what nobody has answered."""
    if why := nothing_known(material.result):
        return f"{why}: what the scores say is only assumed."
    scored = sorted(
        (one for one in material.result.indicators if one.weight > 0), key=lambda one: -one.weight
    )
    weak = [one for one in scored if one.standing is Standing.ANSWERED and not one.proven]
    gaps = [one for one in scored if one.standing in (Standing.OPEN, Standing.DONT_KNOW)]
    told = [
        f"Ask first for proof of {_named(weak[:ASKED])}: of the answers without any, "
        f"{'it weighs' if len(weak) == 1 else 'they weigh'} most."
        if weak
        else "Every scored answer rests on proof of some kind."
    ]
    if gaps:
        told.append(f"Of what nobody has answered, {_named(gaps[:1])} weighs most.")
    return " ".join(told)


def _named(indicators: Sequence[IndicatorResult]) -> str:
    return listed([f"“{one.title}” ({one.question})" for one in indicators])


def _sections(material: Material) -> tuple[AnswerSection, ...]:
    indicators: dict[str, IndicatorResult] = {}
    for indicator in material.result.indicators:
        if indicator.weight > 0 or indicator.question not in indicators:
            indicators[indicator.question] = indicator
    sections = []
    for section in material.questionnaire.sections:
        rows = tuple(
            _row(material, question, indicators.get(question.id))
            for question in section.questions
            if question.printed and material.reading.standing(question.id) is not Standing.OUT
        )
        if rows:
            sections.append(AnswerSection(section.title, rows))
    return tuple(sections)


def _row(material: Material, question: Question, indicator: IndicatorResult | None) -> AnswerRow:
    answer = material.reading.answer(question.id)
    basis, weak = _basis(material, question, answer)
    scored = indicator if indicator is not None and indicator.weight > 0 else None
    formats = material.formats
    return AnswerRow(
        id=question.id,
        text=question.text,
        lines=tuple(_in_short(material, one) for one in _lines(material, question, answer)),
        quiet=answer is None or not answer.is_answered,
        basis=basis,
        weak=weak,
        credit=_credit(material, scored) if scored else "",
        weight=formats.percent(100 * scored.weight) if scored else "",
        stake=material.wording.stake(scored) if scored else "",
        note=_in_short(material, answer.note) if answer else "",
        source=_source(material, question, answer),
    )


def _lines(material: Material, question: Question, answer: Answer | None) -> tuple[str, ...]:
    if material.reading.standing(question.id) is Standing.HIDDEN:
        return ("Not asked",)
    if answer is None:
        return ("Not answered",)
    return answer_lines(question, answer, material.formats)


def _in_short(material: Material, text: str) -> str:
    """As much of a long text as a director would read here, and where the rest is."""
    if len(text) <= PRINTED:
        return text
    where = "inside this file" if material.options.attach else "itself"
    kept = text[:PRINTED]
    whole, _, last = kept.rpartition(" ")
    kept = whole if whole and len(last) < PRINTED // 10 else kept
    return f"{kept.rstrip()} … (Shortened: all of it is in the assessment {where}.)"


def _basis(material: Material, question: Question, answer: Answer | None) -> tuple[str, bool]:
    if answer is None or not answer.is_answered:
        return "", False
    named = list(dict.fromkeys(answer.bases.values())) or ([answer.basis] if answer.basis else [])
    if not named:
        return ("Not stated", True) if question.score else ("", False)
    found = [material.method.basis_of(basis) for basis in named]
    return " / ".join(basis.title for basis in found), any(not b.proves for b in found)


def _credit(material: Material, indicator: IndicatorResult) -> str:
    if indicator.credit is None:
        return f"({material.formats.number(indicator.mean, 0)})"
    return material.formats.number(indicator.credit, 0)


def _source(material: Material, question: Question, answer: Answer | None) -> str:
    changed = "Changed after the scores were seen" if question.id in material.revised else ""
    if answer is None:
        return changed
    who = ", ".join(part for part in (answer.author, material.formats.day(answer.at)) if part)
    evidence = "; ".join(one.title for one in answer.evidence)
    facts = "Public: " + ", ".join(answer.facts) if answer.facts else ""
    return ". ".join(part for part in (who, evidence, facts, changed) if part)
