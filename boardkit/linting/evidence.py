"""What a board would miss: a question's reason and proof, and facts that may be cited."""

from __future__ import annotations

from collections.abc import Iterator

from boardkit.faults import Fault, in_words
from boardkit.linting.economics import economics_citations
from boardkit.linting.walking import questions
from boardkit.questionnaire import Questionnaire
from boardkit.sources import Loc


def evidence_faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Scored questions without a reason or a proof, and citations of facts that are ruled out."""
    for loc, question in questions(questionnaire):
        lacking = [f"“{key}”" for key in ("why", "proof") if not getattr(question, key).strip()]
        if question.score is not None and lacking:
            what = f"{question.id} is scored, and has no {' and no '.join(lacking)}."
            yield Fault(what, f"Add {in_words(lacking)}.", loc)
    for i, one in enumerate(questionnaire.facts):
        if not one.source.strip():
            what, remedy = f"Fact {one.id} has no source.", "Say where the figure was published."
            yield Fault(what, remedy, ("facts", i, "source"))
    ruled_out = _ruled_out(questionnaire)
    for loc, fact, whose in _citations(questionnaire):
        if fact in ruled_out:
            what = f"{whose} cites {fact}, which conflict {ruled_out[fact]} says never to use."
            yield Fault(what, "Cite another fact, or none.", loc)


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
