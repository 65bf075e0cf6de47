"""Packs are made in a process of their own, which can be ended and told of its faults."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from boardkit.assessment import Answer, Assessment, Details, Pin
from boardkit.content import load_questionnaire
from boardkit.documents.requests import PackRequest
from boardkit.documents.worker import STOPPED, RenderWorker
from boardkit.documents.worker_process import told
from boardkit.errors import CancelledRendering, RenderingError
from boardkit.examples import shipped_example
from boardkit.pack_options import PackOptions
from tests.support.pdf_texts import text_of

SPACES = count(1)
HDI = Path(__file__).parents[2] / "fixtures" / "hdi"


@pytest.fixture(scope="module")
def worker() -> Iterator[RenderWorker]:
    made = RenderWorker()
    made.start()
    yield made
    made.close()


@pytest.fixture(scope="module")
def long_request() -> PackRequest:
    """A pack that takes seconds."""
    example = shipped_example("lanternfish-2026-q3")
    full = PackOptions(document="full")
    return PackRequest.of(example.questionnaire, example.assessment, full)


@pytest.fixture(scope="module")
def short_request() -> PackRequest:
    """A pack of another questionnaire, of few pages."""
    questionnaire = load_questionnaire(HDI / "questionnaire.yaml")
    values = {"life": 83.2, "expected": 18.6, "mean": 13.0, "income": 69190.0}
    assessment = Assessment(
        id="norway",
        questionnaire=Pin.of(questionnaire),
        details=Details(company="Norway"),
        answers={key: Answer(value=value, basis="exact") for key, value in values.items()},
    )
    return PackRequest.of(questionnaire, assessment)


def anew(request: PackRequest) -> PackRequest:
    """The same document under another key: blanks round JSON mean nothing, but are not the same text."""
    return replace(request, assessment=request.assessment + " " * next(SPACES))


def process_of(worker: RenderWorker) -> int:
    assert worker._child is not None
    assert worker._child.process.pid is not None
    return worker._child.process.pid


def test_it_makes_the_pack_and_says_how_far_it_is_in_plain_words(
    worker: RenderWorker, long_request: PackRequest
) -> None:
    said: list[tuple[float, str]] = []
    pack = worker.render(anew(long_request), lambda share, what: said.append((share, what)))
    assert "Insulated, and one way out is open: first derivative" in text_of(pack)
    shares = [share for share, _ in said]
    assert shares == sorted(shares)
    assert shares[-1] > 0.8
    assert {"Scoring the answers", "Laying out page 1", "Finishing the document"} <= {
        what for _, what in said
    }
    assert not any("Step" in what for _, what in said)


def test_a_questionnaire_goes_over_once_and_any_questionnaire_will_do(
    worker: RenderWorker, short_request: PackRequest
) -> None:
    first = worker.render(short_request)
    assert "Very high human development" in text_of(first)
    assert short_request.digest in worker._child.knows  # type: ignore[union-attr]
    assert text_of(worker.render(anew(short_request))) == text_of(first)


def test_what_was_made_already_is_there_at_once_even_without_its_process(
    worker: RenderWorker, short_request: PackRequest
) -> None:
    first = worker.render(short_request)
    assert worker._child is not None
    worker._child.process.kill()
    said: list[float] = []
    assert worker.render(short_request, lambda share, what: said.append(share)) == first
    assert not said


def test_cancel_ends_the_rendering_at_once_and_the_next_one_works(
    worker: RenderWorker, long_request: PackRequest, short_request: PackRequest
) -> None:
    begun = threading.Event()
    raised: list[BaseException] = []

    def note(share: float, what: str) -> None:
        if share > 0.05:
            begun.set()

    def render() -> None:
        try:
            worker.render(anew(long_request), note)
        except RenderingError as fault:
            raised.append(fault)

    before = process_of(worker)
    thread = threading.Thread(target=render)
    thread.start()
    assert begun.wait(60)
    start = time.monotonic()
    worker.cancel()
    thread.join(10)
    assert time.monotonic() - start < 5
    assert [type(fault) for fault in raised] == [CancelledRendering]
    assert process_of(worker) != before
    assert "Norway" in text_of(worker.render(anew(short_request)))


def test_cancel_with_nothing_under_way_keeps_the_warm_process(worker: RenderWorker) -> None:
    before = process_of(worker)
    worker.cancel()
    worker.start()
    assert process_of(worker) == before


def test_what_progress_raises_ends_the_rendering(
    worker: RenderWorker, long_request: PackRequest, short_request: PackRequest
) -> None:
    class NoLongerWantedError(Exception):
        pass

    def refuse(share: float, what: str) -> None:
        if share > 0.01:
            raise NoLongerWantedError

    with pytest.raises(NoLongerWantedError):
        worker.render(anew(long_request), refuse)
    assert worker.render(anew(short_request))


def test_a_fault_in_the_process_comes_back_as_a_sentence_without_answers(
    worker: RenderWorker, short_request: PackRequest
) -> None:
    before = process_of(worker)
    broken = replace(short_request, assessment='{"secret": "Project Walrus"}')
    with pytest.raises(RenderingError, match="because of a fault in Boardkit") as caught:
        worker.render(broken)
    notes = "\n".join(caught.value.__notes__)
    assert "ValidationError" in notes
    assert "Walrus" not in notes + str(caught.value)
    assert process_of(worker) == before


def test_a_process_that_dies_once_is_replaced_and_nobody_need_know(
    worker: RenderWorker, short_request: PackRequest
) -> None:
    killed: list[int] = []

    def die_once(share: float, what: str) -> None:
        if what == "Scoring the answers" and not killed:
            killed.append(process_of(worker))
            os.kill(killed[0], signal.SIGKILL)

    assert worker.render(anew(short_request), die_once).startswith(b"%PDF")
    assert killed
    assert process_of(worker) != killed[0]


def test_a_process_that_dies_twice_is_told_and_replaced(
    worker: RenderWorker, short_request: PackRequest
) -> None:
    def die(share: float, what: str) -> None:
        if what == "Scoring the answers":
            os.kill(process_of(worker), signal.SIGKILL)

    with pytest.raises(RenderingError) as caught:
        worker.render(anew(short_request), die)
    assert str(caught.value) == STOPPED
    assert not isinstance(caught.value, CancelledRendering)
    assert worker.render(anew(short_request))


def test_a_process_that_dies_while_idle_is_replaced_unasked(
    worker: RenderWorker, short_request: PackRequest
) -> None:
    assert worker._child is not None
    process = worker._child.process
    process.kill()
    process.join()
    assert worker.render(anew(short_request))


def test_a_closed_worker_makes_nothing(short_request: PackRequest) -> None:
    worker = RenderWorker()
    worker.start()
    worker.close()
    with pytest.raises(CancelledRendering):
        worker.render(short_request)


def test_the_key_is_the_same_for_the_same_pack_alone(short_request: PackRequest) -> None:
    assert replace(short_request).key == short_request.key
    assert replace(short_request, locale="de").key != short_request.key
    assert replace(short_request, logo=b"x").key != short_request.key
    assert replace(short_request, revised=("life",)).key != short_request.key


def test_options_are_part_of_the_key_wherever_they_come_from() -> None:
    example = shipped_example("lanternfish-2026-q3")
    options = PackOptions(paper="letter", document="one_page")
    stored = example.assessment.with_details(pack=options)
    given = PackRequest.of(example.questionnaire, example.assessment, options)
    assert given.key == PackRequest.of(example.questionnaire, stored).key
    assert given.key != PackRequest.of(example.questionnaire, example.assessment).key


@pytest.mark.parametrize(
    ("step", "what"),
    [
        ("Step 1 - Fetching and parsing HTML - HTML string", "Preparing the pages"),
        ("Step 5 - Creating layout - Page 12", "Laying out page 12"),
        ("Step 5 - Creating layout - Page 12 (up-to-date)", ""),
        ("Step 5 - Creating layout - Repagination #1", "Filling in page numbers"),
        ("Step 6 - Creating PDF", "Drawing the pages"),
    ],
)
def test_steps_are_told_in_words(step: str, what: str) -> None:
    assert told(step)[1] == what


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout.strip()


def test_the_process_reaches_no_network() -> None:
    code = """
import socket
from boardkit.documents.worker_process import stay_offline
stay_offline()
for call in (lambda: socket.create_connection(("127.0.0.1", 9)), lambda: socket.getaddrinfo("x", 1)):
    try:
        call()
    except PermissionError as fault:
        print("refused")
"""
    assert run(code).split() == ["refused", "refused"]


def test_the_process_ends_with_the_one_that_started_it() -> None:
    code = """
import os
from boardkit.documents.worker import RenderWorker
worker = RenderWorker()
worker.start()
print(worker._child.process.pid, flush=True)
os._exit(0)
"""
    process = int(run(code))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and alive(process):
        time.sleep(0.1)
    assert not alive(process)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.is_file() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_the_process_needs_no_window() -> None:
    code = """
import sys
import boardkit.documents.worker, boardkit.documents.worker_process, boardkit.documents.board_pack
print(any(name.startswith("PySide6") for name in sys.modules))
"""
    assert run(code) == "False"


def test_what_no_typeface_has_is_said_beside_the_document(worker: RenderWorker) -> None:
    example = shipped_example("half-timbered-2026-q3")
    strange = example.assessment.with_details(company="Nowhere \ue123")
    options = PackOptions(document="one_page")
    request, usual = (
        PackRequest.of(example.questionnaire, one, options) for one in (strange, example.assessment)
    )
    worker.render(request)
    assert worker.note(request.key).startswith("This computer has no typeface for some characters")
    worker.render(usual)
    assert worker.note(usual.key) == ""
