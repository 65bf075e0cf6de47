"""Editors of answers that are chosen: a level, one option, several options."""

from __future__ import annotations

from string import ascii_uppercase

from pydantic import JsonValue
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from boardkit.assessment import Answer
from boardkit.formats import Formats
from boardkit.questions import LevelQuestion, MultipleQuestion, SingleQuestion
from ui.questions.editor import Editor
from ui.theme import theme
from ui.widgets.choices import ChoiceList
from ui.widgets.labels import label
from ui.widgets.text_box import TextBox


class ChoiceEditor(Editor):
    """What the editors of choices share: the list, and a line for what is wrong."""

    def _build(self, choices: ChoiceList) -> QVBoxLayout:
        self._list = choices
        self._list.picked.connect(self._take)
        self._fault: QLabel = label("", "fault")
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(10))
        layout.addWidget(self._list)
        layout.addWidget(self._fault)
        return layout

    def show_fault(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def take_focus(self) -> None:
        self._list.take_focus()

    def _take(self, place: int) -> None:
        self.edited.emit()
        self.settled.emit()


class LevelEditor(ChoiceEditor):
    """The anchored levels, worst first. Keys 0–4 or A–E choose."""

    question: LevelQuestion

    def __init__(
        self, question: LevelQuestion, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, formats, parent)
        count = len(question.levels)
        self._build(
            ChoiceList(
                question.text,
                [level.text for level in question.levels],
                [str(number) for number in range(count)],
                more_keys=ascii_uppercase[:count],
            )
        )

    def fill(self, answer: Answer | None) -> None:
        value = answer.value if answer else None
        self._list.show_chosen((value,) if isinstance(value, int) else ())

    def value(self) -> JsonValue:
        return self._list.chosen[0] if self._list.chosen else None


class OptionsEditor(ChoiceEditor):
    """What the editors of one option and of several share: the options, and which are chosen."""

    question: SingleQuestion | MultipleQuestion

    def _build_options(self, *, several: bool = False) -> QVBoxLayout:
        options = self.question.options
        texts = [option.text for option in options]
        return self._build(
            ChoiceList(self.question.text, texts, _letters(len(options)), several=several)
        )

    def fill(self, answer: Answer | None) -> None:
        value = answer.value if answer else None
        ids = value if isinstance(value, list) else [value]
        self._list.show_chosen([i for i, o in enumerate(self.question.options) if o.id in ids])

    def _chosen(self) -> list[JsonValue]:
        return [self.question.options[place].id for place in self._list.chosen]


class SingleEditor(OptionsEditor):
    """One option of several, and the text that goes with it where there is one."""

    question: SingleQuestion

    def __init__(
        self, question: SingleQuestion, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, formats, parent)
        layout = self._build_options()
        self.box: TextBox | None = None
        if question.companion:
            head = label(question.companion, "subheading")
            self.box = TextBox(question.companion, lines=3)
            self.box.typed.connect(self.typed)
            self.box.left.connect(self.edited)
            layout.addWidget(head)
            layout.addWidget(self.box)

    def fill(self, answer: Answer | None) -> None:
        super().fill(answer)
        self.fill_companion(answer.companion if answer else "")

    def fill_companion(self, text: str) -> None:
        if self.box is not None:
            self.box.fill(text)

    def value(self) -> JsonValue:
        return next(iter(self._chosen()), None)

    def companion(self) -> str:
        return self.box.text() if self.box is not None else ""


class MultipleEditor(OptionsEditor):
    """Any number of options; one that excludes the others takes their marks away."""

    question: MultipleQuestion

    def __init__(
        self, question: MultipleQuestion, formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, formats, parent)
        layout = self._build_options(several=True)
        layout.insertWidget(0, label("Choose all that apply.", "small"))

    def value(self) -> JsonValue:
        return self._chosen() or None

    def _take(self, place: int) -> None:
        options = self.question.options
        if place in self._list.chosen:
            alone = options[place].exclusive
            kept = [i for i in self._list.chosen if not (alone or options[i].exclusive)]
            self._list.show_chosen({*kept, place})
        self.edited.emit()


def _letters(count: int) -> list[str]:
    """A key for each option; those past Z have none."""
    return [ascii_uppercase[i] if i < len(ascii_uppercase) else "" for i in range(count)]
