"""One page that is being made: what was asked, and what every view needs for its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlencode

from souverain.document import Asked, Document
from souverain.errors import NoFormat, NoSuchPage
from souverain.explanation import Explainer
from souverain.pages import rendering, words
from souverain.pages.linked.links import header
from souverain.pages.media import EXTENSIONS, HTML, SUFFIXES
from souverain.pages.parameters import Parameters
from souverain.pages.telling import Told

if TYPE_CHECKING:
    from souverain.pages.site import Site

LANGUAGE = "lang"
VERSION = "version"
# These stand in a path as they are.
SAFE = "/~!$&'()*+,;=:@-._"


class Page:
    """A request, matched to its view.

    `path` is the address without its suffix, and without escapes; `parts` are what the pattern of
    the route left open, in order.
    """

    def __init__(self, site: Site, asked: Asked) -> None:
        self.site = site
        self.asked = asked
        self.language = asked.language
        self.t = words.read(asked.language)
        self.parameters = Parameters(asked.query)
        path, suffix = _split(asked.path)
        self.suffix = suffix
        try:
            self.path = unquote(path, errors="strict")
        except UnicodeDecodeError:
            self.path = path
        self.parts: tuple[str, ...] = ()
        self.offered: tuple[str, ...] = ()

    # What the data say.

    @property
    def explainer(self) -> Explainer:
        """Sentences about the graph, in the language of the page."""
        return self.site.explainer(self.language)

    def told(self, iri: str) -> Told:
        """A thing as it is shown anywhere: its sentence, its quotes, its article, its state."""
        return self.site.told(iri, self.language)

    def name(self, iri: str) -> str:
        """What a thing is called, in the language of the page."""
        return self.explainer.name(iri)

    def label(self, iri: str) -> str:
        """What a class, a property or a concept is called, in the language of the page."""
        return self.explainer.label(iri)

    # Addresses.

    @property
    def is_language_chosen(self) -> bool:
        """Whether the address names the language, so that links keep it."""
        return LANGUAGE in self.parameters.all

    @cached_property
    def iri(self) -> str:
        """The IRI whose address this is; empty for a page that is of no thing of the graph."""
        return self.site.library.find(self.path, _split(self.asked.path)[0])

    @property
    def address(self) -> str:
        """The same with everything escaped that does not stand in a URI (RFC 3987, 3.1)."""
        return quote(self.iri, safe=SAFE + "%#?[]")

    @property
    def is_permanent(self) -> bool:
        """Whether the address names the version of the data."""
        return VERSION in self.parameters.all

    @property
    def quoted_path(self) -> str:
        """The path with escapes; two slashes at its beginning would name another server."""
        path = quote(self.path, safe=SAFE)
        return f"/.{path}" if path.startswith("//") else path

    @cached_property
    def canonical(self) -> str:
        """The whole address of the page, without its suffix and what does not change it."""
        return self.asked.origin + self.quoted_path

    def href(self, iri: str) -> str:
        """Where a thing is read: here for those of the graph, and elsewhere for all others.

        Empty for an IRI that a browser must not follow.
        """
        base = self.site.base
        if not iri.startswith(base):
            return iri if iri.startswith(("https://", "http://")) else ""
        path, _, fragment = iri.removeprefix(base).partition("#")
        return self.to(f"/{path}") + (f"#{fragment}" if fragment else "")

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

    # Answers.

    def format(self, *offered: str) -> str:
        """The media type to answer in: that of the suffix, else the most wanted.

        Raises `NoSuchPage` for a suffix, and `NoFormat` for an Accept header, that does not fit.
        """
        if self.suffix:
            if SUFFIXES[self.suffix] not in offered:
                raise NoSuchPage(self.asked.path)
            return SUFFIXES[self.suffix]
        for media_type in self.asked.accept.split(","):
            if media_type in offered:
                return media_type
        raise NoFormat(offered)

    def alternatives(self, *offered: str) -> list[tuple[str, str]]:
        """Each media type with the address of this page in it, parameters and all."""
        given = {name: values[0] for name, values in self.parameters.all.items() if values[0]}
        query = f"?{urlencode(given)}" if given else ""
        return [(name, f"{self.quoted_path}.{EXTENSIONS[name]}{query}") for name in offered]

    def take_as_path(self, path: str) -> None:
        """Read the address as that path, without escapes, and without a suffix."""
        self.path, self.suffix = path, ""
        self.__dict__.pop("iri", None)

    def render(self, template: str, *offered: str, **values: object) -> Document:
        """An HTML document; `offered` are the media types in which it is to be had besides."""
        others = self.alternatives(*(offered or self.offered))
        content = (
            rendering.environment()
            .get_template(template)
            .render(page=self, t=self.t, language=self.language, others=others, **values)
        )
        return self.document(HTML, content.encode("utf-8"), links=others)

    def document(
        self,
        media_type: str,
        content: bytes,
        *,
        links: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> Document:
        """A document, with `Link` headers to itself and to its alternatives (RFC 8288)."""
        lines = {"Link": header(self, links), **(headers or {})}
        if media_type == HTML:
            lines["Content-Language"] = self.language
        return Document(200, media_type, content, tuple(lines.items()))

    def redirect(self, location: str, status: int = 303) -> Document:
        """The word that something is to be read elsewhere."""
        return Document(status, "text/plain", b"", (("Location", location),))


@lru_cache(maxsize=8192)
def _address(path: str) -> str:
    """A path as it stands in a link; what has escapes keeps them."""
    path = quote(path, safe=SAFE + "%")
    return f"/.{path}" if path.startswith("//") else path


def _split(path: str) -> tuple[str, str]:
    """A path and its suffix, where it ends in one that is known."""
    stem, dot, suffix = path.rpartition(".")
    is_one = dot and suffix in SUFFIXES and stem and not stem.endswith("/")
    return (stem, suffix) if is_one else (path, "")
