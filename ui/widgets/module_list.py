"""Which modules are asked, each with what it is for and how long it takes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from boardkit.durations import minutes_of, minutes_text
from boardkit.questionnaire import Module, Questionnaire
from ui.theme import theme
from ui.widgets.labels import label


class ModuleList(QWidget):
    """A box for each module; those that are always asked cannot be left out."""

    turned = Signal()

    def __init__(
        self, questionnaire: Questionnaire, chosen: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._questionnaire = questionnaire
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.boxes = {
            module.id: self._add(module, module.always or module.id in chosen)
            for module in questionnaire.modules
        }
        self._sum = label("", "subheading")
        self._layout.addSpacing(theme().px(4))
        self._layout.addWidget(self._sum)
        self._tell_sum()

    def chosen(self) -> tuple[str, ...]:
        """The modules that are asked."""
        return tuple(module for module, box in self.boxes.items() if box.isChecked())

    def _add(self, module: Module, checked: bool) -> QCheckBox:
        box = QCheckBox(f"{module.title}: {self._size((module.id,))}".replace("&", "&&"))
        box.setChecked(checked)
        box.setEnabled(not module.always)
        always = " Always asked." if module.always else ""
        box.setAccessibleName(f"{module.title}, {self._size((module.id,))}")
        box.setAccessibleDescription(f"{module.about}{always}")
        box.clicked.connect(self._turn)
        self._layout.addWidget(box)
        about = label(f"{module.about}{always}", "muted")
        about.setIndent(theme().px(29))
        self._layout.addWidget(about)
        self._layout.addSpacing(theme().px(8))
        return box

    def _size(self, modules: tuple[str, ...]) -> str:
        questions = self._questionnaire.asked_in(modules)
        noun = "question" if len(questions) == 1 else "questions"
        return f"{len(questions)} {noun}, about {minutes_text(minutes_of(questions))}"

    def _turn(self) -> None:
        self._tell_sum()
        self.turned.emit()

    def _tell_sum(self) -> None:
        self._sum.setText(f"In all {self._size(self.chosen())}.")
