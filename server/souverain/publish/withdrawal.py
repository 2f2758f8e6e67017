"""Withdrawing a claim that was found wrong: it stays readable, and nothing stands on it any more.

A claim is its content, and names the claims that it is about. One that names a withdrawn claim (an
announcement of it, an observation of it, an acquisition that it results from) has a content that
is wrong in part; so it is withdrawn with it, if that is asked for, and can be made again without.

The withdrawal stands in the file of the article that asserts the claim: whoever asks that named
graph alone still learns which of its claims hold. Making a withdrawn claim again gives the same
IRI, which stays withdrawn.
"""

from __future__ import annotations

from collections import defaultdict

from rdflib import RDF, Literal, URIRef
from rdflib.term import Node

from souverain import iri, ttl
from souverain.errors import UsageError
from souverain.files import Project
from souverain.publish import Edit
from souverain.publish.account import Account
from souverain.publish.authored import Authored, short, whole
from souverain.vocab import BASE, SOV

STANDS_ON = {
    "en": "It stands on {claim}, which is withdrawn: {reason}",
    "fr": "Elle repose sur {claim}, qui est retirée : {reason}",
}


def withdraw(
    project: Project,
    name: str,
    account: Account,
    base: str = BASE,
    *,
    with_dependents: bool = False,
) -> Edit:
    """Withdraw the claim of that name, and with it, where allowed, every claim that names it.

    Raises `UsageError` for what is no claim, for a claim that is withdrawn already, and, unless
    `with_dependents`, for one that others name.
    """
    authored = Authored(project, base)
    claim = authored.find(name, SOV.Claim, "claim")
    if claim not in standing(authored):
        raise _withdrawn_already(authored, claim)
    dependents = standing_on(authored, claim)
    if dependents and not with_dependents:
        raise UsageError(
            f"{ttl.shorten(claim)} has claims that stand on it: {short(dependents)}",
            hint="withdraw these first, or all at once by --with-dependents",
        )
    record(authored, claim, account, Literal(account.reason, lang=account.language))
    for dependent in dependents:
        reason = account.text(STANDS_ON, claim=ttl.shorten(claim))
        record(authored, dependent, account, reason)
    authored.write()
    notes = [f"withdrawn: {short([node])}" for node in (claim, *dependents)]
    return Edit(project.name(authored.home(claim)), notes)


def standing(authored: Authored) -> set[URIRef]:
    """The claims that nobody has withdrawn."""
    gone = {o for _, (_, predicate, o) in authored.triples() if predicate == SOV.withdraws}
    return authored.of_class(SOV.Claim) - gone


def standing_on(authored: Authored, claim: URIRef) -> list[URIRef]:
    """The standing claims that name a claim, or name one that does, in IRI order."""
    left = standing(authored)
    naming: dict[Node, set[URIRef]] = defaultdict(set)
    for _, (subject, _, value) in authored.triples():
        naming[value] |= {URIRef(str(whole(subject)))} & left
    found: set[URIRef] = set()
    waiting = [claim]
    while waiting:
        new = naming[waiting.pop()] - found - {claim}
        found |= new
        waiting += new
    return sorted(found)


def record(authored: Authored, claim: URIRef, account: Account, reason: Literal) -> None:
    """Add the withdrawal of a claim to the claim's own file."""
    local = claim.rpartition("/")[2]
    node = iri.entity(f"withdrawal-{local}", authored.base)
    authored.add(
        authored.home(claim),
        (node, RDF.type, SOV.Withdrawal),
        (node, SOV.withdraws, claim),
        (node, SOV.withdrawalReason, reason),
        (node, SOV.withdrawnBy, Literal(account.by)),
        (node, SOV.withdrawnOn, account.day),
    )


def _withdrawn_already(authored: Authored, claim: URIRef) -> UsageError:
    rows = authored.triples()
    node = next(s for _, (s, p, o) in rows if p == SOV.withdraws and o == claim)
    by, on = authored.value(node, SOV.withdrawnBy), authored.value(node, SOV.withdrawnOn)
    return UsageError(
        f"{ttl.shorten(claim)} was withdrawn on {on} by {by}",
        hint=f"the reason given: {authored.value(node, SOV.withdrawalReason)}",
    )
