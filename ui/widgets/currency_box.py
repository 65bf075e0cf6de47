"""Choosing a currency: a list in which typing a code goes to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.currencies import common_currencies, currency_name, current_currencies, local_currency


class CurrencyBox(QComboBox):
    """Common currencies first, then every other one by its code."""

    def __init__(self, locale: str, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Currency")
        self.setMaxVisibleItems(14)
        self.setStyleSheet("QComboBox { combobox-popup: 0; }")  # a list, not a menu of 150 entries
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        wanted = chosen or local_currency(locale)
        common = tuple(dict.fromkeys((*common_currencies(locale), wanted)))
        for code in common:
            self.addItem(currency_name(code, locale), code)
        self.insertSeparator(self.count())
        for code in current_currencies():
            if code not in common:
                self.addItem(currency_name(code, locale), code)
        self.setCurrentIndex(self.findData(wanted))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A long name ends in an ellipsis; Qt would cut it."""
        painter = QStylePainter(self)
        option: Any = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - self.fontMetrics().averageCharWidth()
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def code(self) -> str:
        """The chosen currency's ISO 4217 code."""
        return str(self.currentData())
