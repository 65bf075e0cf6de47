"""What runs inside the process that makes board packs.

The window imports this too, so what is slow to import is imported where it is used.
"""

from __future__ import annotations

import gc
import logging
import re
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from math import exp
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from boardkit.errors import BoardkitError, RenderingError

_FAULT = (
    "The document could not be made because of a fault in Boardkit. "
    "Nothing of your work is lost. The details below help whoever mends it."
)
_NO_PANGO = (
    "Boardkit cannot make documents on this computer yet: Pango, which lays out their text, is "
    "missing. The guide to installing Boardkit says how to add it."
)
_PAGE = re.compile(r"Step 5 - Creating layout - Page (\d+)$")
_STEPS = (
    ("Step 1", 0.06, "Preparing the pages"),
    ("Step 4", 0.16, "Laying out the pages"),
    ("Step 5 - Creating layout - Repagination", 0.60, "Filling in page numbers"),
    ("Step 6", 0.68, "Drawing the pages"),
    ("Step 7", 0.88, "Finishing the document"),
)


def serve(link: Connection) -> None:
    """Warm up, then make one pack after another until the other end of ``link`` goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that started this one
    stay_offline()
    with suppress(Exception):  # a fault comes up again, and is told, when a pack is wanted
        _warm_up()
    gc.freeze()  # what every document needs is never garbage, and need not be looked at again
    gc.disable()
    known: dict[str, Any] = {}
    while True:
        try:
            request = link.recv()
            link.send(_answer(request, known, link))
            gc.collect()  # while nobody waits
        except (EOFError, OSError):
            return


def stay_offline() -> None:
    """Refuse every network connection of this process from here on, whoever asks for it."""
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise PermissionError("Boardkit makes documents without the network.")


def _warm_up() -> None:
    """Import what is slow to import, and read what every pack reads."""
    from boardkit.content import shipped, shipped_questionnaire
    from boardkit.documents.rendering import pdf
    from boardkit.references import references_for

    for questionnaire_id in shipped():
        references_for(shipped_questionnaire(questionnaire_id))
    pdf("<html lang='en'><title>Warm</title><body><p>Warm.</p></body></html>", identifier=b"warm")


def _answer(request: Any, known: dict[str, Any], link: Connection) -> tuple[str, Any, str]:
    from boardkit.documents.unprintable import Unprintable

    try:
        with Unprintable() as boxes:
            return "done", _made(request, known, link), boxes.sentence()
    except BoardkitError as fault:
        return "failed", str(fault), "\n".join(getattr(fault, "__notes__", ()))
    except OSError as fault:
        if isinstance(fault, ConnectionError):
            raise  # nobody listens any more
        missing = "cannot load library" in str(fault)
        return "failed", _NO_PANGO if missing else _FAULT, _where(fault)
    except Exception as fault:  # whatever it is, it is told where the person is
        return "failed", _FAULT, _where(fault)


def _where(fault: BaseException) -> str:
    """What a developer needs, without the words, which may quote an answer."""
    frames = traceback.extract_tb(fault.__traceback__, limit=-30)
    places = [f"  {'/'.join(Path(f.filename).parts[-3:])}:{f.lineno} in {f.name}" for f in frames]
    return "\n".join([type(fault).__qualname__, *places])


def _made(request: Any, known: dict[str, Any], link: Connection) -> bytes:
    from boardkit.documents.requests import ComparisonRequest

    link.send(("at", 0.02, "Scoring the answers"))
    compared = isinstance(request, ComparisonRequest)
    document = _comparison(request, known) if compared else _pack(request, known)
    teller = _Teller(link)
    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.addHandler(teller)
    try:
        return document()
    finally:
        logger.removeHandler(teller)


def _pack(request: Any, known: dict[str, Any]) -> Callable[[], bytes]:
    """What makes the document of one assessment, once everything in it is computed."""
    from boardkit.assessment import Assessment
    from boardkit.documents.making import document_pdf
    from boardkit.documents.material import gathered

    questionnaire = _content(request, known)
    before = _side(request.before, known) if request.before is not None else None
    material = gathered(
        questionnaire, Assessment.model_validate_json(request.assessment), locale=request.locale,
        revised=request.revised, before=before,
    )  # fmt: skip
    return lambda: document_pdf(material, logo=request.logo)


def _comparison(request: Any, known: dict[str, Any]) -> Callable[[], bytes]:
    """What makes the report of a comparison."""
    from boardkit.comparison import compare
    from boardkit.comparison.forecasts import forecasts
    from boardkit.documents.comparison_report import ComparisonReport

    before, after = _side(request.before, known), _side(request.after, known)
    report = ComparisonReport(
        compare(before, after), forecasts(before, after), locale=request.locale,
        paper=request.paper, attach=request.attach,
    )  # fmt: skip
    return report.pdf


def _side(plain: Any, known: dict[str, Any]) -> Any:
    from boardkit.assessment import Assessment
    from boardkit.comparison import Side

    assessment = Assessment.model_validate_json(plain.assessment)
    return Side(plain.name, _content(plain, known), assessment, plain.kind, plain.at)


def _content(sent: Any, known: dict[str, Any]) -> Any:
    """The questionnaire that goes with what was sent; the process keeps each for the next time."""
    from boardkit.questionnaire import Questionnaire

    if sent.questionnaire:
        known[sent.digest] = Questionnaire.model_validate_json(sent.questionnaire)
    found = known[sent.digest]
    if found.digest != sent.digest:
        raise RenderingError("The questionnaire was damaged on its way. Try again.")
    return found


class _Teller(logging.Handler):
    """Tells WeasyPrint's steps in words that a person understands."""

    def __init__(self, link: Connection) -> None:
        super().__init__()
        self._link = link
        self._last = 0.0

    def emit(self, record: logging.LogRecord) -> None:
        """One step."""
        share, what = told(record.getMessage())
        if what and share > self._last:
            self._last = share
            self._link.send(("at", share, what))


def told(step: str) -> tuple[float, str]:
    """The share done at one of WeasyPrint's steps, and what it does; nothing for a minor step.

    How many pages there will be is not known before the last one: each takes a part of what is left.
    """
    page = _PAGE.match(step)
    if page is not None:
        number = int(page[1])
        return 0.6 - 0.44 * exp(-number / 12), f"Laying out page {number}"
    for start, share, what in _STEPS:
        if step.startswith(start):
            return share, what
    return 0.0, ""
