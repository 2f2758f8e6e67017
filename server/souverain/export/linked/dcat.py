"""A description of the data for catalogues: DCAT-AP 3.0 with VoID, in Turtle.

It describes all data, whatever is selected: what they are about, who made them, under which
licence, and where each format is to be had. A release gives it its files instead, with how large
they are and their hashes.
"""

from __future__ import annotations

from collections.abc import Iterator

from souverain.export.about import about, address, maker
from souverain.export.linked import authorities, copies, named, void
from souverain.export.linked.copies import HERE, Release
from souverain.export.linked.triples import Thing, written
from souverain.export.losses import Words
from souverain.export.selection import UNDATED, Selection
from souverain.export.target import Counts, Target

__all__ = ["Release", "write"]

CATALOGUE = Words("The data of this site", "Les données de ce site")
ENDPOINT = Words("SPARQL endpoint", "Point d’accès SPARQL")
SPARQL = "https://www.w3.org/TR/sparql11-protocol/"


def write(selection: Selection, target: Target, release: Release | None = None) -> Counts:
    """The description; with the files of a release, or the formats that the site offers."""
    whole = Selection(selection.origin, on_read=selection.on_read)
    content, triples = written(_Description(whole, release).things())
    target.stream.write(content.replace(f"<{HERE}".encode(), b"<"))
    return Counts({"claims": whole.claims}, {"triples": triples})


class _Description:
    """The things that are described, in the order in which they stand."""

    def __init__(self, selection: Selection, release: Release | None) -> None:
        self.selection = selection
        self.release = release
        self.about = about(selection)
        self.node = selection.node(self.about.iri)
        self.base = selection.origin.base
        self.endpoint = f"{self.base}sparql"
        given = release.date if release else self.about.date
        self.date = "" if given == UNDATED else given

    def things(self) -> Iterator[Thing]:
        """Each thing, once."""
        dataset = self._dataset()
        found = [*self._copies(dataset), *self._period(dataset)]
        parts = [*void.things(self.selection, dataset)]
        yield self._catalogue()
        yield dataset
        yield from found
        yield self._service()
        yield from named.people(self.about, self.base)
        yield from named.terms(self.about)
        yield from named.listed(self.node)
        yield named.provenance(self.about, self.selection)
        yield Thing(self.base, "foaf:Document")
        yield Thing(f"{self.base}ontology", "dcterms:Standard")
        yield Thing(SPARQL, "dcterms:Standard").text("dcterms:title", "SPARQL 1.1 Protocol")
        yield from parts

    def _catalogue(self) -> Thing:
        found = Thing(f"{self.about.iri}#catalogue", "dcat:Catalog")
        found.words("dcterms:title", CATALOGUE).words("dcterms:description", self.about.title)
        found.link("foaf:homepage", self.base)
        found.link("dcat:dataset", self.about.iri).link("dcat:service", self.endpoint)
        has_themes = bool(self.node.texts("dcat:theme"))
        found.link("dcat:themeTaxonomy", authorities.THEMES if has_themes else "")
        return self._covered(self._published(found))

    def _dataset(self) -> Thing:
        told, release = self.about, self.release
        found = Thing(told.iri, "dcat:Dataset", "void:Dataset")
        found.words("dcterms:title", told.title).words("dcterms:description", told.description)
        found.text("dcterms:identifier", told.iri).link("dcterms:creator", maker(told))
        found.link("dcat:landingPage", self.base)
        found.link("dcterms:conformsTo", f"{self.base}ontology")
        found.link("dcterms:provenance", f"{told.iri}#provenance")
        found.link("void:sparqlEndpoint", self.endpoint)
        found.text("dcat:version", told.version)
        found.link("dcat:previousVersion", address(told, release.previous if release else ""))
        return self._covered(self._asked(self._published(found)))

    def _service(self) -> Thing:
        found = Thing(self.endpoint, "dcat:DataService", "rdfs:Resource")
        found.words("dcterms:title", ENDPOINT)
        found.link("dcat:endpointURL", self.endpoint).link("dcat:servesDataset", self.about.iri)
        found.link("dcat:endpointDescription", self.endpoint).link("dcterms:conformsTo", SPARQL)
        return self._asked(self._published(found))

    # What several of them have.

    def _published(self, found: Thing) -> Thing:
        found.link("dcterms:publisher", named.publisher(self.about))
        return found.link("dcterms:license", self.about.licence)

    def _asked(self, found: Thing) -> Thing:
        found.link("dcat:contactPoint", named.contact(self.about))
        found.link("dcat:theme", *self.node.texts("dcat:theme"))
        for keyword in self.node.all("dcat:keyword"):
            found.text("dcat:keyword", keyword.text, language=keyword.language)
        return found

    def _covered(self, found: Thing) -> Thing:
        tags = self.node.texts("dcterms:language")
        found.link("dcterms:language", *map(authorities.language, tags))
        found.link("dcterms:spatial", *self.node.texts("dcterms:spatial"))
        found.text("dcterms:modified", self.date, "xsd:date")
        return found.text("dcterms:issued", self.date if self.release else "", "xsd:date")

    # What is counted or listed, and linked from the dataset.

    def _copies(self, dataset: Thing) -> Iterator[Thing]:
        for copy in copies.copies(self.base, self.release):
            found, *needed = copies.things(copy, self.about)
            dataset.link("dcat:distribution", found.iri)
            yield from (found, *needed)

    def _period(self, dataset: Thing) -> Iterator[Thing]:
        for found in named.period(self.about, self.selection):
            dataset.link("dcterms:temporal", found.iri)
            yield found
