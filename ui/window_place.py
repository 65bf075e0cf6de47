"""What the window remembers from one time to the next: where it was, and how large its text is."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSettings
from PySide6.QtWidgets import QMainWindow

from ui.theme import theme

GEOMETRY = "window/geometry"
TEXT_SCALE = "window/text_scale"
STEP = 0.1  # of the usual text size


class WindowPlace(QObject):
    """Of one window, in the person's settings."""

    def __init__(self, settings: QSettings, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window

    def restore(self) -> None:
        """Put the window where it was left, with the text as large as it was."""
        scale = self._settings.value(TEXT_SCALE)
        if scale is not None:
            theme().set_scale(float(str(scale)))
        geometry = self._settings.value(GEOMETRY)
        if not (isinstance(geometry, QByteArray) and self._window.restoreGeometry(geometry)):
            self._window.resize(1280, 800)

    def keep(self) -> None:
        """Remember where the window is."""
        self._settings.setValue(GEOMETRY, self._window.saveGeometry())

    def enlarge(self) -> None:
        """Text a step larger."""
        self._set_scale(theme().scale + STEP)

    def shrink(self) -> None:
        """Text a step smaller."""
        self._set_scale(theme().scale - STEP)

    def usual_size(self) -> None:
        """Text as large as usual."""
        self._set_scale(1.0)

    def _set_scale(self, scale: float) -> None:
        theme().set_scale(scale)
        self._settings.setValue(TEXT_SCALE, theme().scale)
