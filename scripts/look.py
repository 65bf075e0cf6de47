"""Draws every page of every PDF, and every screen, as pictures in build/look/, to be looked at."""

import contextlib
import io
import json
import shutil
import sys
from pathlib import Path

import pypdfium2

from boardkit.cli import main as boardkit

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


def main(folder: Path = Path("build/look")) -> int:
    """Packs of every example on A4 and of the first on Letter, then the screens."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    names = example_names()
    for name, paper in [(name, "a4") for name in names] + [(name, "letter") for name in names[:1]]:
        assessment = folder / f"{name}.boardkit"
        pack = folder / f"{name}-{paper}.pdf"
        call("examples", name, "-o", str(assessment))
        call("report", str(assessment), "-o", str(pack), "--paper", paper)
        assessment.unlink()
        print(f"{pack}: {len(draw(pack))} pages")
    changed = folder / "what-changed.pdf"
    call("compare", "paperclip-2026-q2", "paperclip-2026-q3", "-o", str(changed))
    print(f"{changed}: {len(draw(changed))} pages")
    from scripts import look_screens

    return look_screens.main(folder)


if __name__ == "__main__":
    sys.exit(main())
