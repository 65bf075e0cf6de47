"""The error dialog: a sentence about the user's work, with the technical part folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from boardkit.errors import BoardkitError
from ui.dialogs.base import PlainDialog
from ui.technical import technical_part
from ui.theme import theme
from ui.widgets.labels import button, label

UNEXPECTED = (
    "Boardkit could not finish what it was doing. Your answers are saved, and you can go on. "
    "If this happens again, quit Boardkit and open it again."
)
_kept: list[ErrorDialog] = []  # one without a window before which to stand has no other owner
SHOW, HIDE = "Show the technical part", "Hide the technical part"


def tell(parent: QWidget | None, fault: BaseException) -> ErrorDialog:
    """Tell the user of a failure, in the dialog that is open already if there is one.

    Boardkit's own errors are told in their own words; of others only the technical part is kept,
    without the words, which may quote an answer.
    """
    dialog = next((w for w in QApplication.topLevelWidgets() if _is_open(w)), None)
    if isinstance(dialog, ErrorDialog):
        dialog.add(fault)
        return dialog
    made = ErrorDialog(fault, parent if parent is not None else _front_window())
    _kept[:] = [made]
    made.open()
    return made


def _is_open(widget: QWidget) -> bool:
    return isinstance(widget, ErrorDialog) and widget.isVisible()


def _front_window() -> QWidget | None:
    """The window to stand before: the active one, or any that is shown."""
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
    return QApplication.activeWindow() or next(iter(shown), None)


class ErrorDialog(PlainDialog):
    """Says what failed; what a developer needs is folded away, and can be copied."""

    def __init__(self, fault: BaseException, parent: QWidget | None = None) -> None:
        super().__init__("Boardkit", parent, width=520)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._heading = label("", "heading")
        self.body.addWidget(self._heading)
        self._text = label("")
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(self._text)
        self._fold = button(SHOW, "link")
        self._fold.setAutoDefault(False)
        self._fold.clicked.connect(self._turn)
        self.body.addSpacing(theme().px(4))
        self.body.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._technical = QPlainTextEdit()
        self._technical.setReadOnly(True)
        self._technical.setTabChangesFocus(True)
        self._technical.setAccessibleName("Technical part")
        self._technical.setFixedHeight(theme().px(150))
        self.body.addWidget(self._technical)
        self.body.addStretch(1)
        self._copy = self.add_button(
            "Copy the technical part",
            tip="Holds no answers: send it to whoever looks after Boardkit",
        )
        self._copy.clicked.connect(self.copy)
        self.foot.addStretch(1)
        close = self.add_button("Close", "main")
        close.clicked.connect(self.accept)
        self._technical.hide()
        self.add(fault)
        close.setFocus()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    @property
    def technical(self) -> str:
        """What is folded away; nothing for Boardkit's own errors."""
        return self._technical.toPlainText()

    def add(self, fault: BaseException) -> None:
        """Tell of another failure in the same dialog."""
        ours = isinstance(fault, BoardkitError)
        said = self._text.text().split("\n\n") if self._text.text() else []
        sentence = str(fault) if ours else UNEXPECTED
        if sentence not in said:
            said.append(sentence)
        self._text.setText("\n\n".join(said))
        if not ours:
            self._technical.setPlainText(
                "\n\n".join(part for part in (self.technical, technical_part(fault)) if part)
            )
        unexpected = bool(self.technical)
        self._heading.setText("Something went wrong" if unexpected else "That cannot be done")
        self._fold.setVisible(unexpected)
        self._copy.setVisible(unexpected)
        self.setAccessibleName(self._heading.text())
        self.setAccessibleDescription(self.text)
        self.fit()

    def copy(self) -> None:
        """Put the technical part on the clipboard; it holds no answers."""
        QGuiApplication.clipboard().setText(self.technical)
        self._copy.setText("Copied")

    def _turn(self) -> None:
        shown = self._technical.isHidden()
        self._technical.setVisible(shown)
        self._fold.setText(HIDE if shown else SHOW)
        self._fold.setAccessibleName(self._fold.text())
        self.fit()
