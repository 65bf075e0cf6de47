"""The Boardkit window: what Qt shows of the library, and how a person edits an assessment."""
