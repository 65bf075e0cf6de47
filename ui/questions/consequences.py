"""What follows from an answer, said below it: what is doubtful, derived values, disagreements."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from boardkit.answer_texts import AMOUNT_MEANT, amounts_to_ask, check_message, derived_sentence
from boardkit.formats import Formats
from boardkit.methodology import Check
from boardkit.reading import Reading
from ui.theme import theme
from ui.widgets.labels import button, card, label


class Consequences(QWidget):
    """Redrawn at every change of the answers; ``question_wanted`` names one that disagrees."""

    question_wanted = Signal(str)

    def __init__(self, question_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question_id = question_id
        self._shown: tuple[object, ...] = ()
        self._targets: list[str] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme().px(8))
        self._links = QButtonGroup(self)
        self._links.idClicked.connect(self._follow)
        self.hide()

    def show_reading(self, reading: Reading, formats: Formats) -> None:
        """Say what follows from the answers as they stand."""
        sentences = tuple(
            derived_sentence(derived, value, formats)
            for derived, value in reading.derived_shown_with(self._question_id)
        )
        checks = tuple(
            (check, check_message(check, reading, formats))
            for check in reading.disagreements()
            if self._question_id in check.questions
        )
        asked = amounts_to_ask(reading, self._question_id, formats)
        if self._shown != (asked, sentences, checks):  # what stands there already is left in peace
            self._shown = (asked, sentences, checks)
            self._draw(asked, sentences, checks, reading)

    def _draw(
        self, asked: tuple[str, ...], sentences: tuple[str, ...],
        checks: tuple[tuple[Check, str], ...], reading: Reading,
    ) -> None:  # fmt: skip
        self._targets.clear()
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if asked:
            frame, layout = card("warn", margin=10, gap=4)
            layout.addWidget(label(AMOUNT_MEANT, "subheading"))
            for sentence in asked:
                layout.addWidget(label(sentence))
            self._layout.addWidget(frame)
        for sentence in sentences:
            frame, layout = card("note", margin=10)
            layout.addWidget(label(sentence))
            self._layout.addWidget(frame)
        for check, message in checks:
            self._layout.addWidget(self._made_warning(check, message, reading))
        self.setVisible(bool(asked or sentences or checks))

    def _made_warning(self, check: Check, message: str, reading: Reading) -> QFrame:
        frame, layout = card("warn", margin=10, gap=4)
        others = [one for one in check.questions if one != self._question_id]
        alone = "These values disagree" if not others else "Two answers disagree"
        layout.addWidget(label(alone, "subheading"))
        layout.addWidget(label(message))
        for other in others:
            short = reading.questionnaire.question(other).short
            link = button(f"Go to {other}: {short}".replace("&", "&&"), "link")
            link.setAccessibleName(f"Go to {other}: {short}")
            self._links.addButton(link, len(self._targets))
            self._targets.append(other)
            layout.addWidget(link)
        return frame

    def _follow(self, place: int) -> None:
        if place < len(self._targets):
            self.question_wanted.emit(self._targets[place])
