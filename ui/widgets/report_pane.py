"""What stands beside the preview: tabs of what can be chosen, and what one does with the document."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.announcing import announce
from ui.comparing import Comparing
from ui.desk import Desk
from ui.session import Session
from ui.theme import theme
from ui.widgets.decisions_editor import DecisionsEditor
from ui.widgets.document_options import DocumentOptions
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label

DOCUMENT, DECISIONS, PREVIEW = "Document", "Decisions", "Preview"


class ReportPane(QWidget):
    """In a narrow window it takes the preview in, as the last of its tabs."""

    save_wanted = Signal()
    print_wanted = Signal()
    open_wanted = Signal()
    folder_wanted = Signal()
    compare_wanted = Signal()
    comparison_toggled = Signal()

    def __init__(
        self, desk: Desk, session: Session, comparing: Comparing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self._guest: QWidget | None = None  # the preview, while it is in here
        self._noted = ""  # about the document that is shown
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._stack = QStackedWidget()
        self._options = DocumentOptions(desk, session, comparing)
        self._options.compare_wanted.connect(self.compare_wanted)
        self._options.comparison_toggled.connect(self.comparison_toggled)
        self._decisions = DecisionsEditor(session)
        self._tabs = QButtonGroup(self)
        self._tabs.idClicked.connect(self._stack.setCurrentIndex)
        self._head, self._foot = self._made_head(), self._made_foot()
        self._stack.addWidget(self._options)
        self._stack.addWidget(self._decisions)
        for part in (self._head, self._stack, self._foot):
            self._column.addWidget(part, 1 if part is self._stack else 0)

    def _made_head(self) -> QWidget:
        head, px = QWidget(), theme().px
        head.setObjectName("bar")
        head.setProperty("edge", "bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(px(12), px(5), px(12), px(5))
        row.setSpacing(px(4))
        for place, text in enumerate((DOCUMENT, DECISIONS, PREVIEW)):
            tab = button(text, "tab")
            tab.setCheckable(True)
            self._tabs.addButton(tab, place)
            row.addWidget(tab)
        row.addStretch(1)
        self._tabs.button(0).setChecked(True)
        self._tabs.button(self._last).hide()
        return head

    def _made_foot(self) -> QWidget:
        foot, px = QWidget(), theme().px
        foot.setObjectName("bar")
        foot.setProperty("edge", "top")
        column = QVBoxLayout(foot)
        column.setContentsMargins(px(18), px(10), px(18), px(12))
        column.setSpacing(px(8))
        self._note = label(self._noted, "small")
        self._note.setVisible(bool(self._noted))
        self._said = label("", "small")
        self._said.hide()
        column.addWidget(self._note)
        column.addWidget(self._said)
        self._folder = button("Show in folder", "link")
        self._folder.clicked.connect(self.folder_wanted)
        self._folder.hide()
        column.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QWidget()
        buttons.setObjectName("canvas")
        row = FlowLayout(buttons, gap=8)
        for text, look, signal, tip in (
            ("Save as PDF…", "main", self.save_wanted, ""),
            ("Print…", "", self.print_wanted, ""),
            ("Open", "", self.open_wanted, "In this computer’s own program for PDF, to print its lines and letters as sharp as the printer can"),
        ):  # fmt: skip
            made: QPushButton = button(text, look, tip=tip)
            made.clicked.connect(signal)
            row.addWidget(made)
        column.addWidget(buttons)
        return foot

    @property
    def _last(self) -> int:
        return len(self._tabs.buttons()) - 1

    # What is chosen

    def fill(self) -> None:
        """Show the assessment as it is."""
        self._options.fill()
        self._decisions.fill()

    def flush(self) -> None:
        """Save what is typed and not left yet."""
        self._options.flush()
        self._decisions.flush()

    def rebuild(self) -> None:
        """Make everything anew for another text size or theme."""
        shown, said, saved = (
            self._stack.currentIndex(),
            self._said.text(),
            not self._folder.isHidden(),
        )
        for button_ in self._tabs.buttons():
            self._tabs.removeButton(button_)
        head, foot = self._made_head(), self._made_foot()
        for old, new in ((self._head, head), (self._foot, foot)):
            self._column.replaceWidget(old, new)
            old.hide()
            old.deleteLater()
        self._head, self._foot = head, foot
        self._options.rebuild()
        self._decisions.rebuild()
        self._tabs.button(shown).setChecked(True)
        self._tabs.button(self._last).setVisible(self._guest is not None)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._folder.setVisible(saved)

    # The preview as a guest

    def take_in(self, preview: QWidget) -> None:
        """Hold the preview as the last tab."""
        if self._guest is None:
            self._guest = preview
            self._stack.insertWidget(self._last, preview)
            self._tabs.button(self._last).show()

    def give_back(self, preview: QWidget) -> None:
        """Let the preview stand beside again."""
        if self._guest is not None:
            if self._stack.currentWidget() is preview:
                self._tabs.button(0).click()
            self._stack.removeWidget(preview)
            self._guest = None
            self._tabs.button(self._last).hide()

    def take_focus(self) -> None:
        """Put the keyboard to the document that is chosen, or to the tab that is open."""
        if self._stack.currentWidget() is not self._options or not self._options.take_focus():
            tab = self._tabs.button(self._stack.currentIndex())
            tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_decisions(self) -> None:
        """Bring the decisions table to the front."""
        self._tabs.button(1).click()

    def show_preview(self) -> None:
        """Bring the preview to the front, where it is a tab."""
        if self._guest is not None:
            self._tabs.button(self._last).click()

    # What came of it

    def note(self, sentence: str) -> None:
        """Say what there is to know about the document that is shown; nothing, usually."""
        if sentence and sentence != self._noted:
            announce(self, sentence)
        self._noted = sentence
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def say(self, sentence: str) -> None:
        """Say what came of saving, opening or printing."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._folder.hide()
        if sentence:
            announce(self, sentence)

    def offer_folder(self) -> None:
        """Offer to show where it was saved."""
        self._folder.show()
