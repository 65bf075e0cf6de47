"""Choices as large rows or as small pieces in a line, each with the key that chooses it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGroupBox,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
)

from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
_PLAIN_OR_SHIFT = (*_PLAIN, Qt.KeyboardModifier.ShiftModifier)
CROWD = 6  # more rows than this stand closer together


class _Piece(_Button):
    """What a row and a small piece share: painting, size, and keys that its list understands."""

    def _prepare(self, text: str, key: str, small: bool, dense: bool) -> None:
        self._text, self._key, self._small, self._dense = text, key, small, dense
        self._heights: dict[int, int] = {}  # by width: Qt asks again and again
        self.setAccessibleName(f"{key}. {text}" if key else text)
        if small:
            font = self.font()
            font.setPixelSize(theme().px(14))
            self.setFont(font)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        kind = QSizePolicy.Policy.Preferred
        policy = QSizePolicy(kind, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # Sizes

    def _inset(self) -> int:
        return theme().px(6 if self._small else 14)

    def _box(self) -> int:
        """The side of the key's box."""
        return theme().px(18 if self._small else 24)

    def _text_left(self) -> int:
        box = self._box() + theme().px(6 if self._small else 14) if self._key else 0
        return self._inset() + box

    def _height(self, text_height: int) -> int:
        px = theme().px
        if self._small:
            return max(px(34), text_height + px(12))
        return max(px(38 if self._dense else 46), text_height + px(14 if self._dense else 22))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            room = max(width - self._text_left() - self._inset(), 1)
            bounds = self.fontMetrics().boundingRect(0, 0, room, 100_000, _WRAP, self._text)
            self._heights[width] = self._height(bounds.height())
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        one_line = self.fontMetrics().horizontalAdvance(self._text)
        width = self._text_left() + one_line + self._inset() + theme().px(4)
        return QSize(width, self._height(self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(120)), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        owner = self.parent()
        if not (isinstance(owner, ChoiceList) and owner.take_key(self, event)):
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self._key:
            self._paint_key(painter)
        tones = theme().tones
        painter.setPen(QColor(tones.ink if self.isEnabled() else tones.muted))
        painter.setFont(self.font())
        room = self.rect().adjusted(self._text_left(), 0, -self._inset(), 0)
        painter.drawText(room, _WRAP, self._text)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tones, px = theme().tones, theme().px
        chosen, focused = self.isChecked(), self.hasFocus()
        ground = tones.accent_soft if chosen else tones.panel
        if self.isEnabled() and self.underMouse() and not chosen:
            ground = tones.sunken
        width = px(2) if focused else 1.0
        edge = tones.accent if focused or chosen else tones.edge if self._small else tones.hair
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        half = width / 2
        radius = px(7 if self._small else 8)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )

    def _paint_key(self, painter: QPainter) -> None:
        tones, px = theme().tones, theme().px
        side = self._box()
        box = QRectF(self._inset(), (self.height() - side) / 2, side, side)
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(tones.accent if chosen else tones.edge), 1))
        painter.setBrush(QColor(tones.accent) if chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        font = self.font()
        font.setPixelSize(px(12 if self._small else 13))
        painter.setFont(font)
        painter.setPen(QColor(tones.on_accent if chosen else tones.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class _Radio(_Piece, QRadioButton):
    def __init__(self, text: str, key: str, small: bool, dense: bool) -> None:
        QRadioButton.__init__(self)
        self._prepare(text, key, small, dense)


class _Check(_Piece, QCheckBox):
    def __init__(self, text: str, key: str, small: bool, dense: bool) -> None:
        QCheckBox.__init__(self)
        self._prepare(text, key, small, dense)


class ChoiceList(QGroupBox):
    """Radio buttons, or check boxes, in a group.

    ``picked`` brings the place of what the person chose or toggled, −1 when they took the choice
    back. Keys choose while the group has focus; arrows only move, so that nothing is chosen in passing.
    """

    picked = Signal(int)

    def __init__(
        self, name: str, texts: Sequence[str], keys: Sequence[str], *,
        more_keys: Sequence[str] = (), several: bool = False, small: bool = False,
        clearable: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setAccessibleName(name)
        self._keys, self._more_keys = tuple(keys), tuple(more_keys)
        self._several, self._clearable = several, clearable
        # Qt lets the choice of radio buttons be taken back only in a group that is not exclusive.
        self._group = None if several else QButtonGroup(self)
        if self._group is not None:
            self._group.setExclusive(False)
        dense = len(texts) > CROWD
        kind = _Check if several else _Radio
        self._pieces = [
            kind(text, key, small, dense) for text, key in zip(texts, keys, strict=True)
        ]
        layout = FlowLayout(self, gap=4, line_gap=6) if small else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if isinstance(layout, QVBoxLayout):
            layout.setSpacing(theme().px(6 if dense else 8))
        for piece in self._pieces:
            layout.addWidget(piece)
            piece.clicked.connect(self._take_click)
            if self._group is not None:
                self._group.addButton(piece)
        self._let_tab_reach(0)

    def set_tips(self, tips: Sequence[str]) -> None:
        """What each choice means, for the mouse and for assistive technology."""
        for piece, tip in zip(self._pieces, tips, strict=True):
            piece.setToolTip(plain_tip(tip) if tip else "")
            piece.setAccessibleDescription(tip)

    def show_chosen(self, places: Collection[int]) -> None:
        """Mark what is chosen; emits nothing."""
        for place, piece in enumerate(self._pieces):
            piece.setChecked(place in places)
        self._let_tab_reach(min(places, default=0))

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of what is chosen, in order."""
        return tuple(i for i, piece in enumerate(self._pieces) if piece.isChecked())

    def entered(self) -> tuple[int, ...]:
        """The places of what is chosen."""
        return self.chosen

    def show_entered(self, entered: object) -> None:
        """Mark what was chosen once; emits nothing."""
        self.show_chosen(entered if isinstance(entered, tuple) else ())

    def take_focus(self) -> None:
        """Focus what is chosen, or the first."""
        self._pieces[min(self.chosen, default=0)].setFocus(Qt.FocusReason.TabFocusReason)

    def take_key(self, piece: object, event: QKeyEvent) -> bool:
        """Move, choose or clear by a key pressed on one of the pieces; whether it was for us."""
        place = self._pieces.index(piece)  # type: ignore[arg-type]
        plain = event.modifiers() in _PLAIN
        if plain and event.key() in _STEPS:
            place = (place + _STEPS[Qt.Key(event.key())]) % len(self._pieces)
            self._let_tab_reach(place)
            self._pieces[place].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if plain and self._clearable and event.key() in _CLEAR:
            self.show_chosen(())
            self.picked.emit(-1)
            return True
        found = self._place_of(event.text()) if event.modifiers() in _PLAIN_OR_SHIFT else None
        if found is None:
            return False
        self._pieces[found].setFocus(Qt.FocusReason.OtherFocusReason)
        self._pieces[found].click()
        return True

    def _place_of(self, key: str) -> int | None:
        for keys in (self._keys, self._more_keys):
            if key and key.upper() in keys:
                return keys.index(key.upper())
        return None

    def _take_click(self) -> None:
        place = self._pieces.index(self.sender())  # type: ignore[arg-type]
        if not self._several:
            self.show_chosen((place,))
        self.picked.emit(place)

    def _let_tab_reach(self, place: int) -> None:
        """Tab goes to one radio button of a group, as everywhere; to every check box."""
        for i, piece in enumerate(self._pieces):
            reached = self._several or i == place
            piece.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            )

    # A group box without a frame and its margins

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setContentsMargins(0, 0, 0, 0)
