"""The distributions of a description: each file with its type, what is not in it, size and hash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from souverain.export.about import About
from souverain.export.distribution import Distribution
from souverain.export.format import Format
from souverain.export.linked import authorities
from souverain.export.linked.triples import Thing, slug
from souverain.export.losses import Words
from souverain.export.offered import OFFERED

SELF = "dcat"
LOST = Words("Not in it:", "N’y est pas :")
# What relative IRIs begin with, until they are written.
HERE = "https://here.invalid/"
SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"


@dataclass(frozen=True)
class Release:
    """A release of the data: its files, below an address, and its day.

    `address` ends in a slash; where nobody knows it yet, it is that of the description itself.
    `previous` is the version before it, or empty.
    """

    files: tuple[Distribution, ...]
    date: str
    address: str = HERE
    previous: str = ""


@dataclass(frozen=True)
class Copy:
    """What is to be had: by its name, of a media type, in a format of the table or in none."""

    name: str
    media_type: str
    format: Format | None
    page: str
    url: str
    file: Distribution | None = None


def copies(base: str, release: Release | None) -> Iterator[Copy]:
    """The files of a release; without one, each format that the site offers but this."""
    rows = _formats()
    if release is None:
        for name in OFFERED:
            if name != SELF:
                url, row = f"{base}export/{name}", rows[name]
                yield Copy(name, row.media_type, row, f"{base}export", url)
        return
    for file in release.files:
        url = f"{release.address}{file.name}"
        yield Copy(file.name, file.media_type, rows.get(file.format), url, url, file)


def things(copy: Copy, about: About) -> Iterator[Thing]:
    """A distribution, and the things that it names: the type of its file, and its hash."""
    found = Thing(f"{about.iri}#file-{slug(copy.name)}", "dcat:Distribution")
    kind = _kind(about.iri, copy.media_type)
    found.text("dcterms:title", copy.name).link("dcterms:format", kind.iri)
    found.words("dcterms:description", _told(copy))
    found.link("dcat:accessURL", copy.page).link("dcat:downloadURL", copy.url)
    found.link("dcterms:license", about.licence)
    found.link("dcatap:availability", authorities.STABLE)
    found.link("dcterms:rights", f"{about.iri}#rights" if any(about.rights) else "")
    found.text("dcterms:modified", about.date if copy.file else "", "xsd:date")
    yield from (found, kind, Thing(copy.page, "rdfs:Resource"), Thing(copy.url, "rdfs:Resource"))
    stable = Thing(authorities.STABLE, "skos:Concept")
    yield stable.text("skos:prefLabel", "stable", language="en")
    if copy.media_type in authorities.FILE_TYPES:
        registered = Thing(f"{authorities.IANA}{copy.media_type}", "dcterms:MediaType")
        found.link("dcat:mediaType", registered.iri)
        yield registered
    if copy.file:
        found.text("dcat:byteSize", str(copy.file.bytes), "xsd:nonNegativeInteger")
        checksum = Thing(f"{found.iri}-checksum", "spdx:Checksum").link("spdx:algorithm", SHA256)
        found.link("spdx:checksum", checksum.iri)
        yield checksum.text("spdx:checksumValue", copy.file.sha256, "xsd:hexBinary")
        yield Thing(SHA256, "spdx:ChecksumAlgorithm")


def _formats() -> dict[str, Format]:
    """The table, read when it is used: it has a row for this description."""
    from souverain.export.formats import FORMATS

    return {row.name: row for row in FORMATS}


def _told(copy: Copy) -> Words:
    """What a format is for, and what is not in it."""
    if copy.format is None:
        return Words(copy.name, copy.name)
    row = copy.format
    if not row.losses:
        return row.for_whom
    english, french = (" ".join(words) for words in zip(*row.losses, strict=True))
    return Words(
        f"{row.for_whom.en}. {LOST.en} {english}", f"{row.for_whom.fr}. {LOST.fr} {french}"
    )


def _kind(iri: str, media_type: str) -> Thing:
    """The type of a file: of the list of the European Union, or named here."""
    known = authorities.file_type(media_type)
    found = Thing(known or f"{iri}#type-{slug(media_type)}", "dcterms:MediaTypeOrExtent")
    return found if known else found.text("rdfs:label", media_type)
