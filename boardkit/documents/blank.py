"""The blank questionnaire: the questions of the chosen modules, to be handed out and filled in with a pen."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit import __version__
from boardkit.documents.material import Material
from boardkit.documents.rendering import html, pdf, stamp
from boardkit.durations import minutes_of, minutes_text
from boardkit.formats import Formats
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    ChoicePart,
    Column,
    LevelColumn,
    LevelQuestion,
    MultipleQuestion,
    NumberPart,
    Part,
    Question,
    RangePart,
    RangeQuestion,
    SeriesQuestion,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    TextQuestion,
    ValuesQuestion,
    YesNoColumn,
)

ROWS = 6  # of a table that are printed at the most


@dataclass(frozen=True)
class Blank:
    """A line to write on."""

    label: str
    unit: str = ""
    ticks: tuple[str, ...] = ()  # to choose from in its place


@dataclass(frozen=True)
class Form:
    """Room for one answer: only one of the kinds has something in it."""

    ticks: tuple[str, ...] = ()
    blanks: tuple[Blank, ...] = ()
    heads: tuple[str, ...] = ()  # of a table's columns
    rows: int = 0
    lines: int = 0  # for a text


@dataclass(frozen=True)
class Asked:
    """One question, and room for its answer."""

    id: str
    text: str
    help: str
    why: str
    proof: str
    many: bool  # several may be ticked
    form: Form
    companion: str
    bases: bool  # whether it is asked how they know
    not_applicable: bool


@dataclass(frozen=True)
class BlankSection:
    """The questions of one section."""

    title: str
    asked: tuple[Asked, ...]


def blank_pdf(material: Material) -> bytes:
    """The questionnaire of the assessment's modules as PDF, without any answer."""
    questionnaire, details = material.questionnaire, material.details
    modules = material.assessment.modules_of(questionnaire)
    questions = questionnaire.asked_in(modules)
    source = html(
        "blank/questionnaire.html.j2",
        questionnaire=questionnaire,
        details=details,
        day=material.formats.day(details.board_date),
        modules=[m.title for m in questionnaire.modules if m.id in modules],
        sections=blank_sections(questionnaire, modules, material.formats),
        bases=questionnaire.methodology.basis,
        count=len(questions),
        minutes=minutes_text(minutes_of(questions)),
        sheet=material.sheet,
        version=__version__,
        created=stamp(material.changed_at),
    )
    return pdf(source, identifier=material.identifier)


def blank_sections(
    questionnaire: Questionnaire, modules: tuple[str, ...], formats: Formats
) -> tuple[BlankSection, ...]:
    """The sections that have a question in these modules."""
    found = []
    for section in questionnaire.sections:
        asked = tuple(_asked(q, formats) for q in section.questions if q.module in modules)
        if asked:
            found.append(BlankSection(section.title, asked))
    return tuple(found)


def _asked(question: Question, formats: Formats) -> Asked:
    return Asked(
        id=question.id,
        text=question.text,
        help=question.help,
        why=question.why,
        proof=question.proof,
        many=isinstance(question, MultipleQuestion),
        form=_form(question, formats),
        companion=question.companion if isinstance(question, SingleQuestion) else "",
        bases=question.score is not None,
        not_applicable=question.may_not_apply,
    )


def _form(question: Question, formats: Formats) -> Form:
    if isinstance(question, LevelQuestion):
        return Form(ticks=tuple(f"{n} · {one.text}" for n, one in enumerate(question.levels)))
    if isinstance(question, SingleQuestion | MultipleQuestion):
        return Form(ticks=tuple(option.text for option in question.options))
    if isinstance(question, TextQuestion):
        return Form(lines=3)
    if isinstance(question, TableQuestion):
        heads = tuple(_head(column, formats) for column in question.columns)
        return Form(heads=heads, rows=min(question.rows, ROWS))
    if isinstance(question, ValuesQuestion):
        return Form(blanks=tuple(blank for p in question.parts for blank in _blanks(p, formats)))
    if isinstance(question, SplitQuestion):
        return Form(blanks=tuple(Blank(part.label, "%") for part in question.parts))
    if isinstance(question, SeriesQuestion):
        unit = _unit(question.of, question.unit, formats)
        return Form(blanks=tuple(Blank(period, unit) for period in question.periods))
    if isinstance(question, RangeQuestion):
        return Form(blanks=_range("", _unit(question.of, question.unit, formats)))
    return Form(blanks=(Blank("", _unit(question.type, question.unit, formats)),))


def _blanks(part: Part, formats: Formats) -> tuple[Blank, ...]:
    if isinstance(part, ChoicePart):
        return (Blank(part.label, ticks=tuple(option.text for option in part.options)),)
    if isinstance(part, RangePart):
        return _range(part.label, _unit(part.of, part.unit, formats))
    assert isinstance(part, NumberPart)
    return (Blank(part.label, _unit(part.kind, part.unit, formats)),)


def _range(label: str, unit: str) -> tuple[Blank, ...]:
    lead = f"{label}: " if label else ""
    words = ("at the least", "most likely", "at the most")
    return tuple(Blank(f"{lead}{word}" if lead else word.capitalize(), unit) for word in words)


def _head(column: Column, formats: Formats) -> str:
    if isinstance(column, YesNoColumn):
        return f"{column.label} (yes / no)"
    if isinstance(column, LevelColumn):
        levels = "; ".join(f"{n} {level.text}" for n, level in enumerate(column.levels))
        return f"{column.label} ({levels})"
    kind, unit = getattr(column, "kind", "text"), getattr(column, "unit", "")
    said = _unit(kind, unit, formats) if kind != "text" else ""
    return f"{column.label} ({said})" if said else column.label


def _unit(kind: str, unit: str, formats: Formats) -> str:
    """“% of ARR”, “$ a year”, “customers”."""
    mark = {"percent": "%", "money": formats.currency}.get(kind, "")
    return " ".join(part for part in (mark, unit) if part)
