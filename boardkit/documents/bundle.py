"""The styles and typefaces that documents may name, and the way to them.

The only addresses that WeasyPrint may fetch are ``bundle:`` ones, which name a style or a font by its
file name: no file of the user's and no network address is reached.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from boardkit.content import template_folder
from boardkit.typefaces import FACES, face_path

SCHEME = "bundle:"


def bundled_files() -> dict[str, Path]:
    """Every file that a template may name, by file name."""
    styles = {path.name: path for path in template_folder().glob("*/*.css")}
    fonts = {file: face_path(package, file) for package, file in FACES.values()}
    return {**styles, **fonts}


@cache
def bundle_digest() -> str:
    """Changes with any template, style or typeface, and so with what any document looks like."""
    digest = hashlib.sha256()
    for path in sorted(template_folder().glob("*/*")):
        if path.suffix in (".j2", ".css"):
            digest.update(path.name.encode() + path.read_bytes())
    for package, file in sorted(FACES.values()):
        digest.update(f"{file} {face_path(package, file).stat().st_size}".encode())
    return digest.hexdigest()


def bundle_fetcher(pictures: Mapping[str, bytes]) -> Any:
    """What lets WeasyPrint open what is bundled and the pictures that are given, and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    files = bundled_files()

    class BundleFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
        """Opens bundled files by name, and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            name = url.removeprefix(SCHEME)
            if url.startswith(SCHEME) and name in pictures:
                return URLFetcherResponse(url, pictures[name], {"Content-Type": "image/png"})
            if not url.startswith(SCHEME) or name not in files:
                raise FatalURLFetchingError(f"“{url[:80]}” is not part of the bundle")
            kinds = {".css": "text/css", ".ttf": "font/ttf"}
            kind = kinds.get(files[name].suffix, "application/octet-stream")
            return URLFetcherResponse(url, files[name].read_bytes(), {"Content-Type": kind})

    return BundleFetcher()
