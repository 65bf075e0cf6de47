"""``boardkit report`` takes every choice that the window offers."""

from __future__ import annotations

import io
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest
from PIL import Image

from boardkit.cli import main
from boardkit.cli.reporting import DOCUMENTS
from boardkit.examples import shipped_example
from boardkit.library import Library
from boardkit.library.evidence import EvidenceStore
from boardkit.library_files import write_from
from boardkit.pack_options import Document


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "paperclip.boardkit"
    assert main(["examples", "paperclip-2026-q3", "-o", str(path)]) == 0
    return path


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_the_documents_of_the_command_are_those_of_the_options() -> None:
    assert [name.replace("-", "_") for name in DOCUMENTS] == list(get_args(Document))


def test_what_the_command_says_goes_before_what_the_file_says(
    answers: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "pack.pdf"
    said = [
        "--paper", "letter", "--without", "dimensions", "--classification", "Eyes of two only",
        "--sponsor", "Treasurer", "--board-date", "2027-02-03", "--purpose", "noting",
        "--minutes", "11",
    ]  # fmt: skip
    assert main(["report", str(answers), "-o", str(pack), *said]) == 0
    found = pages(pack)
    for text in ("Eyes of two only", "Treasurer", "3 February 2027", "For noting · 11 minutes"):
        assert text in found[0]
    assert not any("Scores by dimension" in page for page in found)
    assert not any("Every answer" in page for page in found)


def picture(color: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 100), color).save(out, "PNG")
    return out.getvalue()


def shows(pack: Path, color: tuple[int, int, int]) -> bool:
    """Whether the cover has something of that colour."""
    with pypdfium2.PdfDocument(pack) as document:
        cover = document[0].render().to_pil().convert("RGB")
    found = (one for _, one in cover.getcolors(1 << 24) or [])
    return any(sum(abs(a - b) for a, b in zip(one, color, strict=True)) < 12 for one in found)


def test_a_logo_stands_on_the_cover(answers: Path, tmp_path: Path) -> None:
    logo, pack = tmp_path / "logo.png", tmp_path / "pack.pdf"
    logo.write_bytes(picture((200, 30, 90)))
    assert main(["report", str(answers), "-o", str(pack), "--logo", str(logo)]) == 0
    assert shows(pack, (200, 30, 90))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["--without", "cover"], "“cover” is no page that can be left out. These can: standing"),
        (["--minutes", "0"], "--minutes: "),
        (["--sponsor", "x" * 401], "--sponsor: "),
        (["--logo", "/nowhere/logo.png"], "logo.png cannot be read"),
        (["--locale", "klingon"], "There is no locale “klingon”"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence_and_nothing_is_written(
    answers: Path, tmp_path: Path, said: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack.pdf"
    assert main(["report", str(answers), "-o", str(pack), *said]) == 1
    assert why in capsys.readouterr().err
    assert not pack.exists()


def test_what_the_file_holds_of_logo_and_history_is_printed(tmp_path: Path) -> None:
    example = shipped_example("paperclip-2026-q3")
    file, pack = tmp_path / "a.boardkit", tmp_path / "pack.pdf"
    with Library.open(tmp_path / "library.sqlite3", "Ada") as library:
        made = library.add(example.assessment, example.questionnaire).id
        kept = EvidenceStore.beside(library.path).keep_bytes(picture((200, 30, 90)))
        options = example.assessment.details.pack.model_copy(update={"logo": kept})
        library.revise(made, example.assessment.details.model_copy(update={"pack": options}))
        library.see_scores(made)
        before = example.assessment.answers["A07"]
        library.record(made, "A07", before.model_copy(update={"value": "system_of_record"}))
        write_from(library, made, file)
    assert main(["report", str(file), "-o", str(pack), "--document", "full"]) == 0
    assert shows(pack, (200, 30, 90))
    whole = " ".join(pages(pack))
    assert whole.count("Changed after the scores were seen") == 1
