"""The editor of an answer in words."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import JsonValue
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.assessment import Answer
from boardkit.formats import Formats
from boardkit.questions import TextQuestion
from ui.questions.editor import Editor, Input
from ui.theme import theme
from ui.widgets.keys import key_text
from ui.widgets.labels import label
from ui.widgets.text_box import TextBox


class TextEditor(Editor):
    """A few sentences; Enter starts a new line, Ctrl+Enter goes on."""

    question: TextQuestion

    def __init__(
        self, question: TextQuestion, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, formats, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(6))
        self.box = TextBox(question.text, lines=5)
        self.box.typed.connect(self.typed)
        self.box.left.connect(self.edited)
        layout.addWidget(self.box)
        layout.addWidget(
            label(f"Enter starts a new line; {key_text('Ctrl+Enter')} goes on.", "small")
        )
        self._fault = label("", "fault")
        self._fault.hide()
        layout.addWidget(self._fault)

    def fill(self, answer: Answer | None) -> None:
        value = answer.value if answer else None
        self.box.fill(value if isinstance(value, str) else "")

    def inputs(self) -> Sequence[Input]:
        return (self.box,)

    def value(self) -> JsonValue:
        return self.box.text() or None

    def show_fault(self, fault: str) -> None:
        self.box.mark_fault(fault)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def take_focus(self) -> None:
        self.box.setFocus()
