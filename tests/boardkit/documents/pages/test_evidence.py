"""The register of evidence says what is old, and what has nothing behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from boardkit.assessment import Answer, Evidence
from boardkit.documents.material import Material, gathered
from boardkit.documents.pages.evidence import EvidencePage, evidence_page
from boardkit.examples import shipped_example
from tests.support.made_up_answers import assessment_of

EXAMPLE = shipped_example("paperclip-2026-q3")


def page(day: date, **answers: Answer) -> EvidencePage:
    given = {**EXAMPLE.assessment.answers, **answers}
    assessment = EXAMPLE.assessment.model_copy(update={"answers": given})
    found = evidence_page(gathered(EXAMPLE.questionnaire, assessment.with_details(board_date=day)))
    assert found is not None
    return found


def test_every_document_stands_beside_its_answer_with_its_age() -> None:
    found = page(date(2026, 12, 15))
    assert found.title == "15 answers have a document or a link behind them, and none is too old"
    row = next(row for row in found.rows if row.question == "A01")
    assert row.backed_by == ("ARR roll-forward, September 2026 (FIN-ARR-2026-09.xlsx)",)
    assert (row.since, row.age, row.stale) == ("3 Nov 2026", "42 days", "")


def test_what_is_older_than_its_question_allows_is_told_and_a_new_document_mends_it() -> None:
    later = date(2027, 6, 15)
    found = page(later)
    stale = [row.question for row in found.rows if row.stale]
    assert "A01" in stale
    assert found.title.endswith("is too old")
    given = EXAMPLE.assessment.answers["A01"]
    fresh = Evidence(title="May ledger", link="https://x.test/may", added=date(2027, 6, 1))
    mended = page(later, A01=given.model_copy(update={"evidence": (*given.evidence, fresh)}))
    row = next(row for row in mended.rows if row.question == "A01")
    assert row.backed_by[-1] == "May ledger (https://x.test/may)"
    assert (row.age, row.stale) == ("14 days", "")
    assert len([row for row in mended.rows if row.stale]) == len(stale) - 1


def test_a_file_is_told_by_its_hash() -> None:
    kept = Evidence(title="ledger.pdf", sha256="ab" * 32)
    given = EXAMPLE.assessment.answers["A01"].model_copy(update={"evidence": (kept,)})
    row = next(row for row in page(date(2026, 12, 15), A01=given).rows if row.question == "A01")
    assert row.backed_by == ("ledger.pdf (SHA-256 abababababab…)",)


def test_nothing_proven_has_no_register() -> None:
    nothing: Material = gathered(EXAMPLE.questionnaire, assessment_of(EXAMPLE.questionnaire, {}))
    assert evidence_page(nothing) is None
    assert evidence_page(replace(nothing, revised=("A01",))) is None
