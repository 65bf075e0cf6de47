"""The decisions table: as edited, or as the smallest set of moves suggests."""

from __future__ import annotations

from datetime import date

from boardkit.assessment import Assessment
from boardkit.decisions import Decision
from boardkit.documents.deciding import decisions_of
from boardkit.documents.material import Material, gathered
from boardkit.examples import shipped_example


def found(material: Material) -> tuple[Decision, ...]:
    return decisions_of(
        material.details, material.method, material.analysis.moves, material.formats
    )


def paperclip(**details: object) -> Assessment:
    return shipped_example("paperclip-2026-q3").assessment.with_details(**details)


def gathered_from(assessment: Assessment) -> Material:
    return gathered(shipped_example("paperclip-2026-q3").questionnaire, assessment)


def test_without_any_each_move_becomes_one_that_says_what_it_does() -> None:
    material = gathered_from(paperclip(purpose="decision"))
    moves = material.analysis.moves
    rows = found(material)
    assert [row.decision for row in rows] == [move.text for move in moves.moves]
    say = material.wording.score
    before = [moves.before, *(move.headline for move in moves.moves)]
    for row, start, end in zip(rows, before, before[1:], strict=False):
        assert row.because == f"Saaspocalypse exposure goes from {say(start)} to {say(end)}."
        assert (row.ask, row.fate, row.owner, row.cost) == ("approve", "open", "", None)


def test_what_is_asked_follows_the_purpose_of_the_meeting() -> None:
    assert {row.ask for row in found(gathered_from(paperclip(purpose="noting")))} == {"note"}
    assert {row.ask for row in found(gathered_from(paperclip(purpose="discussion")))} == {"discuss"}


def test_what_was_written_down_stands_even_when_it_is_nothing() -> None:
    own = Decision(decision="Sell the archive.", by=date(2027, 3, 31), cost=1.1e6, fate="done")
    assert found(gathered_from(paperclip(decisions=(own,)))) == (own,)
    assert found(gathered_from(paperclip(decisions=()))) == ()


def test_the_best_band_and_too_early_suggest_nothing() -> None:
    for name in ("lanternfish-2026-q3", "half-timbered-2026-q3"):
        example = shipped_example(name)
        assert found(gathered(example.questionnaire, example.assessment)) == ()
