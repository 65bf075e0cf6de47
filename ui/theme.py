"""How everything looks: colours, typefaces and sizes, light or dark as the system is.

All sizes follow one text scale, so that text at 200% grows its surroundings with it.
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from boardkit.charts.palette import DARK, PAPER, Palette
from boardkit.typefaces import FACES, SANS, SERIF, face_path

BASE_PIXELS = 15  # body text at 100%
ON_SCREEN = (
    (SANS, 400, "normal"),
    (SANS, 600, "normal"),
    (SANS, 700, "normal"),
    (SERIF, 400, "normal"),
)
ICONS = Path(__file__).with_name("icons")


class Tones(NamedTuple):
    """The colours of the window's own surfaces; the charts' colours come with them."""

    charts: Palette
    page: str  # behind everything
    desk: str  # behind sheets of paper
    panel: str  # cards, rails and bars
    sunken: str  # hover and pressed
    edge: str  # outlines of controls, 3:1 against the panel
    hair: str  # separators
    ink: str
    muted: str
    accent: str  # focus, selection, links
    accent_soft: str  # the ground of what is selected
    on_accent: str
    main: str  # the main button
    on_main: str
    danger: str
    warn_soft: str
    banner: str  # behind the question for the board
    on_banner: str
    on_banner_muted: str


LIGHT_TONES = Tones(
    charts=PAPER, page="#f4f5f8", desk="#e3e7ee", panel="#ffffff", sunken="#e9edf3", edge="#808ca2", hair="#dde1e9",
    ink="#16213a", muted="#566074", accent="#0b6b64", accent_soft="#e5f3f1", on_accent="#ffffff",
    main="#1d3a5f", on_main="#ffffff", danger="#b3320a", warn_soft="#fdf0e8",
    banner="#1d3a5f", on_banner="#ffffff", on_banner_muted="#c9d4e2",
)  # fmt: skip

DARK_TONES = Tones(
    charts=DARK, page="#0f1319", desk="#0b0e13", panel="#171c24", sunken="#242c38", edge="#6d7a8e", hair="#2b333f",
    ink="#eef1f6", muted="#a3adbd", accent="#4fcabd", accent_soft="#12322f", on_accent="#06211e",
    main="#7fb0e8", on_main="#0b1a2c", danger="#ff9468", warn_soft="#3a2317",
    banner="#242c38", on_banner="#eef1f6", on_banner_muted="#a3adbd",
)  # fmt: skip


class Theme(QObject):
    """The look of the running application; ``changed`` fires when the colours or the scale do."""

    changed = Signal()
    made: ClassVar[Theme | None] = None  # the application's one

    def __init__(self, application: QApplication, scale: float | None = None) -> None:
        super().__init__(application)
        Theme.made = self
        self._application = application
        self.scale = scale or system_text_scale()
        self.tones = LIGHT_TONES
        load_typefaces()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        self._follow(hints.colorScheme())
        self._apply()

    def px(self, pixels: float) -> int:
        """A length that grows with the text."""
        return max(1, round(pixels * self.scale))

    def set_scale(self, scale: float) -> None:
        """Text at another size, from 80% to 250%."""
        held = min(max(scale, 0.8), 2.5)
        if held != self.scale:
            self.scale = held
            self._apply()

    def set_dark(self, dark: bool) -> None:
        """Dark or light, whatever the system says."""
        tones = DARK_TONES if dark else LIGHT_TONES
        if tones is not self.tones:
            self.tones = tones
            self._apply()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self.set_dark(scheme == Qt.ColorScheme.Dark)

    def _apply(self) -> None:
        font = QFont(SANS)
        font.setPixelSize(self.px(BASE_PIXELS))
        self._application.setFont(font)
        self._application.setPalette(_palette(self.tones))
        self._application.setStyleSheet(stylesheet(self.tones, self.scale))
        self.changed.emit()


def theme() -> Theme:
    """The theme of the running application; each paint asks for it dozens of times."""
    made = Theme.made
    if made is None or not isValid(made):
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        made = Theme(application)
    return made


def system_text_scale() -> float:
    """How much larger than usual the system wants its text."""
    points = QGuiApplication.font().pointSizeF()
    return min(max(points / 10.0, 1.0), 2.5) if points > 12 else 1.0


def load_typefaces() -> None:
    """Make the faces of the two bundled typefaces known to Qt that are seen on the screen."""
    for face in ON_SCREEN:
        QFontDatabase.addApplicationFont(str(face_path(*FACES[face])))


def _palette(tones: Tones) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tones.page,
        QPalette.ColorRole.WindowText: tones.ink,
        QPalette.ColorRole.Base: tones.panel,
        QPalette.ColorRole.AlternateBase: tones.page,
        QPalette.ColorRole.Text: tones.ink,
        QPalette.ColorRole.PlaceholderText: tones.muted,
        QPalette.ColorRole.Button: tones.panel,
        QPalette.ColorRole.ButtonText: tones.ink,
        QPalette.ColorRole.Highlight: tones.accent,
        QPalette.ColorRole.HighlightedText: tones.on_accent,
        QPalette.ColorRole.Link: tones.accent,
        QPalette.ColorRole.ToolTipBase: tones.panel,
        QPalette.ColorRole.ToolTipText: tones.ink,
    }
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    return palette


def stylesheet(tones: Tones, scale: float) -> str:
    """The style sheet of the whole application.

    Widgets are told apart by the dynamic property ``look``: title, heading, lead, muted, kicker,
    main, state, quiet, menu, link, card, chip, key, warn.
    """

    def px(pixels: float) -> str:
        return f"{max(1, round(pixels * scale))}px"

    values = {key: value for key, value in tones._asdict().items() if isinstance(value, str)}
    sizes = {
        f"s{n}": px(n)
        for n in (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 34)
    }
    # Inside the outline of what has the focus, which is a pixel thicker: then nothing moves.
    sizes |= {f"f{n}": f"{max(0, round(n * scale) - 1)}px" for n in (2, 4, 5, 6, 8, 12, 14, 34)}
    scheme = "dark" if tones is DARK_TONES else "light"
    icons = {name: (ICONS / f"{name}-{scheme}.svg").as_posix() for name in ("tick", "chevron")}
    return _QSS.substitute(values, serif=SERIF, **sizes, **icons)


_QSS = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $page; }
QWidget#page, QWidget#canvas, QScrollArea, QStackedWidget { background: transparent; border: none; }
QWidget#bar, QWidget#rail, QWidget#pane { background: $panel; }
QWidget#bar[edge="bottom"] { border-bottom: 1px solid $hair; }
QWidget#bar[edge="top"] { border-top: 1px solid $hair; }
QWidget#rail { border-right: 1px solid $hair; }
QWidget#pane { border-left: 1px solid $hair; }
QFrame#separator { background: $hair; border: none; }

QLabel { color: $ink; background: transparent; }
QLabel[look="title"] { font-size: $s24; font-weight: 600; }
QLabel[look="headline"] { font-family: "$serif"; font-size: $s30; }
QLabel[look="heading"] { font-size: $s18; font-weight: 600; }
QLabel[look="subheading"] { font-weight: 600; }
QLabel[look="lead"] { color: $muted; font-size: $s16; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: $s13; }
QLabel[look="kicker"] { color: $muted; font-size: $s13; font-weight: 600; }
QLabel[look="figure"] { font-family: "$serif"; font-size: $s34; }
QLabel[look="fault"] { color: $danger; }
QLabel[look="brand"] { font-size: $s18; font-weight: 700; }
QLabel[look="key"] {
  border: 1px solid $edge; border-radius: $s4; padding: 0 $s5; color: $muted; font-size: $s12;
}

QFrame#banner { background: $banner; border-radius: $s10; }
QFrame#banner QLabel[look="kicker"] { color: $on_banner_muted; font-weight: 400; }
QFrame#banner QLabel[look="heading"] { color: $on_banner; font-size: $s20; }

QFrame[look="card"] { background: $panel; border: 1px solid $hair; border-radius: $s10; }
QFrame[look="warn"] { background: $warn_soft; border: none; border-left: $s3 solid $danger; border-radius: $s4; }
QFrame[look="note"] { background: $accent_soft; border: none; border-left: $s3 solid $accent; border-radius: $s4; }
QFrame[look="note"]:focus { border: $s2 solid $accent; border-left: $s3 solid $accent; }

QPushButton, QToolButton {
  background: $panel; color: $ink; border: 1px solid $edge; border-radius: $s7; padding: $s6 $s14;
}
QPushButton:hover, QToolButton:hover { background: $sunken; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked { background: $sunken; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: $f6 $f14; }
QPushButton:disabled, QToolButton:disabled { color: $muted; border-color: $hair; }
QPushButton[look="main"] { background: $main; color: $on_main; border-color: $main; font-weight: 600; }
QPushButton[look="main"]:hover { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[look="main"]:focus { border: 2px solid $accent; }
QPushButton[look="main"]:disabled { background: $sunken; color: $muted; border-color: $hair; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { border-color: transparent; background: transparent; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $sunken; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 2px solid $accent; }
QPushButton[look="tab"] { border-color: transparent; background: transparent; padding: $s6 $s12; color: $muted; }
QPushButton[look="tab"]:checked { background: $sunken; color: $ink; font-weight: 600; }
QPushButton[look="tab"]:focus { border: 2px solid $accent; padding: $f6 $f12; }
QPushButton[look="menu"] { padding: $s6 $s34 $s6 $s14; }
QPushButton[look="menu"]:focus { padding: $f6 $f34 $f6 $f14; }
QPushButton[look="menu"]::menu-indicator {
  image: url("$chevron"); width: $s12; height: $s12; right: $s12;
  subcontrol-origin: border; subcontrol-position: center right;
}
QPushButton[look="state"]:checked { background: $accent_soft; border-color: $accent; font-weight: 600; }
QPushButton[look="link"] {
  border: 1px solid transparent; background: transparent; color: $accent; padding: $s2 $s4; text-align: left;
  text-decoration: underline;
}
QPushButton[look="link"]:disabled { color: $muted; border-color: transparent; text-decoration: none; }
QPushButton[look="link"]:focus { border: 2px solid $accent; padding: $f2 $f4; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {
  background: $panel; color: $ink; border: 1px solid $edge; border-radius: $s6; padding: $s5 $s8;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: $f5 $f8;
}
QLineEdit[fault="true"], QPlainTextEdit[fault="true"] { border: 2px solid $danger; padding: $f5 $f8; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled { color: $muted; background: $page; border-color: $hair; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: $s26; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: $s12; height: $s12; }
QComboBox QAbstractItemView { background: $panel; color: $ink; border: 1px solid $edge; }

QCheckBox, QRadioButton { color: $ink; spacing: $s8; padding: $s3; border: 2px solid transparent; border-radius: $s4; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: $s16; height: $s16; border: 1px solid $edge; background: $panel; }
QCheckBox::indicator { border-radius: $s3; }
QRadioButton::indicator { border-radius: $s8; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent; border: 1px solid $accent; }
QCheckBox::indicator:checked { image: url("$tick"); }
QCheckBox::indicator:checked:disabled { background: $edge; border-color: $edge; }

QSlider { border: 2px solid transparent; border-radius: $s6; min-height: $s22; }
QSlider:focus { border: 2px solid $accent; }
QSlider::groove:horizontal { height: $s4; background: $hair; border-radius: $s2; margin: 0 $s3; }
QSlider::sub-page:horizontal { height: $s4; background: $accent; border-radius: $s2; margin: 0 $s3; }
QSlider::handle:horizontal {
  width: $s12; height: $s16; margin: -$s6 0; border-radius: $s8; background: $panel; border: $s2 solid $accent;
}
QSlider::handle:horizontal:hover { background: $accent_soft; }

QTableView, QListView, QTreeView {
  background: $panel; color: $ink; border: 1px solid $hair; border-radius: $s8; gridline-color: $hair;
  selection-background-color: $accent_soft; selection-color: $ink; alternate-background-color: $page;
}
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; }
QTableView::item, QListView::item { padding: $s4 $s6; }
QListView#thumbs { background: $page; border: none; border-radius: 0; border-right: 1px solid $hair; }
QHeaderView::section {
  background: $panel; color: $muted; border: none; border-bottom: 1px solid $edge; padding: $s6; font-weight: 600;
}
QTableView#library, QTableView#library:focus { border: none; background: transparent; }
QTableView#library QHeaderView::section { padding: $s8 $s14; }
QTabBar::tab { padding: $s6 $s12; }
QProgressBar { background: $sunken; border: none; border-radius: $s3; max-height: $s6; min-height: $s6; }
QProgressBar::chunk { background: $main; border-radius: $s3; }
QScrollBar:vertical { background: transparent; width: $s12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $s12; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: $s4; min-height: $s24; min-width: $s24; margin: $s3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $panel; color: $ink; border: 1px solid $edge; padding: $s4; }
QMenu { background: $panel; color: $ink; border: 1px solid $edge; }
QMenu::item { padding: $s5 $s20; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenuBar { background: $panel; color: $ink; }
QMenuBar::item { padding: $s4 $s10; background: transparent; }
QMenuBar::item:selected { background: $sunken; }
QSplitter::handle { background: $hair; }
""")
