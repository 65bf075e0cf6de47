"""Cards: boxes in which texts, links and rows stand on one line at their left; and one score."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.chart_view import ChartView, Draw
from ui.widgets.labels import button, label
from ui.widgets.row_button import HANG


class Card(QFrame):
    """A box. What has a ground of its own under the mouse hangs out by the width of its padding."""

    def __init__(self, title: str = "", *, margin: int = 18, gap: int = 8) -> None:
        super().__init__()
        self.setProperty("look", "card")
        px = theme().px
        self._rows = QVBoxLayout(self)
        side = px(margin) - px(HANG)
        self._rows.setContentsMargins(side, px(14), side, px(14))
        self._rows.setSpacing(px(gap))
        if title:
            self.add(label(title, "kicker"))

    def add(self, item: QWidget | QLayout) -> None:
        """Put in a text, a chart, or a layout of such."""
        hang = theme().px(HANG)
        row = QHBoxLayout()
        row.setContentsMargins(hang, 0, hang, 0)
        if isinstance(item, QLayout):
            row.addLayout(item, 1)
        else:
            row.addWidget(item, 1)
        self._rows.addLayout(row)

    def add_hanging(self, widget: QWidget, *, wide: bool = True) -> None:
        """Put in rows, or a link, which is only as wide as its text."""
        if wide:
            self._rows.addWidget(widget)
        else:
            self._rows.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def add_gap(self, pixels: int) -> None:
        """Put in some air."""
        self._rows.addSpacing(theme().px(pixels))

    def fill_up(self) -> None:
        """Let what follows stand at the lower edge."""
        self._rows.addStretch(1)


class ScoreCard(Card):
    """A score, where it stands, how sure it is and how much of it is proven, and its answers."""

    answers_wanted = Signal(str)  # the key that the card was given

    def __init__(
        self, key: str, title: str, figure: str, note: str, *, color: str, scale: Draw,
        about: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._key = key
        px = theme().px
        head = QHBoxLayout()
        head.setSpacing(px(14))
        number = label(figure, "figure", wrap=False)
        number.setStyleSheet(f"color: {color}")
        number.setAccessibleName(f"{title}: {figure}")
        head.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(label(title, "subheading"))
        if note:
            words.addWidget(label(note, "muted"))
        words.addStretch(1)
        head.addLayout(words, 1)
        self.add(head)
        self.add(ChartView(scale, least=250))
        if about:
            self.add(label(about, "small"))
        self.fill_up()
        more = button("What it is made of", "link")
        more.setAccessibleName(f"What {title} is made of")
        more.clicked.connect(self._ask)
        self.add_hanging(more, wide=False)

    def _ask(self) -> None:
        self.answers_wanted.emit(self._key)
