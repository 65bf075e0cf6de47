"""The templates and styles of what Boardkit prints, as data."""
