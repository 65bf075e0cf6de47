"""The application: one window over the user's library."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLabel

from boardkit.library.listing import Listing
from boardkit.paths import library_path
from ui.desk import Desk
from ui.errors import install_excepthook
from ui.garbage import Garbage
from ui.jobs import Jobs, Progress
from ui.main_window import MainWindow
from ui.theme import Theme

SETTLED = 300  # milliseconds after which the first window has been painted
PATIENCE = 100  # milliseconds that opening the library may take before it is said
TURN = 0.001  # seconds that a job computes on while the window waits for its turn; Python has 0.005


def run(files: Sequence[Path] = (), library: Path | None = None) -> int:
    """Open the window, and a file in it if one is given; returns when the window is closed."""
    application = made_application()
    install_excepthook(application)
    Garbage(application)
    sys.setswitchinterval(TURN)  # a key asks for its turn again and again until it is painted
    start = Start(application, library_path(library), files)
    code = application.exec()
    start.close()
    return code or int(start.failed)


class Start(QObject):
    """Opens the library in the background, then the window over it."""

    def __init__(self, application: QApplication, path: Path, files: Sequence[Path]) -> None:
        super().__init__()
        self.failed = False
        self.window: MainWindow | None = None
        self._path, self._files = path, files
        self._listing: Listing | None = None
        self._jobs = Jobs()
        self._jobs.run(self._open, self._show, self._tell)
        self._theme = Theme(application)
        self._note: QLabel | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_opening)
        self._patience.start()

    def close(self) -> None:
        """Let go of the window and of the library."""
        self._jobs.finish()
        if self.window is not None:
            # By Qt, which knows what the window owns: Python, which would find it in a cycle, does not.
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self._listing is not None:
            self._listing.close()

    def _open(self, _: Progress) -> Listing:
        return Listing.open(self._path, person())

    def _show(self, listing: Listing) -> None:
        self._patience.stop()
        self._listing = listing
        desk = Desk(listing, self._jobs, QSettings(), self._theme, QLocale.system().name())
        self.window = MainWindow(desk)
        self.window.show()
        self._end_note()
        QTimer.singleShot(SETTLED, self._warm_up)
        for file in self._files[:1]:
            self.window.files.open(file)

    def _tell(self, fault: Exception) -> None:
        from ui.dialogs.error import tell

        self._patience.stop()
        self.failed = True
        print(fault, file=sys.stderr)
        tell(None, fault)
        self._end_note()

    @Slot()
    def _say_opening(self) -> None:
        """A library can be large, on a slow disk, or held by another program for a while."""
        self._note = QLabel("Opening the library…")
        self._note.setWindowTitle("Boardkit")
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.resize(self._theme.px(360), self._theme.px(120))
        self._note.show()

    def _end_note(self) -> None:
        if self._note is not None:
            self._note.close()

    @Slot()
    def _warm_up(self) -> None:
        self._jobs.run(_warm, _keep_for_good, _ignore)


def _warm(_: Progress) -> None:
    """While the person reads the first screen: take away what a window that died left, and import
    what the first score needs."""
    from ui.documents.files import forget_left_packs

    forget_left_packs()
    for module in (
        "boardkit.library.library",
        "scipy.special",
        "scipy.optimize",
        "boardkit.scoring",
    ):
        import_module(module)


def _keep_for_good(_: object) -> None:
    """What is there by now stays until the end: to search all of it for cycles that nobody reaches takes
    80 ms, and would happen in the middle of a key."""
    gc.freeze()


def _ignore(_: object) -> None:
    """Whatever comes of warming: what is missing will be imported, or fail, where it is used."""


def made_application() -> QApplication:
    """The application object, in the style that the theme is drawn for."""
    # By argument, since ``setStyle`` hands back a QStyle, whose wrapping takes a while.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    application.setApplicationName("Boardkit")
    application.setApplicationDisplayName("")
    application.setOrganizationName("Boardkit")
    return application


def person() -> str:
    """Who answers: the name of the person who is logged in, or nothing."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
