"""Names of things that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from boardkit.english import with_article
from boardkit.faults import Fault, suggestion
from boardkit.linting.walking import classes_used, questions, scores, shared_conditions_used
from boardkit.methodology import Position, VerdictWords
from boardkit.questionnaire import Questionnaire
from boardkit.questions import NumberColumn, TableQuestion
from boardkit.sources import Loc

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def unknown_references(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Every id that the file names and nothing has."""
    names = _Names(questionnaire)
    yield from _of_questions(questionnaire, names)
    yield from _of_scores(questionnaire, names)
    yield from _of_methodology(questionnaire, names)
    yield from _of_derived_and_checks(questionnaire, names)
    yield from _of_roles(questionnaire, names)
    for i, fact in enumerate(questionnaire.facts):
        for j, conflict in enumerate(fact.conflicts):
            loc: Loc = ("facts", i, "conflicts", j)
            yield from names.check("conflict", conflict, f"Fact {fact.id}", loc)
    for loc, name, stated in shared_conditions_used(questionnaire):
        if not stated.on_row:
            yield from names.check("shared condition", name, stated.whose, loc)


class _Names:
    """The ids of each kind of thing, by what a sentence calls them."""

    def __init__(self, q: Questionnaire) -> None:
        method, position = q.methodology, q.roles.position
        composites = tuple(c.id for c in method.composites)
        dimensions = tuple(d.id for d in method.dimensions)
        self.known: Mapping[str, tuple[str, ...]] = {
            "question": tuple(question.id for question in q.questions),
            "dimension": dimensions,
            "composite": composites,
            "derived value": tuple(d.id for d in q.derived),
            "dimension or composite": (*dimensions, *composites),
            "indicator": tuple(name for _, name, _ in scores(q)),
            "module": tuple(m.id for m in q.modules),
            "person": tuple(p.id for p in q.people),
            "fact": tuple(f.id for f in q.facts),
            "conflict": tuple(c.id for c in q.conflicts),
            "prior": tuple(p.id for p in method.priors),
            "shared condition": tuple(q.conditions),
            "position class": tuple(c.id for c in position.classes) if position else (),
        }

    def check(self, noun: str, name: str, whose: str, loc: Loc) -> Iterator[Fault]:
        """A fault when nothing of that kind has the name."""
        known = self.known[noun]
        if name in known:
            return
        other = next((n for n in _MISTAKEN if n != noun and name in self.known[n]), None)
        which = f"is a {other}, not {with_article(noun)}" if other else f"is no {noun}"
        remedy = suggestion(name, known, f"Name {with_article(noun)} that exists, or add it.")
        yield Fault(f"{whose} names “{name}”, which {which}.", remedy, loc)


# What is easily named in place of another kind of thing
_MISTAKEN = ("question", "dimension", "composite", "derived value")


def _of_questions(q: Questionnaire, names: _Names) -> Iterator[Fault]:
    for loc, question in questions(q):
        yield from names.check("module", question.module, question.id, (*loc, "module"))
        if question.knows is not None:
            yield from names.check("person", question.knows, question.id, (*loc, "knows"))
        for i, fact in enumerate(question.facts):
            yield from names.check("fact", fact, question.id, (*loc, "facts", i))


def _of_scores(q: Questionnaire, names: _Names) -> Iterator[Fault]:
    for loc, name, score in scores(q):
        yield from names.check("dimension", score.dimension, name, (*loc, "dimension"))
        if score.replaces is not None:
            yield from names.check("indicator", score.replaces, name, (*loc, "replaces"))


def _of_methodology(q: Questionnaire, names: _Names) -> Iterator[Fault]:
    method, top = q.methodology, ("methodology",)
    for i, dimension in enumerate(method.dimensions):
        loc: Loc = (*top, "dimensions", i, "prior")
        yield from names.check("prior", dimension.prior, f"Dimension {dimension.id}", loc)
    for i, composite in enumerate(method.composites):
        for j, member in enumerate(composite.members):
            loc = (*top, "composites", i, "members", j, "of")
            whose = f"Composite {composite.id}"
            yield from names.check("dimension or composite", member.of, whose, loc)
    headline, verdict = method.headline, method.verdict
    loc = (*top, "headline", "composite")
    yield from names.check("composite", headline.composite, "The headline", loc)
    for i, name in enumerate(headline.covered_by):
        loc = (*top, "headline", "covered_by", i)
        yield from names.check("composite", name, "The headline", loc)
    if verdict is not None:
        for i, name in enumerate(verdict.ways_out):
            loc = (*top, "verdict", "ways_out", i)
            yield from names.check("composite", name, "The verdict", loc)
        for i, name in enumerate(verdict.counter_evidence):
            loc = (*top, "verdict", "counter_evidence", i)
            yield from names.check("fact", name, "The verdict", loc)
        yield from _of_words((*top, "verdict", "titles"), verdict.titles)
        yield from _of_words((*top, "verdict", "phrases"), verdict.phrases)


def _of_words(loc: Loc, words: VerdictWords) -> Iterator[Fault]:
    for key, text in words.model_dump().items():
        yield from _placeholders(text, ("way",), f"“{key}”", (*loc, key))


def _of_derived_and_checks(q: Questionnaire, names: _Names) -> Iterator[Fault]:
    for i, derived in enumerate(q.derived):
        loc: Loc = ("derived", i)
        whose = f"Derived value {derived.id}"
        if derived.shown_with is not None:
            yield from names.check("question", derived.shown_with, whose, (*loc, "shown_with"))
        yield from _placeholders(derived.shown_as, ("value",), whose, (*loc, "shown_as"))
    for i, check in enumerate(q.checks):
        for j, name in enumerate(check.questions):
            loc = ("checks", i, "questions", j)
            yield from names.check("question", name, f"Check {check.id}", loc)
        known = _printable(q)
        yield from _placeholders(
            check.message, known, f"Check {check.id}", ("checks", i, "message")
        )


def _printable(q: Questionnaire) -> tuple[str, ...]:
    """What a check's message may hold: C02, A03.seats, meter_share."""
    answers = (
        name
        for question in q.questions
        for name in (question.id, *(f"{question.id}.{part}" for part in question.part_ids()))
    )
    return (*answers, *(derived.id for derived in q.derived))


def _placeholders(text: str, known: Iterable[str], whose: str, loc: Loc) -> Iterator[Fault]:
    known = tuple(known)
    alone = next((c for c in _PLACEHOLDER.sub("", text) if c in "{}"), None)
    if alone is not None:
        what = f"{whose} has a “{alone}” in its text that stands alone."
        yield Fault(what, f"Write “{{{known[0]}}}”, or leave it out.", loc)
    for name in _PLACEHOLDER.findall(text):
        if name not in known:
            what = f"{whose} has “{{{name}}}” in its text, which stands for nothing."
            yield Fault(what, suggestion(name, known, "Name a question, or leave it out."), loc)


def _of_roles(q: Questionnaire, names: _Names) -> Iterator[Fault]:
    roles = q.roles
    if roles.map is not None:
        for key, name in (("across", roles.map.across), ("up", roles.map.up)):
            yield from names.check("composite", name, "The map", ("roles", "map", key))
    if roles.concentration is not None:
        loc: Loc = ("roles", "concentration", "question")
        yield from names.check("question", roles.concentration.question, "Concentration", loc)
    for role, chosen in (("prior_view", roles.prior_view), ("archetype", roles.archetype)):
        if chosen is not None:
            yield from names.check("question", chosen, f"“{role}”", ("roles", role))
    if roles.position is not None:
        yield from _of_position(q, roles.position, names)
    for loc, name, whose in classes_used(q):
        if roles.position is None:
            what = f"{whose} names the class “{name}”, and there are no classes."
            yield Fault(what, "Declare them under roles: position: classes.", loc)
        else:
            yield from names.check("position class", name, whose, loc)


def _of_position(q: Questionnaire, position: Position, names: _Names) -> Iterator[Fault]:
    loc: Loc = ("roles", "position")
    yield from names.check("question", position.table, "The position", (*loc, "table"))
    if not q.has_question(position.table):
        return
    table = q.question(position.table)
    if not isinstance(table, TableQuestion):
        tables = (one.id for one in q.questions if isinstance(one, TableQuestion))
        what = f"The position reads {table.id}, which is no table."
        yield Fault(what, suggestion("", tables, "Name a table question."), (*loc, "table"))
        return
    shares = [column.id for column in table.columns if isinstance(column, NumberColumn)]
    for key, name, known in (
        ("name", position.name, table.part_ids()),
        ("share", position.share, shares),
    ):
        if name not in known:
            kind = "column" if key == "name" else "column of numbers"
            what = f"The position names “{name}”, which is no {kind} of {table.id}."
            yield Fault(what, suggestion(name, known, "Add it."), (*loc, key))
