"""What every screen may reach: the library, background work, remembered settings, the look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from boardkit.library.listing import Listing
from ui.jobs import Jobs
from ui.theme import Theme

if TYPE_CHECKING:
    from boardkit.library import Library


@dataclass(frozen=True)
class Desk:
    """Handed to every page when it is made."""

    listing: Listing  # the library as far as the first window needs it
    jobs: Jobs
    settings: QSettings
    theme: Theme
    system_locale: str = "en"  # as Qt names it

    @cached_property
    def locale(self) -> str:
        """The same as Babel names it; English where Babel does not know it."""
        from babel import Locale, UnknownLocaleError

        try:
            return str(Locale.parse(self.system_locale))
        except (UnknownLocaleError, ValueError):
            return "en"

    @cached_property
    def library(self) -> Library:
        """The whole library, whose models are imported when it is first asked for."""
        from boardkit.library import Library

        if isinstance(self.listing, Library):
            return self.listing
        return Library(self.listing.connections, self.listing.author)
