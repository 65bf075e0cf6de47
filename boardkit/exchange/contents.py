"""What a .boardkit file holds, and how large each of its entries may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from boardkit.assessment import Assessment
from boardkit.library.changes import Change
from boardkit.questionnaire import Questionnaire

MANIFEST = "boardkit.json"
QUESTIONNAIRE = "questionnaire.json"
ASSESSMENT = "assessment.json"
HISTORY = "history.json"
EARLIER = "questionnaires/"
EVIDENCE = "evidence/"
LIMITS = {  # bytes of an entry, and values in it
    MANIFEST: (100_000, 1_000),
    QUESTIONNAIRE: (5_000_000, 500_000),
    ASSESSMENT: (20_000_000, 200_000),
    HISTORY: (100_000_000, 5_000_000),
}
EVIDENCE_LIMIT = 50_000_000  # bytes of one file, as the library keeps it
EVIDENCE_TOTAL = 150_000_000  # bytes of all of them
_MORE = re.compile(rf"({EARLIER}[0-9a-f]{{64}}\.json|{EVIDENCE}[0-9a-f]{{64}})")


@dataclass(frozen=True)
class Contents:
    """An assessment with everything that it needs."""

    assessment: Assessment
    questionnaire: Questionnaire
    history: tuple[Change, ...] = ()
    earlier: tuple[Questionnaire, ...] = ()  # which the history was pinned to before
    evidence: Mapping[str, bytes] = field(default_factory=dict)  # by the hash of what is in it


def is_more(name: str) -> bool:
    """Whether an entry of that name may stand beside the four that every file has."""
    return _MORE.fullmatch(name) is not None


def evidence_named(assessment: Assessment, history: Iterable[Change]) -> frozenset[str]:
    """The hashes of the files that back an answer, or ever backed one, and of the logo."""
    return frozenset(_named(assessment, tuple(history)))


def _named(assessment: Assessment, history: Sequence[Change]) -> Iterator[str]:
    described = [assessment.details]
    described += [details for change in history if (details := change.details) is not None]
    yield from (details.pack.logo for details in described if details.pack.logo)
    given = [*assessment.answers.values()]
    given += [answer for change in history if (answer := change.answer) is not None]
    for answer in given:
        yield from (evidence.sha256 for evidence in answer.evidence if evidence.sha256)


def pins_named(history: Iterable[Change]) -> frozenset[str]:
    """The digests of the questionnaires that the history was ever pinned to."""
    return frozenset(
        str(change.payload["digest"])
        for change in history
        if change.kind == "content" and isinstance(change.payload, dict)
    )
