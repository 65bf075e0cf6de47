"""Keeping what has the keyboard in sight."""

from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import theme


def bring_into_view(widget: QWidget) -> None:
    """Scroll as little as is needed; Qt itself does so for Tab only."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(widget, 0, theme().px(24))
