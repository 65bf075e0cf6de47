"""A process of its own that makes board packs, started early so that the first one need not wait.

Laying out a pack holds the interpreter for seconds. In a process of its own the window stays free,
and what is no longer wanted can be ended at once. The process opens no network connection, and ends
with the one that started it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from boardkit.documents.requests import Request
from boardkit.documents.worker_process import serve
from boardkit.errors import BoardkitError, CancelledRendering, RenderingError

Say = Callable[[float, str], None]

KEPT = 6  # documents that were made last

WAITING = "Waiting for another document"
STARTING = "Getting ready"
STOPPED = (
    "The part of Boardkit that makes documents stopped before it was done. "
    "Nothing of your work is lost. Try again."
)


@dataclass
class _Child:
    process: BaseProcess
    link: Connection
    knows: set[str] = field(default_factory=set)  # digests of questionnaires that it has been sent

    def ask(self, request: Request) -> None:
        self.link.send(request.without(self.knows))
        self.knows.update(request.digests)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.link.close()


class RenderWorker:
    """Makes one pack at a time; its methods may be called from any thread."""

    def __init__(self) -> None:
        self._context = get_context("spawn")
        self._turn = threading.Lock()  # held while a pack is made
        self._guard = threading.Lock()  # held for moments, over what follows
        self._child: _Child | None = None
        self._at_work: _Child | None = None
        self._closed = False
        self._made: dict[str, bytes] = {}  # by key, the newest last; in memory alone
        self._notes: dict[str, str] = {}  # by key, what its reader should know

    def start(self) -> None:
        """Start the process if it is not running; returns at once, and it warms up by itself."""
        with self._guard:
            self._ready_child()

    def render(self, request: Request, progress: Say | None = None) -> bytes:
        """The document as PDF; blocks until it is made, and returns at once one that was made before.

        ``progress`` is told the share done, 0 to 1, and what is being done; what it raises ends the
        rendering. Raises RenderingError with what went wrong, CancelledRendering after ``cancel``.
        """
        say = progress or _unheard
        if (made := self._made.get(request.key)) is not None:
            return made
        while not self._turn.acquire(timeout=0.1):
            say(0.0, WAITING)
        try:
            made, note = self._render_again_once(request, say)
            if note:
                self._notes[request.key] = note
            self._keep(request.key, made)
            return made
        finally:
            self._turn.release()

    def _render_again_once(self, request: Request, say: Say) -> tuple[bytes, str]:
        try:
            return self._render(request, say)
        except _Stopped:
            return self._render(request, say)  # by a fresh process

    def note(self, key: str) -> str:
        """What to know about a document that was made: what is printed as boxes; nothing, usually."""
        return self._notes.get(key, "")

    def _keep(self, key: str, made: bytes) -> None:
        self._made[key] = made
        for old in list(self._made)[:-KEPT]:
            del self._made[old]

    def cancel(self) -> None:
        """End the rendering that is under way, if any; the next one finds a fresh process."""
        with self._guard:
            child = self._at_work
            if child is not None:
                self._child = None
                child.process.kill()

    def close(self) -> None:
        """End the process; nothing can be rendered any more."""
        with self._guard:
            self._closed = True
            child, self._child = self._child, None
            if child is not None and child is self._at_work:
                child.process.kill()  # the thread that waits for it tidies up
            elif child is not None:
                child.end()

    def _ready_child(self) -> _Child:
        if self._closed:
            raise CancelledRendering("Boardkit is closing.")
        if self._child is not None and not self._child.process.is_alive():
            self._child.end()
            self._child = None
        if self._child is None:
            self._child = self._spawned()
        return self._child

    def _spawned(self) -> _Child:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve, args=(theirs,), name="Boardkit documents", daemon=True
        )
        process.start()
        theirs.close()  # so that the link breaks when the process ends
        return _Child(process, ours)

    def _render(self, request: Request, say: Say) -> tuple[bytes, str]:
        with self._guard:
            child = self._at_work = self._ready_child()
        sound = False
        try:
            say(0.0, STARTING)
            found = _ask(child, request, say)
            sound = True
            return found
        except _Broken:
            raise self._reason(child) from None
        except BoardkitError:
            sound = True
            raise
        finally:
            self._leave(child, sound=sound)

    def _reason(self, child: _Child) -> RenderingError:
        with self._guard:
            wanted = self._child is child and not self._closed
        return _Stopped(STOPPED) if wanted else CancelledRendering("It was cancelled.")

    def _leave(self, child: _Child, *, sound: bool) -> None:
        """Keep a process that can go on; put a fresh one in the place of any other."""
        with self._guard:
            self._at_work = None
            if sound and self._child is child:
                return
            if self._child is child:
                self._child = None
            child.end()
            if not self._closed:
                self._ready_child()


class _Stopped(RenderingError):
    """The process ended by itself in the middle of its work."""


class _Broken(Exception):
    """The process has gone."""


def _ask(child: _Child, request: Request, say: Say) -> tuple[bytes, str]:
    """Hand the request over and hear it out: the document, and what to know about it."""
    try:
        child.ask(request)
    except OSError as fault:
        raise _Broken from fault
    while True:
        try:
            kind, first, second = child.link.recv()
        except (EOFError, OSError) as fault:
            raise _Broken from fault
        if kind == "at":
            say(first, second)
        elif kind == "done":
            assert isinstance(first, bytes)
            return first, second
        else:
            failed = RenderingError(first)
            if second:
                failed.add_note(second)
            raise failed


def _unheard(share: float, what: str) -> None:
    """For those who do not want to know."""
