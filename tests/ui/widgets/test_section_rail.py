"""The rail of sections: its rows move closer together before any goes out of sight."""

from pytestqt.qtbot import QtBot

from ui.theme import theme
from ui.widgets.section_rail import ROOMY, TIGHT, Entry, SectionRail


def test_rows_stand_closer_while_that_keeps_the_last_in_sight(qtbot: QtBot) -> None:
    theme().set_scale(1.0)
    rail = SectionRail()
    qtbot.addWidget(rail)
    rail.resize(255, 600)
    rail.show()
    few = tuple(Entry(str(n), f"Section {n}", 0, 4) for n in range(8))
    rail.show_entries(few, "0")
    assert rail.air == ROOMY
    many = (*few, *(Entry(str(n), f"Section {n}", 0, 4) for n in range(8, 18)))
    rail.show_entries(many, "0")
    assert rail.air == TIGHT
    last = rail.item(rail.count() - 1)
    qtbot.waitUntil(lambda: rail.visualItemRect(last).bottom() <= rail.viewport().height())
    rail.resize(255, 900)
    assert rail.air == ROOMY
    qtbot.waitUntil(lambda: rail.visualItemRect(last).bottom() <= rail.viewport().height())
