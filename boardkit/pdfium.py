"""The one lock of PDFium, which must never be called from two threads at once."""

from threading import RLock

PDFIUM = RLock()
