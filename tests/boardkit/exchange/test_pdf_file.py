"""A printed document brings its assessment back; a PDF that does not is refused in a sentence."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from boardkit.documents.attaching import attached_to
from boardkit.documents.finishing import Attached
from boardkit.documents.material import gathered
from boardkit.documents.rendering import pdf
from boardkit.errors import FileError
from boardkit.examples import shipped_example, shipped_examples
from boardkit.exchange import boardkit_bytes, open_file, write_file
from boardkit.exchange.pdf_file import ASSESSMENT, attached_numbers
from boardkit.pack_options import PackOptions
from boardkit.scoring import score
from boardkit.scoring.json import result_json

SHEET = "<html lang='en'><title>One</title><body><h1>One</h1></body></html>"
EXAMPLE = shipped_example("paperclip-2026-q3")


def printed(*attached: Attached) -> bytes:
    return pdf(SHEET, identifier=b"x", attached=attached)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return printed(*attached_to(gathered(EXAMPLE.questionnaire, EXAMPLE.assessment)))


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def file_in(made: pikepdf.Pdf, data: bytes, name: str) -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        made, data, filename=name, description="", mime_type="", creation_date="", mod_date=""
    )


def with_file(data: bytes, name: str = ASSESSMENT) -> bytes:
    """A PDF of another program's that holds this file."""
    made = pikepdf.new()
    made.add_blank_page()
    made.attachments[name] = file_in(made, data, name)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_opening_a_pdf_opens_the_assessment_in_it(whole: bytes, tmp_path: Path) -> None:
    opened = open_file(written(tmp_path / "pack.pdf", whole))
    assert opened.assessment == EXAMPLE.assessment
    assert opened.questionnaire == EXAMPLE.questionnaire


@pytest.mark.parametrize("name", [example.name for example in shipped_examples()])
def test_an_example_goes_through_file_and_pdf_and_back(name: str, tmp_path: Path) -> None:
    example = shipped_example(name)
    write_file(tmp_path / "a.boardkit", example.assessment, example.questionnaire)
    first = open_file(tmp_path / "a.boardkit")
    attached = attached_to(gathered(first.questionnaire, first.assessment))
    back = open_file(written(tmp_path / "pack.pdf", printed(*attached)))
    assert back.assessment == example.assessment
    assert back.questionnaire == example.questionnaire
    write_file(tmp_path / "b.boardkit", back.assessment, back.questionnaire)
    assert (tmp_path / "b.boardkit").read_bytes() == (tmp_path / "a.boardkit").read_bytes()


def test_both_files_have_their_relationship_and_are_named_once(whole: bytes) -> None:
    with pikepdf.open(io.BytesIO(whole)) as document:
        files = list(document.Root.AF)
        assert [(str(f.UF), str(f.AFRelationship)) for f in files] == [
            ("assessment.boardkit", "/Source"),
            ("numbers.json", "/Data"),
        ]


def test_the_numbers_are_those_that_scoring_tells_again(whole: bytes) -> None:
    told = json.loads(attached_numbers(whole, "pack.pdf"))
    again = result_json(score(EXAMPLE.questionnaire, EXAMPLE.assessment))
    assert {key: told["result"][key] for key in ("counts", "indicators", "money")} == {
        key: again[key] for key in ("counts", "indicators", "money")
    }
    assert told["result"]["headline"]["sure"]["claimed"]["interval"]["p10"] > 0
    assert told["forecast"]["strategies"]


def test_who_wants_none_attached_gets_none() -> None:
    alone = EXAMPLE.assessment.with_details(pack=PackOptions(attach=False))
    assert attached_to(gathered(EXAMPLE.questionnaire, alone)) == ()


def bomb() -> bytes:
    """A PDF whose attachment is said to be short and unpacks to 300 MB."""
    packed = zlib.compress(bytes(300_000_000), 9)
    made = pikepdf.new()
    made.add_blank_page()
    made.attachments[ASSESSMENT] = file_in(made, b"x", ASSESSMENT)
    inner = made.attachments[ASSESSMENT].obj.EF.F
    inner.write(packed, filter=pikepdf.Name.FlateDecode)
    out = io.BytesIO()
    made.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


def locked() -> bytes:
    out = io.BytesIO()
    made = pikepdf.new()
    made.add_blank_page()
    made.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def crowded() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    for number in range(60):
        name = f"{number}.txt"
        made.attachments[name] = file_in(made, b"x", name)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def cut_short() -> bytes:
    inner = boardkit_bytes(EXAMPLE.assessment, EXAMPLE.questionnaire)
    return with_file(inner[: len(inner) // 2])


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (printed, "no assessment is attached to it"),
        (lambda: with_file(b"x", "other.txt"), "no assessment is attached to it"),
        (lambda: b"%PDF-1.7\n" + b"rubbish " * 100, "it is damaged, or is no PDF"),
        (locked, "locked with a password"),
        (crowded, "60 files are attached to it"),
        (lambda: with_file(b"not a zip"), "pack.pdf was not opened"),
        (cut_short, "pack.pdf was not opened"),
        (bomb, "larger than 200 MB"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(
    make: Callable[[], bytes], why: str, tmp_path: Path
) -> None:
    path = written(tmp_path / "pack.pdf", make())
    with pytest.raises(FileError, match=why) as caught:
        open_file(path)
    assert "Nothing was changed" in str(caught.value) or "nothing was changed" in str(caught.value)
