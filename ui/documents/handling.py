"""What one does with a finished document: save it, print it, open it elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from boardkit.documents.viewing import PdfPages
from boardkit.exchange.atomic import write_atomically
from ui.desk import Desk
from ui.documents.printing import print_pages, printer_for, wanted_pages
from ui.jobs import Progress
from ui.later import Later
from ui.outside import open_outside

FOLDER = "report/folder"
NO_PROGRAM = "No program on this computer opens it. Save it, and open it elsewhere."


class DocumentHandling(QObject):
    """``said`` brings what came of it, in a sentence; ``printing`` how far the printing is."""

    said = Signal(str)
    saved = Signal()
    printing = Signal(float, str)
    printed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._saved: Path | None = None
        self._printing: Later | None = None

    @property
    def _window(self) -> QWidget:
        window = self.parent()  # which holds this already
        assert isinstance(window, QWidget)
        return window

    # Saving

    def ask_where_to_save(self, name: str) -> Path | None:
        """The place that the person chooses, or None when they choose none."""
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(str(self._desk.settings.value(FOLDER, usual)))
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Save the document", str(folder / name), "PDF documents (*.pdf)"
        )
        if not chosen:
            return None
        target = Path(chosen)
        return target if target.suffix else target.with_suffix(".pdf")

    def save(self, path: Path, target: Path) -> None:
        """Write a copy there, whole or not at all."""

        def work(progress: Progress) -> Path:
            write_atomically(target, path.read_bytes())
            return target

        later = Later(self._desk.jobs, work)
        later.done.connect(self._note_saved)
        later.failed.connect(self._tell)

    def show_folder(self) -> None:
        """Show where the last copy was saved."""
        if self._saved is not None and not open_outside(self._saved.parent):
            self.said.emit(f"The folder could not be opened. It is {self._saved.parent}.")

    def _note_saved(self, target: Path) -> None:
        self._saved = target
        self._desk.settings.setValue(FOLDER, str(target.parent))
        self.said.emit(f"Saved as {target.name} in {target.parent}.")
        self.saved.emit()

    # Opening elsewhere

    def open(self, path: Path) -> None:
        """Open the document with the program that the system has for PDF."""
        if not open_outside(path):
            self.said.emit(NO_PROGRAM)

    # Printing

    def ask_how_to_print(self, pages: PdfPages, name: str, present: int) -> None:
        """Let the person choose a printer, pages and copies, and print; one document at a time."""
        if self.is_printing:
            return
        printer = printer_for(pages, name)
        dialog = QPrintDialog(printer, self._window)
        option = QAbstractPrintDialog.PrintDialogOption
        dialog.setOption(option.PrintCurrentPage)
        dialog.setOption(option.PrintPageRange)
        dialog.setMinMax(1, pages.count)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self.print(printer, pages, wanted_pages(printer, pages.count, present))

    def print(self, printer: QPrinter, pages: PdfPages, wanted: tuple[int, ...]) -> None:
        """Print these pages in the background."""

        def work(progress: Progress) -> int:
            return print_pages(printer, pages, wanted, progress)

        self._printing = Later(self._desk.jobs, work)
        self._printing.moved.connect(self.printing)
        self._printing.done.connect(self._note_printed)
        self._printing.failed.connect(self._note_unprinted)
        self.printing.emit(0.0, "")

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._printing is not None

    def stop_printing(self) -> None:
        """Send no more pages."""
        if self._printing is not None:
            self._printing.cancel()
            self._printing = None
            self.said.emit("Printing was stopped. Pages that had been sent may still come.")
            self.printed.emit()

    def _note_printed(self, count: int) -> None:
        self._printing = None
        self.said.emit(
            "1 page was sent to the printer."
            if count == 1
            else f"{count} pages were sent to the printer."
        )
        self.printed.emit()

    def _note_unprinted(self, fault: Exception) -> None:
        self._printing = None
        self._tell(fault)
        self.printed.emit()

    def _tell(self, fault: Exception) -> None:
        self.said.emit(str(fault))
