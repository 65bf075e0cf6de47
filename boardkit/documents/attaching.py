"""The files inside a printed document: the assessment, every number of it, and the logo.

From them the very same document can be made again, as ``boardkit.verification`` does.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from boardkit import __version__
from boardkit.comparison.forecasts import ForecastPair
from boardkit.comparison.json import comparison_json
from boardkit.comparison.result import Comparison
from boardkit.comparison.sides import Side
from boardkit.documents.finishing import Attached
from boardkit.documents.material import Material
from boardkit.documents.rendering import layout_engine
from boardkit.economics.json import forecast_json
from boardkit.exchange import boardkit_bytes
from boardkit.exchange.pdf_file import ASSESSMENT, BEFORE, LOGO, NUMBERS
from boardkit.formats import Formats
from boardkit.pack_options import Paper
from boardkit.scoring.json import result_json


def attached_to(material: Material, logo: bytes = b"") -> tuple[Attached, ...]:
    """What goes with a document; nothing when its options say so. ``logo`` is a sound PNG."""
    if not material.options.attach:
        return ()
    assessment = boardkit_bytes(material.assessment, material.questionnaire)
    at = material.changed_at
    files: tuple[Attached, ...] = (
        Attached(ASSESSMENT, assessment, "The assessment, to be opened in Boardkit", "Source", at),
        Attached(NUMBERS, numbers(material), "Every number of the document, unrounded", "Data", at),
    )
    if (before := material.before) is not None:
        earlier = boardkit_bytes(before.assessment, before.questionnaire)
        files = (*files, Attached(BEFORE, earlier, "What it is set beside", "Source", at))
    if not logo:
        return files
    return (*files, Attached(LOGO, logo, "The logo on the cover", "Source", at))


def attached_to_comparison(
    comparison: Comparison, pair: ForecastPair | None, formats: Formats, paper: Paper, at: datetime
) -> tuple[Attached, ...]:
    """What goes with the report of a comparison: both assessments, and its numbers."""
    earlier, later = (
        boardkit_bytes(one.side.assessment, one.side.questionnaire)
        for one in (comparison.before, comparison.after)
    )
    told = {
        **_by_whom(formats.locale),
        "document": "comparison",
        "paper": paper,
        "before": _before(comparison.before.side),
        "after": _before(comparison.after.side),
        "comparison": comparison_json(comparison, pair, formats),
    }
    return (
        Attached(ASSESSMENT, later, "What it comes to, to be opened in Boardkit", "Source", at),
        Attached(NUMBERS, _json(told), "Every number of the report, unrounded", "Data", at),
        Attached(BEFORE, earlier, "What it starts from, to be opened in Boardkit", "Source", at),
    )


def numbers(material: Material) -> bytes:
    """Every number of a document as JSON, as ``boardkit score`` and ``forecast`` tell them."""
    forecast = material.forecast
    told = {
        **_by_whom(material.locale),
        "revised": list(material.revised),
        "before": _before(material.before) if material.before is not None else None,
        "result": result_json(material.result, material.analysis),
        "forecast": (
            forecast_json(material.questionnaire, material.assessment, forecast)
            if forecast is not None
            else None
        ),
    }
    return _json(told)


def _by_whom(locale: str) -> dict[str, Any]:
    """Which Boardkit printed it, and for which reader."""
    return {
        "boardkit": "numbers",
        "format": 1,
        "written_by": __version__,
        "laid_out_by": layout_engine(),
        "locale": locale,
    }


def _json(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _before(side: Side) -> dict[str, str | None]:
    """How what it is set beside is called, and when it was kept."""
    at = side.at.isoformat() if side.at is not None else None
    return {"name": side.name, "kind": side.kind, "at": at}
