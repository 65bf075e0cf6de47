"""How the cells of the library's table are painted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from boardkit.headlines import Headline
from ui.theme import theme
from ui.widgets.library_model import BAND, CHANGED, COMPANY, HEADLINE, SCORE, Index

INSET = 14  # beside the text of a cell, as the theme has it for the header
FIGURE = 30  # the room for a score, before its groove
PALE = 20 / 255  # how much of its colour a pill's ground has
INTERVAL = 90  # opacity of the stretch in which a score lies, of 255


class LibraryCells(QStyledItemDelegate):
    """Whole rows are marked, more strongly where the keyboard is; scores stand on a groove."""

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        # Not by ``initStyleOption``, which asks the model for eight things a cell, of which two are used.
        text, font = index.data(), index.data(Qt.ItemDataRole.FontRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Not by its state: QStyle has so many names that the first window would wait for them.
        marked = option.widget.currentIndex().row() == index.row()
        focused = option.widget.hasFocus()
        _paint_ground(painter, option.rect, marked, focused, index.column() == COMPANY)
        inner = option.rect.adjusted(theme().px(INSET), 0, -theme().px(INSET), 0)
        painter.setFont(option.font if font is None else font)
        headline = index.data(HEADLINE)
        if index.column() == SCORE and headline is not None and headline.score is not None:
            _paint_score(painter, inner, headline, text, marked)
        elif index.column() == BAND and text:
            _paint_pill(painter, inner, text, tone_color(headline))
        else:
            quiet = index.column() == CHANGED and not marked
            painter.setPen(QColor(theme().tones.muted if quiet else theme().tones.ink))
            _paint_text(painter, inner, text)
        painter.restore()


def tone_color(headline: Headline | None) -> QColor:
    """The colour of a score and its band; a word always stands with it."""
    tones = theme().tones
    if headline is None or headline.tone == "plain":
        return QColor(tones.muted)
    return QColor(tones.charts.better if headline.tone == "better" else tones.charts.exposure)


def pill_ground(color: QColor) -> QColor:
    """What a pill's text stands on: the same on marked rows, so that it can always be read."""
    panel = QColor(theme().tones.panel)
    parts = (
        (color.redF(), panel.redF()),
        (color.greenF(), panel.greenF()),
        (color.blueF(), panel.blueF()),
    )
    return QColor.fromRgbF(*(PALE * part + (1 - PALE) * under for part, under in parts))


def pill_width(text: str, font: QFont) -> int:
    """How wide a pill with this text is."""
    return QFontMetrics(_pill_font(font)).horizontalAdvance(text) + 2 * theme().px(9)


def _paint_ground(painter: QPainter, rect: QRect, marked: bool, focused: bool, first: bool) -> None:
    tones, px = theme().tones, theme().px
    if marked:
        _fill(painter, rect, tones.accent_soft if focused else tones.sunken)
    painter.setPen(QColor(tones.hair))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if marked and focused and first:
        _fill(painter, QRect(rect.left(), rect.top(), px(4), rect.height()), tones.accent)


def _fill(painter: QPainter, rect: QRect, tone: str) -> None:
    """As ``fillRect``, which tries for a gradient first, and makes the 169 names of gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone))
    painter.drawRect(rect)


def _paint_text(painter: QPainter, box: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_score(
    painter: QPainter, box: QRect, headline: Headline, text: str, marked: bool
) -> None:
    """The figure, and where it lies from 0 to 100, with its interval."""
    assert headline.score is not None
    px, color = theme().px, tone_color(headline)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    plain = headline.tone == "plain" or marked
    painter.setPen(QColor(theme().tones.ink) if plain else color)
    figure = QRect(box.left(), box.top(), px(FIGURE), box.height())
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(figure, right, text)
    thick = px(6)
    groove = QRectF(figure.right() + px(10), box.center().y() - thick / 2 + 1, 0, thick)
    groove.setRight(box.right())
    if groove.width() < px(20):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme().tones.sunken))
    painter.drawRoundedRect(groove, thick / 2, thick / 2)

    def place(score: float) -> float:
        return groove.left() + groove.width() * score / 100

    if headline.low is not None and headline.high is not None:
        pale = QColor(color)
        pale.setAlpha(INTERVAL)
        painter.setBrush(pale)
        stretch = QRectF(groove)
        stretch.setLeft(place(headline.low))
        stretch.setRight(place(headline.high))
        painter.drawRoundedRect(stretch, thick / 2, thick / 2)
    painter.setBrush(color)
    mark = QRectF(0, 0, px(4), thick + px(6))
    mark.moveCenter(groove.center())
    mark.moveLeft(place(headline.score) - mark.width() / 2)
    painter.drawRoundedRect(mark, px(2), px(2))


def _paint_pill(painter: QPainter, box: QRect, text: str, color: QColor) -> None:
    font = _pill_font(painter.font())
    metrics = QFontMetrics(font)
    width = min(pill_width(text, painter.font()), box.width())
    height = metrics.height() + theme().px(4)
    pill = QRectF(box.left(), box.center().y() - height / 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pill_ground(color))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(color)
    room = int(width) - theme().px(12)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)


def _pill_font(font: QFont) -> QFont:
    smaller = QFont(font)
    smaller.setPixelSize(theme().px(13))
    smaller.setWeight(QFont.Weight.DemiBold)
    return smaller
