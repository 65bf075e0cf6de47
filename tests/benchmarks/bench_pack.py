"""How long documents take: in a warm process, against Chromium printing the same HTML in the same run."""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from boardkit.documents.board_pack import BoardPack
from boardkit.documents.making import document_pdf
from boardkit.documents.material import Material, gathered
from boardkit.documents.rendering import bundled_files, pdf
from boardkit.documents.requests import PackRequest
from boardkit.documents.worker import RenderWorker
from boardkit.examples import shipped_example
from boardkit.pack_options import PackOptions

ROUNDS = 3
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def test_documents() -> None:
    full, one = material("full"), material("one_page")
    print(f"\nscoring, analysis and forecast  {timed(lambda: material('full')):6.2f} s")
    ours = timed(lambda: document_pdf(full))
    print(f"full pack, tagged, attached     {ours:6.2f} s")
    source = BoardPack(full).html()
    bare = timed(lambda: pdf(source, identifier=b"bench"))
    print(f"the same without attachments    {bare:6.2f} s")
    board = material("board")
    print(f"board pack                      {timed(lambda: document_pdf(board)):6.2f} s")
    print(f"one page                        {timed(lambda: document_pdf(one)):6.2f} s")
    print(f"saving an unchanged pack        {1000 * again():6.1f} ms")
    against_chromium(source, bare)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process     {peak:6.0f} MB")


def material(document: str) -> Material:
    """Everything that a document of the sample is made of."""
    example = shipped_example("paperclip-2026-q3")
    options = PackOptions.model_validate({"document": document})
    return gathered(example.questionnaire, example.assessment.with_details(pack=options))


def timed(work: Callable[[], object]) -> float:
    """The median of some rounds, in seconds, after one to warm up."""
    work()
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def again() -> float:
    """Seconds from asking for a pack that was made already to having it."""
    example = shipped_example("paperclip-2026-q3")
    worker = RenderWorker()
    try:
        worker.render(PackRequest.of(example.questionnaire, example.assessment))
        return timed(
            lambda: worker.render(PackRequest.of(example.questionnaire, example.assessment))
        )
    finally:
        worker.close()


def against_chromium(source: str, ours: float) -> None:
    """Chromium printing the same HTML to a tagged PDF, its start left out by printing a blank page."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("Chromium is not installed, so there is nothing to compare with.")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name, file in bundled_files().items():
            shutil.copy(file, folder / name)
        for style in folder.glob("*.css"):
            style.write_text(style.read_text().replace("bundle:", ""))
        (folder / "pack.html").write_text(source.replace("bundle:", ""))
        (folder / "blank.html").write_text("<title>Blank</title><p>Blank</p>")
        whole = timed(lambda: chromium(browser, folder, "pack.html"))
        start = timed(lambda: chromium(browser, folder, "blank.html"))
    print(f"Chromium, the same HTML         {whole - start:6.2f} s  and {start:.2f} s to start")
    print(
        f"ours takes {ours / (whole - start):.2f} times as long, {ours / whole:.2f} with its start"
    )


def chromium(browser: str, folder: Path, name: str) -> None:
    """Print a page to PDF."""
    subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--export-tagged-pdf", f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={folder / 'out.pdf'}", (folder / name).as_uri(),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
