"""A small world: what an article says, and what Wikidata says, in memory; all of it made up."""

from __future__ import annotations

from pyoxigraph import NamedNode, RdfFormat, Store

from souverain.store import Dataset, unite
from souverain.vocab import PREFIXES

HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
ARTICLE = NamedNode(f"{PREFIXES['graph']}900")
GRAPH = NamedNode(f"{PREFIXES['graph']}wikidata")
ENTITIES = """
id:cloud a sov:Organization ; skos:exactMatch wd:Q900000001 ; skos:prefLabel "Cloud"@fr .
id:holder a sov:Organization ; skos:exactMatch wd:Q900000002 ; skos:prefLabel "Holder"@fr .
id:person a sov:Person ; skos:exactMatch wd:Q900000003 ; skos:prefLabel "Person"@fr .
id:close a sov:Organization ; skos:closeMatch wd:Q900000002 ; skos:prefLabel "Close"@fr .
id:group a sov:HolderGroup ; skos:exactMatch wd:Q900000002 ; skos:prefLabel "Group"@fr .
id:fund a sov:Organization ; skos:prefLabel "Fund"@fr .
article:900 a sov:Article ; dcterms:language "fr" ; sov:published article:day .
article:day a sov:When ; sov:edtf "2012-10-02" ; sov:earliest "2012-10-02"^^xsd:date ;
  sov:latest "2012-10-02"^^xsd:date ; sov:yearBasis sov:StatedYear .
article:inferred a sov:When ; sov:edtf "2012-10-02?" ; sov:earliest "2012-10-02"^^xsd:date ;
  sov:latest "2012-10-02"^^xsd:date ; sov:yearBasis sov:InferredYear .
id:evidence oa:hasSelector [ oa:exact "Holder détient 44,4 % de Cloud" ] .
"""
RETRIEVED = """
<#Q900000001> a sov:ExternalRecord ; sov:externalItem wd:Q900000001 .
<#Q900000002> a sov:ExternalRecord ; sov:externalItem wd:Q900000002 .
"""
COMMON = "sov:assertedIn article:900 ; sov:evidence id:evidence ; sov:modality sov:Stated"
FIGURE = 'sov:stakeBasis sov:Exact ; sov:percentage 44.4 ; sov:percentageText "44,4 %"@fr ; '
FIGURE += "sov:intervalMin 44.35 ; sov:intervalMax 44.45"


def stake(
    *more: str,
    holder: str = "id:holder",
    target: str = "id:cloud",
    status: str = "sov:InForce",
    basis: str = FIGURE,
    told: str = "article:day",
    interest: str = "sov:Shares",
) -> str:
    """A stake of 44.4 %, told on 2 October 2012, but for what is given."""
    slots = (
        f"id:claim a sov:Stake ; sov:holder {holder} ; sov:target {target} ; sov:status {status} ;"
        f" sov:interest {interest} ; sov:asOf {told} ; {basis} ; {COMMON}"
    )
    return " ; ".join([slots, *more]) + " ."


def role(
    *more: str, kind: str = "sov:ChiefExecutive", told: str = "article:day", **slots: str
) -> str:
    """A person's role, told on 2 October 2012."""
    status, polarity = slots.get("status", "sov:InForce"), slots.get("polarity", "sov:Affirmed")
    member = slots.get("member", "id:person")
    said = (
        f"id:claim a sov:RoleHolding ; sov:member {member} ; sov:organization id:cloud ;"
        f' sov:role {kind} ; sov:roleText "patron"@fr ; sov:status {status} ;'
        f" sov:polarity {polarity} ; sov:asOf {told} ; {COMMON}"
    )
    return " ; ".join([said, *more]) + " ."


def event(
    when: str = "article:day", kind: str = "sov:Created", status: str = "sov:Completed"
) -> str:
    """That the organization was created, on that day."""
    dated = f" ; sov:eventWhen {when}" if when else ""
    return (
        f"id:claim a sov:LifecycleEvent ; sov:concerns id:cloud ; sov:eventKind {kind} ;"
        f" sov:eventStatus {status} ; sov:asOf article:day{dated} ; {COMMON} ."
    )


def owned(*more: str, rank: str = "sov:Normal", way: str = "") -> str:
    """That the holder's item owns the cloud's, as Wikidata says it, by one of four properties."""
    is_held = way in ("", "wd:P127", "wd:P749")
    subject, value = (
        ("wd:Q900000001", "wd:Q900000002") if is_held else ("wd:Q900000002", "wd:Q900000001")
    )
    return said(way or "wd:P127", f"sov:externalObject {value}", *more, rank=rank, subject=subject)


def said(
    property: str, *more: str, rank: str = "sov:Normal", subject: str = "wd:Q900000001"
) -> str:
    """A statement of Wikidata."""
    slots = (
        f"<#s> a sov:ExternalStatement ; sov:externalSubject {subject} ;"
        f" sov:externalProperty {property} ; sov:externalRank {rank}"
    )
    return " ; ".join([slots, *more]) + " ."


def share(percentage: float) -> str:
    """A share, give or take five hundredths."""
    return (
        f"sov:externalPercentage {percentage} ; sov:externalLeast {percentage - 0.05:.2f} ;"
        f" sov:externalMost {percentage + 0.05:.2f}"
    )


def dated(slot: str, first: str, last: str = "", edtf: str = "") -> str:
    """A date in one of the slots of a statement: `Start`, `End`, `Point` or `Date`."""
    name = "externalDate" if slot == "Date" else f"external{slot}"
    days = f'sov:earliest "{first}"^^xsd:date ; sov:latest "{last or first}"^^xsd:date'
    return f'sov:{name} [ sov:edtf "{edtf or first}" ; {days} ]'


def world(claims: str, theirs: str, *, retrieved: str = RETRIEVED, more: str = "") -> Dataset:
    """The data of an article, and beside them the graph of what Wikidata says."""
    store = Store()
    store.load(
        (HEAD + ENTITIES + claims + more).encode(),
        RdfFormat.TURTLE,
        to_graph=NamedNode(f"{PREFIXES['graph']}900"),
    )
    unite(store)
    text = HEAD + retrieved + theirs
    store.load(text.encode(), RdfFormat.TURTLE, base_iri=GRAPH.value, to_graph=GRAPH)
    return Dataset.of(store, is_union=False)
