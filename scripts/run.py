"""Does the main job on an example: makes its board pack under build/ and prints where it is and what it says."""

import sys
from pathlib import Path

from boardkit.cli import main as boardkit

EXAMPLE = "paperclip-2026-q3"


def main(build: Path = Path("build")) -> int:
    """Writes the example and its board pack; `boardkit report` prints the path and the headline."""
    build.mkdir(parents=True, exist_ok=True)
    assessment = str(build / f"{EXAMPLE}.boardkit")
    pack = str(build / f"{EXAMPLE}.pdf")
    return boardkit(["examples", EXAMPLE, "-o", assessment]) or boardkit(
        ["report", assessment, "-o", pack]
    )


if __name__ == "__main__":
    sys.exit(main())
