"""Where the files that tests read lie."""

from pathlib import Path

FIXTURES = Path(__file__).parents[1] / "fixtures"
ROOT = Path(__file__).parents[2]
