"""What every editor of an answer promises to the card that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from pydantic import JsonValue
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boardkit.assessment import Answer
from boardkit.formats import Formats
from boardkit.questions import QuestionBase
from ui.questions.draft import Entered
from ui.widgets.choices import ChoiceList
from ui.widgets.number_field import TextField
from ui.widgets.pick_box import PickBox
from ui.widgets.text_box import TextBox

Input: TypeAlias = TextField | TextBox | PickBox | ChoiceList


class Editor(QWidget):
    """Edits the value of one question.

    ``edited`` fires only for what the person does, never while the editor is filled: at once for a
    choice, and for what is typed when a field is left. ``typed`` fires at each key before that.
    ``settled`` says that the person has finished with the value, so that focus may move on to the
    basis.
    """

    edited = Signal()
    typed = Signal()
    settled = Signal()

    def __init__(
        self, question: QuestionBase, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.formats = formats
        self.setAccessibleName(question.text)

    def fill(self, answer: Answer | None) -> None:
        """Show an answer, or nothing; emits no signal."""
        raise NotImplementedError

    def value(self) -> JsonValue:
        """The value as typed or chosen, None while nothing is given.

        Raises AnswerError with what to type. The stored form is the question's own business.
        """
        raise NotImplementedError

    def bases(self) -> dict[str, str]:
        """The basis of each part or row, where the type has several; empty otherwise."""
        return {}

    @property
    def has_own_bases(self) -> bool:
        """Whether each value has a basis of its own beside it, so that the card shows none."""
        return False

    def companion(self) -> str:
        """The text that goes with a choice, where the question asks for one."""
        return ""

    def fill_companion(self, text: str) -> None:
        """Show the text that goes with a choice, though none be made yet; emits no signal."""

    def inputs(self) -> Sequence[Input]:
        """What can be filled in half, in an order that stays; nothing where a choice is whole."""
        return ()

    def entered(self) -> Entered:
        """What stands in the inputs, whether or not it makes an answer."""
        return tuple(one.entered() for one in self.inputs())

    def show_entered(self, entered: Entered) -> None:
        """Show what stood in the inputs once; emits no signal."""
        for one, stood in zip(self.inputs(), entered, strict=True):
            one.show_entered(stood)

    def show_fault(self, fault: str) -> None:
        """Say what is wrong beside the field it is about; nothing when all is right."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard where answering starts."""
        raise NotImplementedError
