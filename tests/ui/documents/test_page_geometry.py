"""Where pages stand in a preview, whatever the zoom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from ui.documents.page_geometry import FULL_SIZE, LEAST, MOST, PageGeometry, Place, Zoom

A4, LETTER = (595.3, 841.9), (612.0, 792.0)
sizes = st.lists(st.sampled_from([A4, LETTER]), min_size=1, max_size=30)
zooms = st.one_of(st.sampled_from(["width", "page"]), st.floats(LEAST, MOST))
rooms = st.builds(QSizeF, st.floats(200, 2000), st.floats(200, 2000))


def laid_out(pages: list[tuple[float, float]], zoom: Zoom, room: QSizeF) -> PageGeometry:
    return PageGeometry.of(pages, zoom, room, margin=20, gap=16)


@given(sizes, zooms, rooms)
def test_pages_stand_apart_inside_the_whole(
    pages: list[tuple[float, float]], zoom: Zoom, room: QSizeF
) -> None:
    made = laid_out(pages, zoom, room)
    for above, below in zip(made.rects, made.rects[1:], strict=False):
        assert 14 <= below.top() - above.bottom() <= 18
    assert all(rect.left() >= 19 for rect in made.rects)
    assert made.rects[-1].bottom() + 19 <= made.size.height()


@given(sizes, rooms)
def test_what_fits_fits(pages: list[tuple[float, float]], room: QSizeF) -> None:
    to_width = laid_out(pages, "width", room)
    assert max(rect.width() for rect in to_width.rects) <= room.width() - 38
    to_page = laid_out(pages, "page", room)
    if to_page.scale > 0.1:
        assert max(rect.height() for rect in to_page.rects) <= room.height() - 38
        assert to_page.scale <= to_width.scale


def test_full_size_is_the_papers_own() -> None:
    rect = laid_out([A4], 1.0, QSizeF(1000, 800)).rects[0]
    assert rect.width() == pytest.approx(A4[0] * FULL_SIZE, abs=1)
    assert rect.center().x() == pytest.approx(500, abs=1)


@given(sizes, zooms, zooms, rooms, st.data())
def test_a_place_stays_when_the_zoom_changes(
    pages: list[tuple[float, float]], before: Zoom, after: Zoom, room: QSizeF, data: st.DataObject
) -> None:
    place = Place(data.draw(st.integers(0, len(pages) - 1)), data.draw(st.floats(0, 0.99)))
    for zoom in (before, after):
        made = laid_out(pages, zoom, room)
        again = made.place_at(made.point_of(place))
        assert again.page == place.page
        assert again.down == pytest.approx(place.down, abs=1e-6)


@given(sizes, zooms, rooms)
def test_pages_in_view_are_those_that_are_seen(
    pages: list[tuple[float, float]], zoom: Zoom, room: QSizeF
) -> None:
    made = laid_out(pages, zoom, room)
    top, bottom = made.size.height() * 0.3, made.size.height() * 0.3 + room.height()
    seen = [i for i, r in enumerate(made.rects) if r.bottom() >= top and r.top() <= bottom]
    assert list(made.pages_between(top, bottom)) == seen


def test_steps_go_up_and_down_and_end() -> None:
    made = laid_out([A4], 1.0, QSizeF(900, 900))
    assert made.step(1) == 1.1
    assert made.step(-1) == 0.9
    assert laid_out([A4], MOST, QSizeF(900, 900)).step(1) == MOST
    assert laid_out([A4], LEAST, QSizeF(900, 900)).step(-1) == LEAST


def test_nothing_is_no_pages() -> None:
    made = laid_out([], "width", QSizeF(900, 900))
    assert made.rects == ()
    assert list(made.pages_between(0, 900)) == []
    assert made.page_at(100) == 0
    assert QPointF(0, 0) == QPointF(made.size.width(), made.size.height())
