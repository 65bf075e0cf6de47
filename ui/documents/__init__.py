"""Documents as the window handles them: made in the background, shown page by page, saved and printed."""
