"""The preview: pages drawn when they are seen, at any zoom, found by their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boardkit.documents.rendering import pdf
from boardkit.documents.viewing import PdfPages
from tests.support.looking import cut_off, nameless, texts
from ui.desk import Desk
from ui.theme import theme
from ui.widgets.page_view import PRESENT
from ui.widgets.preview import Preview

CONTROL = Qt.KeyboardModifier.ControlModifier
COUNT = 12
Show = Callable[..., Preview]


def document(word: str = "meadow", count: int = COUNT) -> bytes:
    parts = "".join(
        f"<h1>Chapter {n}</h1><p>On page {n} there is a {word}.</p>" for n in range(1, count + 1)
    )
    style = "@page { size: A4; margin: 20mm } h1 { break-before: page } body { color: #000 }"
    source = f"<html lang='en'><head><title>T</title><style>{style}</style></head><body>{parts}</body></html>"
    return pdf(source, identifier=b"preview")


MEADOW = document()


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    def shown(data: bytes = MEADOW, width: int = 1000, height: int = 700) -> Preview:
        from boardkit.formats import Formats

        preview = Preview(desk.jobs, Formats("en", "USD"))
        qtbot.addWidget(preview)
        preview.resize(width, height)
        with qtbot.waitExposed(preview):
            preview.show()
        preview.activateWindow()
        preview.take_focus()
        if data:
            preview.show_document(PdfPages(data))
            settle(preview, qtbot)
        return preview

    return shown


def settle(preview: Preview, qtbot: QtBot) -> None:
    pictures = preview._pictures
    qtbot.waitUntil(lambda: pictures._drawing is None and preview._reading is None, timeout=20_000)
    QApplication.processEvents()


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def seen(preview: Preview) -> QImage:
    return preview.view.viewport().grab().toImage()


def test_only_pages_that_are_seen_or_nearly_are_drawn(show: Show, qtbot: QtBot) -> None:
    preview = show(height=420)
    width = preview.view._wish(0)[1]
    drawn = {page for edition, page, wide in preview._pictures._kept if wide == width}
    assert drawn == {0, 1}
    preview.view.go_to(7)
    settle(preview, qtbot)
    drawn = {page for edition, page, wide in preview._pictures._kept if wide == width}
    assert drawn == {0, 1, 6, 7, 8}


def test_pages_are_drawn_in_the_screens_own_pixels(show: Show) -> None:
    preview = show()
    page, width = preview.view._wish(0)
    assert preview._pictures.picture(page, width).width() == width
    assert width == round(preview.view._geometry.rects[0].width() * preview.devicePixelRatioF())


def test_the_keyboard_goes_through_the_pages(show: Show) -> None:
    preview = show()
    view = preview.view
    press(view, Qt.Key.Key_Right)
    assert view.page == 1
    press(view, Qt.Key.Key_End)
    assert view.page == COUNT - 1
    assert f"of {COUNT}" in texts(preview)
    press(view, Qt.Key.Key_Home)
    assert view.page == 0
    press(view, Qt.Key.Key_PageDown)
    press(view, Qt.Key.Key_PageDown)
    assert view.page == 1


def test_a_page_is_gone_to_by_number_and_by_its_small_picture(show: Show) -> None:
    preview = show()
    number = preview._bar._number
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "9")
    press(number, Qt.Key.Key_Return)
    assert preview.view.page == 8
    number.selectAll()
    QTest.keyClicks(number, "99")
    press(number, Qt.Key.Key_Return)
    assert number.text() == "9"
    preview._thumbs.setFocus()
    press(preview._thumbs, Qt.Key.Key_Up)
    assert preview.view.page == 7
    assert preview._thumbs.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Page 8: Chapter 8"
    )


def test_zoom_by_keys_keeps_the_place(show: Show) -> None:
    preview = show()
    view = preview.view
    view.go_to(5)
    before, place = view.scale, view.place()
    press(view, Qt.Key.Key_Plus, CONTROL)
    assert view.scale > before
    assert view.page == 5
    after = view.place()
    assert after.page == place.page
    assert after.down == pytest.approx(place.down, abs=0.01)
    press(view, Qt.Key.Key_Minus, CONTROL)
    press(view, Qt.Key.Key_Minus, CONTROL)
    assert view.scale < before
    press(view, Qt.Key.Key_0, CONTROL)
    assert (view.zoom, view.scale) == ("width", before)
    press(view, Qt.Key.Key_9, CONTROL)
    assert view.zoom == "page"
    assert view._geometry.rects[5].height() < view.viewport().height()
    assert view.page == 5


def test_the_wheel_zooms_round_what_it_points_at(show: Show) -> None:
    preview = show()
    view = preview.view
    spot = QPointF(view.viewport().width() * 0.6, 300)
    before = view._geometry.place_at(view._corner() + spot)
    event = QWheelEvent(
        spot, view.viewport().mapToGlobal(spot), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    after = view._geometry.place_at(view._corner() + spot)
    assert view.zoom != "width"
    assert after.page == before.page
    assert after.down == pytest.approx(before.down, abs=0.01)


def test_words_are_found_and_marked(show: Show, qtbot: QtBot) -> None:
    preview = show()
    preview.open_search()
    field = preview._search.field
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "MEADOW")
    qtbot.waitUntil(lambda: f"1 of {COUNT}" in texts(preview), timeout=20_000)
    assert present_marks(seen(preview)) > 100
    press(field, Qt.Key.Key_Return)
    assert preview.view.page == 1
    press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.view.page == COUNT - 1
    QTest.keyClicks(field, "s in bloom")
    qtbot.waitUntil(lambda: "Nothing found" in texts(preview), timeout=20_000)
    press(field, Qt.Key.Key_Escape)
    assert preview._search.isHidden()
    assert preview.view.hasFocus()
    assert present_marks(seen(preview)) == 0


def present_marks(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y) == PRESENT
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_a_new_document_takes_over_without_a_flash_of_white(show: Show, qtbot: QtBot) -> None:
    preview = show()
    preview.view.go_to(3)
    settle(preview, qtbot)
    before = seen(preview)
    preview.show_document(PdfPages(document("forest")))
    assert seen(preview) == before
    assert preview.view.page == 3
    settle(preview, qtbot)
    assert seen(preview) != before
    preview.show_document(PdfPages(document(count=2)))
    settle(preview, qtbot)
    assert preview.view.page == 1
    assert "of 2" in texts(preview)


def test_paper_is_white_in_the_dark_too(show: Show, qtbot: QtBot) -> None:
    theme().set_dark(True)
    preview = show()
    settle(preview, qtbot)
    rect = preview.view._geometry.rects[0]
    image = seen(preview)
    assert image.pixelColor(int(rect.left()) + 9, int(rect.top()) + 9).name() == "#ffffff"
    assert image.pixelColor(4, 40).name() == theme().tones.desk


def test_what_a_page_says_is_told_and_copied(show: Show, qtbot: QtBot) -> None:
    preview = show()
    preview.view.go_to(2)
    settle(preview, qtbot)
    assert preview.view.accessibleName() == f"Page 3 of {COUNT}"
    assert "On page 3 there is a meadow." in preview.view.accessibleDescription()
    press(preview.view, Qt.Key.Key_C, CONTROL)
    assert "On page 3 there is a meadow." in QGuiApplication.clipboard().text()


def test_a_narrow_preview_goes_without_small_pages(show: Show) -> None:
    assert show(width=1000)._thumbs.isVisible()
    assert not show(width=500)._thumbs.isVisible()


@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (420, 1.0), (1024, 2.0)])
def test_nothing_is_cut_off_and_everything_has_a_name(width: int, scale: float, show: Show) -> None:
    theme().set_scale(scale)
    preview = show(width=width)
    preview.open_search()
    assert cut_off(preview) == []
    assert nameless(preview) == []


def test_without_a_document_there_is_nothing_to_press(show: Show) -> None:
    preview = show(b"")
    assert preview.pages is None
    preview.open_search()
    assert preview._search.isHidden()
    press(preview.view, Qt.Key.Key_End)
    press(preview.view, Qt.Key.Key_Plus, CONTROL)
    assert preview.view.accessibleName() == "No pages yet"
