"""The linter of questionnaires: every fault with its file, its line and what to do.

*Errors* make a questionnaire unusable, and loading refuses on them. *Warnings* are what an author
surely did not mean: a question that no answer reaches, a weight that changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel

from boardkit.drafts import FACTS_KEYS, Draft, faults_of, read_draft
from boardkit.faults import Fault, in_order
from boardkit.frozen import Frozen
from boardkit.linting.bounds import crossed_bounds, idle_usual_from
from boardkit.linting.cycles import cycles
from boardkit.linting.duplicates import duplicate_ids
from boardkit.linting.economics import economics_faults
from boardkit.linting.evidence import evidence_faults
from boardkit.linting.indicators import indicator_faults
from boardkit.linting.means import idle_means, mean_faults
from boardkit.linting.migrations import migration_faults
from boardkit.linting.operands import operand_faults
from boardkit.linting.reach import dead_branches
from boardkit.linting.references import unknown_references
from boardkit.linting.unused import unused
from boardkit.linting.weights import idle_scores, idle_weights
from boardkit.questionnaire import Conflict, Fact, Questionnaire, Section

__all__ = ["FactsFile", "find_errors", "find_warnings", "lint", "lint_draft"]


class FactsFile(Frozen):
    """What a file of facts beside a questionnaire holds."""

    facts: tuple[Fact, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def lint(path: Path) -> tuple[Fault, ...]:
    """Every fault of the questionnaire in a folder or file, by file and line.

    A section file or a file of facts is looked at by itself, for wrong keys and values only. Raises
    FileError when there is nothing to read at ``path``.
    """
    return lint_draft(read_draft(path))


def lint_draft(draft: Draft) -> tuple[Fault, ...]:
    """Every fault of files that are read already."""
    model = _model_of(draft)
    found = list(faults_of(draft, model))
    if not found and model is Questionnaire:
        questionnaire = draft.questionnaire()
        errors = find_errors(questionnaire)
        found = [*errors, *find_warnings(questionnaire, sound=not errors)]
    return in_order(draft.placed(fault) for fault in found)


def _model_of(draft: Draft) -> type[BaseModel]:
    keys = set(draft.source.data)
    if "questions" in keys and "sections" not in keys:
        return Section
    if keys and keys <= set(FACTS_KEYS):
        return FactsFile
    return Questionnaire


def find_errors(questionnaire: Questionnaire) -> tuple[Fault, ...]:
    """What makes a questionnaire unusable, as far as its structure is sound."""
    found = (
        *duplicate_ids(questionnaire),
        *unknown_references(questionnaire),
        *operand_faults(questionnaire),
        *cycles(questionnaire),
        *indicator_faults(questionnaire),
        *mean_faults(questionnaire),
        *economics_faults(questionnaire),
        *migration_faults(questionnaire),
    )
    return tuple(dict.fromkeys(found))


def find_warnings(questionnaire: Questionnaire, *, sound: bool = True) -> tuple[Fault, ...]:
    """What a questionnaire holds in vain, or lacks.

    Unless it is ``sound`` (has no errors), whatever follows references is left out: a name that
    leads nowhere would make what it was meant for look unused.
    """
    found = [
        *idle_weights(questionnaire),
        *idle_means(questionnaire),
        *crossed_bounds(questionnaire),
        *idle_usual_from(questionnaire),
        *evidence_faults(questionnaire),
    ]
    if sound:
        found += dead_branches(questionnaire)
        found += unused(questionnaire)
        found += idle_scores(questionnaire)
    return tuple(replace(fault, severity="warning") for fault in dict.fromkeys(found))
