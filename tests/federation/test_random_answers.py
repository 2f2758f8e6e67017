"""Random queries with SERVICE have the answers that they have over all data together."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .worlds import E1, E2, World

VARIABLES = ("?a", "?b", "?c")
THINGS = (":a", ":b", ":c")
subjects = st.sampled_from([*VARIABLES, *THINGS])
predicates = st.sampled_from([":p", ":q", ":s"])
objects = st.sampled_from([*VARIABLES, *THINGS, "1", "2"])
names = st.sampled_from(VARIABLES)
triples = st.builds("{} {} {} . ".format, subjects, predicates, objects)
filters = st.builds("FILTER({} {} {}) ".format, names, st.sampled_from(["=", "!=", "<"]), objects)
values = st.one_of(
    st.builds(
        "VALUES {} {{ {} {} }} ".format,
        names,
        st.sampled_from(THINGS),
        objects.filter(lambda text: text not in VARIABLES),
    ),
    st.builds("VALUES (?a ?b) {{ ({} UNDEF) (UNDEF {}) }} ".format, *[st.sampled_from(THINGS)] * 2),
)
plain = st.one_of(triples, triples, filters, values)


def groups(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The braces around some elements."""
    return st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"{{ {''.join(parts)}}} ")


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements that hold groups."""
    group = groups(inner)
    return st.one_of(
        inner,
        st.builds("OPTIONAL {}".format, group),
        st.builds("MINUS {}".format, group),
        st.builds("{}UNION {}".format, group, group),
        group,
        st.builds("{{ SELECT DISTINCT {} {}}} ".format, names, group),
    )


remote = st.recursive(plain, nested, max_leaves=4)
services = st.builds("SERVICE <{}> {}".format, st.sampled_from([E1, E2]), groups(remote))
joined = st.builds("SERVICE <{}> {}".format, st.sampled_from([E1, E2]), groups(triples))
exists = st.builds("FILTER EXISTS {}".format, groups(triples | joined))
local = st.recursive(st.one_of(plain, services, exists), nested, max_leaves=6)
queries = st.builds(
    "SELECT * {{ {}{}{}}}".format,
    triples,
    services | st.builds("OPTIONAL {{ {}}} ".format, services),
    st.lists(local, max_size=3).map("".join),
)


@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(query=queries, batch=st.sampled_from([1, 2, 50]))
def test_the_answer_is_that_over_all_data_together(query: str, batch: int):
    world = World(batch=batch)
    assert world.rows(query) == world.expected(query)
