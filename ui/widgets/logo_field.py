"""The company's logo: shown in small, chosen from a file, taken away again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from boardkit.library.evidence import EvidenceStore
from ui.desk import Desk
from ui.jobs import Progress
from ui.later import Later
from ui.logos import KINDS, keep_logo, kept_logo
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, label

GONE = "The logo is not on this computer, so the pages go without it. Choose it again."


class LogoField(QWidget):
    """``chosen`` brings the hash of what was kept, or nothing when the logo was taken away."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self._desk = desk
        self._store = EvidenceStore.beside(desk.library.path)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._picture = QLabel()
        self._picture.setAccessibleName("The logo")
        self._picture.setStyleSheet(f"background: white; padding: {px(6)}px;")
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QWidget()
        buttons.setObjectName("canvas")
        row = FlowLayout(buttons, gap=8)
        self._choose = button("Choose a logo…", tip="PNG, JPEG or SVG, up to 5 MB. A copy is kept.")
        self._choose.clicked.connect(self.ask)
        self._remove = button("Remove", "quiet")
        self._remove.setAccessibleName("Remove the logo")
        self._remove.clicked.connect(self._take_away)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        column.addWidget(buttons)
        self._fault = label("", "fault")
        self._fault.hide()
        column.addWidget(self._fault)

    def fill(self, sha256: str) -> None:
        """Show the logo that is kept under this hash; emits nothing."""
        px = theme().px
        picture = QPixmap()
        picture.loadFromData(kept_logo(self._store, sha256))
        there = not picture.isNull()
        if there:
            ratio = self.devicePixelRatioF()
            picture = picture.scaled(
                round(px(180) * ratio), round(px(48) * ratio), Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )  # fmt: skip
            picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)
        self._picture.setVisible(there)
        self._remove.setVisible(bool(sha256))
        self._choose.setText("Choose another…" if sha256 else "Choose a logo…")
        self._choose.setAccessibleName("Choose another logo" if sha256 else "Choose a logo")
        self._say(GONE if sha256 and not there else "")

    def ask(self) -> None:
        """Let the person choose a file."""
        chosen, _ = QFileDialog.getOpenFileName(self, "Choose a logo", "", KINDS)
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Keep the picture in this file; says so when it cannot be used."""
        store = self._store

        def work(progress: Progress) -> str:
            return keep_logo(store, path)

        later = Later(self._desk.jobs, work)
        later.done.connect(self._take)
        later.failed.connect(self._refuse)

    def _take(self, sha256: str) -> None:
        self.chosen.emit(sha256)

    def _take_away(self) -> None:
        self.chosen.emit("")

    def _refuse(self, fault: Exception) -> None:
        self._say(str(fault))

    def _say(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
