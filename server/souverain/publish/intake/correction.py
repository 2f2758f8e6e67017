"""An article that its publisher corrected: a new version, on which its claims are sliced again.

The claims whose every quote stands in the new version, once, are made of it; those whose words are
gone or stand twice are put up for review there, over the words that are most like theirs. Of the
old version all claims are withdrawn: they stay readable, and count for nothing any more.
"""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Graph, URIRef

from souverain import iri, text, ttl
from souverain.build.complete import Completion
from souverain.errors import DataError, Finding, UnknownName, UsageError
from souverain.files import Project
from souverain.intake import drafts
from souverain.intake.candidate import Span
from souverain.publish import Edit
from souverain.publish.account import Account
from souverain.publish.authored import Authored, short
from souverain.publish.intake.reasons import write_reasons
from souverain.publish.intake.reslicing import Reslicing
from souverain.publish.withdrawal import record, standing
from souverain.text import Article
from souverain.vocab import BASE

REPLACED = {
    "en": "The publisher corrected the article; the corrected version is {new}: {reason}",
    "fr": "L’éditeur a corrigé l’article ; la version corrigée est {new} : {reason}",
}
WAITING = {
    "en": "No claim of version {old} has the words of this sentence; it awaits review.",
    "fr": "Aucune affirmation de la version {old} n’a les mots de cette phrase ; à relire.",
}


@dataclass
class Resliced:
    """What became of the claims: those made again, and those that no longer slice with the span
    of the new version that is most like their words.
    """

    carried: list[URIRef]
    waiting: dict[URIRef, Span]


def correct(
    project: Project, old: str, new: str, account: Account, outcome: Resliced, base: str = BASE
) -> Edit:
    """Slice the claims of an article again on its corrected version, which the project has.

    Raises `UnknownName` for an article that is not there, and `UsageError` where the old one has
    no claim that stands or the new one has claims already. `outcome` is told what became of them.
    """
    articles = text.load(project)
    for slug in (old, new):
        if slug not in articles:
            raise UnknownName("article", slug, articles)
    authored = Authored(project, base)
    source, target = project.graph / f"{old}.ttl", project.graph / f"{new}.ttl"
    if source not in authored.graphs:
        raise UsageError(f"article {old} has no claims", hint="publish the new version by itself")
    if target in authored.graphs:
        raise UsageError(f"article {new} has claims already", hint="name an article without any")
    claims = {node for node in standing(authored) if authored.home(node) == source}
    reslicing = Reslicing(authored.graphs[source], articles[old], articles[new], base)
    outcome.carried, outcome.waiting = reslicing.split(claims)
    completed = Completion(reslicing.written(outcome.carried), articles[new], base)
    if completed.faults:
        findings = [Finding("", 0, "", "claim", str(f), f.hint) for f in completed.faults]
        raise DataError("some claims cannot be sliced again", findings=findings)
    authored.graphs[target] = Graph(bind_namespaces="none")
    authored.add(target, *completed.graph)
    reason = account.text(REPLACED, new=ttl.shorten(iri.article(new, base)))
    for claim in sorted(claims):
        record(authored, claim, account, reason)
    authored.write()
    _account_for(project, articles[new], reslicing.places(outcome.carried), old, account.language)
    notes = [f"sliced again: {len(outcome.carried)} claims of article {old} on article {new}"]
    notes += [f"to review: {short([claim])}" for claim in outcome.waiting]
    return Edit(f"graph/{old}.ttl", notes)


def put_up(project: Project, new: str, outcome: Resliced, base: str = BASE) -> None:
    """Put what no longer slices up for review, as flagged sentences of the new version."""
    article = text.load(project)[new]
    known = drafts.Drafts({})
    if drafts.path(project, new).is_file():
        known = drafts.load(project, new)
    spans = {*known.flagged, *outcome.waiting.values()}
    drafts.write(project, article, drafts.Drafts(known.drafts, tuple(sorted(spans))), base)


def _account_for(
    project: Project, article: Article, places: list[tuple[int, int]], old: str, language: str
) -> None:
    """Say of each sentence that no claim quotes that it awaits review, or what was said before."""
    rows = text.no_facts(project)
    before = text.load(project)[old]
    reasons = {
        before.text[start:end].strip(): rows.get((old, number), "")
        for number, (start, end) in enumerate(before.sentences, start=1)
    }
    for number, (start, end) in enumerate(article.sentences, start=1):
        words = article.text[start:end].strip()
        if not any(a < start + len(words) and b > start for a, b in places):
            rows[article.slug, number] = reasons.get(words) or WAITING[language].format(old=old)
    write_reasons(project, rows)
