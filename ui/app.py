"""The application: one window over the user's library."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from boardkit.errors import BoardkitError
from boardkit.library import Library
from boardkit.paths import library_path
from ui.desk import Desk
from ui.errors import install_excepthook
from ui.jobs import Jobs, Progress
from ui.main_window import MainWindow
from ui.theme import Theme

SETTLED = 300  # milliseconds after which the first window has been painted


def run(files: Sequence[Path] = (), library: Path | None = None) -> int:
    """Open the window, and a file in it if one is given; returns when the window is closed."""
    application = made_application()
    install_excepthook(application)
    path = library_path(library)
    try:
        opened = Library.open(path, author=person())
    except BoardkitError as fault:
        print(fault, file=sys.stderr)
        return 1
    with opened:
        desk = Desk(opened, Jobs(), QSettings(), Theme(application), locale())
        window = MainWindow(desk)
        window.show()
        QTimer.singleShot(SETTLED, partial(desk.jobs.run, _warm, _ignore, _ignore))
        for file in files[:1]:
            window.open_file(file)
        return application.exec()


def _warm(_: Progress) -> None:
    """Import what the first score needs, while the person reads the first screen."""
    for module in ("scipy.special", "scipy.optimize", "boardkit.scoring"):
        import_module(module)


def _ignore(_: object) -> None:
    """Whatever comes of warming: what is missing will be imported, or fail, where it is used."""


def made_application() -> QApplication:
    """The application object, in the style that the theme is drawn for."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Boardkit")
    application.setApplicationDisplayName("")
    application.setOrganizationName("Boardkit")
    application.setStyle("Fusion")
    return application


def person() -> str:
    """Who answers: the name of the person who is logged in, or nothing."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def locale() -> str:
    """The system's locale as Babel names it; English where Babel does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(QLocale.system().name()))
    except (UnknownLocaleError, ValueError):
        return "en"
