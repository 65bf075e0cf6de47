"""What a board would miss: a question's reason and proof, and facts that may be cited."""

from __future__ import annotations

from collections.abc import Iterator

from boardkit.english import listed
from boardkit.faults import Fault
from boardkit.linting.economics import economics_citations
from boardkit.linting.walking import questions
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc


def evidence_faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Scored questions without a reason, a proof or an effort, and facts that may not be cited."""
    for loc, question in questions(questionnaire):
        lacking = [f"“{key}”" for key in ("why", "proof") if not getattr(question, key).strip()]
        if question.score is not None and lacking:
            what = f"{question.id} is scored, and has no {' and no '.join(lacking)}."
            yield Fault(what, f"Add {listed(lacking)}.", loc)
    yield from _finding_out(questionnaire)
    for i, one in enumerate(questionnaire.facts):
        if not one.source.strip():
            what, remedy = f"Fact {one.id} has no source.", "Say where the figure was published."
            yield Fault(what, remedy, ("facts", i, "source"))
    ruled_out = _ruled_out(questionnaire)
    for loc, fact, whose in _citations(questionnaire):
        if fact in ruled_out:
            what = f"{whose} cites {fact}, which conflict {ruled_out[fact]} says never to use."
            yield Fault(what, "Cite another fact, or none.", loc)


def _finding_out(q: Questionnaire) -> Iterator[Fault]:
    """Where some scored questions say how long finding out takes, all should, and no others."""
    scored = {one.shown_with for one in q.derived if one.score is not None}
    scored |= {one.id for one in q.questions if one.score is not None}
    some = any(one.finding_minutes is not None for one in q.questions if one.id in scored)
    for loc, question in questions(q):
        if question.id not in scored and question.finding_minutes is not None:
            what = f"{question.id} is not scored, so nothing reads its “finding_minutes”."
            yield Fault(what, "Remove it.", (*loc, "finding_minutes"))
        elif question.id in scored and some and question.finding_minutes is None:
            what = f"{question.id} is scored and has no “finding_minutes”, which others have."
            remedy = "Say how long finding out takes: without it, the effort of none counts."
            yield Fault(what, remedy, loc)


def _ruled_out(q: Questionnaire) -> dict[str, str]:
    """Facts that are never to be used, and the conflict that says so."""
    never = {conflict.id for conflict in q.conflicts if conflict.use == "never"}
    return {
        fact.id: conflict for fact in q.facts for conflict in fact.conflicts if conflict in never
    }


def _citations(q: Questionnaire) -> Iterator[tuple[Loc, str, str]]:
    for loc, question in questions(q):
        for i, fact in enumerate(question.facts):
            yield (*loc, "facts", i), fact, question.id
    verdict = q.methodology.verdict
    for i, fact in enumerate(verdict.counter_evidence if verdict else ()):
        yield ("methodology", "verdict", "counter_evidence", i), fact, "The verdict"
    yield from economics_citations(q)
