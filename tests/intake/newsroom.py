"""A made-up article, what is drafted from it, and a project that has both."""

from __future__ import annotations

import hashlib
import re

from souverain import files, text
from souverain.files import Project
from souverain.intake import decisions, drafts
from souverain.intake.candidate import SLOTS, Candidate, Mention, Span
from souverain.intake.decisions import Decision

SLUG = "005"
DAY = "2024-03-05"
BY = "Ada Relectrice"
TEXT = """\
Nuages en vue pour l’hébergeur Brumelune, le 5 mars 2024
Orange a annoncé lundi dans un communiqué le rachat de 100 % de Brumelune. Fondé en 2011 par \
Léa Tarente, l’hébergeur était détenu à 33,4 % par Thales et à 40 % par la société Verdance.
Le reste appartient à la Caisse des Dépôts. Octave et Miroslaw Klaba détiendront 25 % de \
Verdance, selon leur entourage.
« Nous sommes fiers », dit Léa Tarente, PDG de Brumelune. Le ciel se dégage.
L’État a accordé 8 millions d’euros à Brumelune. Thales et Verdance ont signé un partenariat.
"""


def span(quote: str, content: str = TEXT) -> tuple[int, int]:
    start = content.index(quote)
    return start, start + len(quote)


def draft(kind: str, quote: str, status: str = "InForce", rule: str = "", **given) -> Candidate:
    """A candidate over the first place of some words."""
    beyond = ("date", "modality", "via", "flags", "antecedents", "mentions")
    more = {name: given.pop(name) for name in beyond if name in given}
    slots = {
        name: given.get(name, () if how == "names" else None) for name, how in SLOTS[kind].items()
    }
    start, end = span(quote)
    return Candidate(kind, start, end, quote, status, 0.8, rule or f"{kind}-made-up", slots, **more)


def named(slot: str, words: str, name: str, iri: str = "", within: str = "") -> Mention:
    """A mention of a name by some words, the first in a quote."""
    base = TEXT.index(within) if within else 0
    start = TEXT.index(words, base)
    return Mention(start, start + len(words), slot, name, iri)


ANTECEDENT = Span(*span("Brumelune"), "Brumelune")
HELD = "l’hébergeur était détenu à 33,4 % par Thales"
DRAFTS = (
    draft(
        "announcement",
        "Orange a annoncé lundi dans un communiqué le rachat de 100 % de Brumelune",
        announcer=("Orange",),
        channel="Communique",
    ),
    draft(
        "acquisition",
        "le rachat de 100 % de Brumelune",
        "Planned",
        modality="Announced",
        acquirer=("Orange",),
        target="Brumelune",
        percentage=100.0,
        antecedents=(Span(*span("Orange"), "Orange"),),
    ),
    draft(
        "lifecycle",
        "Fondé en 2011 par Léa Tarente, l’hébergeur",
        event="Created",
        subject=("Brumelune",),
        date="2011",
        antecedents=(ANTECEDENT,),
        mentions=(named("subject", "l’hébergeur", "Brumelune", within="Fondé en"),),
    ),
    draft(
        "stake",
        HELD,
        holder=("Thales",),
        target="Brumelune",
        percentage=33.4,
        basis="Exact",
        antecedents=(ANTECEDENT,),
        mentions=(named("target", "l’hébergeur", "Brumelune", within="Léa Tarente, l"),),
    ),
    draft(
        "stake",
        "à 40 % par la société Verdance",
        holder=("Verdance",),
        target="Brumelune",
        percentage=40.0,
        basis="Exact",
        antecedents=(ANTECEDENT,),
    ),
    draft(
        "stake",
        "Le reste appartient à la Caisse des Dépôts",
        holder=("Caisse des Dépôts",),
        target="Brumelune",
        basis="Remainder",
        antecedents=(ANTECEDENT,),
    ),
    draft(
        "stake",
        "Octave et Miroslaw Klaba détiendront 25 % de Verdance",
        "Planned",
        modality="Announced",
        holder=("Octave Klaba", "Miroslaw Klaba"),
        target="Verdance",
        percentage=25.0,
        basis="Exact",
        mentions=(
            named("holder", "Octave", "Octave Klaba"),
            named("holder", "Miroslaw Klaba", "Miroslaw Klaba"),
        ),
    ),
    draft(
        "role",
        "Léa Tarente, PDG de Brumelune",
        person="Léa Tarente",
        organization="Brumelune",
        title="PDG",
    ),
    draft(
        "funding",
        "L’État a accordé 8 millions d’euros à Brumelune",
        payer=("État français",),
        receiver=("Brumelune",),
        amount=8e6,
        currency="EUR",
        mentions=(named("payer", "État", "État français", "id:etat-francais"),),
    ),
    draft(
        "partnership",
        "Thales et Verdance ont signé un partenariat",
        partners=("Thales", "Verdance"),
    ),
)
FLAGGED = (Span(*span("Le ciel se dégage."), "Le ciel se dégage."),)


def add(project: Project, content: str = TEXT, slug: str = SLUG) -> text.Article:
    """The article, in the project."""
    name = f"{slug}_made-up.txt"
    (project.seeds / name).write_bytes(content.encode("utf-8"))
    digest = hashlib.sha256(content.encode("utf-8")).hexdigest()
    with (project.seeds / "articles.toml").open("a", encoding="utf-8") as stream:
        stream.write(
            f'\n[{slug}]\nfile = "{name}"\nsha256 = "{digest}"\nlanguage = "fr"\n\n'
            f'[{slug}.published]\nedtf = "{DAY}"\nbasis = "StatedYear"\nwords = "5 mars 2024"\n'
        )
    ends = {found.end() for found in re.finditer(r"[.»] (?=[A-ZÀ-Ý])|\n", content)}
    ends = sorted(ends | {len(content)})
    with (project.seeds / "sentences.tsv").open("a", encoding="utf-8") as stream:
        for number, (start, end) in enumerate(zip([0, *ends], ends, strict=False), start=1):
            stream.write(f"{slug}\t{number}\t{start}\t{end}\n")
    return text.load(project)[slug]


def newsroom(root, source: Project) -> Project:
    """A project with the article and its drafts, none of them decided."""
    project = files.init(root, source)
    article = add(project)
    drafts.keep(project, article, DRAFTS, FLAGGED)
    return project


def decide(project: Project, item: str, verdict: str, **more) -> None:
    decisions.append(project, SLUG, [Decision(item, verdict, BY, f"{DAY}T10:00:00Z", **more)])


def accept_all(project: Project) -> None:
    """Every draft accepted, and the flagged sentence without a fact."""
    for row in DRAFTS:
        decide(project, row.identity(SLUG), decisions.ACCEPTED, rule=row.rule)
    for row in FLAGGED:
        decide(project, drafts.flagged_id(row), decisions.NO_FACT, reason="A flourish.")
