"""The entries of the library as a model that stays quick with thousands of them.

It finds and sorts by itself: what Qt would do row by row takes too long for thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from boardkit.headlines import Headline
from boardkit.library.entries import Entry
from ui.moments import lately, short_day
from ui.searching import folded
from ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
COMPANY, PERIOD, BOARD, ANSWERED, SCORE, BAND, CHANGED = range(7)
TITLES = ("Company", "Period", "Board date", "Progress", "Score", "Band", "Last changed")
FALLING = (BOARD, ANSWERED, SCORE, CHANGED)  # what one wants to see from the top down
HEADLINE = Qt.ItemDataRole.UserRole  # of the score and the band: what is to be painted
ALIGNED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NOWHERE = QModelIndex()


class Sort(NamedTuple):
    """By which column, and whether from the top down."""

    column: int = CHANGED
    falling: bool = True


class LibraryModel(QAbstractTableModel):
    """The entries that were found, in the order that was chosen."""

    def __init__(self, locale: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._all: tuple[Entry, ...] = ()  # last changed first
        self._shown: Sequence[Entry] = ()
        self._headlines: dict[str, str] = {}  # those that are newer than the entries
        self._words: dict[str, str] = {}
        self._search: tuple[str, ...] = ()
        self._company = ""
        self._now = datetime.now(UTC)
        self._bold = QFont()
        self.order = Sort()

    # What is in it

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """These, last changed first, as the library lists them."""
        self._all, self._words, self._headlines = tuple(entries), {}, {}
        self._arrange()

    def set_headlines(self, headlines: Mapping[str, str]) -> None:
        """What some assessments amount to, as JSON, computed after the entries were read."""
        self._headlines.update(headlines)
        if self.order.column in (SCORE, BAND):
            self._arrange()
        elif self._shown:
            end = len(self._shown) - 1
            self.dataChanged.emit(self.index(0, SCORE), self.index(end, BAND))

    def search(self, words: str) -> None:
        """Show only what holds each of these words, without case and accents."""
        self._search = tuple(folded(words).split())
        self._arrange()

    def show_company(self, company: str) -> None:
        """Show only this company; nothing means all."""
        self._company = company
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Called by the header."""
        self.order = Sort(column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    @property
    def narrowed(self) -> bool:
        """Whether only some are wanted."""
        return bool(self._search or self._company)

    @property
    def whole(self) -> int:
        """How many there are, found or not."""
        return len(self._all)

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._shown[row]

    def row_of(self, assessment_id: str) -> int | None:
        """The row of an assessment, if it is among those found."""
        return next((i for i, e in enumerate(self._shown) if e.id == assessment_id), None)

    def headline(self, entry: Entry) -> Headline | None:
        """What an entry amounts to, as far as that has been computed."""
        return _read(self._headlines.get(entry.id, entry.headline))

    def _arrange(self) -> None:
        self.beginResetModel()
        self._now = datetime.now(UTC)
        found: Sequence[Entry] = self._all
        if self.narrowed:
            found = [entry for entry in found if self._holds(entry)]
        if self.order != Sort():
            found = sorted(found, key=self._key(), reverse=self.order.falling)
        self._shown = found
        self.endResetModel()

    def _holds(self, entry: Entry) -> bool:
        if self._company and _line(entry.company) != self._company:
            return False
        text = self._text_of(entry) if self._search else ""
        return all(word in text for word in self._search)

    def _text_of(self, entry: Entry) -> str:
        """What can be found, made ready when somebody first looks for something."""
        if entry.id not in self._words:
            day = short_day(entry.board_date, self._locale)
            self._words[entry.id] = folded(f"{entry.company} {entry.period} {day}")
        return self._words[entry.id]

    def _key(self) -> Callable[[Entry], Any]:
        keys: dict[int, Callable[[Entry], Any]] = {
            COMPANY: lambda entry: folded(entry.company),
            PERIOD: lambda entry: _by_year(entry.period),
            BOARD: lambda entry: entry.board_date.isoformat() if entry.board_date else "",
            ANSWERED: lambda entry: entry.answered,
            SCORE: self._by_score,
            BAND: self._by_score,
            CHANGED: lambda entry: entry.changed_at,
        }
        return keys[self.order.column]

    def _by_score(self, entry: Entry) -> tuple[float, float]:
        """Those without a score below those that have one, by how much is answered."""
        headline = self.headline(entry)
        if headline is None:
            return (-3.0, 0.0)
        if headline.enough and not entry.seen:
            return (-2.0, 0.0)
        if headline.score is None:
            return (-1.0, headline.given / max(headline.needed, 1))
        return (headline.score, 0.0)

    # What Qt asks

    def set_font(self, font: QFont) -> None:
        """The font that the company's name is set in."""
        self._bold = font

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        return ALIGNED if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(entry, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNED
        if role == Qt.ItemDataRole.FontRole and column == COMPANY:
            return self._bold
        if role == HEADLINE and column in (SCORE, BAND) and entry.seen:
            return self.headline(entry)
        return None

    def _text(self, entry: Entry, column: int) -> str:
        headline = self.headline(entry)
        if column == COMPANY:
            return _line(entry.company)
        if column == PERIOD:
            return _line(entry.period)
        if column == BOARD:
            return short_day(entry.board_date, self._locale)
        if column == ANSWERED:
            return f"{headline.done} of {headline.asked}" if headline else str(entry.answered)
        if column == SCORE:
            return _score_text(headline) if entry.seen else ""
        if column == BAND:
            return _band_text(headline, entry.seen)
        return _with_milestones(lately(entry.changed_at, self._now, self._locale), entry.milestones)

    def _tip(self, entry: Entry, column: int) -> str | None:
        if column == COMPANY:
            return plain_tip(entry.company)
        headline = self.headline(entry)
        if headline is None or column not in (SCORE, BAND):
            return None
        return plain_tip(_sentence(headline, entry.seen, self._locale))


def companies_of(entries: Sequence[Entry]) -> list[str]:
    """Each company once, in the order of the alphabet."""
    return sorted({_line(entry.company) for entry in entries}, key=folded)


def _score_text(headline: Headline | None) -> str:
    return "" if headline is None or headline.score is None else f"{headline.score:.0f}"


def _band_text(headline: Headline | None, seen: bool) -> str:
    if headline is None:
        return ""
    if not headline.enough:
        return f"{headline.given} of {headline.needed} answers"
    return headline.band if seen else "Not looked at yet"


def _sentence(headline: Headline, seen: bool, locale: str) -> str:
    if not headline.enough:
        return (
            "Too early to say: "
            f"{headline.given} of the {headline.needed} answers that a band needs are there."
        )
    if not seen:
        return (
            "Enough is answered for a band. It stays hidden here until the result is looked at, "
            "since answers that are changed afterwards are marked."
        )
    if headline.score is None:
        return "The answers give no score."
    said = f"{headline.title}: {headline.score:.0f}"
    if headline.low is not None and headline.high is not None:
        said += f", eight times out of ten between {headline.low:.0f} and {headline.high:.0f}"
    return " ".join((f"{said}.", *_chances(headline, locale)))


def _chances(headline: Headline, locale: str) -> Iterator[str]:
    """The band and the verdict, each with its chance."""
    from boardkit.chances import in_draws
    from boardkit.formats import Formats

    formats = Formats(locale)
    if headline.band and headline.band_chance is not None:
        yield f"{headline.band} {in_draws(headline.band_chance, formats)}."
    if headline.verdict and headline.verdict_chance is not None:
        chance = in_draws(headline.verdict_chance, formats)
        yield f"“{headline.verdict}” is the verdict {chance}."


def _with_milestones(when: str, milestones: int) -> str:
    if not milestones:
        return when
    return f"{when}, {milestones} {'milestone' if milestones == 1 else 'milestones'}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _by_year(period: str) -> tuple[str, str]:
    """“Q3 2026” after “Q4 2025”."""
    words = folded(period).split()
    years = [word for word in words if word.isdigit() and len(word) == 4]
    return (years[-1] if years else "", " ".join(words))


@cache
def _read(text: str | None) -> Headline | None:
    return Headline.read(text)
