"""What Boardkit will do, for somebody who has never seen it, with an example to look at."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.start_content import StartContent, latest
from ui.theme import theme
from ui.widgets.balanced import Balanced
from ui.widgets.example_list import ExampleList
from ui.widgets.flow import FlowLayout
from ui.widgets.have_ready_button import HaveReadyButton
from ui.widgets.labels import button, label
from ui.widgets.start_part import StartPart

LEAD = (
    "Answer what you know, and say how you know it. Boardkit turns the answers into scores, shows "
    "how sure they are and what would change them, and prints a board pack that a sceptical "
    "director can trace from the headline to each answer behind it."
)
ANSWER = "Stop whenever you like: every answer is saved as you give it."
RESULT = "How exposed the company is, which way out is nearer, and what to firm up first."
PACK = "A PDF for the board: one page that sums it up, then every answer with its basis."
PATIENCE = 300  # milliseconds before a wait is put into words
TWO_LINES = " \n "  # keeps the room of what is read a moment later, so that nothing jumps
PRIVATE = "Private: nothing leaves this computer. There is no account, and no network is used."


class Welcome(StartPart):
    """The question, three steps, how to begin; finished examples beside it, or below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.addLayout(self._make_story(desk), 7)
        self._sides.addLayout(self._make_examples(), 5)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)
        self._sides.setSpacing(theme().px(24 if narrow else 48))
        margin = theme().px(20 if narrow else 40)
        self._sides.setContentsMargins(
            margin, theme().px(20 if narrow else 26), margin, margin // 2
        )

    def show_question(self, question: str) -> None:
        self._question.show_text(question or TWO_LINES)

    def show_content(self, content: StartContent) -> None:
        self._time.setText(f"{content.time} {ANSWER}")
        self._patience.stop()
        self._reading.hide()
        self._examples.show_samples(latest(content.samples))
        always = tuple(m.id for m in content.questionnaire.modules if m.always)
        self.have_ready.set_content(content.questionnaire, always)

    @property
    def main_button(self) -> QPushButton:
        """The button that begins a new assessment."""
        return self._new

    def _make_story(self, desk: Desk) -> QVBoxLayout:
        px = theme().px
        story = QVBoxLayout()
        story.setSpacing(px(6))
        story.addWidget(label("The question for the board", "kicker"))
        self._question = Balanced("headline")
        story.addWidget(self._question)
        story.addSpacing(px(6))
        story.addWidget(label(LEAD, "lead"))
        story.addSpacing(px(12))
        story.addLayout(self._make_steps())
        story.addSpacing(px(12))
        story.addLayout(self._make_starts())
        self.have_ready = HaveReadyButton(desk)
        story.addWidget(self.have_ready, 0, Qt.AlignmentFlag.AlignLeft)
        story.addSpacing(px(10))
        story.addWidget(label(PRIVATE, "muted"))
        story.addStretch(1)
        return story

    def _make_steps(self) -> QGridLayout:
        px = theme().px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._time = label(f"{ANSWER}{TWO_LINES}", "muted")
        steps = (
            ("Answer the questions", self._time),
            ("See the result", label(RESULT, "muted")),
            ("Print the pack", label(PACK, "muted")),
        )
        for number, (title, text) in enumerate(steps, 1):
            row = 3 * (number - 1)
            figure = label(str(number), "headline", wrap=False)
            grid.addWidget(figure, row, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(title, "subheading"), row, 1)
            grid.addWidget(text, row + 1, 1)
            grid.setRowMinimumHeight(row + 2, px(10))
        return grid

    def _make_starts(self) -> FlowLayout:
        starts = FlowLayout(gap=10)
        self._new = button("New assessment", "main")
        self._new.clicked.connect(self.new_wanted)
        open_file = button("Open a file…")
        open_file.clicked.connect(self.file_wanted)
        for made in (self._new, open_file):
            starts.addWidget(made)
        return starts

    def _make_examples(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(theme().px(8))
        side.addWidget(label("Or look at an example first", "heading"))
        self._examples = ExampleList()
        self._examples.chosen.connect(self.example_wanted)
        side.addWidget(self._examples)
        self._reading = label("Reading the examples…", "muted")
        self._reading.hide()
        side.addWidget(self._reading)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._reading.show)
        self._patience.start()
        side.addStretch(1)
        return side
