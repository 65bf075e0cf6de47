"""What was found out about a document, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from boardkit.verification.verdict import Verification


def verification_json(found: Verification) -> dict[str, Any]:
    """Plain data, under the names that docs/verify.md lists."""
    return {
        "document": found.name,
        "verdict": found.verdict,
        "company": found.details.company,
        "period": found.details.period,
        "questionnaire": found.pin.id,
        "questionnaire_version": found.pin.version,
        "questionnaire_digest": found.pin.digest,
        "questionnaire_shipped": found.shipped,
        "method": found.method,
        "printed_by": found.made_by,
        "same_boardkit": found.same_boardkit,
        "looks_compared": found.same_boardkit and found.same_layout,
        "pages": found.pages,
        "numbers": found.numbers,
        "differences": [asdict(one) for one in found.differences],
    }
