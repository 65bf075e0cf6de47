"""Does the main job: opens the window, or where there is no display makes an example's board pack."""

import sys
from pathlib import Path

from boardkit.cli import has_display
from boardkit.cli import main as boardkit

EXAMPLE = "paperclip-2026-q3"


def main(build: Path = Path("build")) -> int:
    """Opens the window; without a display it writes a pack and prints its path and headline."""
    if has_display():
        return boardkit(["open"])
    build.mkdir(parents=True, exist_ok=True)
    assessment = str(build / f"{EXAMPLE}.boardkit")
    pack = str(build / f"{EXAMPLE}.pdf")
    return boardkit(["examples", EXAMPLE, "-o", assessment]) or boardkit(
        ["report", assessment, "-o", pack]
    )


if __name__ == "__main__":
    sys.exit(main())
