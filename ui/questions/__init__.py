"""One editor per question type."""
