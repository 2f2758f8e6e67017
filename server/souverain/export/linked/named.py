"""What a description names: who made the data, under which licence, of where and when."""

from __future__ import annotations

from collections.abc import Iterator

from souverain.explanation.facts import Node
from souverain.export.about import About, maker
from souverain.export.linked import authorities
from souverain.export.linked.triples import Thing
from souverain.export.losses import Words
from souverain.export.selection import Selection

THEMES = Words("Data theme", "Thème de données")
# DCAT-AP wants a publisher; data that name nobody have one of this name.
NOBODY = "unknown"


def publisher(about: About) -> str:
    """The IRI of who publishes the data."""
    return maker(about) or f"{about.iri}#{NOBODY}"


def contact(about: About) -> str:
    """The IRI of where to ask, or nothing."""
    return f"{about.iri}#contact" if about.creator else ""


def people(about: About, base: str) -> Iterator[Thing]:
    """Who publishes the data, and where to ask."""
    yield Thing(publisher(about), "foaf:Agent").text("foaf:name", about.creator or NOBODY)
    if about.creator:
        found = Thing(contact(about), "vcard:Kind", "vcard:Organization")
        yield found.text("vcard:fn", about.creator).link("vcard:hasURL", base)


def terms(about: About) -> Iterator[Thing]:
    """The licence, and what it leaves to others."""
    if about.licence:
        found = Thing(about.licence, "dcterms:LicenseDocument")
        if kind := authorities.LICENCE_TYPES.get(about.spdx, ""):
            iri = f"{authorities.ADMS_LICENCE}{kind}"
            found.text("dcterms:identifier", about.spdx).link("dcterms:type", iri)
            yield Thing(iri, "skos:Concept").text("skos:prefLabel", kind, language="en")
        yield found
    if any(about.rights):
        rights = Thing(f"{about.iri}#rights", "dcterms:RightsStatement")
        yield rights.words("rdfs:label", about.rights)


def period(about: About, selection: Selection) -> Iterator[Thing]:
    """From the first to the last day that any date of the data can mean."""
    first = last = ""
    for iri in selection.subjects("When"):
        node = selection.node(iri)
        first = min(filter(None, (first, node.one("earliest"))), default="")
        last = max(last, node.one("latest"))
    if first or last:
        found = Thing(f"{about.iri}#period", "dcterms:PeriodOfTime")
        found.text("dcat:startDate", first, "xsd:date")
        yield found.text("dcat:endDate", last, "xsd:date")


def provenance(about: About, selection: Selection) -> Thing:
    """How many claims there are, and from how many articles."""
    claims, articles = selection.claims, sum(1 for _ in selection.subjects("Article"))
    words = Words(
        f"{claims} claims, each with its words, from {articles} articles.",
        f"{claims} affirmations, chacune avec ses mots, de {articles} articles.",
    )
    return Thing(f"{about.iri}#provenance", "dcterms:ProvenanceStatement").words(
        "rdfs:label", words
    )


def listed(node: Node) -> Iterator[Thing]:
    """The languages, places and themes, of the lists that they are from."""
    for tag in node.texts("dcterms:language"):
        if iri := authorities.language(tag):
            yield Thing(iri, "dcterms:LinguisticSystem")
    for place in node.texts("dcterms:spatial"):
        yield Thing(place, "dcterms:Location")
    themes = node.texts("dcat:theme")
    for theme in themes:
        names = authorities.THEME_NAMES.get(theme) or Words(theme, theme)
        yield Thing(theme, "skos:Concept").words("skos:prefLabel", names)
    if themes:
        taxonomy = Thing(authorities.THEMES, "skos:ConceptScheme")
        yield taxonomy.words("dcterms:title", THEMES)
