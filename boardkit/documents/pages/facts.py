"""The published facts that stand beside the questions, and those that speak against the thesis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardkit.documents.material import Material
from boardkit.english import listed, sentence, spelled, spelled_count
from boardkit.questionnaire import Conflict, Fact


@dataclass(frozen=True)
class FactsPage:
    """What the page places."""

    title: str
    so_what: str
    facts: tuple[Fact, ...]
    counter: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]


def facts_page(material: Material) -> FactsPage | None:
    """Facts that stand beside an asked question, or against the thesis; None without any."""
    questionnaire, verdict = material.questionnaire, material.method.verdict
    counter = verdict.counter_evidence if verdict else ()
    cited = set(counter)
    for question in material.reading.asked():
        cited.update(question.facts)
    facts = tuple(fact for fact in questionnaire.facts if fact.id in cited)
    if not facts:
        return None
    used = {conflict for fact in facts for conflict in fact.conflicts}
    conflicts = tuple(one for one in questionnaire.conflicts if one.id in used)
    return FactsPage(
        title=material.wording.facts_title(facts),
        so_what=_so_what(counter, len(conflicts)),
        facts=facts,
        counter=tuple(questionnaire.fact(one) for one in counter),
        conflicts=conflicts,
    )


def _so_what(counter: Sequence[str], conflicts: int) -> str:
    """What to weigh before relying on them."""
    told = []
    if counter:
        which = listed(counter)
        verb = "speaks" if len(counter) == 1 else "speak"
        told.append(
            f"{sentence(spelled(len(counter)))} of them {verb} against the thesis ({which}): weigh "
            f"{'it' if len(counter) == 1 else 'them'} before relying on the rest."
        )
    else:
        told.append("None of them speaks against the conclusion, which does not prove it.")
    if conflicts:
        told.append(
            f"On {spelled_count(conflicts, 'point')} the sources disagree: take no single figure from there "
            "for granted."
        )
    return " ".join(told)
