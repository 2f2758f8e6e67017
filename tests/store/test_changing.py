"""The patch of a write, put to the data before it, gives the data that the engine would leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    parse,
)
from pyoxigraph import Dataset as Quads

from souverain.errors import NoSuchGraph, QueryError, QueryRefused, TooManyRows
from souverain.patch import Patch
from souverain.query.changing import changed
from souverain.query.job import Change, Job, Limits
from souverain.store import Dataset
from souverain.versions import data

PREFIX = "PREFIX : <urn:>\n"
G, H, NEW = "urn:g", "urn:h", "urn:new"

# A store: what is in its graphs, and those that are named, if only for that.
State = tuple[frozenset[Quad], frozenset[str]]


@dataclass(frozen=True)
class Operation:
    """An operation; one that has a WHERE is asked of a dataset, which stands before that.

    The graph `source` must be there for it, where it names one.
    """

    text: str
    where: str = ""
    source: str = ""

    def over(self, clause: str) -> str:
        """The text with USING put in."""
        return f"{self.text} {clause if self.where else ''} {self.where}"


def state(store: Store) -> State:
    """What a store holds, with canonical names for its blank nodes (RDFC-1.0)."""
    quads = Quads(store)
    quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(quads), frozenset(str(name) for name in store.named_graphs())


def copied(quads: Sequence[Quad], names: Sequence[str]) -> Store:
    store = Store()
    store.extend(quads)
    for name in names:
        store.add_graph(NamedNode(name))
    return store


def patched(store: Store, job: Job) -> tuple[Patch, State]:
    """The patch of a job, and the store that it makes of a copy of the one that is given."""
    names = [name.value for name in store.named_graphs() if isinstance(name, NamedNode)]
    own = copied(list(store), names)
    patch = changed(Dataset.of(own, is_union=False, prefixes={}), job, Limits())
    # What is told goes from one process to another as text.
    patch = Patch.parse(patch.text())
    data.apply(store, patch)
    return patch, state(store)


# Data.

TERMS = [NamedNode("urn:a"), NamedNode("urn:b"), BlankNode("n")]
PREDICATES = [NamedNode("urn:p"), NamedNode("urn:q")]
OBJECTS = [*TERMS, Literal(1), Literal("x\u2028y\n\u0085"), Literal("x", language="en")]
GRAPHS = [DefaultGraph(), NamedNode(G), NamedNode(H)]
quads = st.lists(
    st.builds(Quad, *(st.sampled_from(terms) for terms in (TERMS, PREDICATES, OBJECTS, GRAPHS))),
    max_size=6,
)
names = st.lists(st.sampled_from([G, H]), max_size=2)

# Updates.

TRIPLES = [":a :p 1 .", ":b :q :a .", ":a :p 1 . :a :q 'x'@en .", ":a :p :b . :c :q 2 ."]
IRIS = {":g": G, "<urn:g>": G, "<urn:\\u0067>": G, ":h": H, ":new": NEW}
NAMES = list(IRIS)
PATTERNS = ["?s ?p ?o .", ":a ?p ?o .", "?s :p ?o .", "?s ?p ?o . ?o :q ?x ."]
TEMPLATES = ["?s ?p ?o .", "?o :q ?s .", "?s :p :c .", ":a :q ?o .", ":c :p 3 ."]


def placed(inner: list[str], names: list[str]) -> st.SearchStrategy[str]:
    """Something in the default graph, in a named one, or one in each."""
    default, name = st.sampled_from(inner), st.sampled_from(names)
    named = st.builds("GRAPH {} {{ {} }}".format, name, default)
    return default | named | st.builds("{} {}".format, default, named)


facts = placed(TRIPLES, NAMES)
patterns = placed(PATTERNS, [*NAMES, "?g"])
templates = placed(TEMPLATES, [*NAMES, "?g"])
made = st.sampled_from(["", "_:new :p ?o ."])

inserting = st.builds("INSERT DATA {{ {} }}".format, facts | st.just(":a :p [] .") | st.just(""))
deleting = st.builds("DELETE DATA {{ {} }}".format, facts)
of_data = st.builds(Operation, inserting | deleting)
pattern_deleted = patterns.map(
    lambda pattern: Operation(f"DELETE {{ {pattern} }}", f"WHERE {{ {pattern} }}")
)
where = st.builds("WHERE {{ {} {} }}".format, patterns, st.sampled_from(["", "FILTER isIRI(?s)"]))
modifying = st.builds(
    Operation,
    st.builds("INSERT {{ {} {} }}".format, templates, made)
    | st.builds("DELETE {{ {} }}".format, templates)
    | st.builds("DELETE {{ {} }} INSERT {{ {} }}".format, templates, templates),
    where,
)
silent = st.sampled_from(["", "SILENT"])
one = st.sampled_from(["DEFAULT", *(f"GRAPH {name}" for name in NAMES)])
place = st.sampled_from(["DEFAULT", *NAMES, *(f"GRAPH {name}" for name in NAMES)])
copying = st.builds(
    lambda form, silent, source, target: Operation(
        f"{form} {silent} {source} TO {target}",
        source="" if silent or source == "DEFAULT" else source.removeprefix("GRAPH "),
    ),
    st.sampled_from(["COPY", "MOVE", "ADD"]),
    silent,
    place,
    place,
)
managing = copying | st.builds(
    Operation,
    st.builds(
        "{} {} {}".format,
        st.sampled_from(["CLEAR", "DROP"]),
        silent,
        one | st.sampled_from(["ALL", "NAMED"]),
    )
    | st.builds("CREATE {} GRAPH {}".format, silent, st.sampled_from(NAMES)),
)


def told(clause: str, operation: Operation) -> Operation:
    """An operation that names a graph itself, by WITH or by USING."""
    before, after = (f"{clause} ", "") if clause.startswith("WITH") else ("", f" {clause}")
    return Operation(f"{before}{operation.text}{after}", operation.where)


own_dataset = st.builds(
    told,
    st.sampled_from(["WITH :g", "USING :g", "USING NAMED :g", "USING :g USING :h USING NAMED :h"]),
    modifying,
)


def sequences(*kinds: st.SearchStrategy[Operation]) -> st.SearchStrategy[list[Operation]]:
    return st.lists(st.one_of(*kinds), min_size=1, max_size=3)


def hold_to_the_engine(
    quads: list[Quad],
    names: list[str],
    operations: list[Operation],
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> None:
    """Do an update in both ways: to the same end, or to none.

    The engine does one operation after the other, but for names of blank nodes, which none shares.
    """
    clause = " ".join(f"USING <{name}>" for name in default_graphs)
    clause += " ".join(f" USING NAMED <{name}>" for name in named_graphs)
    job = Job(
        text=PREFIX + " ;\n".join(operation.over("") for operation in operations),
        default_graphs=tuple(default_graphs),
        named_graphs=tuple(named_graphs),
        change=Change.UPDATE.value,
    )
    engine, store = copied(quads, names), copied(quads, names)
    try:
        for operation in operations:
            if operation.source and NamedNode(IRIS[operation.source]) not in engine.named_graphs():
                raise RuntimeError
            engine.update(PREFIX + operation.over(clause))
    except RuntimeError:
        with pytest.raises(QueryError):
            patched(store, job)
    else:
        assert patched(store, job)[1] == state(engine)


@settings(deadline=None, max_examples=100)
@given(quads, names, sequences(of_data))
def test_data(quads, names, operations):
    hold_to_the_engine(quads, names, operations)


@settings(deadline=None, max_examples=100)
@given(quads, names, sequences(modifying, pattern_deleted, own_dataset))
def test_what_is_found_by_where(quads, names, operations):
    hold_to_the_engine(quads, names, operations)


@settings(deadline=None, max_examples=100)
@given(quads, names, sequences(managing))
def test_graphs_are_managed(quads, names, operations):
    hold_to_the_engine(quads, names, operations)


@settings(deadline=None, max_examples=100)
@given(quads, names, sequences(of_data, modifying, managing, own_dataset, pattern_deleted))
def test_operations_of_all_kinds(quads, names, operations):
    hold_to_the_engine(quads, names, operations)


graphs = st.lists(st.sampled_from([G, H, NEW]), max_size=2)


@settings(deadline=None, max_examples=100)
@given(quads, names, sequences(of_data, modifying, managing), graphs, graphs)
def test_the_graphs_of_the_request_are_those_of_using(
    quads, names, operations, default_graphs, named_graphs
):
    hold_to_the_engine(quads, names, operations, default_graphs, named_graphs)


@settings(deadline=None, max_examples=100)
@given(quads, names, sequences(of_data, modifying, managing))
def test_what_a_patch_did_its_inverse_undoes(quads, names, operations):
    store = copied(quads, names)
    job = Job(text=PREFIX + " ;\n".join(row.over("") for row in operations), change="update")
    try:
        patch, _ = patched(store, job)
    except QueryError:
        return
    data.apply(store, patch.inverse)
    assert state(store) == state(copied(quads, names))


# The Graph Store Protocol.

TURTLE = b"<urn:a> <urn:p> 1 . <s> <urn:p> _:x ."
KEPT = (
    Quad(NamedNode("urn:a"), NamedNode("urn:p"), Literal(1), NamedNode(G)),
    Quad(NamedNode("urn:b"), NamedNode("urn:p"), Literal(2), NamedNode(G)),
    Quad(NamedNode("urn:b"), NamedNode("urn:p"), Literal(3)),
)
ONE, TWO, THREE = (f"{quad} ." for quad in KEPT)


def sent(change: Change, graph: str | None, text: str = "", *payloads: bytes) -> Patch:
    """The patch of what is sent to a store of three quads and an empty graph."""
    given = tuple(("turtle", payload) for payload in payloads)
    job = Job(text=text, graph=graph, base="urn:base:", change=change.value, payloads=given)
    return patched(copied(KEPT, [H]), job)[0]


@pytest.mark.parametrize(
    ("change", "graph", "payloads", "counts"),
    [
        (Change.REPLACE, G, [TURTLE], (1, 1, [], [])),
        (Change.REPLACE, H, [TURTLE], (0, 2, [], [])),
        (Change.REPLACE, NEW, [TURTLE], (0, 2, [NEW], [])),
        (Change.REPLACE, NEW, [b""], (0, 0, [NEW], [])),
        (Change.REPLACE, G, [b""], (2, 0, [], [])),
        (Change.REPLACE, "", [TURTLE], (1, 2, [], [])),
        (Change.REPLACE, G, [TURTLE, TURTLE], (1, 2, [], [])),
        (Change.MERGE, G, [TURTLE], (0, 1, [], [])),
        (Change.MERGE, NEW, [TURTLE], (0, 2, [NEW], [])),
        (Change.MERGE, NEW, [b""], (0, 0, [NEW], [])),
        (Change.MERGE, H, [b""], (0, 0, [], [])),
        (Change.MERGE, "", [TURTLE], (0, 2, [], [])),
        (Change.REMOVE, G, [], (2, 0, [], [G])),
        (Change.REMOVE, H, [], (0, 0, [], [H])),
        (Change.REMOVE, "", [], (1, 0, [], [])),
    ],
)
def test_what_is_sent_to_a_graph_changes_so_much(change, graph, payloads, counts):
    patch = sent(change, graph, "", *payloads)
    found = len(patch.removed), len(patch.added), list(patch.created), list(patch.dropped)
    assert found == counts


def test_a_graph_that_is_not_there_is_not_removed():
    with pytest.raises(NoSuchGraph):
        sent(Change.REMOVE, NEW)


@pytest.mark.parametrize(
    ("graph", "text", "removed", "added"),
    [
        (G, "DELETE DATA { <urn:a> <urn:p> 1 }", [ONE], []),
        (G, "DELETE WHERE { ?s ?p ?o }", [ONE, TWO], []),
        ("", "DELETE WHERE { ?s ?p ?o }", [THREE], []),
        (G, "INSERT DATA { <urn:a> <urn:p> 1 , 4 }", [], [f"<urn:a> <urn:p> {Literal(4)} <{G}> ."]),
        (NEW, "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }", [], []),
    ],
)
def test_an_update_of_one_graph_sees_that_alone(graph, text, removed, added):
    patch = sent(Change.AMEND, graph, text)
    assert (list(patch.removed), list(patch.added)) == (removed, added)


@pytest.mark.parametrize(
    "text",
    [
        f"INSERT DATA {{ GRAPH <{H}> {{ <urn:a> <urn:p> 1 }} }}",
        f"INSERT {{ GRAPH <{H}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}",
        f"CREATE GRAPH <{NEW}>",
        f"COPY DEFAULT TO <{NEW}>",
    ],
)
def test_an_update_of_one_graph_changes_no_other(text):
    with pytest.raises(QueryRefused, match="and no other"):
        sent(Change.AMEND, G, text)


BOTH = "<urn:new> <urn:p> <urn:o>"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Patch()),
        (f"TX .\nD {ONE}\nTC .", Patch(removed=(ONE,))),
        (f"D {BOTH} .\nA {ONE}", Patch()),
        (f"A {BOTH} <{NEW}> .", Patch(added=(f"{BOTH} <{NEW}> .",), created=(NEW,))),
        (f"H graph-created <{NEW}> .", Patch(created=(NEW,))),
        (f"H graph-created <{H}> .", Patch()),
        (f"H graph-dropped <{H}> .", Patch(dropped=(H,))),
        (f"H graph-dropped <{NEW}> .", Patch()),
        (f"H graph-dropped <{G}> .", Patch(removed=(ONE, TWO), dropped=(G,))),
        (f"H id <urn:x> .\nH graph-dropped <{G}> .\nD {ONE}", Patch((ONE, TWO), dropped=(G,))),
    ],
)
def test_of_a_patch_counts_what_is_not_so_already(text, wanted):
    assert sent(Change.APPLY, None, text) == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A <urn:a> <urn:p> .", "no quad"),
        ("A <urn:a> <urn:p> <o> .", "no quad"),
        ("INSERT DATA {}", "line 1 is none of an RDF Patch"),
        (f"TX .\nD {ONE}\nE", "line 3"),
        ("H graph-created <g> .", "no name of a graph"),
        ("H graph-dropped <http://[> .", "no name of a graph"),
        (f"D {ONE}\nA {ONE}", "adds a quad that it removes"),
        (f"H graph-dropped <{G}> .\nA {ONE}", "to a graph that it drops"),
    ],
)
def test_what_is_no_patch_is_refused(text, words):
    with pytest.raises(QueryError, match=words):
        sent(Change.APPLY, None, text)


@pytest.mark.parametrize("change", [Change.REPLACE, Change.MERGE, Change.AMEND])
@pytest.mark.parametrize("graph", ["http://[", "urn:\ud800", "http://x/%zz"])
def test_a_graph_that_is_written_has_an_iri(change, graph):
    with pytest.raises(QueryError, match="no name of a graph"):
        sent(change, graph, "INSERT DATA { <urn:a> <urn:p> 1 }", TURTLE)


def test_relative_iris_are_relative_to_the_graph_or_to_the_address():
    assert "<urn:g:s>" not in "".join(sent(Change.MERGE, "", "", TURTLE).added)
    (added,) = sent(Change.MERGE, "http://x/g/", "", b"<s> <urn:p> 1 .").added
    assert added.startswith("<http://x/g/s> ")


@pytest.mark.parametrize(
    ("format", "content"),
    [("trig", f"GRAPH <{NEW}> {{ {BOTH} }}"), ("nquads", f"{BOTH} <{NEW}> .")],
)
def test_a_dataset_goes_into_the_graphs_that_it_names(format, content):
    job = Job(graph=None, change=Change.MERGE.value, payloads=((format, content.encode()),))
    patch, _ = patched(copied(KEPT, [H]), job)
    assert patch == Patch(added=(f"{BOTH} <{NEW}> .",), created=(NEW,))


@pytest.mark.parametrize(
    ("text", "line", "column", "token"),
    [
        ("INSERT DATA {\n <urn:a> ! 1 }", 2, 10, "!"),
        (f"{PREFIX}CLEAR ALL ;\n{PREFIX}INSERT DATA {{ :a :p }}", 4, 21, "}"),
        ("CLEAR ALL ;\nCLEARALL", 2, 1, "CLEARALL"),
        ("CLEAR ALL ;; CLEAR ALL", 1, 12, ";"),
        ("CLEAR ALL ;; LOAD <urn:d>", 1, 12, ";"),
        ("CLEAR ALL ; LOAD <urn:d> INTO DEFAULT", 1, 31, "DEFAULT"),
        ("LOAD SILENT p:d", 1, 13, "p:d"),
        ("SELECT * {}", 1, 1, "SELECT"),
    ],
)
def test_an_update_with_an_error_is_told_where(text, line, column, token):
    with pytest.raises(QueryError) as told:
        patched(Store(), Job(text=text, change="update"))
    assert (told.value.line, told.value.column, told.value.token) == (line, column, token)


def test_a_patch_has_no_more_rows_than_an_answer():
    dataset = Dataset.of(copied(KEPT, []), is_union=False, prefixes={})
    with pytest.raises(TooManyRows):
        changed(dataset, Job(text="CLEAR ALL", change="update"), Limits(rows=2))


def test_the_parts_of_a_patch_are_lines_of_the_store():
    patch = sent(Change.MERGE, NEW, "", 'PREFIX : <urn:> :a :p "\u2028\u0085\\n" .'.encode())
    (quad,) = parse(patch.added[0], RdfFormat.N_QUADS)
    assert quad.object == Literal("\u2028\u0085\n")
