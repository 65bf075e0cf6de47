"""What became of last time: its decisions, its ranges and its forecast, held against today."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from boardkit.assessment import Follows
from boardkit.decisions import Decision, Fate
from boardkit.economics.strategies import STRATEGIES
from boardkit.errors import BoardkitError
from boardkit.following.keeping_score import RangeKept, Score, kept_score
from boardkit.following.wording import (
    carried_from,
    decisions_sentence,
    path_sentence,
    range_line,
    ranges_sentence,
)
from ui.dialogs.base import PlainDialog
from ui.session import Session
from ui.theme import theme
from ui.widgets.choices import ChoiceList
from ui.widgets.labels import card, label

FATES: tuple[tuple[Fate, str], ...] = (
    ("done", "Done"),
    ("late", "Late"),
    ("dropped", "Dropped"),
    ("open", "Not reported on"),
)
NOTHING = "Nothing was decided last time, and no ranges were given."


class LastTimeDialog(PlainDialog):
    """What is chosen is kept at once, as every answer is; undo takes it back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Last time", parent, width=660)
        self._session = session
        follows = session.details.follows
        assert follows is not None
        score = kept_score(session.reading, session.evidence_day)
        name = carried_from(follows, session.formats)
        self.body.addWidget(label(f"What became of {name}", "heading"))
        self._told = label("", "muted")
        self._fault = label("", "fault")
        self._fault.hide()
        self._choices: list[ChoiceList] = []
        if not (follows.decisions or follows.ranges or follows.forecasts):
            self.body.addWidget(label(NOTHING, "muted"))
        self._add_decisions(follows)
        self._add_ranges(score)
        self._add_paths(score)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.add_button("Close", "main").clicked.connect(self.accept)

    def _add_decisions(self, follows: Follows) -> None:
        if not follows.decisions:
            return
        self._head("Decisions")
        self.body.addWidget(self._told)
        self.body.addWidget(self._fault)
        for place, decision in enumerate(follows.decisions):
            frame, column = card(margin=12, gap=6)
            column.addWidget(label(decision.decision, "subheading"))
            about = self._about(decision)
            if about:
                column.addWidget(label(about, "small"))
            names = [text for _, text in FATES]
            choice = ChoiceList(decision.decision[:100], names, [""] * len(names), small=True)
            choice.picked.connect(partial(self._take_fate, place))
            choice.setEnabled(not self._session.read_only)
            column.addWidget(choice)
            self._choices.append(choice)
            self.body.addWidget(frame)
        self._show_fates()

    def _about(self, decision: Decision) -> str:
        by = f"by {self._session.formats.day(decision.by)}" if decision.by else ""
        return ", ".join(part for part in (decision.owner, by) if part)

    def _show_fates(self) -> None:
        follows = self._session.details.follows
        decisions = follows.decisions if follows is not None else ()
        self._told.setText(decisions_sentence(decisions))
        fates = [fate for fate, _ in FATES]
        for choice, decision in zip(self._choices, decisions, strict=True):
            choice.show_chosen((fates.index(decision.fate),))

    def _take_fate(self, place: int, chosen: int) -> None:
        details = self._session.details
        follows = details.follows
        assert follows is not None
        decisions = list(follows.decisions)
        decisions[place] = decisions[place].model_copy(update={"fate": FATES[chosen][0]})
        kept = follows.model_copy(update={"decisions": tuple(decisions)})
        try:
            self._session.revise(details.model_copy(update={"follows": kept}))
        except BoardkitError as fault:
            self._fault.setText(str(fault))
            self._fault.show()
        self._show_fates()

    def _add_ranges(self, score: Score) -> None:
        sentence = ranges_sentence(score)
        if not sentence:
            return
        self._head("Ranges")
        self.body.addWidget(label(sentence))
        for kept in score.ranges:
            self.body.addWidget(label(self._range(kept), "muted"))

    def _range(self, kept: RangeKept) -> str:
        question = self._session.questionnaire.question(kept.given.question)
        return range_line(kept, question, self._session.formats)

    def _add_paths(self, score: Score) -> None:
        titles = {strategy.id: strategy.title for strategy in STRATEGIES}
        if score.paths:
            self._head("Forecast")
        for kept in score.paths:
            title = titles.get(kept.path.strategy, kept.path.strategy)
            self.body.addWidget(label(path_sentence(kept, title, self._session.formats)))

    def _head(self, text: str) -> None:
        self.body.addSpacing(theme().px(10))
        self.body.addWidget(label(text, "kicker"))
