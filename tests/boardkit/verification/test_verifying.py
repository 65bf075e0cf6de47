"""Whatever is altered in a document is found, and named; what cannot be told is not guessed."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from boardkit.assessment import Answer, Pin
from boardkit.documents.making import document_pdf
from boardkit.documents.material import gathered
from boardkit.errors import FileError, NewerFileError
from boardkit.examples import shipped_example
from boardkit.exchange import boardkit_bytes
from boardkit.exchange.pdf_file import ASSESSMENT, NUMBERS, attached_numbers
from boardkit.pack_options import Document, PackOptions, Paper
from boardkit.questionnaire import Questionnaire
from boardkit.verification import Difference, Verification, verify
from boardkit.verification.inside import Inside
from boardkit.verification.verifying import made_here
from boardkit.verification.wording import headline, line, told
from tests.support.tampering import (
    altered,
    with_attached,
    with_drawn_over,
    with_text,
    without_attached,
)

EXAMPLE = shipped_example("paperclip-2026-q3")
SHORT = PackOptions(without=("standing", "money", "drives", "to-do", "dimensions"))


@cache
def pack() -> bytes:
    return document_pdf(gathered(EXAMPLE.questionnaire, EXAMPLE.assessment))


def made(found: Inside) -> bytes:
    """As Boardkit makes it; the pack that is known already is not made again."""
    same = found.assessment == EXAMPLE.assessment and found.questionnaire == EXAMPLE.questionnaire
    plain = (found.locale, found.revised, found.logo) == ("en", (), b"")
    return pack() if same and plain else made_here(found)


def verified(data: bytes) -> Verification:
    return verify(data, "pack.pdf", made)


def only(data: bytes) -> Difference:
    found = verified(data)
    assert found.verdict == "wrong"
    (one,) = found.differences
    return one


def with_numbers(change: Callable[[dict[str, object]], object]) -> bytes:
    numbers = json.loads(attached_numbers(pack(), "pack.pdf"))
    change(numbers)
    return with_attached(pack(), NUMBERS, json.dumps(numbers).encode())


# What is right


@pytest.mark.parametrize(
    ("name", "document", "paper"),
    [
        ("dustjacket-2026-q3", "full", "letter"),
        ("lanternfish-2026-q3", "board", "a4"),
        ("switchback-2026-q3", "one_page", "a4"),
    ],
)
def test_the_document_of_an_example_is_right(name: str, document: Document, paper: Paper) -> None:
    example = shipped_example(name)
    options = PackOptions(document=document, paper=paper)
    assessment = example.assessment.with_details(pack=options)
    data = document_pdf(gathered(example.questionnaire, assessment))
    found = verify(data, "pack.pdf")
    assert found.differences == ()
    assert found.verdict == "right"
    assert found.numbers > 50
    assert found.same_boardkit
    assert found.same_layout
    assert found.shipped
    assert headline(found) == (
        f"This document’s {found.numbers:,} printed numbers are what its answers give."
    )


def test_what_was_chosen_for_the_document_is_known_from_it() -> None:
    out = BytesIO()
    Image.new("RGB", (300, 100), (200, 30, 90)).save(out, "PNG")
    revised = tuple(list(EXAMPLE.assessment.answers)[:3])
    short = EXAMPLE.assessment.with_details(pack=SHORT)
    material = gathered(EXAMPLE.questionnaire, short, locale="de", revised=revised)
    found = verify(document_pdf(material, logo=out.getvalue()), "pack.pdf")
    assert found.differences == ()
    assert found.verdict == "right"


def test_another_program_may_have_saved_it_again() -> None:
    assert verified(altered(pack(), lambda document: None)).verdict == "right"


# What was altered on the page


def test_an_altered_digit_is_named_with_its_page_and_what_it_should_be() -> None:
    one = only(with_text(pack(), 1, "42.0", "12.0"))
    assert (one.kind, one.page, one.printed, one.given) == ("number", 2, "12.0", "42.0")
    assert line(one) == (
        f"Page 2, after “{one.where}”: “12.0” is printed; the answers give “42.0”."
    )


def test_what_is_painted_over_is_seen_though_the_words_are_the_same() -> None:
    one = only(with_drawn_over(pack(), 2, b"1 1 1 rg 100 400 60 60 re f"))
    assert (one.kind, one.page) == ("look", 3)
    assert line(one).startswith("Page 3 says what it should and looks otherwise")


def test_a_note_stuck_on_a_page_is_seen() -> None:
    def stick(document: pikepdf.Pdf) -> None:
        box = [100, 400, 200, 430]
        look = document.make_stream(b"1 1 0.6 rg 0 0 100 30 re f")
        look.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form})
        look.BBox = pikepdf.Array([0, 0, 100, 30])
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=box, F=4,
            AP=pikepdf.Dictionary(N=look),
        )  # fmt: skip
        page = document.pages[2].obj
        page.Annots = pikepdf.Array([*page.get("/Annots", []), document.make_indirect(note)])

    assert only(altered(pack(), stick)).kind == "look"


def test_a_missing_page_and_a_foreign_one_are_named() -> None:
    def take_out(document: pikepdf.Pdf) -> None:
        del document.pages[2]

    one = only(altered(pack(), take_out))
    assert one.kind == "missing page"
    assert line(one).startswith("A page is missing that begins with “")

    def put_in(document: pikepdf.Pdf) -> None:
        document.add_blank_page(page_size=(595, 842))

    one = only(altered(pack(), put_in))
    assert (one.kind, one.page) == ("other page", verified(pack()).pages + 1)


def test_a_page_of_another_size_looks_otherwise() -> None:
    def widen(document: pikepdf.Pdf) -> None:
        document.pages[1].mediabox = pikepdf.Array([0, 0, 14_000, 14_000])

    assert only(altered(pack(), widen)).kind == "look"


# What was altered inside


def test_another_answer_inside_is_found_on_every_page_that_it_moves() -> None:
    question = next(
        q.id for q in EXAMPLE.questionnaire.questions
        if q.type == "level" and EXAMPLE.assessment.answers[q.id].value == 1
    )  # fmt: skip
    other = EXAMPLE.assessment.answers[question].model_copy(update={"value": 4})
    forged = EXAMPLE.assessment.with_answer(question, other)
    data = with_attached(pack(), ASSESSMENT, boardkit_bytes(forged, EXAMPLE.questionnaire))
    found = verified(data)
    assert found.verdict == "wrong"
    pages = {one.page for one in found.differences if one.kind == "number"}
    assert {1, 2, 3} <= pages
    assert any(one.kind == "attached number" for one in found.differences)
    text = told(found)
    assert text.count("\n  ") <= 21
    assert "more, which --json names" in text


def test_an_answer_that_moves_no_number_is_found_by_its_words() -> None:
    favoured = EXAMPLE.questionnaire.roles.prior_view
    assert favoured is not None
    said = EXAMPLE.assessment.answers[favoured]
    other = said.model_copy(update={"companion": "Nothing speaks against it."})
    forged = EXAMPLE.assessment.with_answer(favoured, other)
    data = with_attached(pack(), ASSESSMENT, boardkit_bytes(forged, EXAMPLE.questionnaire))
    assert {one.kind for one in verified(data).differences} == {"words"}


def test_an_altered_number_in_the_list_is_named() -> None:
    def change(numbers: dict[str, object]) -> None:
        result = numbers["result"]
        assert isinstance(result, dict)
        result["headline"]["claimed"] = 12.0

    one = only(with_numbers(change))
    assert (one.kind, one.page, one.where) == ("attached number", 0, "result.headline.claimed")
    assert line(one).startswith("In the numbers attached, result.headline.claimed is “12.0”; the")


def test_a_number_taken_out_of_the_list_is_named() -> None:
    one = only(with_numbers(lambda numbers: numbers.update(forecast=None)))
    assert (one.where, one.printed) == ("forecast", "nothing")


def test_answers_changed_after_the_scores_were_seen_cannot_be_hushed_up_in_the_list_alone() -> None:
    others = ("standing", "money", "drives", "to-do", "facts", "dimensions", "assumptions")
    options = PackOptions(document="full", without=others)
    assessment = EXAMPLE.assessment.with_details(pack=options)
    given = tuple(list(assessment.answers)[:2])
    data = document_pdf(gathered(EXAMPLE.questionnaire, assessment, revised=given))
    numbers = json.loads(attached_numbers(data, "pack.pdf"))
    numbers["revised"] = []
    found = verify(with_attached(data, NUMBERS, json.dumps(numbers).encode()), "pack.pdf")
    assert found.verdict == "wrong"
    assert "Changed after the scores were seen" in told(found)


# Other methods, other versions


def with_method(version: str) -> Questionnaire:
    method = EXAMPLE.questionnaire.methodology
    return EXAMPLE.questionnaire.model_copy(
        update={"methodology": method.model_copy(update={"version": version})}
    )


def test_a_pack_of_another_method_is_held_to_its_own_and_says_that_it_is_not_ours() -> None:
    other = with_method("7.3")
    short = EXAMPLE.assessment.with_details(pack=SHORT)
    assessment = short.model_copy(update={"questionnaire": Pin.of(other)})
    found = verify(document_pdf(gathered(other, assessment)), "pack.pdf")
    assert found.verdict == "right"
    assert not found.shipped
    assert "method 7.3" in told(found)
    assert "not one that comes with this Boardkit: ask whose it is" in told(found)


def test_a_method_exchanged_inside_is_found() -> None:
    other = with_method("7.3")
    assessment = EXAMPLE.assessment.model_copy(update={"questionnaire": Pin.of(other)})
    found = verified(with_attached(pack(), ASSESSMENT, boardkit_bytes(assessment, other)))
    assert found.verdict == "wrong"
    assert any("7.3" in one.given for one in found.differences)


def test_of_another_boardkit_equal_words_are_enough_and_unequal_ones_accuse_nobody() -> None:
    def newer(numbers: dict[str, object]) -> None:
        numbers["written_by"] = "99.0.0"

    data = with_numbers(newer)
    found = verified(data)
    assert found.verdict == "right"
    assert "Boardkit 99.0.0 printed it" in told(found)
    assert "not how its pages look" in told(found)
    found = verified(with_text(data, 1, "42.0", "12.0"))
    assert found.verdict == "unknown"
    assert "cannot be told here: Boardkit 99.0.0 printed it" in headline(found)
    assert "“12.0” is printed" in told(found)


def test_where_other_programs_set_the_lines_looks_are_left_alone() -> None:
    data = with_numbers(lambda numbers: numbers.update(laid_out_by="Pango of the year 1999"))
    data = with_drawn_over(data, 2, b"1 1 1 rg 100 400 60 60 re f")
    found = verified(data)
    assert found.verdict == "right"
    assert "its lines were set by other programs" in told(found)


def test_a_list_of_a_newer_form_is_refused_as_such() -> None:
    with pytest.raises(NewerFileError, match=r"pack\.pdf is from a newer Boardkit"):
        verified(with_numbers(lambda numbers: numbers.update(format=2)))


# What cannot be looked into


def many_pages() -> bytes:
    def add(document: pikepdf.Pdf) -> None:
        for _ in range(300):
            document.add_blank_page()

    return altered(pack(), add)


def many_words() -> bytes:
    def add(document: pikepdf.Pdf) -> None:
        page = document.pages[0]
        page.Resources.Font["/Plain"] = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        line_ = b" ".join([b"a"] * 60)
        lines = b" ".join(b"0 -7 Td (%s) Tj" % line_ for _ in range(100))
        page.contents_add(b"q BT /Plain 6 Tf 20 800 Td %s ET Q" % lines)

    return altered(pack(), add)


def blank() -> bytes:
    forged = EXAMPLE.assessment.with_details(pack=PackOptions(document="blank"))
    return with_attached(pack(), ASSESSMENT, boardkit_bytes(forged, EXAMPLE.questionnaire))


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: b"PK\3\4 and so on", r"pack\.pdf is no PDF"),
        (lambda: b"%PDF-1.7\n" + b"rubbish " * 100, "it is damaged, or is no PDF"),
        (lambda: pack()[: len(pack()) // 2], "it is damaged, or is no PDF|no assessment is attached"),
        (lambda: without_attached(pack(), ASSESSMENT), "no assessment is attached to it"),
        (lambda: without_attached(pack(), NUMBERS), "no list of its numbers is attached to it"),
        (lambda: with_attached(pack(), ASSESSMENT, b"PK\3\4"), r"pack\.pdf was not opened"),
        (lambda: with_attached(pack(), NUMBERS, b"[1, 2]"), "is not the list of its numbers"),
        (lambda: with_attached(pack(), NUMBERS, b"{" * 100), "is not the list of its numbers"),
        (
            lambda: with_numbers(lambda numbers: numbers.update(locale="../../etc")),
            "is not the list of its numbers",
        ),
        (many_pages, r"has \d+ pages, more than any document"),
        (many_words, r"has \d+ words on page 1, more than any of ours"),
        (blank, "calls itself a blank questionnaire"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_a_sentence(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(FileError, match=why):
        verified(make())


def test_answers_that_do_not_fit_their_questions_are_refused() -> None:
    question = next(q.id for q in EXAMPLE.questionnaire.questions if q.type == "level")
    forged = EXAMPLE.assessment.with_answer(question, Answer(value=2))
    plain = boardkit_bytes(forged, EXAMPLE.questionnaire)
    broken = plain.replace(b'"value":2', b'"value":9')
    with pytest.raises(FileError, match=r"pack\.pdf"):
        verified(with_attached(pack(), ASSESSMENT, broken))
