"""What tests look up in the window."""

from __future__ import annotations

from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.notice_bar import NoticeBar


def session_of(window: MainWindow) -> Session:
    """The open assessment, which there has to be."""
    assert window.session is not None
    return window.session


def notice(window: MainWindow, name: str) -> NoticeBar:
    """The notice bar of that accessible name."""
    return next(one for one in window.findChildren(NoticeBar) if one.accessibleName() == name)
