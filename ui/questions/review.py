"""The questions of one review list: those that are open, unknown, to be confirmed or the like."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardkit.english import listed
from boardkit.following import aged_answers
from boardkit.following.wording import left_to_confirm
from ui.session import Session
from ui.theme import theme
from ui.walk import REVIEWS, Walk
from ui.widgets.labels import button, label
from ui.widgets.question_list import QuestionList

ONE_BY_ONE = "Answers on judgement, and those with old evidence, are confirmed one by one."


class Review(QWidget):
    """A title, what can be done with all of them at once, and the questions."""

    chosen = Signal(str)
    marked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._session = session
        self._facts: tuple[str, ...] = ()
        px = theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(32), px(32), px(32), px(32))
        layout.setSpacing(px(12))
        self._title = label("", "title")
        layout.addWidget(self._title)
        self._together = self._made_together()
        layout.addWidget(self._together)
        self._list = QuestionList()
        self._list.chosen.connect(self.chosen)
        self._list.marked.connect(self.marked)
        layout.addWidget(self._list, 1)
        self._none = label("Nothing is left on this list.", "muted")
        layout.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)

    def _made_together(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(12))
        self._left = label("", "muted")
        layout.addWidget(self._left, 1)
        self._confirm = button("")
        self._confirm.clicked.connect(self._confirm_facts)
        layout.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self._list.setFocus()

    def show_list(self, key: str, walk: Walk) -> None:
        """The questions of the list of that name."""
        questions = walk.review(key)
        self._title.setText(f"{REVIEWS[key]}: {walk.count(key)}")
        notes = {"confirm": self._ages, "disagree": _partners}.get(key, _none)(walk)
        self._list.show_questions(self._session, questions, notes)
        self._list.setVisible(bool(questions))
        self._none.setVisible(not questions)
        self._together.setVisible(key == "confirm" and bool(questions))
        self._show_facts(walk)

    def _show_facts(self, walk: Walk) -> None:
        left = walk.confirming
        self._facts = left.facts
        text = left_to_confirm(left, self._session.formats)
        self._left.setText(f"{text} {ONE_BY_ONE}")
        count = len(self._facts)
        noun = "the fact" if count == 1 else f"all {count} facts"
        self._confirm.setText(f"Confirm {noun}")
        self._confirm.setAccessibleName(f"Confirm {noun} as unchanged")
        self._confirm.setToolTip(
            "Answers that rest on proof: they are taken as unchanged. Ctrl+Z undoes."
        )
        self._confirm.setVisible(bool(count) and not self._session.read_only)

    def _ages(self, walk: Walk) -> dict[str, str]:
        found = aged_answers(walk.reading, self._session.evidence_day)
        return {
            one.question: f"Old evidence: {one.days} days, {one.allowed} allowed" for one in found
        }

    def _confirm_facts(self) -> None:
        self._session.confirm(self._facts)


def _none(walk: Walk) -> dict[str, str]:
    """No list but those of what is confirmed and what disagrees has anything to note."""
    return {}


def _partners(walk: Walk) -> dict[str, str]:
    """With which other answers each one disagrees."""
    found: dict[str, list[str]] = {}
    for check in walk.reading.disagreements():
        for question in check.questions:
            others = [other for other in check.questions if other != question]
            found.setdefault(question, []).extend(others)
    return {
        question: f"It disagrees with {listed(list(dict.fromkeys(others)))}."
        if others
        else "Its own values disagree."
        for question, others in found.items()
    }
