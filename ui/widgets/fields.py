"""Fields that more than one dialog asks for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.labels import label

LONGEST = 400  # characters of a line, as the library keeps it
NO_COMPANY = "Type the company’s name."


def line_field(name: str, text: str = "", *, hint: str = "") -> QLineEdit:
    """A field of one line, with the name that screen readers say."""
    made = QLineEdit(text)
    made.setMaxLength(LONGEST)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setCursorPosition(0)
    return made


class CompanyField(QWidget):
    """The company's name, with the sentence below it when it is missing."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(6))
        caption = label("Company", "subheading")
        self._line = line_field("Company, needed", text)
        self._line.textEdited.connect(self._clear)
        caption.setBuddy(self._line)
        self._fault = label(NO_COMPANY, "fault")
        self._fault.hide()
        layout.addWidget(caption)
        layout.addWidget(self._line)
        layout.addWidget(self._fault)
        self.setFocusProxy(self._line)

    def value(self) -> str:
        """The name without the spaces around it."""
        return self._line.text().strip()

    def check(self) -> bool:
        """Whether there is a name; says so, and goes there, when there is none."""
        missing = not self.value()
        self._show_fault(missing)
        if missing:
            self._line.setFocus()
        return not missing

    @property
    def fault(self) -> str:
        """The sentence below the field, while it is shown."""
        return "" if self._fault.isHidden() else self._fault.text()

    def take_focus(self) -> None:
        """Put the keyboard into the field, with all of it selected, and its beginning in view."""
        self._line.setFocus()
        length = len(self._line.text())
        self._line.setSelection(length, -length)

    def _clear(self) -> None:
        self._show_fault(False)

    def _show_fault(self, shown: bool) -> None:
        self._fault.setVisible(shown)
        self._line.setProperty("fault", shown)
        self._line.setAccessibleDescription(NO_COMPANY if shown else "")
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)
