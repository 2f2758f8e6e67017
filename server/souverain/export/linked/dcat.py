"""A description of the data for catalogues: DCAT-AP 3.0 with VoID, in Turtle.

It describes all data, whatever is selected: what they are about, who made them, under which
licence, and where each format is to be had. A release gives it its files instead, with how large
they are and their hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from souverain.export.about import About, about, maker
from souverain.export.distribution import Distribution
from souverain.export.format import Format
from souverain.export.linked import authorities, void
from souverain.export.linked.authorities import EU
from souverain.export.linked.triples import Thing, written
from souverain.export.losses import Words
from souverain.export.offered import OFFERED
from souverain.export.selection import UNDATED, Selection
from souverain.export.target import Counts, Target

SELF = "dcat"
CATALOGUE = Words("The data of this site", "Les données de ce site")
ENDPOINT = Words("SPARQL endpoint", "Point d’accès SPARQL")
SPARQL = "https://www.w3.org/TR/sparql11-protocol/"
THEMES = Words("Data theme", "Thème de données")
LOST = Words("Not in it:", "N’y est pas :")


@dataclass(frozen=True)
class Release:
    """A release of the data: its files, below an address, and what version it is.

    `previous` is the IRI of the version before it, or empty.
    """

    files: tuple[Distribution, ...]
    address: str
    version: str
    date: str
    previous: str = ""


def write(selection: Selection, target: Target, release: Release | None = None) -> Counts:
    """The description; with the files of a release, or the formats that the site offers."""
    whole = Selection(selection.origin, on_read=selection.on_read)
    content, triples = written(_Catalogue(whole, release).things())
    target.stream.write(content)
    return Counts({"claims": whole.claims}, {"triples": triples})


class _Catalogue:
    """The things that are described, in the order in which they stand."""

    def __init__(self, selection: Selection, release: Release | None) -> None:
        self.selection = selection
        self.release = release
        self.about: About = about(selection)
        self.node = selection.node(self.about.iri)
        self.base = selection.origin.base
        self.licence = self.about.licence

    def things(self) -> Iterator[Thing]:
        """Each thing, once."""
        copies = [*self._distributions()]
        themes = self.node.texts("dcat:theme")
        dataset = self._dataset(themes)
        dataset.link("dcat:distribution", *(copy.iri for copy, _ in copies))
        parts = list(void.things(self.selection, dataset))
        yield self._catalogue(themes)
        yield dataset
        yield from (thing for pair in copies for thing in pair[1])
        yield from self._service()
        yield from self._named(themes)
        yield from parts

    @property
    def _date(self) -> str:
        given = self.release.date if self.release else self.about.date
        return "" if given == UNDATED else given

    @property
    def _languages(self) -> list[str]:
        tags = self.node.texts("dcterms:language")
        return [iri for tag in tags if (iri := authorities.language(tag))]

    def _catalogue(self, themes: list[str]) -> Thing:
        found = Thing(f"{self.about.iri}#catalogue", "dcat:Catalog")
        found.words("dcterms:title", CATALOGUE).words("dcterms:description", self.about.title)
        found.link("dcterms:publisher", self._publisher).link("foaf:homepage", self.base)
        found.link("dcat:dataset", self.about.iri).link("dcat:service", self._endpoint)
        found.link("dcat:themeTaxonomy", authorities.THEMES if themes else "")
        return self._usual(found)

    def _usual(self, found: Thing) -> Thing:
        """What is said alike of the catalogue and the dataset."""
        found.link("dcterms:language", *self._languages).link("dcterms:license", self.licence)
        found.link("dcterms:spatial", *self.node.texts("dcterms:spatial"))
        found.text("dcterms:modified", self._date, "xsd:date")
        return found.text("dcterms:issued", self._date if self.release else "", "xsd:date")

    def _dataset(self, themes: list[str]) -> Thing:
        told = self.about
        found = Thing(told.iri, "dcat:Dataset", "void:Dataset")
        found.words("dcterms:title", told.title).words("dcterms:description", told.description)
        found.text("dcterms:identifier", told.iri).link("dcterms:publisher", self._publisher)
        found.link("dcterms:creator", maker(told)).link("dcat:contactPoint", self._contact)
        found.link("dcat:landingPage", self.base).link("dcat:theme", *themes)
        found.link("dcterms:conformsTo", f"{self.base}ontology")
        found.link("dcterms:temporal", self._period.iri if self._period.rows else "")
        found.link("dcterms:provenance", f"{told.iri}#provenance")
        found.link("void:sparqlEndpoint", self._endpoint)
        for keyword in self.node.all("dcat:keyword"):
            one = {"en": Words(keyword.text, ""), "fr": Words("", keyword.text)}
            found.words("dcat:keyword", one.get(keyword.language, Words(keyword.text, "")))
        release = self.release
        found.text("dcat:version", release.version if release else told.version)
        found.link("dcat:previousVersion", release.previous if release else "")
        return self._usual(found)

    # What can be had.

    def _distributions(self) -> Iterator[tuple[Thing, list[Thing]]]:
        if self.release is None:
            for row in self._offered():
                url = f"{self.base}export/{row.name}"
                yield self._distribution(row.name, row.media_type, row, url)
            return
        rows = _formats()
        for file in self.release.files:
            url = f"{self.release.address}{file.name}"
            found = rows.get(file.format)
            yield self._distribution(file.name, file.media_type, found, url, file)

    def _offered(self) -> Iterable[Format]:
        rows = _formats()
        return [rows[name] for name in OFFERED if name != SELF and name in rows]

    def _distribution(
        self, name: str, media: str, row: Format | None, url: str, file: Distribution | None = None
    ) -> tuple[Thing, list[Thing]]:
        """A distribution, and the things that it needs: itself, the type and hash of its file."""
        found = Thing(f"{self.about.iri}#file-{_slug(name)}", "dcat:Distribution")
        kind = _media(self.about.iri, media)
        found.text("dcterms:title", name).link("dcterms:format", kind.iri)
        found.words("dcterms:description", _told(row) if row else Words(name, name))
        found.link("dcat:accessURL", url if file else f"{self.base}export")
        found.link("dcat:downloadURL", url).link("dcterms:license", self.licence)
        found.link("dcatap:availability", authorities.STABLE)
        found.link("dcterms:rights", self._rights.iri if self._rights.rows else "")
        needed = [found, kind, Thing(authorities.STABLE, "skos:Concept")]
        if media in authorities.FILE_TYPES:
            registered = Thing(f"{authorities.IANA}{media}", "dcterms:MediaType")
            found.link("dcat:mediaType", registered.iri)
            needed.append(registered)
        if file:
            found.text("dcat:byteSize", str(file.bytes), "xsd:nonNegativeInteger")
            checksum = _checksum(f"{found.iri}-checksum", file.sha256)
            found.link("spdx:checksum", checksum.iri)
            needed += [checksum, Thing(SHA256, "spdx:ChecksumAlgorithm")]
        return found, needed

    # What these name.

    @property
    def _publisher(self) -> str:
        return maker(self.about) or f"{self.about.iri}#unknown"

    @property
    def _contact(self) -> str:
        return f"{self.about.iri}#contact" if self.about.creator else ""

    @property
    def _endpoint(self) -> str:
        return f"{self.base}sparql"

    @property
    def _rights(self) -> Thing:
        found = Thing(f"{self.about.iri}#rights")
        found.words("rdfs:label", self.about.rights)
        return found.link("rdf:type", RIGHTS) if found.rows else found

    @property
    def _period(self) -> Thing:
        """From the first to the last day that any date of the data can mean."""
        nodes = (self.selection.node(iri) for iri in self.selection.subjects("When"))
        first = last = ""
        for node in nodes:
            early, late = node.one("earliest"), node.one("latest")
            first = min(filter(None, (first, early)), default="")
            last = max(last, late)
        found = Thing(f"{self.about.iri}#period")
        found.text("dcat:startDate", first, "xsd:date").text("dcat:endDate", last, "xsd:date")
        return found.link("rdf:type", PERIOD) if found.rows else found

    def _service(self) -> Iterator[Thing]:
        found = Thing(self._endpoint, "dcat:DataService").words("dcterms:title", ENDPOINT)
        found.link("dcat:endpointURL", self._endpoint).link("dcat:servesDataset", self.about.iri)
        found.link("dcat:endpointDescription", self._endpoint).link("dcterms:conformsTo", SPARQL)
        found.link("dcterms:publisher", self._publisher).link("dcat:contactPoint", self._contact)
        for name in ("dcterms:license",):
            found.link(name, self.licence)
        yield found
        yield Thing(SPARQL, "dcterms:Standard").text("dcterms:title", "SPARQL 1.1 Protocol")

    def _named(self, themes: list[str]) -> Iterator[Thing]:
        told, iri = self.about, self.about.iri
        yield Thing(self._publisher, "foaf:Agent").text("foaf:name", told.creator or "unknown")
        if told.creator:
            contact = Thing(self._contact, "vcard:Kind", "vcard:Organization")
            yield contact.text("vcard:fn", told.creator).link("vcard:hasURL", self.base)
        if self.licence:
            kind = authorities.LICENCE_TYPES.get(told.spdx, "")
            licence = Thing(self.licence, "dcterms:LicenseDocument")
            licence.text("dcterms:identifier", told.spdx if kind else "")
            yield licence.link("dcterms:type", authorities.ADMS_LICENCE + kind if kind else "")
        yield self._rights
        yield self._period
        yield Thing(self.base, "foaf:Document")
        yield Thing(f"{self.base}ontology", "dcterms:Standard")
        yield Thing(f"{iri}#provenance", "dcterms:ProvenanceStatement").words(
            "rdfs:label", self._provenance()
        )
        for language in self._languages:
            yield Thing(language, "dcterms:LinguisticSystem")
        for place in self.node.texts("dcterms:spatial"):
            yield Thing(place, "dcterms:Location")
        for theme in themes:
            names = authorities.THEME_NAMES.get(theme, Words("", ""))
            yield Thing(theme, "skos:Concept").words("skos:prefLabel", names)
        if themes:
            taxonomy = Thing(authorities.THEMES, "skos:ConceptScheme")
            yield taxonomy.words("dcterms:title", THEMES)

    def _provenance(self) -> Words:
        articles = sum(1 for _ in self.selection.subjects("Article"))
        claims = self.selection.claims
        return Words(
            f"{claims} claims, each with its words, from {articles} articles.",
            f"{claims} affirmations, chacune avec ses mots, de {articles} articles.",
        )


SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
RIGHTS = "http://purl.org/dc/terms/RightsStatement"
PERIOD = "http://purl.org/dc/terms/PeriodOfTime"


def _formats() -> dict[str, Format]:
    """The table, read when it is used: it names this module."""
    from souverain.export.formats import FORMATS

    return {row.name: row for row in FORMATS}


def _told(row: Format) -> Words:
    """What a format is for, and what is not in it."""
    lost = [Words(*both) for both in row.losses]
    english = f"{row.for_whom.en}. {LOST.en} {' '.join(loss.en for loss in lost)}"
    french = f"{row.for_whom.fr}. {LOST.fr} {' '.join(loss.fr for loss in lost)}"
    return Words(english, french) if lost else row.for_whom


def _media(iri: str, media_type: str) -> Thing:
    """The type of a file: of the list of the European Union, or named here."""
    known = authorities.file_type(media_type)
    found = Thing(known or f"{iri}#type-{_slug(media_type)}", "dcterms:MediaTypeOrExtent")
    return found if known else found.text("rdfs:label", media_type)


def _checksum(iri: str, sha256: str) -> Thing:
    found = Thing(iri, "spdx:Checksum").link("spdx:algorithm", SHA256)
    return found.text("spdx:checksumValue", sha256, "xsd:hexBinary")


def _slug(text: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in text)


assert EU
