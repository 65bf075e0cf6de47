"""The dimensions behind the scores, each of which opens to its questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardkit.scoring.spreads import Interval
from ui.result_lines import DimensionLine, GroupLine, QuestionLine
from ui.theme import theme
from ui.widgets.folding import Chevron
from ui.widgets.labels import label
from ui.widgets.row_button import HANG, RowButton


class ScoreLine(QWidget):
    """A bar from nought to what is claimed, its 80% range, and a diamond where it is proven."""

    def __init__(
        self, claimed: float, proven: float | None, color: str, interval: Interval | None = None
    ) -> None:
        super().__init__()
        self._claimed, self._proven, self._color = claimed, proven, color
        self._interval = interval
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        tones, px = theme().tones, theme().px
        reach, middle, edge = self.width() - 2.0 * px(7), self.height() / 2, float(px(7))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.charts.track))
        painter.drawRect(QRectF(edge, middle - px(4), reach, px(8)))
        painter.setBrush(QColor(getattr(tones.charts, self._color)))
        filled = max(reach * self._claimed / 100, 1.5)
        painter.drawRect(QRectF(edge, middle - px(4), filled, px(8)))
        if self._interval is not None:
            low, high = (
                edge + reach * end / 100 for end in (self._interval.p10, self._interval.p90)
            )
            for color, width in ((tones.panel, 3.0), (tones.ink, 1.3)):  # clear of bar and track
                painter.setPen(QPen(QColor(color), width * theme().scale))
                painter.drawLine(QPointF(low, middle), QPointF(high, middle))
                for end in (low, high):
                    painter.drawLine(QPointF(end, middle - px(4)), QPointF(end, middle + px(4)))
        if self._proven is not None:
            x, r = edge + reach * self._proven / 100, float(px(5))
            painter.setPen(QPen(QColor(tones.ink), 1.3 * theme().scale))
            painter.setBrush(QColor(tones.panel))
            corners = [(x - r, middle), (x, middle - r), (x + r, middle), (x, middle + r)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.end()


class DimensionRow(RowButton):
    """One dimension; Right opens it, Left closes it."""

    toggled_by_person = Signal(str)

    def __init__(self, line: DimensionLine, color: str, *, wide: bool) -> None:
        super().__init__()
        self.line = line
        px = theme().px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(HANG), px(6), px(HANG), px(6))
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(2))
        self._chevron = Chevron()
        grid.addWidget(self.hold(self._chevron), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.hold(label(line.title)), 0, 1)
        figure = label(line.figure, "subheading" if line.claimed is not None else "muted")
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        aside = label(line.aside, "small", wrap=False)  # no line may end inside a range
        figure.setMinimumWidth(px(52))
        aside.setMinimumWidth(px(142) if wide else 0)
        if line.claimed is not None:
            bar = ScoreLine(line.claimed, line.proven, color, line.interval)
            grid.addWidget(self.hold(bar), *((0, 2) if wide else (1, 1, 1, 3)))
        grid.addWidget(self.hold(figure), 0, 3 if wide else 2)
        grid.addWidget(self.hold(aside), 0, 4 if wide else 3)
        grid.setColumnStretch(1, 5)
        if wide:
            grid.setColumnStretch(2, 7)
        self.clicked.connect(self._toggle)
        self.show_open(opened=False)

    def show_open(self, *, opened: bool) -> None:
        """Point the chevron, and say whether the row is open."""
        self._chevron.open = opened
        self._chevron.update()
        self.setAccessibleName(self.line.says)
        self.setAccessibleDescription(
            "Open. Press Enter to hide its questions."
            if opened
            else "Closed. Press Enter to show its questions."
        )

    @property
    def is_open(self) -> bool:
        """Whether its questions are shown."""
        return self._chevron.open

    def _toggle(self) -> None:
        self.toggled_by_person.emit(self.line.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted != self.is_open:
            self._toggle()


class QuestionRow(RowButton):
    """One question with its answer, how it is known, and its credit; leads to the question."""

    wanted = Signal(str)

    def __init__(self, line: QuestionLine, *, wide: bool) -> None:
        super().__init__()
        self._id = line.id
        px = theme().px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(27), px(6), px(HANG), px(6))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(1))
        number = label(line.id, "small", wrap=False)
        number.setMinimumWidth(px(34))
        grid.addWidget(self.hold(number), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.hold(label(line.text, "muted")), 0, 1)
        grid.addWidget(self.hold(label(line.answer, "muted" if line.quiet else "")), 1, 1)
        basis = label(line.basis, "small")
        if line.weak:
            basis.setStyleSheet(f"color: {theme().tones.danger}")
        credit = label(line.credit, wrap=False)
        credit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        if wide:
            basis.setFixedWidth(px(130))
            credit.setFixedWidth(px(64))
            grid.addWidget(self.hold(basis), 1, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.hold(credit), 1, 3, Qt.AlignmentFlag.AlignTop)
        else:
            under = QHBoxLayout()
            under.addWidget(self.hold(basis), 1)
            under.addWidget(self.hold(credit))
            grid.addLayout(under, 2, 1)
        grid.setColumnStretch(1, 1)
        self.setAccessibleName(line.says)
        self.setAccessibleDescription("Press Enter to go to the question.")
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.wanted.emit(self._id)


class DimensionList(QWidget):
    """Every dimension under its score. Questions are made when their dimension is opened."""

    question_wanted = Signal(str)

    def __init__(
        self, groups: Sequence[GroupLine], *, wide: bool, opened: Iterable[str] = ()
    ) -> None:
        super().__init__()
        self._wide = wide
        self._rows: dict[str, DimensionRow] = {}
        self._insides: dict[str, QWidget] = {}
        self._heads: dict[str, tuple[QWidget, tuple[str, ...]]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for group in groups:
            self._add_group(layout, group)
        for dimension_id in opened:
            if dimension_id in self._rows:
                self._set_open(dimension_id, opened=True)

    def _add_group(self, layout: QVBoxLayout, group: GroupLine) -> None:
        px = theme().px
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(px(HANG), px(14), px(HANG), px(4))
        row.setSpacing(px(8))
        mark = QWidget()
        mark.setFixedSize(px(4), px(16))
        mark.setStyleSheet(f"background: {getattr(theme().tones.charts, group.color)}")
        row.addWidget(mark)
        row.addWidget(label(group.title, "subheading"))
        row.addWidget(label(group.measure, "small"), 1)
        layout.addWidget(head)
        self._heads[group.id] = head, tuple(line.id for line in group.dimensions)
        for line in group.dimensions:
            dimension = DimensionRow(line, group.color, wide=self._wide)
            dimension.toggled_by_person.connect(self.toggle)
            layout.addWidget(dimension)
            inside = QWidget()
            inside.hide()
            layout.addWidget(inside)
            self._rows[line.id], self._insides[line.id] = dimension, inside

    @property
    def opened(self) -> tuple[str, ...]:
        """The dimensions that are open."""
        return tuple(key for key, row in self._rows.items() if row.is_open)

    def toggle(self, dimension_id: str) -> None:
        """Open a dimension, or close it."""
        self._set_open(dimension_id, opened=not self._rows[dimension_id].is_open)

    def reveal(self, group_id: str) -> tuple[QWidget, RowButton] | None:
        """Open every dimension of a group; its heading and its first row, to be scrolled to."""
        if group_id not in self._heads:
            return None
        head, dimensions = self._heads[group_id]
        for dimension_id in dimensions:
            self._set_open(dimension_id, opened=True)
        return head, self._rows[dimensions[0]]

    def _set_open(self, dimension_id: str, *, opened: bool) -> None:
        row, inside = self._rows[dimension_id], self._insides[dimension_id]
        if opened and inside.layout() is None:
            layout = QVBoxLayout(inside)
            layout.setContentsMargins(0, 0, 0, theme().px(8))
            layout.setSpacing(0)
            before: QWidget = row
            for line in row.line.questions:
                question = QuestionRow(line, wide=self._wide)
                question.wanted.connect(self.question_wanted)
                layout.addWidget(question)
                QWidget.setTabOrder(before, question)  # else they would come after everything
                before = question
        row.show_open(opened=opened)
        inside.setVisible(opened)
