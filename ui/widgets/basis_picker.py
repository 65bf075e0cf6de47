"""“How do you know?”: what an answer rests on. Nothing is preselected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardkit.methodology import Basis
from ui.theme import theme
from ui.widgets.choices import ChoiceList
from ui.widgets.labels import label
from ui.widgets.pick_box import Pick, PickBox

QUESTION = "How do you know?"


class BasisPicker(QWidget):
    """The basis of a whole answer. Keys 1, 2, 3 … choose while it has focus.

    ``picked`` fires only for what the person does.
    """

    picked = Signal()

    def __init__(self, bases: Sequence[Basis], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bases = tuple(bases)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(6))
        layout.addWidget(label(QUESTION, "subheading"))
        keys = [str(number) for number in range(1, len(bases) + 1)]
        self._list = ChoiceList(QUESTION, [b.title for b in bases], keys, small=True)
        self._list.set_tips([basis.about for basis in bases])
        self._list.picked.connect(self._take)
        layout.addWidget(self._list)
        self._about = label("", "small")
        layout.addWidget(self._about)

    def fill(self, basis: str | None) -> None:
        """Show a basis, or none; emits nothing."""
        self._list.show_chosen([i for i, one in enumerate(self._bases) if one.id == basis])
        self._tell()

    @property
    def basis(self) -> str | None:
        """The id of what is chosen."""
        return next((self._bases[place].id for place in self._list.chosen), None)

    def take_focus(self) -> None:
        """Put the keyboard on it."""
        self._list.take_focus()

    def _take(self) -> None:
        self._tell()
        self.picked.emit()

    def _tell(self) -> None:
        about = next((self._bases[place].about for place in self._list.chosen), "")
        self._about.setText(about)
        self._about.setVisible(any(basis.about for basis in self._bases))


def basis_box(of: str, bases: Sequence[Basis], *, prompt: str = QUESTION) -> PickBox:
    """The basis of one part of an answer, or of one row, on one line."""
    picks = [Pick(basis.id, basis.title, basis.about) for basis in bases]
    return PickBox(f"{QUESTION} {of}", picks, prompt=prompt)
