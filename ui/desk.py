"""What every screen may reach: the library, background work, remembered settings, the look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from boardkit.library import Library
from ui.jobs import Jobs
from ui.theme import Theme


@dataclass(frozen=True)
class Desk:
    """Handed to every page when it is made."""

    library: Library
    jobs: Jobs
    settings: QSettings
    theme: Theme
    locale: str = "en"
