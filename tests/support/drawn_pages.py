"""Pages that wait for what they show, looked at once it has come."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.pages.drawn_page import DrawnPage

Page = TypeVar("Page", bound=DrawnPage)


def settle(page: DrawnPage, qtbot: QtBot) -> None:
    """Wait until the page shows what is wanted."""
    qtbot.waitUntil(lambda: page.is_drawn, timeout=60_000)
    QApplication.processEvents()


def shown(page: Page, qtbot: QtBot, width: int, height: int) -> Page:
    """The page in a window so large, once it is drawn."""
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    settle(page, qtbot)
    return page
