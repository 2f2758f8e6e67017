"""How each format is opened by what it is for: a library, and what it finds in the file.

A row gives the library, and a function of the bytes that gives how much it read, by what it is
called. A package is opened by its path; other folders are opened by their tests, and are not here.
"""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Callable
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from souverain.vocab import PREFIXES

# Of so many, one is read whole by its library, which takes a second for twenty.
WHOLE_NANOPUBS = 40


def as_rdf(format: RdfFormat) -> Callable[[bytes], dict[str, int]]:
    return lambda content: {"quads": len(set(pyoxigraph.parse(content, format=format)))}


def by_rdflib(name: str) -> Callable[[bytes], dict[str, int]]:
    def read(content: bytes) -> dict[str, int]:
        import rdflib

        # Its own JSON-LD parser makes a graph that it says not to make (rdflib 7.6).
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            graph = rdflib.Graph().parse(data=content, format=name)
        return {"triples": len(graph)}

    return read


def by_owlready(content: bytes) -> dict[str, int]:
    import owlready2

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.owl"
        path.write_bytes(content)
        ontology = owlready2.World().get_ontology(path.as_uri()).load()
        return {"classes": len(list(ontology.classes()))}


def by_horned_owl(content: bytes) -> dict[str, int]:
    import pyhornedowl

    ontology = pyhornedowl.open_ontology_from_string(content.decode("utf-8"), "ofn")
    return {"axioms": len(ontology.get_components())}


def by_cove(content: bytes) -> dict[str, int]:
    """Raises where the schema, or an additional check, finds anything."""
    from libcovebods import (
        additionalfields,
        config,
        data_reader,
        jsonschemavalidate,
        run_tasks,
        schema,
    )
    from libcovebods.tasks.checks import record_based_checks

    # The list of schemes, which it would fetch (org-id.guide).
    record_based_checks.get_orgids_prefixes = lambda: ["XI-LEI"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bods.json"
        path.write_bytes(content)
        reader, settings = data_reader.DataReader(str(path)), config.LibCoveBODSConfig()
        standard = schema.SchemaBODS(reader, settings)
        assert standard.schema_version == "0.4"
        assert [*jsonschemavalidate.JSONSchemaValidator(standard).validate(reader)] == []
        assert additionalfields.AdditionalFields(standard).process(reader) == {}
        tasks = [task for task in run_tasks.TASK_CLASSES if "legacy" not in task.__module__]
        found = run_tasks.process_additional_checks(reader, settings, standard, tasks)
        assert found["additional_checks"] == []
    return {"statements": len(json.loads(content))}


def by_ftm(content: bytes) -> dict[str, int]:
    """Raises where an entity is not of its schema, or loses a value when it is cleaned."""
    from followthemoney.proxy import EntityProxy

    rows = [json.loads(line) for line in content.splitlines()]
    kept = {row["id"] for row in rows}
    for row in rows:
        clean = EntityProxy.from_dict(row, cleaned=False)
        clean.schema.validate(row)
        for property, values in row["properties"].items():
            assert sorted(clean.get(property)) == sorted(values)
        assert {value for name, value in clean.itervalues() if name.type.name == "entity"} <= kept
    return {"entities": len(kept)}


def by_ftm_statements(content: bytes) -> dict[str, int]:
    from followthemoney.statement.serialize import read_statements

    statements = list(read_statements(BytesIO(content), "json"))
    assert [row.id for row in statements] == [row.generate_key() for row in statements]
    return {"statements": len(statements)}


def by_networkx(name: str) -> Callable[[bytes], dict[str, int]]:
    def read(content: bytes) -> dict[str, int]:
        import networkx

        graph = getattr(networkx, f"read_{name}")(BytesIO(content))
        return {"nodes": len(graph), "edges": graph.number_of_edges()}

    return read


def by_schema_org(content: bytes) -> dict[str, int]:
    """How many claims there are by the triples, of which none is in another vocabulary."""
    import rdflib

    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        graph = rdflib.Graph().parse(data=content, format="json-ld")
    schema = rdflib.Namespace(PREFIXES["schema"])
    assert all(p in schema or p == rdflib.RDF.type for p in graph.predicates())
    return {"claims": len(set(graph.subjects(rdflib.RDF.type, schema.Claim)))}


def by_nanopub(content: bytes) -> dict[str, int]:
    """Raises where one is not formed as the library wants it, or its IRI has another hash."""
    from nanopub import Nanopub
    from nanopub.trustyuri.rdf import RdfHasher, RdfUtils
    from rdflib import ConjunctiveGraph

    found = 0
    quads = pyoxigraph.parse(content, format=RdfFormat.TRIG)
    for name, rows in groupby(quads, key=lambda quad: graph_of(quad).partition("#")[0]):
        text = "".join(f"{row} .\n" for row in rows)
        # Of the class that the library stands on, rdflib says that it will go (7.6).
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            graph = ConjunctiveGraph().parse(data=text, format="nquads")
            graph = graph if isinstance(graph, ConjunctiveGraph) else graph.default_context
            code = name.rpartition("/")[2]
            assert RdfHasher.make_hash(RdfUtils.get_quads(graph), code) == code
            if found % WHOLE_NANOPUBS == 0:
                whole = Nanopub(rdf=graph)
                assert whole.is_valid
                assert whole.has_valid_trusty
        found += 1
    return {"nanopublications": found}


def graph_of(quad: pyoxigraph.Quad) -> str:
    return str(getattr(quad.graph_name, "value", ""))


Reader = Callable[[bytes], dict[str, int]]
OPENED: dict[str, tuple[str, Reader]] = {
    "turtle": ("rdflib", by_rdflib("turtle")),
    "trig": ("pyoxigraph", as_rdf(RdfFormat.TRIG)),
    "ntriples": ("rdflib", by_rdflib("nt")),
    "nquads": ("pyoxigraph", as_rdf(RdfFormat.N_QUADS)),
    "rdfxml": ("rdflib", by_rdflib("xml")),
    "jsonld": ("pyoxigraph", as_rdf(RdfFormat.JSON_LD)),
    "jsonld-framed": ("rdflib", by_rdflib("json-ld")),
    "nquads-canonical": ("pyoxigraph", as_rdf(RdfFormat.N_QUADS)),
    "trig-star": ("pyoxigraph", as_rdf(RdfFormat.TRIG)),
    "owl-rdfxml": ("owlready2", by_owlready),
    "owl-functional": ("py-horned-owl", by_horned_owl),
    "graphml": ("networkx", by_networkx("graphml")),
    "gexf": ("networkx", by_networkx("gexf")),
    "bods": ("libcovebods", by_cove),
    "ftm": ("followthemoney", by_ftm),
    "ftm-statements": ("followthemoney", by_ftm_statements),
    "schemaorg": ("rdflib", by_schema_org),
    "nanopub": ("nanopub", by_nanopub),
    "dcat": ("rdflib", by_rdflib("turtle")),
}


# A package is a folder, and is opened by its path.


def by_rocrate(folder: Path) -> dict[str, int]:
    from rocrate.rocrate import ROCrate

    return {"files": len(ROCrate(str(folder)).data_entities)}


def by_mlcroissant(folder: Path) -> dict[str, int]:
    import mlcroissant

    # What it uses warns of itself, and of how it is used.
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        dataset = mlcroissant.Dataset(str(folder / "croissant.json"))
        sets = [sets.id for sets in dataset.metadata.record_sets]
        return {"rows": sum(1 for name in sets for _ in dataset.records(name))}


def by_frictionless(folder: Path) -> dict[str, int]:
    from frictionless import Package, system

    with warnings.catch_warnings(action="ignore"), system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid
    return {"rows": sum(task.stats["rows"] for task in report.tasks)}


UNPACKED: dict[str, tuple[str, Callable[[Path], dict[str, int]]]] = {
    "rocrate": ("rocrate", by_rocrate),
    "croissant": ("mlcroissant", by_mlcroissant),
    "datapackage": ("frictionless", by_frictionless),
}
