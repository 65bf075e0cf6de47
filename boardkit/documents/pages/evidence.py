"""What backs the answers, how old it is, and which of it is too old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from boardkit.assessment import Answer, Evidence
from boardkit.documents.material import Material
from boardkit.english import sentence, spelled_count
from boardkit.following.ageing import Aged, aged_answers, backed_on, rests_on_proof
from boardkit.questions import Question


@dataclass(frozen=True)
class EvidenceRow:
    """One answer and what backs it."""

    question: str
    title: str
    backed_by: tuple[str, ...]
    basis: str
    since: str
    age: str
    stale: str  # how old it may be, where it is older


@dataclass(frozen=True)
class EvidencePage:
    """What the page places."""

    title: str
    lead: str
    so_what: str
    rows: tuple[EvidenceRow, ...]


def evidence_page(material: Material) -> EvidencePage | None:
    """Every answer with something that backs it, or too old; None where no answer rests on proof."""
    day = material.day
    aged = {one.question: one for one in aged_answers(material.reading, day)}
    proven = [
        (question, answer)
        for question in material.reading.asked()
        if (answer := material.reading.answer(question.id)) is not None
        and (answer.evidence or rests_on_proof(material.method, answer))
    ]
    if not proven:
        return None
    listed = [(q, a) for q, a in proven if a.evidence or q.id in aged]
    backed = sum(bool(answer.evidence) for _, answer in proven)
    return EvidencePage(
        title=_title(backed, len(aged)),
        lead=_lead(material, len(proven) - backed, day),
        so_what=_so_what(material, tuple(aged.values()), len(proven) - backed),
        rows=tuple(_row(material, q, a, aged.get(q.id), day) for q, a in listed),
    )


def _title(backed: int, stale: int) -> str:
    if backed:
        said = f"{sentence(spelled_count(backed, 'answer'))} {_has(backed)} a document or a link behind"
        said += " it" if backed == 1 else " them"
        return f"{said}, and none is too old" if not stale else f"{said}; {_too_old(stale)}"
    said = "No document and no link stands behind an answer"
    return f"{said}; {_too_old(stale)}" if stale else said


def _too_old(stale: int) -> str:
    return f"the proof of {spelled_count(stale, 'answer')} is too old"


def _lead(material: Material, bare: int, day: date) -> str:
    said = f"Ages are on {material.formats.day(day)}."
    if not bare:
        return said
    return (
        f"{said} {sentence(spelled_count(bare, 'more answer'))} {_has(bare)} a basis that counts as proof, "
        f"with neither document nor link; {'it stands' if bare == 1 else 'they stand'} here only "
        "when too old."
    )


def _so_what(material: Material, aged: Sequence[Aged], bare: int) -> str:
    """Which proof to renew first, or to ask for."""
    told = []
    oldest = max(aged, key=lambda one: one.days - one.allowed, default=None)
    if oldest is not None:
        question = material.questionnaire.question(oldest.question)
        told.append(
            f"Renew first what backs “{question.short or question.text}” ({oldest.question}): it is {_days(oldest.days)} old, and "
            f"{oldest.allowed} are allowed."
        )
    if bare:
        told.append(
            f"{sentence(spelled_count(bare, 'answer'))} {'counts' if bare == 1 else 'count'} as proven with "
            "nothing that a reader could look up: ask to see what is behind "
            f"{'it' if bare == 1 else 'those that weigh most'}."
        )
    return " ".join(told) or "Whatever is said to be proven can be looked up, and is recent enough."


def _has(count: int) -> str:
    return "has" if count == 1 else "have"


def _row(
    material: Material, question: Question, answer: Answer, aged: Aged | None, day: date
) -> EvidenceRow:
    since = backed_on(answer)
    bases = list(dict.fromkeys(answer.bases.values())) or [answer.basis or ""]
    return EvidenceRow(
        question=question.id,
        title=question.short or question.text,
        backed_by=tuple(map(_named, answer.evidence)) or ("No document or link",),
        basis=" / ".join(material.method.basis_of(basis).title for basis in bases if basis),
        since=material.formats.short_day(since),
        age="" if since is None else _days(max((day - since).days, 0)),
        stale=f"Too old: at most {_days(aged.allowed)}" if aged is not None else "",
    )


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _named(evidence: Evidence) -> str:
    """Its title, with where it is or the start of its hash, by which a copy can be told."""
    place = evidence.link or (f"SHA-256 {evidence.sha256[:12]}…" if evidence.sha256 else "")
    return f"{evidence.title} ({place})" if place else evidence.title
