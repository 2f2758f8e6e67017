"""The frame of a page: its address and its language, which the links around its content keep."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote, urlencode

from souverain.pages import words
from souverain.pages.media import SUFFIXES
from souverain.pages.parameters import Parameters

LANGUAGE = "lang"
# These stand in a path as they are.
SAFE = "/~!$&'()*+,;=:@-._"


class Frame:
    """An address of the site in a language; `path` has neither its suffix nor escapes.

    Raises `BadValue` for a query string that cannot be read.
    """

    def __init__(self, path: str, query: str, language: str) -> None:
        self.language = language
        self.t = words.read(language)
        self.parameters = Parameters(query)
        path, self.suffix = split(path)
        try:
            self.path = unquote(path, errors="strict")
        except UnicodeDecodeError:
            self.path = path

    @property
    def is_language_chosen(self) -> bool:
        """Whether the address names the language, so that links keep it."""
        return LANGUAGE in self.parameters.all

    @property
    def quoted_path(self) -> str:
        """The path with escapes; two slashes at its beginning would name another server."""
        path = quote(self.path, safe=SAFE)
        return f"/.{path}" if path.startswith("//") else path

    def to(self, path: str, **parameters: object) -> str:
        """An address of this site, with parameters, in the language that was chosen."""
        given = {name: str(value) for name, value in parameters.items() if value not in (None, "")}
        if self.is_language_chosen:
            given.setdefault(LANGUAGE, self.language)
        return _address(path) + (f"?{urlencode(given)}" if given else "")

    def here(self, **parameters: object) -> str:
        """This address, with some of its parameters replaced; an empty one takes it away."""
        given = self.parameters.all | {name: [str(value)] for name, value in parameters.items()}
        kept = {name: values for name, values in given.items() if any(values)}
        path = self.quoted_path + (f".{self.suffix}" if self.suffix else "")
        return path + (f"?{urlencode(kept, doseq=True)}" if kept else "")

    def in_language(self, language: str) -> str:
        """This page in that language."""
        return self.here(lang=language)


@lru_cache(maxsize=8192)
def _address(path: str) -> str:
    """A path as it stands in a link; what has escapes keeps them."""
    path = quote(path, safe=SAFE + "%")
    return f"/.{path}" if path.startswith("//") else path


def split(path: str) -> tuple[str, str]:
    """A path and its suffix, where it ends in one that is known."""
    stem, dot, suffix = path.rpartition(".")
    is_one = dot and suffix in SUFFIXES and stem and not stem.endswith("/")
    return (stem, suffix) if is_one else (path, "")
