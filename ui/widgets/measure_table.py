"""The strategies side by side: a line of figures for each measure, and a sentence that says it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from boardkit.economics.measures import Measure
from ui.theme import theme
from ui.widgets.labels import label

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class MeasureTable(QWidget):
    """Made once for its measures; their figures and sentences can change."""

    def __init__(
        self, heads: Sequence[tuple[str, str]], measures: Sequence[Measure], *, wide: bool
    ) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._heads = [title for title, _ in heads]
        self._cells: dict[str, list[QLabel]] = {}
        self._sentences: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(10))
        self._grid.setVerticalSpacing(theme().px(2))
        self._wide = wide
        self._grid.setColumnStretch(0, 1 if wide else 0)
        for column, (title, color) in enumerate(heads):
            head = label(title, "subheading")
            head.setStyleSheet(f"color: {color}")
            head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            self._put(head, 0, column)
        self._next = 1
        for measure in measures:
            self._add(measure)
        self.show_measures(measures)

    def _put(self, cell: QLabel, row: int, column: int) -> None:
        if self._wide:
            cell.setFixedWidth(theme().px(104))
            self._grid.addWidget(cell, row, column + 1)
        else:
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, cell.sizePolicy().verticalPolicy())
            self._grid.addWidget(cell, row, column)
            self._grid.setColumnStretch(column, 1)

    def _add(self, measure: Measure) -> None:
        count = len(self._heads)
        across = count + 1 if self._wide else count
        rule = QFrame()
        rule.setObjectName("separator")
        rule.setFixedHeight(1)
        self._grid.addWidget(rule, self._next, 0, 1, across)
        title = label(measure.title, "subheading")
        row = self._next + 1
        if self._wide:
            self._grid.addWidget(title, row, 0)
        else:
            self._grid.addWidget(title, row, 0, 1, across)
            row += 1
        cells = []
        for column in range(len(measure.figures)):
            cell = label("")
            cell.setAlignment(RIGHT)
            if len(measure.figures) == count:
                self._put(cell, row, column)
            else:
                self._grid.addWidget(cell, row, across - count, 1, count)
            cells.append(cell)
        sentence = label("", "small")
        sentence.setContentsMargins(0, 0, 0, theme().px(6))
        self._grid.addWidget(sentence, row + 1, 0, 1, across)
        self._cells[measure.id], self._sentences[measure.id] = cells, sentence
        self._next = row + 2

    def show_measures(self, measures: Sequence[Measure]) -> None:
        """Show the figures and sentences of the same measures, or of some of them."""
        for measure in measures:
            self._show(measure)

    @property
    def in_view(self) -> frozenset[str]:
        """The ids of the measures of which anything is in view."""
        if self.visibleRegion().isEmpty():
            return frozenset()
        return frozenset(filter(self._is_in_view, self._cells))

    def _is_in_view(self, measure_id: str) -> bool:
        parts = (*self._cells[measure_id], self._sentences[measure_id])
        return any(not part.visibleRegion().isEmpty() for part in parts)

    def _show(self, measure: Measure) -> None:
        self._sentences[measure.id].setText(measure.sentence)
        for cell, head, figure in zip(
            self._cells[measure.id], self._heads, measure.figures, strict=False
        ):
            if cell.text() != figure:
                cell.setText(figure)
                single = len(measure.figures) == 1
                of = measure.title if single else f"{measure.title}, {head}"
                cell.setAccessibleName(f"{of}: {figure}")
