"""One document being made in the background, which goes on when its page has gone."""

from __future__ import annotations

from pathlib import Path

from boardkit.documents.requests import Request
from boardkit.documents.worker import RenderWorker
from ui.desk import Desk
from ui.documents.files import DocumentFiles
from ui.jobs import Progress
from ui.later import Later


class DocumentMaking(Later):
    """Makes a document and puts it among the assessment's; ``done`` brings its path."""

    def __init__(
        self, desk: Desk, worker: RenderWorker, assessment_id: str, request: Request, name: str
    ) -> None:
        self.assessment_id, self.key = assessment_id, request.key
        files = DocumentFiles(assessment_id)

        def work(progress: Progress) -> Path:
            data = worker.render(request, progress.say)
            return files.keep(request.key, name, data)

        super().__init__(desk.jobs, work, on_cancel=worker.cancel)


def under_way(desk: Desk, assessment_id: str) -> DocumentMaking | None:
    """The document of this assessment that is being made now."""
    found = (one for one in desk.jobs.findChildren(DocumentMaking) if not one.over)
    return next((one for one in found if one.assessment_id == assessment_id), None)
