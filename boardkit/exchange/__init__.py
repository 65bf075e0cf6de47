"""What leaves Boardkit and comes back: the .boardkit file, and the plain file of answers."""

from boardkit.exchange.boardkit_file import boardkit_bytes
from boardkit.exchange.opening import Opened, open_file, write_file, write_plain
from boardkit.exchange.shelving import contents_of, keep_evidence, take_into, write_from

__all__ = [
    "Opened",
    "boardkit_bytes",
    "contents_of",
    "keep_evidence",
    "open_file",
    "take_into",
    "write_file",
    "write_from",
    "write_plain",
]
