"""The process that makes documents, and the documents of this sitting: there once they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardkit.documents.worker import RenderWorker
    from ui.documents.files import DocumentsOfThisSession


class Rendering:
    """Of one window; the first window waits for none of it."""

    def __init__(self) -> None:
        self._worker: RenderWorker | None = None
        self._documents: DocumentsOfThisSession | None = None

    @property
    def worker(self) -> RenderWorker:
        """What makes documents; its process starts with ``start``, or with the first document."""
        if self._worker is None:
            from boardkit.documents.worker import RenderWorker
            from ui.documents.files import DocumentsOfThisSession

            self._worker, self._documents = RenderWorker(), DocumentsOfThisSession()
        return self._worker

    def stop(self) -> None:
        """End the process; whoever waits for a document is told that there will be none."""
        if self._worker is not None:
            self._worker.close()

    def forget(self) -> None:
        """Take away the documents that nobody saved, once nothing is being made any more."""
        if self._documents is not None:
            self._documents.forget()
