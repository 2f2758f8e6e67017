"""The act that publishes an article's accepted drafts, with who reviewed each, and when.

Whatever was drafted from the article must be decided on, so that each of its sentences has a claim
or a reason. What cannot become a claim holds nothing up: it is left out, told, and tried again the
next time. Publishing again what is published already changes nothing: a claim is its content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from souverain import iri, text, ttl
from souverain.build.complete import Completion
from souverain.build.identity import Names
from souverain.errors import DataError, Finding, UnknownName, UsageError
from souverain.files import Project
from souverain.intake import decisions, drafts
from souverain.publish import Edit
from souverain.publish.authored import Authored
from souverain.publish.intake.accepted import Accepted, accepted
from souverain.publish.intake.claiming import Scene
from souverain.publish.intake.making import Maker
from souverain.publish.intake.mentioning import mention
from souverain.publish.intake.reasons import account_for
from souverain.publish.intake.writing import Writing
from souverain.text import Article
from souverain.vocab import BASE, ORG, SOV


@dataclass
class Outcome:
    """What an act made, for the log: the claims of each draft by their IRIs.

    `held` are the accepted drafts that are left out, by their ids, each with why.
    """

    claims: dict[str, tuple[str, ...]]
    held: dict[str, Finding] = field(default_factory=dict)


def accept(project: Project, slug: str, log: Project, outcome: Outcome, base: str = BASE) -> Edit:
    """Make the accepted drafts of an article claims of the project.

    The drafts and their log are those of the project `log`, of which `project` is a copy. A draft
    that cannot become a claim is left out, and waits. Raises `UsageError` where something is not
    decided yet or nothing was accepted, and `DataError` with a finding for each draft where none
    can become a claim.
    """
    article = find(project, slug)
    drafted = drafts.load(log, slug)
    kept = decisions.read(log, slug)
    standing, done = decisions.standing(kept), decisions.published(kept)
    demand_decided(log, slug)
    everything = accepted(drafted, standing)
    rows = [row for row in everything if row.id not in done]
    if not rows:
        raise UsageError(
            f"nothing of article {slug} is accepted that is not published already",
            hint=f"accept drafts with: souverain review {slug}",
        )
    made = Maker(project, article, everything, done, base).make(rows, outcome.held)
    scene, authored = made.scene, made.authored
    named = _named(scene.writing.graph, authored)
    _attempt(lambda: mention(scene, made.rows, named), slug)
    _join(scene, authored, made.rows, outcome)
    authored.write()
    account_for(project, article, everything, drafted, standing, outcome.held)
    number = sum(len(claims) for claims in outcome.claims.values())
    notes = [f"published: {number} claims of article {slug}"]
    notes += [f"new entity: {ttl.shorten(entity)}" for entity in scene.entities.minted]
    held = list(outcome.held.values())
    notes += [f"held back: {row.message}; {row.hint}" for row in held]
    return Edit(f"graph/{slug}.ttl", notes, held)


def find(project: Project, slug: str) -> Article:
    """The article of that name; raises `UnknownName`, or `DataError` where it has no sentences."""
    articles = text.load(project)
    if slug not in articles:
        raise UnknownName("article", slug, articles)
    return articles[slug]


def undecided(project: Project, slug: str) -> list[str]:
    """The ids of the drafts and flagged sentences on which nobody decided, in order."""
    drafted = drafts.load(project, slug)
    standing = decisions.standing(decisions.read(project, slug))
    ids = [*drafted.drafts, *map(drafts.flagged_id, drafted.unfilled)]
    return [name for name in ids if name not in standing]


def demand_decided(project: Project, slug: str) -> None:
    """Raise `UsageError` while something of an article is not decided."""
    if left := undecided(project, slug):
        raise UsageError(
            f"{len(left)} of article {slug} not decided yet: {', '.join(left[:3])}"
            f"{' …' if len(left) > 3 else ''}",
            hint=f"decide on them with: souverain review {slug}",
        )


def _attempt(write: Callable[[], None], slug: str) -> None:
    try:
        write()
    except DataError as fault:
        finding = Finding(f"drafts/{slug}.ttl", 0, "", "draft", str(fault), fault.hint)
        raise DataError("nothing was published", hint=fault.hint, findings=[finding]) from fault


def _named(graph: Graph, authored: Authored) -> list[URIRef]:
    """The entities that some claims name, and the members of groups among them, in order."""
    found = {value for value in graph.objects() if isinstance(value, URIRef)}
    found &= authored.of_class(SOV.Entity)
    members = (row for group in found for row in authored.values(group, ORG.hasMember))
    return sorted(found | {row for row in members if isinstance(row, URIRef)})


def _join(scene: Scene, authored: Authored, rows: Sequence[Accepted], outcome: Outcome) -> None:
    """Put the completed claims into the article's file, with a review of each draft."""
    article, base = scene.writing.article, scene.base
    path = authored.project.graph / f"{article.slug}.ttl"
    graph = authored.graphs.setdefault(path, Graph(bind_namespaces="none"))
    completion = Completion(scene.writing.graph, article, base)
    if completion.faults:
        findings = [Finding("", 0, "", "claim", str(f), f.hint) for f in completion.faults]
        raise DataError("some claims cannot be completed", findings=findings)
    names = Names(scene.writing.graph, article.slug, base)
    authored.add(path, *(triple for triple in completion.graph if triple not in graph))
    for row in rows:
        nodes = scene.writing.of_draft.get(row.id, ())
        made = (
            [URIRef(row.claim)]
            if row.claim
            else [names.claim(node) for node in nodes if isinstance(node, BNode)]
        )
        outcome.claims[row.id] = tuple(map(str, made))
        if row.claim:
            _quote(scene, authored, row)
        authored.add(path, *_review(row, made, article.slug, base))


def _quote(scene: Scene, authored: Authored, row: Accepted) -> None:
    """Add the evidence of a draft to a claim that is published already."""
    claim = authored.find(row.claim, SOV.Claim, "claim")
    if (claim, SOV.assertedIn, iri.article(scene.writing.article.slug, scene.base)) not in (
        authored.graphs[authored.home(claim)]
    ):
        raise UsageError(
            f"{ttl.shorten(claim)} is a claim of another article, which cannot rest on this quote",
            hint="accept the draft as a claim of its own",
        )
    apart = Writing(scene.writing.article)
    apart.quote(claim, scene.spans(row))
    done = Completion(apart.graph, scene.writing.article, scene.base).graph
    authored.add(authored.home(claim), *done)


def _review(
    row: Accepted, claims: Iterable[URIRef], slug: str, base: str
) -> Iterator[tuple[Node, Node, Node]]:
    node = iri.entity(f"review-{slug}-{row.id}", base)
    day = row.decision.at.partition("T")[0]
    yield node, RDF.type, SOV.Review
    yield node, SOV.reviewedBy, Literal(row.decision.by)
    yield node, SOV.reviewedOn, Literal(day, datatype=XSD.date)
    yield node, SOV.draftedBy, Literal(row.rule)
    for claim in claims:
        yield node, SOV.reviews, claim
