"""The library's table: found by words, sorted by columns, worked by keyboard."""

import json
import time
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from boardkit.headlines import Headline
from boardkit.library import Entry, Place
from ui.desk import Desk
from ui.widgets.library_model import (
    ANSWERED,
    BAND,
    BOARD,
    CHANGED,
    COMPANY,
    PERIOD,
    SCORE,
    LibraryModel,
    Sort,
)
from ui.widgets.library_table import LibraryTable

NOW = datetime.now(UTC)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def entry(number: int, company: str, period: str = "Q3 2026", **more: object) -> Entry:
    values: dict[str, object] = {
        "id": f"id{number}", "company": company, "period": period,
        "board_date": date(2026, 12, 15), "questionnaire_id": "q", "questionnaire_version": "1.0.0",
        "answered": number, "milestones": 0, "seen": True, "changed_seq": number, "created_at": NOW, "changed_at": NOW - timedelta(days=number),
    }  # fmt: skip
    return Entry(**{**values, **more})  # type: ignore[arg-type]


ENTRIES = (
    entry(1, "Zebra"),
    entry(2, "Éclair & Fils", "Q4 2025", board_date=None),
    entry(3, "apple", "Q1 2026", board_date=date(2026, 1, 5)),
    entry(4, "Mango", "Q2 2026"),
)


@pytest.fixture
def table(qtbot: QtBot, desk: Desk) -> LibraryTable:
    made = LibraryTable()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.show_entries(ENTRIES)
    return made


def column(table: LibraryTable, number: int = COMPANY) -> list[str]:
    found = table.found
    return [found.index(row, number).data() for row in range(found.rowCount())]


def test_the_model_keeps_qts_promises(desk: Desk) -> None:
    model = LibraryModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, None
    )
    model.set_entries(ENTRIES)
    model.sort(COMPANY, UP)
    model.search("e")
    model.show_company("Zebra")
    model.set_headlines({"id1": ""})
    model.search("")
    model.show_company("")
    model.set_entries(ENTRIES[:2])
    assert model.rowCount() == 2
    tester.deleteLater()


def test_it_starts_with_what_changed_last(table: LibraryTable) -> None:
    assert column(table) == ["Zebra", "Éclair & Fils", "apple", "Mango"]
    assert table.current == ENTRIES[0]


@pytest.mark.parametrize(
    ("number", "order", "companies"),
    [
        (COMPANY, UP, ["apple", "Éclair & Fils", "Mango", "Zebra"]),
        (COMPANY, DOWN, ["Zebra", "Mango", "Éclair & Fils", "apple"]),
        (PERIOD, UP, ["Éclair & Fils", "apple", "Mango", "Zebra"]),
        (BOARD, UP, ["Éclair & Fils", "apple", "Zebra", "Mango"]),
        (ANSWERED, DOWN, ["Mango", "apple", "Éclair & Fils", "Zebra"]),
        (CHANGED, UP, ["Mango", "apple", "Éclair & Fils", "Zebra"]),
    ],
)
def test_it_is_sorted_by_any_column(
    table: LibraryTable, number: int, order: Qt.SortOrder, companies: list[str]
) -> None:
    table.sortByColumn(number, order)
    assert column(table) == companies


def test_the_marked_one_stays_marked_when_the_order_changes(table: LibraryTable) -> None:
    table.mark("id3")
    table.sortByColumn(COMPANY, UP)
    assert table.current == ENTRIES[2]
    table.show_entries(ENTRIES[1:])
    assert table.current == ENTRIES[2]


def test_clicking_a_header_sorts(qtbot: QtBot, table: LibraryTable) -> None:
    header = table.horizontalHeader()
    place = header.rect().topLeft()
    place.setX(header.sectionViewportPosition(COMPANY) + 30)
    place.setY(header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert column(table) in (
        ["apple", "Éclair & Fils", "Mango", "Zebra"],
        ["Zebra", "Mango", "Éclair & Fils", "apple"],
    )


@pytest.mark.parametrize(
    ("words", "companies"),
    [
        ("ECLAIR", ["Éclair & Fils"]),
        ("éc fil", ["Éclair & Fils"]),
        ("q4", ["Éclair & Fils"]),
        ("2026 zeb", ["Zebra"]),
        ("dec 2026", ["Zebra", "Mango"]),
        ("zebra 2025", []),
        ("   ", ["Zebra", "Éclair & Fils", "apple", "Mango"]),
    ],
)
def test_words_find_rows_without_case_and_accents(
    table: LibraryTable, words: str, companies: list[str]
) -> None:
    table.found.search(words)
    assert column(table) == companies


def test_what_is_shown(table: LibraryTable) -> None:
    row = [table.found.index(1, number).data() for number in range(5)]
    assert row[:4] == ["Éclair & Fils", "Q4 2025", "", "2"]


def headline(score: float | None, given: int = 22) -> str:
    return json.dumps(
        Headline(
            title="Exposure", score=score, low=None if score is None else score - 6,
            high=None if score is None else score + 5, band="" if score is None else "Exposed",
            band_chance=None if score is None else 0.914, tone="exposure",
            verdict="" if score is None else "Neither yet",
            verdict_chance=None if score is None else 0.9999,
            enough=score is not None, given=given, needed=22, done=30, asked=82,
        ).data()
    )  # fmt: skip


def test_a_score_is_shown_once_it_may_be(table: LibraryTable) -> None:
    table.show_entries(
        (
            entry(1, "Scored", headline=headline(61.4)),
            entry(2, "Early", headline=headline(None, given=14)),
            entry(3, "Unseen", headline=headline(40.0), seen=False),
            entry(4, "Unknown"),
        )
    )
    assert column(table, SCORE) == ["61", "", "", ""]
    assert column(table, BAND) == ["Exposed", "14 of 22 answers", "Not looked at yet", ""]
    assert column(table, ANSWERED) == ["30 of 82", "30 of 82", "30 of 82", "4"]
    tip = Qt.ItemDataRole.ToolTipRole
    said = table.found.index(0, SCORE).data(tip)
    assert (
        "Exposure: 61, eight times out of ten between 55 and 66. Exposed in 91% of draws." in said
    )
    assert "“Neither yet” is the verdict in over 99% of draws." in said
    assert "40" not in table.found.index(2, BAND).data(tip)
    table.grab()  # painted without a warning


def test_scores_are_sorted_with_those_that_have_none_at_the_end(table: LibraryTable) -> None:
    table.show_entries(
        (
            entry(1, "None"),
            entry(2, "Unseen", headline=headline(99.0), seen=False),
            entry(3, "Low", headline=headline(10.0)),
            entry(4, "Early", headline=headline(None, given=3)),
            entry(5, "High", headline=headline(80.0)),
        )
    )
    table.sort_by(Sort(SCORE, falling=True))
    assert column(table) == ["High", "Low", "Early", "Unseen", "None"]
    table.found.set_headlines({"id1": headline(50.0)})
    assert column(table) == ["High", "None", "Low", "Early", "Unseen"]


def test_milestones_are_counted(table: LibraryTable) -> None:
    table.show_entries((entry(1, "One", milestones=1), entry(2, "Two", milestones=2)))
    assert [text.partition(", ")[2] for text in column(table, CHANGED)] == [
        "1 milestone",
        "2 milestones",
    ]


def test_one_company_alone(table: LibraryTable) -> None:
    table.show_entries((entry(1, "A  Ltd"), entry(2, "B Ltd"), entry(3, "A Ltd", "Q1 2026")))
    table.found.show_company("A Ltd")
    assert column(table) == ["A Ltd", "A Ltd"]
    table.found.search("q1")
    assert len(column(table)) == 1
    table.found.show_company("")
    table.found.search("")
    assert len(column(table)) == 3


@pytest.mark.parametrize(
    ("place", "key", "signal"),
    [
        ("live", "e", "archiving"),
        ("archived", "e", "unarchiving"),
        ("deleted", "e", "restoring"),
        ("deleted", "return", "restoring"),
    ],
)
def test_what_can_be_done_depends_on_the_place(
    qtbot: QtBot, table: LibraryTable, place: Place, key: str, signal: str
) -> None:
    table.show_place(place)
    table.mark("id4")
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    with qtbot.waitSignal(getattr(table, signal)) as asked:
        if key == "e":
            qtbot.keyClick(table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        else:
            qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["id4"]


def test_a_name_that_looks_like_markup_stays_a_text(table: LibraryTable) -> None:
    table.show_entries((entry(1, "<b>Bold</b>"),))
    assert column(table) == ["<b>Bold</b>"]
    tip = table.found.index(0, COMPANY).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "opened"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "opened"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "renaming"),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, "duplicating"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "deleting"),
        (Qt.Key.Key_M, BOTH, "milestones_wanted"),
        (Qt.Key.Key_N, BOTH, "next_wanted"),
    ],
)
def test_keys_ask_for_what_they_do(
    qtbot: QtBot, table: LibraryTable, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    table.mark("id3")
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    with qtbot.waitSignal(getattr(table, signal)) as asked:
        qtbot.keyClick(table, key, modifier)
    assert asked.args == ["id3"]


def test_a_double_click_opens(qtbot: QtBot, table: LibraryTable) -> None:
    place = table.visualRect(table.found.index(1, PERIOD)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened) as asked:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["id2"]


def test_the_menu_holds_the_same(qtbot: QtBot, table: LibraryTable) -> None:
    table.mark("id4")
    menu = table.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [
        "Open", "Compare with…", "Milestones…", "Next assessment from this one…", "Rename…",
        "Duplicate", "Archive", "Delete", "Sort by",
    ]  # fmt: skip
    with qtbot.waitSignal(table.deleting) as asked:
        next(a for a in menu.actions() if a.text() == "Delete").trigger()
    assert asked.args == ["id4"]
    sort = menu.actions()[-1].menu()
    sort.actions()[COMPANY].trigger()  # type: ignore[attr-defined]
    assert column(table)[0] == "apple"
    menu.deleteLater()


def mark_both(qtbot: QtBot, table: LibraryTable, *ids: str) -> None:
    """As with the keyboard or the mouse: one after another, with Control held down."""
    table.clearSelection()
    for one in ids:
        row = table.found.row_of(one)
        assert row is not None
        place = table.visualRect(table.found.index(row, COMPANY)).center()
        held = Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)


def test_two_that_are_marked_are_compared_the_earlier_with_the_later(
    qtbot: QtBot, table: LibraryTable
) -> None:
    with qtbot.waitSignal(table.pair_marked, check_params_cb=lambda pair: pair):
        mark_both(qtbot, table, "id1", "id3")
    texts = [action.text() for action in table.menu().actions() if action.text()]
    assert texts == ["Compare these two", "Sort by"]
    with qtbot.waitSignal(table.compare_wanted) as asked:
        qtbot.keyClick(table, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["id3", "id1"]
    with qtbot.assertNotEmitted(table.deleting):  # of which of the two?
        qtbot.keyClick(table, Qt.Key.Key_Delete)


def test_one_is_compared_with_what_is_chosen_then(qtbot: QtBot, table: LibraryTable) -> None:
    table.mark("id2")
    with qtbot.waitSignal(table.compare_wanted) as asked:
        next(a for a in table.menu().actions() if a.text() == "Compare with…").trigger()
    assert asked.args == ["", "id2"]


@pytest.mark.parametrize("ids", [("id1", "id5"), ("id1", "id2", "id3")])
def test_what_cannot_be_compared_is_told(
    qtbot: QtBot, table: LibraryTable, ids: tuple[str, ...]
) -> None:
    table.show_entries((*ENTRIES, entry(5, "Other", questionnaire_id="another")))
    mark_both(qtbot, table, *ids)
    assert table.pair is None
    action = next(a for a in table.menu().actions() if a.text().startswith("Compare"))
    assert action.text() == "Compare: mark two that answer the same questionnaire"
    assert not action.isEnabled()
    with qtbot.assertNotEmitted(table.compare_wanted):
        qtbot.keyClick(table, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)


def test_tab_leaves_the_table(qtbot: QtBot, table: LibraryTable) -> None:
    assert not table.tabKeyNavigation()


def test_nothing_is_asked_of_an_empty_table(qtbot: QtBot, table: LibraryTable) -> None:
    table.show_entries(())
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.current is None


def test_thousands_of_rows_stay_quick(table: LibraryTable) -> None:
    many = tuple(entry(i, f"Company {i * 7919 % 5000:04}") for i in range(5000))
    began = time.perf_counter()
    table.show_entries(many)
    for number in range(5):
        table.sortByColumn(number, UP)
    for words in ("c", "co", "com", "company 4321"):
        table.found.search(words)
    table.grab()
    assert time.perf_counter() - began < 3
    assert table.found.rowCount() == 1
