"""What leaves Boardkit and comes back: the .boardkit file, and the plain file of answers."""

from boardkit.exchange.boardkit_file import boardkit_bytes
from boardkit.exchange.opening import Opened, open_file, write_file, write_plain

__all__ = [
    "Opened",
    "boardkit_bytes",
    "open_file",
    "write_file",
    "write_plain",
]
