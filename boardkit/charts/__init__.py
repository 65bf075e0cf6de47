"""Charts: pure functions from a result to SVG, for the screen and for paper alike."""
