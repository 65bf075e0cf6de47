"""How long documents take: in a warm process, against Chromium printing the same HTML in the same run.

Ours is told in processor time, the least of some rounds, since that depends least on what else runs.
Chromium works in several processes; ``perf``, where there is one, adds up what they all took.
"""

from __future__ import annotations

import gc
import multiprocessing
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from boardkit.documents.board_pack import BoardPack
from boardkit.documents.bundle import bundled_files
from boardkit.documents.making import document_pdf
from boardkit.documents.material import Material, gathered
from boardkit.documents.rendering import pdf
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
    floor = timed(lambda: pdf(plain(source), identifier=b"bench"))
    print(
        f"its text as plain paragraphs    {floor:6.2f} s  ours takes {bare / floor:.2f} times that"
    )
    against_chromium(source)
    print(f"peak memory of the worker       {worker_memory():6.0f} MB")


def material(document: str) -> Material:
    """Everything that a document of the sample is made of."""
    example = shipped_example("paperclip-2026-q3")
    options = PackOptions.model_validate({"document": document})
    return gathered(example.questionnaire, example.assessment.with_details(pack=options))


def timed(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """The least of some rounds, in seconds, after one to warm up.

    Garbage is collected between them, as in the process that makes documents.
    """
    work()
    found = []
    gc.disable()
    for _ in range(ROUNDS):
        gc.collect()
        start = clock()
        work()
        found.append(clock() - start)
    gc.enable()
    return min(found)


def plain(source: str) -> str:
    """The words of a document as paragraphs alone: what the layout engine takes for text at least."""
    body = re.sub(r"(?s)<svg.*?</svg>", "", source.split("<body>")[1])
    texts = (" ".join(text.split()) for text in re.split(r"<[^>]*>", body))
    head = (
        '<html lang="en"><head><title>Plain</title><link rel="stylesheet" href="bundle:type.css"/>'
    )
    style = '<style>body { font: 8.6pt/1.3 "Source Sans Pro" }</style></head>'
    paragraphs = "".join(f"<p>{text}</p>" for text in texts if text)
    return f"{head}{style}<body>{paragraphs}</body></html>"


def worker_memory() -> float:
    """The most memory, in MB, that the process has held which made a full pack; needs /proc."""
    example = shipped_example("paperclip-2026-q3")
    worker = RenderWorker()
    try:
        options = PackOptions.model_validate({"document": "full"})
        worker.render(PackRequest.of(example.questionnaire, example.assessment, options))
        (child,) = multiprocessing.active_children()
        status = Path(f"/proc/{child.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    finally:
        worker.close()


def again() -> float:
    """Seconds from asking for a pack that was made already to having it."""
    example = shipped_example("paperclip-2026-q3")
    worker = RenderWorker()
    try:
        worker.render(PackRequest.of(example.questionnaire, example.assessment))
        return timed(
            lambda: worker.render(PackRequest.of(example.questionnaire, example.assessment)),
            time.perf_counter,
        )
    finally:
        worker.close()


def against_chromium(source: str) -> None:
    """Chromium printing the same HTML to a tagged PDF, its start left out by printing a blank page."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("Chromium is not installed, so there is nothing to compare with.")
        return
    by_clock = timed(lambda: pdf(source, identifier=b"bench"), time.perf_counter)
    of_processor = timed(lambda: pdf(source, identifier=b"bench"))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name, file in bundled_files().items():
            shutil.copy(file, folder / name)
        for style in folder.glob("*.css"):
            style.write_text(style.read_text().replace("bundle:", ""))
        (folder / "pack.html").write_text(source.replace("bundle:", ""))
        (folder / "blank.html").write_text("<title>Blank</title><p>Blank</p>")
        wholes = [chromium(browser, folder, "pack.html") for _ in range(ROUNDS + 1)]
        starts = [chromium(browser, folder, "blank.html") for _ in range(ROUNDS + 1)]
    compare("by the clock", by_clock, min(one[0] for one in wholes), min(one[0] for one in starts))
    if shutil.which("perf") is None:
        print("perf is not installed, so Chromium's processor time is not known.")
        return
    whole, start = min(one[1] for one in wholes), min(one[1] for one in starts)
    compare("processor time", of_processor, whole, start)


def compare(measure: str, ours: float, whole: float, start: float) -> None:
    """Tell how much longer ours takes than Chromium, with its start and without."""
    print(
        f"Chromium, {measure:14} {whole:12.2f} s  of it {start:.2f} s to start; ours {ours:.2f} s: "
        f"{ours / whole:.2f} times that, {ours / (whole - start):.2f} times without its start"
    )


def chromium(browser: str, folder: Path, name: str) -> tuple[float, float]:
    """Print a page to PDF; the seconds by the clock, and of processor time where it can be known."""
    told = folder / "spent.csv"
    counted = ["perf", "stat", "-x,", "-e", "task-clock", "-o", str(told), "--"]
    start = time.perf_counter()
    subprocess.run(
        [
            *(counted if shutil.which("perf") else ()),
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--export-tagged-pdf", f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={folder / 'out.pdf'}", (folder / name).as_uri(),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    clock = time.perf_counter() - start
    milliseconds = told.read_text().split("\n")[-2].split(",")[0] if told.exists() else "nan"
    return clock, float(milliseconds) / 1000
