"""The published facts that stand beside the questions, and those that speak against the thesis."""

from __future__ import annotations

from dataclasses import dataclass

from boardkit.documents.material import Material
from boardkit.questionnaire import Conflict, Fact


@dataclass(frozen=True)
class FactsPage:
    """What the page places."""

    title: str
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
    return FactsPage(
        title=material.wording.facts_title(facts),
        facts=facts,
        counter=tuple(questionnaire.fact(one) for one in counter),
        conflicts=tuple(one for one in questionnaire.conflicts if one.id in used),
    )
