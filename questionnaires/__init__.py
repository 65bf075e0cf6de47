"""The questionnaires that ship with Boardkit, as data."""
