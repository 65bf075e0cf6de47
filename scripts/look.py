"""Draws every page of every PDF, and every screen, as pictures in build/look/, to be looked at."""

import contextlib
import io
import json
import shutil
import sys
from pathlib import Path

import pypdfium2

from boardkit.cli import main as boardkit
from boardkit.content import shipped_questionnaire
from boardkit.documents.have_ready import have_ready_pdf

DOTS_PER_INCH = 110
POINTS_PER_INCH = 72


def call(*arguments: str) -> str:
    """What a boardkit command prints; ends the program if the command fails."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = boardkit(list(arguments))
    if code:
        sys.exit(f"boardkit {' '.join(arguments)} failed with code {code}.\n{printed.getvalue()}")
    return printed.getvalue()


def example_names() -> list[str]:
    """The examples that come with Boardkit."""
    return [str(example["name"]) for example in json.loads(call("examples", "--json"))]


def draw(pack: Path) -> list[Path]:
    """Saves each page of a PDF, on white, as PNG beside it."""
    pictures = []
    with pypdfium2.PdfDocument(pack) as document:
        for number, page in enumerate(document, start=1):
            bitmap = page.render(
                scale=DOTS_PER_INCH / POINTS_PER_INCH, fill_color=(255, 255, 255, 255)
            )
            picture = pack.with_name(f"{pack.stem}-{number:02}.png")
            bitmap.to_pil().save(picture)
            pictures.append(picture)
    return pictures


def _draw_report(folder: Path, name: str, *options: str) -> None:
    """One document of an example, named after what is special about it."""
    assessment = folder / f"{name}.boardkit"
    made = folder / f"{'-'.join([name, *options[1:]])}.pdf"
    call("examples", name, "-o", str(assessment))
    call("report", str(assessment), "-o", str(made), *options)
    assessment.unlink()
    print(f"{made}: {len(draw(made))} pages")


def main(folder: Path = Path("build/look")) -> int:
    """Board packs of every example, each other document of one, then the screens."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    names = example_names()
    for name in names:
        _draw_report(folder, name)
    _draw_report(folder, names[0], "--paper", "letter")
    for document in ("full", "one-page", "blank"):
        _draw_report(folder, "paperclip-2026-q3", "--document", document)
    changed = folder / "what-changed.pdf"
    call("compare", "paperclip-2026-q2", "paperclip-2026-q3", "-o", str(changed))
    have_ready = folder / "have-ready.pdf"
    have_ready.write_bytes(have_ready_pdf(shipped_questionnaire(), modules=()))
    for made in (changed, have_ready):
        print(f"{made}: {len(draw(made))} pages")
    from scripts import look_screens

    return look_screens.main(folder)


if __name__ == "__main__":
    sys.exit(main())
