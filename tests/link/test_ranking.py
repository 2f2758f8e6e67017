"""The right item comes first, whatever the order of the answers, and none is proposed in vain."""

from __future__ import annotations

import pytest

from souverain.link import ranking, search
from souverain.link.profile import Profile
from souverain.link.search import Linked

from .world import ENTITY, rows

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
