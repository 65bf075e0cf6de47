"""Charts on the screen: the SVG of the library, crisp, in the window's colours, and spoken."""

from __future__ import annotations

import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from boardkit.charts.palette import DARK, PAPER, Palette
from boardkit.charts.svg import Drawing
from ui.desk import Desk
from ui.theme import theme
from ui.widgets.chart_view import ChartView

Show = Callable[..., QWidget]


class Block:
    """A chart that is half as high as wide, filled, and remembers what it was drawn for."""

    def __init__(self) -> None:
        self.drawn: list[tuple[Palette, float]] = []

    def __call__(self, palette: Palette, width: float) -> str:
        self.drawn.append((palette, width))
        drawing = Drawing(width, width / 2, "Two & two are four.")
        drawing.rect(0, 0, width, width / 2, palette.exposure)
        return drawing.svg()


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Show:
    """Puts a chart into a window of a width."""
    holders = []

    def shown(chart: ChartView, width: int = 400) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(chart)
        layout.addStretch(1)
        holder.resize(width, 900)
        holders.append(holder)
        qtbot.addWidget(holder)
        with qtbot.waitExposed(holder):
            holder.show()
        return holder

    return shown


def color_at(chart: ChartView, x: int, y: int) -> str:
    return chart.grab().toImage().pixelColor(x, y).name()


def test_it_is_as_high_as_its_width_makes_it(show: Show) -> None:
    block = Block()
    chart = ChartView(block, least=100)
    holder = show(chart)
    assert chart.height() == 200
    assert block.drawn[-1][1] == 400
    holder.resize(600, 900)
    QApplication.processEvents()
    assert chart.height() == 300
    assert color_at(chart, 599, 299) == PAPER.exposure


def test_it_is_redrawn_in_the_colours_of_the_theme_on_the_ground_of_its_card(show: Show) -> None:
    block = Block()
    chart = ChartView(block, least=100)
    show(chart)
    assert color_at(chart, 5, 5) == PAPER.exposure
    theme().set_dark(True)
    QApplication.processEvents()
    assert color_at(chart, 5, 5) == DARK.exposure
    assert block.drawn[-1][0].ground == theme().tones.panel


def test_its_type_grows_with_the_text_around_it(show: Show) -> None:
    block = Block()
    chart = ChartView(block, least=100)
    show(chart)
    theme().set_scale(2.0)
    QApplication.processEvents()
    chart.grab()
    assert block.drawn[-1][1] == 200  # half as many CSS pixels, each twice as large
    assert chart.height() == 200


def test_with_little_room_it_is_scaled_down_whole(show: Show) -> None:
    block = Block()
    chart = ChartView(block, least=500)
    show(chart, width=250)
    chart.grab()
    assert block.drawn[-1][1] == 500
    assert chart.height() == 125
    assert color_at(chart, 249, 124) == PAPER.exposure


def test_it_is_drawn_in_the_pixels_of_the_screen(show: Show) -> None:
    class Fine(ChartView):
        def devicePixelRatioF(self) -> float:
            return 2.0

    chart = Fine(Block(), least=100)
    show(chart)
    image = chart.rendered(2.0)
    assert (image.width(), image.height()) == (800, 400)
    assert image.devicePixelRatio() == 2.0
    assert image.pixelColor(799, 399) == QColor(PAPER.exposure)


def test_semibold_type_is_heavier_than_regular(show: Show) -> None:
    def ink(weight: int) -> int:
        def draw(palette: Palette, width: float) -> str:
            drawing = Drawing(width, 40, "A word.")
            drawing.text(4, 28, "Exposure", "#000000", size=24, weight=weight)
            return drawing.svg()

        chart = ChartView(draw, least=100)
        show(chart, width=200)
        image = chart.rendered(1.0).convertToFormat(QImage.Format.Format_ARGB32)
        return sum(
            image.pixelColor(x, y).alpha()
            for x in range(image.width())
            for y in range(image.height())
        )

    regular, semibold, bold = ink(400), ink(600), ink(700)
    assert regular * 1.08 < semibold < bold


def test_it_is_announced_as_a_picture_that_says_what_it_shows(show: Show) -> None:
    chart = ChartView(Block(), least=100)
    show(chart)
    assert chart.accessibleName() == "Two & two are four."
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.role() == QAccessible.Role.Graphic


def test_it_draws_nothing_while_it_is_out_of_sight(qtbot: QtBot, desk: Desk) -> None:
    painted: list[int] = []

    class Counting(ChartView):
        def rendered(self, ratio: float) -> QImage:
            painted.append(1)
            return super().rendered(ratio)

    area = QScrollArea()
    area.setWidgetResizable(True)
    canvas = QWidget()
    layout = QVBoxLayout(canvas)
    layout.addSpacing(5000)
    layout.addWidget(Counting(Block(), least=100))
    area.setWidget(canvas)
    area.resize(400, 300)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    assert painted == []
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert painted == [1]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() - 20)
    QApplication.processEvents()
    assert painted == [1]


def test_it_is_freed(qtbot: QtBot, desk: Desk) -> None:
    chart = ChartView(Block(), least=100)
    gone = weakref.ref(chart)
    chart.deleteLater()
    del chart
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert gone() is None
