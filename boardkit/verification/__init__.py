"""Whether the numbers printed in a document are what the answers attached to it give.

``verify`` is the way in. The document is made again from what is attached to it, and the two are
set side by side, page by page: their words, how they look, and the numbers attached. Nothing that the
document says of its own numbers is believed. docs/verify.md says what that proves, and what not.
"""

from boardkit.verification.verdict import Difference, Verification
from boardkit.verification.verifying import verify

__all__ = ["Difference", "Verification", "verify"]
