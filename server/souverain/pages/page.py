"""One page that is being made: what was asked, and what every view needs for its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from souverain.document import Asked, Document
from souverain.errors import BadValue, NoFormat, NoSuchPage
from souverain.explanation import Explainer
from souverain.iri import entity
from souverain.pages import rendering
from souverain.pages.frame import SAFE, Frame, split
from souverain.pages.linked.links import header
from souverain.pages.media import EXTENSIONS, HTML, SUFFIXES
from souverain.pages.telling import Told

if TYPE_CHECKING:
    from souverain.pages.site import Site

VERSION = "version"


class Page(Frame):
    """A request, matched to its view.

    `path` is the address without its suffix, and without escapes; `parts` are what the pattern of
    the route left open, in order.
    """

    def __init__(self, site: Site, asked: Asked) -> None:
        super().__init__(asked.path, asked.query, asked.language)
        self.site = site
        self.asked = asked
        self.parts: tuple[str, ...] = ()
        self.offered: tuple[str, ...] = ()
        self._hrefs: dict[str, str] = {}

    # What the data say.

    @property
    def explainer(self) -> Explainer:
        """Sentences about the graph, in the language of the page."""
        return self.site.explainer(self.language)

    def told(self, iri: str) -> Told:
        """A thing as it is shown anywhere: its sentence, its quotes, its article, its state."""
        return self.site.told(iri, self.language)

    def thing(self, name: str) -> str:
        """The IRI of what a parameter names by the last part of its address; empty without it.

        Raises `BadValue` where there is no such thing.
        """
        slug = self.parameters.text(name)
        found = str(entity(slug, self.site.base)) if slug else ""
        if found and not self.site.facts.node(found):
            raise BadValue(
                name, f"names nothing: {slug!r}", "give the last part of an address /id/…"
            )
        return found

    def name(self, iri: str) -> str:
        """What a thing is called, in the language of the page."""
        return self.explainer.name(iri)

    def label(self, iri: str) -> str:
        """What a class, a property or a concept is called, in the language of the page."""
        return self.explainer.label(iri)

    # Addresses.

    @cached_property
    def iri(self) -> str:
        """The IRI whose address this is; empty for a page that is of no thing of the graph."""
        return self.site.library.find(self.path, split(self.asked.path)[0])

    @property
    def address(self) -> str:
        """The same with everything escaped that does not stand in a URI (RFC 3987, 3.1)."""
        return quote(self.iri, safe=SAFE + "%#?[]")

    @property
    def is_permanent(self) -> bool:
        """Whether the address names the version of the data."""
        return VERSION in self.parameters.all

    @cached_property
    def canonical(self) -> str:
        """The whole address of the page, without its suffix and what does not change it."""
        return self.asked.origin + self.quoted_path

    def href(self, iri: str) -> str:
        """Where a thing is read: here for those of the graph, and elsewhere for all others.

        Empty for an IRI that a browser must not follow.
        """
        if iri not in self._hrefs:
            self._hrefs[iri] = self._href(iri)
        return self._hrefs[iri]

    def _href(self, iri: str) -> str:
        base = self.site.base
        if not iri.startswith(base):
            return iri if iri.startswith(("https://", "http://")) else ""
        path, _, fragment = iri.removeprefix(base).partition("#")
        return self.to(f"/{path}") + (f"#{fragment}" if fragment else "")

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
            .render(
                page=self, frame=self, t=self.t, language=self.language, others=others, **values
            )
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
