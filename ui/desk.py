"""What every screen may reach: the library, background work, remembered settings, the look."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from boardkit.library.listing import Listing
from ui.jobs import Jobs
from ui.theme import Theme

if TYPE_CHECKING:
    from boardkit.library import Library


class Desk:
    """Handed to every page when it is made, and never changed."""

    def __init__(
        self, listing: Listing, jobs: Jobs, settings: QSettings, theme: Theme,
        system_locale: str = "en",
    ) -> None:  # fmt: skip
        self.listing = listing  # the library as far as the first window needs it
        self.jobs = jobs
        self.settings = settings
        self.theme = theme
        self.system_locale = system_locale  # as Qt names it

    def over(self, listing: Listing) -> Desk:
        """The same over another library."""
        return Desk(listing, self.jobs, self.settings, self.theme, self.system_locale)

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
