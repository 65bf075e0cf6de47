"""Ids that are given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from boardkit.english import with_article
from boardkit.faults import Fault
from boardkit.linting.walking import gates, questions, scores
from boardkit.questionnaire import Questionnaire
from boardkit.questions import (
    ChoicePart,
    MultipleQuestion,
    Option,
    Question,
    SingleQuestion,
    SplitQuestion,
    TableQuestion,
    ValuesQuestion,
)
from boardkit.sources import Loc


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Named = tuple[Loc, str, str]  # where an id stands, the id, and what it is the id of


def duplicate_ids(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Ids, and numbers of draws, that two things share."""
    for names in _spaces(questionnaire):
        yield from _repeated(names)
    for loc, question in questions(questionnaire):
        yield from _inside_question(loc, question)
    yield from _repeated_draws(questionnaire)
    yield from _repeated_members(questionnaire)


def _spaces(q: Questionnaire) -> Iterator[Iterable[Named]]:
    """Groups of things in which no two may share an id."""
    method = q.methodology
    position = q.roles.position
    yield _ids(("modules",), q.modules, "module")
    yield _ids(("people",), q.people, "person")
    yield _ids(("sections",), q.sections, "section")
    yield _ids(("checks",), q.checks, "check")
    yield _ids(("facts",), q.facts, "fact")
    yield _ids(("conflicts",), q.conflicts, "conflict")
    yield _ids(("methodology", "basis"), method.basis, "basis")
    yield _ids(("methodology", "priors"), method.priors, "prior")
    yield _ids(("methodology", "headline", "bands"), method.headline.bands, "band")
    yield [((*loc, "id"), gate.id, "gate") for loc, gate in gates(q)]
    yield _ids(("roles", "position", "classes"), position.classes if position else (), "class")
    # Formulas, messages and “replaces” name questions and derived values alike.
    yield [
        *(((*loc, "id"), question.id, "question") for loc, question in questions(q)),
        *_ids(("derived",), q.derived, "derived value"),
    ]
    # Members and results name dimensions, composites and the headline alike.
    yield [
        *_ids(("methodology", "dimensions"), method.dimensions, "dimension"),
        *_ids(("methodology", "composites"), method.composites, "composite"),
        (("methodology", "headline", "id"), method.headline.id, "headline"),
    ]


def _inside_question(loc: Loc, question: Question) -> Iterator[Fault]:
    if isinstance(question, SingleQuestion | MultipleQuestion):
        yield from _repeated(_ids((*loc, "options"), question.options, "option"))
    if isinstance(question, TableQuestion):
        yield from _repeated(_ids((*loc, "columns"), question.columns, "column"))
    if isinstance(question, SplitQuestion):
        yield from _repeated(_ids((*loc, "parts"), question.parts, "part"))
    if isinstance(question, ValuesQuestion):
        yield from _repeated(_ids((*loc, "parts"), question.parts, "part"))
        for i, part in enumerate(question.parts):
            options: Sequence[Option] = part.options if isinstance(part, ChoicePart) else ()
            yield from _repeated(_ids((*loc, "parts", i, "options"), options, "option"))


def _ids(loc: Loc, things: Sequence[_HasId], noun: str) -> list[Named]:
    return [((*loc, i, "id"), thing.id, noun) for i, thing in enumerate(things)]


def _repeated(names: Iterable[Named]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for loc, name, noun in names:
        if name not in first:
            first[name] = noun
            continue
        other = f"another {noun}" if first[name] == noun else with_article(first[name])
        yield Fault(
            f"“{name}” is already the id of {other}.", f"Give this {noun} one of its own.", loc
        )


def _repeated_draws(questionnaire: Questionnaire) -> Iterator[Fault]:
    taken: dict[int, str] = {}
    all_draws = {score.draw for _, _, score in scores(questionnaire)}
    free = next(n for n in range(1, len(all_draws) + 2) if n not in all_draws)
    for loc, name, score in scores(questionnaire):
        if score.draw in taken:
            what = f"{name} has draw {score.draw}, which is {taken[score.draw]}'s already."
            yield Fault(what, f"Give it a number of its own, such as {free}.", (*loc, "draw"))
        taken.setdefault(score.draw, name)


def _repeated_members(questionnaire: Questionnaire) -> Iterator[Fault]:
    for i, composite in enumerate(questionnaire.methodology.composites):
        seen: set[str] = set()
        for j, member in enumerate(composite.members):
            if member.of in seen:
                loc: Loc = ("methodology", "composites", i, "members", j, "of")
                what = f"{member.of} is in composite {composite.id} twice."
                yield Fault(what, "Keep one, with the sum of the weights.", loc)
            seen.add(member.of)
