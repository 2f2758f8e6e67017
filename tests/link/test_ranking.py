"""The right item comes first, whatever the order of the answers, and none is proposed in vain."""

from __future__ import annotations

import pytest

from souverain.link import features, ranking, search, targets
from souverain.link.profile import Profile
from souverain.link.search import Found, Linked
from souverain.link.wikibase import Item

from .world import ENTITY, claim, rows

ID = "https://w3id.org/souverain/id/"
RIGHT = {row.right_for: row.id for row in rows() if row.right_for}
LEAST_SHARE = 0.95


def stranger(name, kind, quote, years=(2012, 2015)):
    """An entity that the graph does not have, of a name that other things have."""
    return Profile(
        iri=f"{ID}{name.lower()}-inconnu",
        name=name,
        names=(name,),
        kinds=frozenset({kind}),
        related={},
        years=years,
        quotes=(("002", quote),),
        notes=(),
    )


# None of these has an item: what is called so there is something else.
STRANGERS = [
    stranger("Mercure", "Organization", "Mercure héberge les messageries de l’administration"),
    stranger("Apollo", "Initiative", "le projet Apollo d’hébergement souverain"),
    stranger("Jaguar", "Technology", "l’hyperviseur Jaguar de Cloudwatt"),
    stranger("Europe", "Organization", "la start-up Europe, éditeur de messageries"),
    stranger("Normandie", "Service", "l’offre de stockage Normandie"),
    stranger("Free", "Person", "M. Free, directeur technique"),
    stranger("Bull", "Place", "le site de Bull, dans la forêt"),
    stranger("Octave", "Service", "le service de sauvegarde Octave"),
    stranger("Bleu", "Person", "Mme Bleu, porte-parole"),
    stranger("Orange", "Facility", "le bâtiment Orange de la zone industrielle"),
]


@pytest.fixture
def ranked(ground, service, wikidata):
    """The candidates of an entity, when every other one is linked as the graph links it."""

    def rank(entity):
        items = {
            iri: [item.removeprefix(ENTITY) for item in items]
            for iri, items in ground.matches(ENTITY).items()
            if iri != entity.iri
        }
        found = search.candidates(service, wikidata, entity, Linked(items))
        return ranking.rank(ground, wikidata, entity, found, Linked(items))

    return rank


def slug(entity):
    return entity.iri.removeprefix(ID)


def test_the_right_item_comes_first_and_none_is_proposed_in_vain(ground, ranked):
    entities = [ground.profile(iri) for iri in ground.entities] + STRANGERS
    candidates = {slug(entity): ranked(entity) for entity in entities}
    first = {name: rows[0].found.item.id if rows else "" for name, rows in candidates.items()}
    wrong = {name: explained(candidates[name]) for name in RIGHT if first[name] != RIGHT[name]}
    in_vain = {
        name: row.found.item.id
        for name, rows in candidates.items()
        for row in rows
        if row.is_proposed and row.found.item.id != RIGHT.get(name)
    }
    proposed = sum(row.is_proposed for rows in candidates.values() for row in rows)
    assert in_vain == {}
    assert len(RIGHT) - len(wrong) >= LEAST_SHARE * len(RIGHT), wrong
    assert (len(entities), len(RIGHT)) == (100, 49)
    assert proposed >= len(RIGHT) / 2


def explained(rows):
    return [f"{row.found.item.id} {row.found.item.label}: {row.breakdown}" for row in rows[:3]]


ORANGE = f"{ID}orange"
DESCRIBED = {"fr": "entreprise de télécommunications, actionnaire de Cloudwatt"}


def claimed(role, time):
    """A property with the one statement of it."""
    name, made = claim(role, time)
    return name, [made]


def found(id="Q900000960", **rows):
    """An item that may be Orange, in all that counts, unless rows say otherwise."""
    told = {"labels": {"fr": "Orange"}, "descriptions": DESCRIBED, "kinds": ("business",), **rows}
    kinds, relations = told.pop("kinds"), told.pop("relations", {})
    return Found(Item(id, id, "2026-11-27T00:00:00Z", **told), kinds, relations)


def weighed(ground, *rows, rejected=None):
    items = {"thales": "Q1161666", "france": "Q142", "sfr": "Q900000970"}
    linked = Linked({f"{ID}{name}": [id] for name, id in items.items()})
    profile = ground.profile(ORANGE)
    return ranking.rank(ground, targets.TARGETS[0], profile, rows, linked, rejected)


def test_what_fits_is_proposed(ground):
    (row,) = weighed(ground, found())
    assert row.is_proposed
    assert row.breakdown.startswith("name 40, kind 20, words ")
    assert row.why.startswith("has the name “Orange”; is of the kind “business”; is described")
    assert row.why_not == ""


NOT_PROPOSED = {
    "a name alone": ({"descriptions": {}}, "nothing but its name and its kind speaks for it"),
    "a fruit": ({"kinds": ("fruit", "food")}, "is of the kind “fruit”, which is no Organization"),
    "of no kind": ({"kinds": ()}, "it is not known to be of a fitting kind"),
    "another name": ({"labels": {"fr": "Orangina"}}, "no name of it is quite the same"),
    "without a name": ({"labels": {}}, "has no name in English or French"),
    "ended before": (
        {"statements": dict([claimed("ended", "+1990-01-01")])},
        "ended in 1990, and is spoken of in 2012",
    ),
    "begun after": (
        {"statements": dict([claimed("begun", "+2040-01-01")])},
        "began in 2040, and is spoken of in 2023",
    ),
    "taken": ({"id": "Q900000970"}, "is linked already to id:sfr"),
}


@pytest.mark.parametrize("name", NOT_PROPOSED)
def test_what_speaks_against_an_item_keeps_it_from_being_proposed(ground, name):
    rows, words = NOT_PROPOSED[name]
    (row,) = weighed(ground, found(**rows))
    assert not row.is_proposed
    assert words in row.why_not


def test_a_rejected_item_is_proposed_no_more(ground):
    (row,) = weighed(ground, found(), rejected={"Q900000960": "a fruit (me, 2026-11-27)"})
    assert (row.is_proposed, row.score) == (False, 0)
    assert "was rejected: a fruit (me, 2026-11-27)" in row.why_not


def test_a_relation_to_what_is_linked_tells_both_sides(ground):
    relations = {"Q1161666": frozenset({"owner"})}
    (row,) = weighed(ground, found(relations=relations))
    assert "is related to id:thales (owner there; " in row.why
    assert "relations 20" in row.breakdown


def test_of_two_that_fit_equally_neither_is_proposed(ground):
    rows = weighed(ground, found("Q900000962"), found("Q900000961"))
    assert [row.found.item.id for row in rows] == ["Q900000961", "Q900000962"]
    assert [row.is_proposed for row in rows] == [False, False]
    assert rows[0].why_not == "Q900000962 fits as well: look at both"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thalès", "Thales SA"),
        ("Groupe Thales", "THALES"),
        ("OVH Cloud", "OVHcloud"),
        ("Klaba Octave", "Octave Klaba"),
        ("l’État français", "État français"),
        ("Shadow (company)", "Shadow"),
    ],
)
def test_names_are_alike_whatever_their_accents_order_spaces_and_legal_forms(one, other):
    assert features.likeness(one, other) == 100


@pytest.mark.parametrize(("one", "other"), [("Orange", "Orangina"), ("Bull", "Bleu"), ("SA", "")])
def test_other_names_are_not(one, other):
    assert features.likeness(one, other) < 90
