"""From the bytes of a document to what is to be said of its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from boardkit.assessment import Pin
from boardkit.comparison import compare
from boardkit.comparison.forecasts import forecasts
from boardkit.content import shipped, shipped_questionnaire
from boardkit.documents.comparison_report import ComparisonReport
from boardkit.documents.making import document_pdf
from boardkit.documents.material import gathered
from boardkit.documents.viewing import PdfPages
from boardkit.errors import CancelledRendering, ComparisonError, FileError, RenderingError
from boardkit.questionnaire import Questionnaire
from boardkit.verification.attached_numbers import apart
from boardkit.verification.inside import Inside, Told, inside, told_in
from boardkit.verification.pages import (
    differences,
    is_number,
    look_otherwise,
    paired,
    words_of,
)
from boardkit.verification.verdict import Difference, Verification

Make = Callable[[Inside], bytes]


def made_here(found: Inside) -> bytes:
    """The document that these answers give; raises RenderingError and ComparisonError."""
    if (sides := found.sides) is not None:
        comparison = compare(*sides)
        paper = found.told.paper
        report = ComparisonReport(comparison, forecasts(*sides), locale=found.locale, paper=paper)
        return report.pdf()
    material = gathered(
        found.questionnaire, found.assessment, locale=found.locale, revised=found.revised,
        before=found.before,
    )  # fmt: skip
    return document_pdf(material, logo=found.logo)


def verify(data: bytes, name: str, make: Make = made_here) -> Verification:
    """Set a document beside the one that the answers attached to it give, made by ``make``.

    Raises FileError, in which the document is called ``name``, when it is no PDF, is damaged, or
    carries no answers, and when these are from a newer Boardkit or are not sound; CancelledRendering
    when ``make`` was stopped.
    """
    found = inside(data, name)
    again = _made(make, found, name)
    ours = told_in(again, name)
    printed, given = _opened(data, name), PdfPages(again)
    try:
        texts = words_of(printed, name)
        different = tuple(_differences(found.told, ours, printed, given, name))
    finally:
        printed.close()
        given.close()
    questionnaire = found.questionnaire
    return Verification(
        name, found.assessment.details, Pin.of(questionnaire), questionnaire.title,
        questionnaire.methodology.version,
        all(_is_shipped(one.questionnaire) for one in found.sides or (found,)),
        pages=len(texts),
        numbers=sum(is_number(word) for words in texts for word in words),
        differences=different,
        made_by=found.told.written_by,
        same_boardkit=found.told.written_by == ours.written_by,
        same_layout=found.told.laid_out_by == ours.laid_out_by,
    )  # fmt: skip


def _differences(
    told: Told, ours: Told, printed: PdfPages, given: PdfPages, name: str
) -> Iterator[Difference]:
    words, expected = words_of(printed, name), words_of(given, name)
    yield from differences(words, expected)
    if (told.written_by, told.laid_out_by) == (ours.written_by, ours.laid_out_by):
        pairs = ((a, b) for a, b in paired(words, expected) if a is not None and b is not None)
        alike = [(a, b) for a, b in pairs if words[a] == expected[b]]
        yield from look_otherwise(printed, given, alike)
    yield from apart(told.result, ours.result, "result")
    yield from apart(told.forecast, ours.forecast, "forecast")
    yield from apart(told.comparison, ours.comparison, "comparison")


def _made(make: Make, found: Inside, name: str) -> bytes:
    try:
        return make(found)
    except CancelledRendering:
        raise
    except (ComparisonError, RenderingError) as fault:
        raise FileError(
            f"{name} cannot be made again from the answers attached to it. {fault}"
        ) from fault


def _opened(data: bytes, name: str) -> PdfPages:
    try:
        return PdfPages(data)
    except RenderingError as fault:
        raise FileError(f"{name} was not opened: its pages are damaged.") from fault


def _is_shipped(questionnaire: Questionnaire) -> bool:
    known = questionnaire.id in shipped()
    return known and shipped_questionnaire(questionnaire.id).digest == questionnaire.digest
