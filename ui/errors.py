"""The one excepthook: what nobody caught is logged, shown and survived.

What it needs for that is imported when something fails: the first window does not wait for it.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    import logging

LOGGER = "boardkit.ui"
LOG_NAME = "boardkit.log"
LOG_SIZE = 256_000  # bytes, of the log and of the one before it


def install_excepthook(application: QApplication, folder: Path | None = None) -> Catcher:
    """From here on a failure that nobody caught is logged in ``folder`` and told in a dialog.

    Without a folder it is the user's own for logs. The log never holds answers.
    """
    catcher = Catcher(application, folder)
    sys.excepthook = catcher.hook
    threading.excepthook = catcher.thread_hook
    return catcher


class Catcher(QObject):
    """Receives what nobody caught, on whatever thread, and tells it on the main one."""

    _caught = Signal(object)

    def __init__(self, application: QApplication, folder: Path | None) -> None:
        super().__init__(application)
        self._folder = folder
        self._log: logging.Handler | None = None
        # Queued, so that no dialog opens in the middle of painting or on another thread.
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def hook(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """In place of ``sys.excepthook``."""
        if not isinstance(fault, Exception):  # Ctrl+C in a terminal, or the program's own end
            sys.__excepthook__(kind, fault, trace)
            return
        self.write(fault)
        self._caught.emit(fault)

    def thread_hook(self, args: threading.ExceptHookArgs) -> None:
        """In place of ``threading.excepthook``."""
        if args.exc_value is not None:
            self.hook(args.exc_type, args.exc_value, args.exc_traceback)

    def write(self, fault: BaseException) -> None:
        """Into the log, without the words of the failure, which may quote an answer."""
        import logging

        from ui.technical import technical_part

        if self._log is None:
            self._log = _log_file(self._folder or _usual_folder())
        if self._log is not None:
            text = technical_part(fault)
            self._log.handle(logging.LogRecord(LOGGER, logging.ERROR, "", 0, text, (), None))

    def close(self) -> None:
        """Let go of the log file."""
        if self._log is not None:
            self._log.close()

    @Slot(object)
    def _tell(self, fault: Exception) -> None:
        from ui.dialogs.error import tell

        tell(None, fault)


def _usual_folder() -> Path:
    from platformdirs import user_log_path

    return user_log_path("Boardkit", appauthor=False)


def _log_file(folder: Path) -> logging.Handler | None:
    """The log, opened at its first line; None where nothing can be written."""
    import logging
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s\n%(message)s\n"))
    return handler
