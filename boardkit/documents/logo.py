"""A company's logo, as it came from a file that nobody has looked at."""

from __future__ import annotations

import io
import warnings

from boardkit.errors import RenderingError

SIZE_LIMIT = 5_000_000  # bytes
WIDEST, TALLEST = 1200, 480  # pixels, at which it still prints sharply
PIXELS = 40_000_000
ENDING = ".png"


def clean_logo(data: bytes) -> bytes:
    """A PNG or JPEG drawn anew as a small PNG, with nothing else that the file held.

    Raises RenderingError with a sentence when it is too large, of another kind, or damaged.
    """
    from PIL import Image, ImageFile

    if len(data) > SIZE_LIMIT:
        raise RenderingError("The logo is larger than 5 MB. Choose a smaller picture.")
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES  # WeasyPrint sets it, for everybody in the process
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > PIXELS:
                    raise RenderingError("The logo has too many pixels. Choose a smaller picture.")
                drawn = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise RenderingError(
            "The logo is not a PNG or JPEG picture, or is damaged. Choose another file."
        ) from fault
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    drawn.thumbnail((WIDEST, TALLEST))
    out = io.BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()
