"""The SPARQL constraints: run once over the store they find what SHACL finds node by node."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

import pyshacl
import pytest
from rdflib import SH, Graph, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor

from souverain import ttl
from souverain.check import constraints, shapes
from souverain.check.shapes import Result
from souverain.vocab import PREFIXES, SHAPE

prepare = functools.cache(prepareQuery)


@pytest.fixture(autouse=True)
def _parse_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """pySHACL has each query parsed anew for each focus node, which takes most of its time."""
    query = SPARQLProcessor.query

    def cached(self: SPARQLProcessor, text: Any, *args: Any, **kwargs: Any) -> Any:
        return query(self, prepare(text) if isinstance(text, str) else text, *args, **kwargs)

    monkeypatch.setattr(SPARQLProcessor, "query", cached)


def declared(all_shapes: Graph) -> set[str]:
    return {str(constraint) for constraint in all_shapes.objects(None, SH.sparql)}


def only(all_shapes: Graph, wanted: Iterable[str]) -> Graph:
    """The shapes with these SPARQL constraints, and with nothing else to break."""
    kept = Graph(bind_namespaces="none")
    kept += all_shapes
    kept.remove((None, SH.property, None))
    kept.remove((None, SH.closed, None))
    kept.remove((None, SH.ignoredProperties, None))
    for constraint in declared(all_shapes) - set(wanted):
        kept.remove((None, SH.sparql, URIRef(constraint)))
    return kept


def places(results: Iterable[Result]) -> set[tuple[str, str]]:
    return {(result.node, result.shape) for result in results}


def by_pyshacl(data: Graph, chosen: Graph) -> set[tuple[str, str]]:
    _, report, _ = pyshacl.validate(data, shacl_graph=chosen, inplace=True)
    return places(shapes.results(report, chosen))


def test_both_ways_find_nothing_in_the_examples(examples, all_shapes, spoil):
    assert by_pyshacl(examples, only(all_shapes, declared(all_shapes))) == set()
    assert places(constraints.validate(spoil(""), all_shapes)) == set()


def test_both_ways_find_the_same_in_an_invalid_example(
    constraint_case, examples, all_shapes, spoil
):
    update = constraint_case.read_text(encoding="utf-8")
    ours = places(constraints.validate(spoil(update), all_shapes))
    assert ours
    data = Graph(bind_namespaces="none")
    data += examples
    data.update(update, initNs=PREFIXES)
    assert by_pyshacl(data, only(all_shapes, {shape for _, shape in ours})) == ours


def cap_table(*printed: str, status: str = "InForce") -> str:
    """An update that gives the Example Fund these printed shares, and no other."""
    stakes = "\n".join(
        f"""
        id:example-share-{row} a sov:Stake ;
            sov:assertedIn article:example ; sov:asOf <{PREFIXES["article"]}example#published> ;
            sov:status sov:{status} ; sov:stakeBasis sov:Exact ; sov:interest sov:Unspecified ;
            sov:holder id:example-holder-{row} ; sov:target id:example-fonds ;
            sov:percentage {text.split()[0].replace(",", ".")} ; sov:percentageText "{text}"@fr ."""
        for row, text in enumerate(printed)
    )
    gone = "DELETE { ?old sov:target ?fund } INSERT { ?old sov:target id:example-projet }"
    where = "WHERE { BIND (id:example-fonds AS ?fund) ?old sov:target ?fund }"
    return f"{gone}\n{where} ;\nINSERT DATA {{ {stakes} }}"


@pytest.mark.parametrize(
    ("printed", "status", "holds"),
    [
        (("44,4 %", "22,2 %", "33,3 %"), "InForce", True),
        (("47 %", "20 %", "33 %"), "InForce", True),
        (("44 %", "22,2 %", "33,4 %"), "InForce", True),
        (("44,4 %", "22,2 %", "33,7 %"), "InForce", False),
        (("60 %", "60 %"), "InForce", False),
        (("60 %", "60 %"), "Planned", False),
        (("100 %", "100 %"), "Ended", True),
        (("100 %", "100 %"), "Abandoned", True),
        (("50,05 %", "49,96 %"), "InForce", True),
        (("50,05 %", "49,97 %"), "InForce", False),
    ],
)
def test_a_cap_table_adds_up_to_a_hundred_within_its_rounding(
    printed, status, holds, spoil, all_shapes
):
    results = constraints.validate(spoil(cap_table(*printed, status=status)), all_shapes)
    over = {result.node for result in results if result.shape == str(SHAPE["Target-capTable"])}
    assert over == (set() if holds else {ttl.expand("id:example-fonds")})


def test_a_withdrawn_stake_counts_in_no_cap_table(spoil, all_shapes):
    withdrawn = "INSERT DATA { id:example-gone sov:withdraws id:example-share-1 }"
    results = constraints.validate(spoil(f"{cap_table('60 %', '60 %')} ;\n{withdrawn}"), all_shapes)
    assert str(SHAPE["Target-capTable"]) not in {result.shape for result in results}


@pytest.mark.parametrize(
    ("printed", "percentage", "holds"),
    [
        ("44,4 %", "44.4", True),
        ("44.4%", "44.40", True),
        ("à 75 %", "75.0", True),
        ("la totalité", "100.0", True),
        ("la moitié", "50.0", True),
        ("44,4 %", "44.0", False),
        ("la totalité", "99.0", False),
        ("un tiers", "33.3", False),
    ],
)
def test_a_percentage_is_the_number_that_is_printed(printed, percentage, holds, spoil, all_shapes):
    stake = f'sov:percentage {percentage} ; sov:percentageText "{printed}"@fr'
    update = f"INSERT DATA {{ id:example-printed a sov:Stake ; {stake} }}"
    found = {result.shape for result in constraints.validate(spoil(update), all_shapes)}
    assert (str(SHAPE["Stake-percentageAsPrinted"]) not in found) == holds


def test_the_prefixes_of_the_shapes_are_those_of_the_project(all_shapes):
    assert constraints.prefixes(all_shapes).items() <= PREFIXES.items()
