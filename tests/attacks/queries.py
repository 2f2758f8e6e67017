"""Queries that no one asks in good faith, by what they attack.

Each stands with the answer that is right, should there be one: `True` or `False` for ASK, a number
for the one number that is selected, `None` where no answer can be expected in time.
"""

from __future__ import annotations

from typing import NamedTuple

from .data import SPACE

DEEP = 200_000
LONG = 100_000
P = "<urn:p>"
NEXT, GROUP, NAME = (f"<{SPACE}{name}>" for name in ("next", "group", "name"))
# Room for the words around what is huge, in a body of at most a mebibyte.
HUGE = 1_048_576 - 200


class Attack(NamedTuple):
    """A query, and its answer; `WRONG` says that it is no SPARQL, and so never answered."""

    text: str
    answer: bool | int | str | None = None


WRONG = "wrong"


def _nested(before: str, opening: str, middle: str, closing: str, after: str) -> str:
    """As deep as it can be in a body, and at most as deep as asked."""
    depth = min(DEEP, HUGE // len(opening + closing))
    return before + opening * depth + middle + closing * depth + after


def _chain(before: str, link: str, after: str) -> str:
    return before + link * min(LONG, HUGE // len(link)) + after


NESTED = {
    "brackets in FILTER": Attack(_nested("ASK { FILTER(", "(", "1", ")", ") }"), True),
    "brackets in BIND": Attack(_nested("ASK { BIND(", "(", "1", ")", " AS ?x) }"), True),
    "brackets in SELECT": Attack(_nested("SELECT (", "(", "1", ")", " AS ?x) {}"), 1),
    "brackets in ORDER BY": Attack(_nested("ASK {} ORDER BY ", "(", "1", ")", ""), True),
    "brackets in HAVING": Attack(
        _nested("SELECT (1 AS ?x) {} GROUP BY ?y HAVING ", "(", "1", ")", ""), 1
    ),
    "brackets that are never closed": Attack("ASK { FILTER" + "(" * DEEP, WRONG),
    "brackets that were never opened": Attack("ASK { FILTER" + ")" * DEEP, WRONG),
    "groups": Attack(_nested("ASK ", "{", "", "}", ""), True),
    "groups that are never closed": Attack("ASK " + "{" * DEEP, WRONG),
    "groups, each OPTIONAL": Attack(_nested("ASK {", "OPTIONAL{", "", "}", "}"), True),
    "groups, each MINUS": Attack(_nested("ASK {", "?s ?p ?o MINUS{", "", "}", "}")),
    "groups, each UNION": Attack(_nested("ASK {", "{}UNION{", "", "}", "}"), True),
    "groups, each GRAPH": Attack(_nested("ASK {", "GRAPH ?g{", "", "}", "}")),
    "groups, each EXISTS": Attack(_nested("ASK {", "FILTER EXISTS{", "", "}", "}"), True),
    "groups, each NOT EXISTS": Attack(_nested("ASK {", "FILTER NOT EXISTS{", "", "}", "}")),
    "sub-selects": Attack(_nested("SELECT * {", "{SELECT * {", "", "}}", "}")),
    "sub-selects, each grouped": Attack(
        _nested("ASK {", "{SELECT(COUNT(*)AS?n){", "", "}}", "}"), True
    ),
    "paths": Attack(_nested("ASK { ?s ", "(", P, ")", " ?o }"), False),
    "paths, each any number of times": Attack(_nested("ASK { ?s ", "(", P, ")*", " ?o }")),
    "paths, each at most once": Attack(_nested("ASK { ?s ", "(", P, ")?", " ?o }")),
    "paths, each inverse": Attack(_nested("ASK { ?s ", "^(", P, ")", " ?o }"), False),
    "lists": Attack(_nested("ASK { ?s ?p ", "(", "1", ")", " }"), False),
    "blank nodes": Attack(_nested(f"ASK {{ ?s {P} ", f"[{P} ", "1", "]", " }"), False),
    "triple terms": Attack(_nested("ASK { ?s ?p ", "<<(?a ?b ", "?c", ")>>", " }"), False),
    "reified triples": Attack(_nested("ASK { ", "<<", f"?a {P} ?c", f">> {P} ?c", " }")),
    "annotations": Attack(_nested(f"ASK {{ ?s {P} ?o ", f"{{|{P} 1", "", "|}", " }"), False),
    "triple terms in BIND": Attack(
        _nested("ASK { BIND(", f"<<({P} {P} ", "1", ")>>", " AS ?x) }"), True
    ),
    "calls": Attack(_nested("ASK { FILTER(", "STR(", "1", ")", ") }"), True),
    "calls of COALESCE": Attack(_nested("ASK { FILTER(", "COALESCE(", "1", ")", ") }"), True),
    "calls of IF": Attack(_nested("ASK { FILTER(", "IF(true,", "1", ",0)", ") }"), True),
    "calls of CONCAT": Attack(_nested("ASK { FILTER(", "CONCAT(", "'a'", ",'')", ") }"), True),
    "IN": Attack(_nested("ASK { FILTER(", "1 IN(", "1", ")", ") }")),
    "templates": Attack(_nested("CONSTRUCT { ?s ?p ", "(", "1", ")", " } WHERE {}")),
    "comparisons in brackets": Attack(_nested("ASK { FILTER", "(1=", "1", ")", " }")),
}
CHAINED = {
    "!": Attack(_chain("ASK { FILTER(", "!", "true) }"), True),
    "! with brackets": Attack(_nested("ASK { FILTER(", "!(", "true", ")", ") }"), True),
    "+ between numbers": Attack(_chain("ASK { FILTER(1", "+1", " = 100001) }"), True),
    "- between numbers": Attack(_chain("ASK { FILTER(1", "-1", " = -99999) }"), True),
    "* between numbers": Attack(_chain("ASK { FILTER(1", "*1", ") }"), True),
    "+ as a sign": Attack(_chain("ASK { FILTER(", "+", "1) }"), WRONG),
    "- as a sign": Attack(_chain("ASK { FILTER(", "- ", "1) }")),
    "||": Attack(_chain("ASK { FILTER(false", "||false", ") }"), False),
    "&&": Attack(_chain("ASK { FILTER(true", "&&true", ") }"), True),
    "=": Attack(_chain("ASK { FILTER(1", "=1", ") }")),
    "IN with many": Attack(_chain("ASK { FILTER(1 IN (0", ",0", ")) }"), False),
    "COALESCE of many": Attack(_chain("ASK { FILTER(COALESCE(1", ",1", ")) }"), True),
    "UNION": Attack(_chain("ASK { {}", "UNION{}", " }"), True),
    "UNION of patterns": Attack(_chain(f"ASK {{ {{?s {P} 1}}", f"UNION{{?s {P} 1}}", " }"), False),
    "OPTIONAL": Attack(_chain("ASK { ", "OPTIONAL{}", " }"), True),
    "OPTIONAL of patterns": Attack(_chain("ASK { ", f"OPTIONAL{{?s {P} 1}}", " }"), True),
    "MINUS": Attack(_chain("ASK { ", "MINUS{}", " }"), True),
    "FILTER": Attack(_chain("ASK { ", "FILTER(1)", " }"), True),
    "groups": Attack(_chain("ASK { ", "{}", " }"), True),
    "steps of a path": Attack(_chain(f"ASK {{ ?s {P}", f"/{P}", " ?o }"), False),
    "alternatives of a path": Attack(_chain(f"ASK {{ ?s {P}", f"|{P}", " ?o }"), False),
    "negated properties": Attack(_chain(f"ASK {{ ?s !({P}", f"|{P}", ") ?o }"), True),
    "^ in a path": Attack(_chain("ASK { ?s ", "^", f"{P} ?o }}"), WRONG),
    "triples": Attack(_chain("ASK { ", "?s ?p ?o.", " }"), True),
    "objects": Attack(_chain("ASK { ?s ?p 1", ",1", " }")),
    "items of a list": Attack(_chain("ASK { ?s ?p (", "1 ", ") }"), False),
    "values": Attack(_chain("ASK { VALUES ?x {", "1 ", "} }"), True),
    "variables of VALUES": Attack(
        "ASK { VALUES (" + " ".join(f"?v{n}" for n in range(LONG)) + "){} }"
    ),
    "prefixes": Attack("".join(f"PREFIX p{n}:<urn:{n}>" for n in range(40_000)) + "ASK {}", True),
    "BASE": Attack(_chain("", "BASE<urn:a>", "ASK {}"), True),
    "variables of SELECT": Attack("SELECT" + "".join(f"?v{n} " for n in range(LONG)) + "{}"),
    "expressions of SELECT": Attack(
        "SELECT" + "".join(f"(1 AS?v{n})" for n in range(50_000)) + "{}", 1
    ),
    "variables of BIND": Attack(
        "ASK {" + "".join(f"BIND(1 AS?v{n})" for n in range(50_000)) + "}", True
    ),
    "ORDER BY": Attack(_chain("ASK { ?s ?p ?o } ORDER BY ?s", " ?o", ""), True),
    "GROUP BY": Attack(_chain("ASK { ?s ?p ?o } GROUP BY ?s", " ?o", ""), True),
    "FROM": Attack(_chain("ASK ", "FROM<urn:a>", "{}"), True),
    "FROM NAMED": Attack(_chain("ASK ", "FROM NAMED<urn:a>", "{}"), True),
}


def _apart(number: int, start: int = 0) -> str:
    """So many patterns that share no variable."""
    return "".join(f"?s{n} ?p{n} ?o{n} ." for n in range(start, start + number))


def _star(number: int) -> str:
    return "".join(f"?s ?p{n} ?o{n} ." for n in range(number))


def _row(number: int) -> str:
    return "".join(f"?v{n} {NEXT} ?v{n + 1} ." for n in range(number))


_UNIONS = "{" + "}UNION{".join(_apart(100, 100 * n) for n in range(100)) + "}"
PLANNED = {
    "14 patterns apart": Attack(f"SELECT (COUNT(*) AS ?n) {{ {_apart(14)} }}"),
    "40 patterns apart": Attack(f"SELECT * {{ {_apart(40)} }} ORDER BY ?o39"),
    "1,000 patterns apart": Attack(f"ASK {{ {_apart(1000)} }}", True),
    "10,000 patterns apart": Attack(f"ASK {{ {_apart(10_000)} }}", True),
    "a star of 30": Attack(f"SELECT (COUNT(*) AS ?n) {{ {_star(30)} }}"),
    "a row of 1,000": Attack(f"ASK {{ {_row(1000)} }}", True),
    "a clique of 40": Attack(
        "ASK {" + "".join(f"?v{a} {NEXT} ?v{b} ." for a in range(40) for b in range(40)) + "}",
        False,
    ),
    "100 UNIONs of 100": Attack(f"SELECT (COUNT(*) AS ?n) {{ {_UNIONS} }}"),
    "1,000 OPTIONALs apart": Attack(
        "SELECT (COUNT(*) AS ?n) {"
        + "".join(f"OPTIONAL{{{_apart(1, n)}}}" for n in range(1000))
        + "}"
    ),
    "FILTERs over patterns apart": Attack(
        f"ASK {{ {_apart(8)} "
        + "".join(f"FILTER(?o{a} != ?o{b})" for a in range(8) for b in range(a))
        + "FILTER(?o0 = ?o1 + 1 && ?o2 = ?o3 * 17) }"
    ),
    "nested EXISTS over everything": Attack(
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f FILTER NOT EXISTS "
        "{ ?g ?h ?i FILTER(STR(?a) = STR(?d) && STR(?g) > STR(?f)) } } }"
    ),
}
CARTESIAN = {
    "counted": Attack(f"SELECT (COUNT(*) AS ?n) {{ {_apart(3)} }}"),
    "sent": Attack(f"SELECT * {{ {_apart(3)} }}"),
    "sorted": Attack(f"SELECT * {{ {_apart(3)} }} ORDER BY ?o2 ?o1 LIMIT 1"),
    "made distinct": Attack(f"SELECT DISTINCT ?s0 ?s1 ?s2 {{ {_apart(3)} }} OFFSET 900000000"),
    "grouped": Attack(f"SELECT ?s0 ?s1 (COUNT(*) AS ?n) {{ {_apart(3)} }} GROUP BY ?s0 ?s1"),
    "filtered": Attack(f"ASK {{ {_apart(3)} FILTER(STRLEN(CONCAT(STR(?o0), STR(?o1))) < 0) }}"),
    "constructed": Attack(f"CONSTRUCT {{ ?s0 ?p1 ?o2 }} WHERE {{ {_apart(3)} }}"),
    "of VALUES": Attack(
        "SELECT (SUM(?a*?b*?c*?d) AS ?n) {"
        + "".join(f"VALUES ?{v} {{ {' '.join(map(str, range(200)))} }}" for v in "abcd")
        + "}"
    ),
    "compared": Attack("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?c < ?f) }"),
}
PATHS = {
    "anything, any number of times": Attack(f"SELECT (COUNT(*) AS ?n) {{ ?a ({P}|!{P})* ?b }}"),
    "either way": Attack(f"SELECT (COUNT(*) AS ?n) {{ ?a (({P}|!{P})|^({P}|!{P}))* ?b }}"),
    "around the ring": Attack(f"SELECT (COUNT(*) AS ?n) {{ ?a {NEXT}+ ?b }}"),
    "any number of times, nested": Attack(f"SELECT (COUNT(*) AS ?n) {{ ?a (({NEXT}*)*)* ?b }}"),
    "a sequence of any number of times": Attack(
        f"SELECT (COUNT(*) AS ?n) {{ ?a {NEXT}*/{NEXT}*/{NEXT}* ?b }}"
    ),
    "up and down again": Attack(f"SELECT (COUNT(*) AS ?n) {{ ?a ({GROUP}/^{GROUP})* ?b }}"),
    "at most once, many times": Attack(
        f"SELECT (COUNT(*) AS ?n) {{ ?a {'/'.join([f'({GROUP}|^{GROUP})?'] * 30)} ?b }}"
    ),
}


def _doubled(expression: str, times: int = 60) -> str:
    binds = "".join(
        f"BIND({expression.replace('?x', f'?x{n}')} AS ?x{n + 1})" for n in range(times)
    )
    return f"SELECT (STRLEN(?x{times}) AS ?n) {{ BIND('0123456789abcdef' AS ?x0) {binds} }}"


MEMORY = {
    "CONCAT": Attack(_doubled("CONCAT(?x, ?x)")),
    "REPLACE": Attack(_doubled("REPLACE(?x, '.', '$0$0$0$0', 's')")),
    "ENCODE_FOR_URI": Attack(_doubled("ENCODE_FOR_URI(CONCAT(?x, '%', ?x))")),
    "STRDT": Attack(_doubled("CONCAT(STR(STRDT(?x, <urn:a>)), ?x)")),
    "IRI": Attack(_doubled("STR(IRI(CONCAT('urn:', STR(?x), STR(?x))))")),
    "CONCAT within one expression": Attack(
        "SELECT (STRLEN(?z) AS ?n) { VALUES ?x { '0123456789' } "
        f"BIND(CONCAT({','.join(['?x'] * 10_000)}) AS ?y) "
        f"BIND(CONCAT({','.join(['?y'] * 10_000)}) AS ?z) }}"
    ),
    "GROUP_CONCAT": Attack(
        f"SELECT (STRLEN(GROUP_CONCAT(CONCAT(STR(?o0), STR(?o1)))) AS ?n) {{ {_apart(2)} }}"
    ),
    "GROUP_CONCAT with a long separator": Attack(
        f"SELECT (STRLEN(GROUP_CONCAT(STR(?o); separator='{'x' * 100_000}')) AS ?n) {{ ?s ?p ?o }}"
    ),
    "COUNT DISTINCT": Attack(
        f"SELECT (COUNT(DISTINCT CONCAT(STR(?o0), STR(?o1))) AS ?n) {{ {_apart(2)} }}"
    ),
    "ORDER BY": Attack(f"SELECT ?o0 {{ {_apart(2)} }} ORDER BY CONCAT(STR(?o0), STR(?o1))"),
    "GROUP BY": Attack(
        f"SELECT ?x (COUNT(*) AS ?n) {{ {_apart(2)} }} GROUP BY (CONCAT(STR(?o0), STR(?o1)) AS ?x)"
    ),
    "join of two products": Attack(
        "SELECT (COUNT(*) AS ?n) { { SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } } "
        "{ SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } } }"
    ),
    "huge VALUES": Attack(
        "SELECT (COUNT(*) AS ?n) { VALUES ?x { "
        + "1 " * 200_000
        + "} VALUES ?y { "
        + "1 " * 200_000
        + "} }"
    ),
}
REGEX = {
    "backtracking": Attack(f"ASK {{ FILTER REGEX('{'a' * 50_000}', '^(a*)*b$') }}", False),
    "backtracking, alternatives": Attack(
        f"ASK {{ FILTER REGEX('{'a' * 50_000}', '^(a|a|aa)*$x') }}", False
    ),
    "repeated repetitions": Attack(
        "ASK { FILTER REGEX('aaa', '((((a{100}){100}){100}){100}){100}') }"
    ),
    "classes of all letters": Attack(
        "ASK { FILTER REGEX('a', '" + r"(\\p{L}|\\p{N}|\\p{S}){500}" * 50 + "') }"
    ),
    "deep brackets": Attack(_nested("ASK { FILTER REGEX('a', '", "(", "a", ")", "') }")),
    "many alternatives": Attack(
        "ASK { FILTER REGEX('x', '" + "|".join(f"a{n}" for n in range(LONG)) + "') }", False
    ),
    "another pattern for each row": Attack(
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f "
        r"FILTER REGEX(STR(?c), CONCAT('(\\p{L}{1,99}', STR(?f), ')*')) }"
    ),
    "over everything": Attack(
        f"SELECT (COUNT(*) AS ?n) {{ {_apart(2)} FILTER REGEX(CONCAT(STR(?o0), STR(?o1)), "
        "'(.*)(.*)(.*)(.*)(.*)[^x]*x$', 'is') }"
    ),
    "REPLACE": Attack(
        f"SELECT (STRLEN(REPLACE(REPLACE('{'a' * 1000}', '', '{'b' * 10_000}'), '', "
        f"'{'c' * 10_000}')) AS ?n) {{}}"
    ),
}
HUGE_TEXTS = {
    "literal": Attack(f"ASK {{ FILTER(STRLEN('{'a' * (HUGE - 50)}') > 9) }}", True),
    "literal that is never closed": Attack("ASK { FILTER('" + "a" * HUGE, WRONG),
    "literal in many lines": Attack(
        "ASK { FILTER(STRLEN('''" + "a\n" * (HUGE // 2 - 50) + "''') > 9) }", True
    ),
    "literal of escapes": Attack("ASK { FILTER(STRLEN('" + r"\u00e9" * 150_000 + "') > 9) }", True),
    "literal of letters outside of ASCII that is wrong": Attack(
        "ASK { 'é" + "é" * (HUGE // 2 - 20) + "' }", WRONG
    ),
    "language tag": Attack("ASK { FILTER('a'@a" + "-a" * 400_000 + " = 'b') }", False),
    "IRI": Attack(f"ASK {{ ?s <urn:{'a' * HUGE}> ?o }}", False),
    "IRI that is never closed": Attack(f"ASK {{ ?s <urn:{'a' * HUGE}", WRONG),
    "relative IRI": Attack("ASK { ?s <" + "é" * (HUGE // 2 - 20) + "> ?o }", False),
    "IRIs opened and never closed": Attack("ASK { ?s " + "<" * HUGE, WRONG),
    "number": Attack(f"ASK {{ FILTER({'9' * HUGE} > 1) }}"),
    "decimal number": Attack(f"ASK {{ FILTER(1.{'9' * HUGE} > 1) }}"),
    "exponent": Attack(f"ASK {{ FILTER(1e{'9' * HUGE} > 1) }}"),
    "date": Attack(
        f"ASK {{ FILTER('{'9' * HUGE}-01-01'^^<http://www.w3.org/2001/XMLSchema#date> > NOW()) }}"
    ),
    "variable": Attack(f"ASK {{ ?{'a' * HUGE} ?p ?o }}", True),
    "blank node": Attack(f"ASK {{ _:{'a' * HUGE} ?p ?o }}", True),
    "prefix": Attack(f"ASK {{ {'a' * HUGE}:a ?p ?o }}", WRONG),
    "word": Attack("a" * HUGE, WRONG),
    "spaces": Attack("ASK " + " " * HUGE + "{}", True),
    "line ends": Attack("ASK " + "\r\n" * (HUGE // 2) + "{}", True),
    "comment": Attack("#" + "a" * HUGE + "\nASK {}", True),
    "comments": Attack("#a\n" * (HUGE // 3) + "ASK {}", True),
    "quotes": Attack("ASK " + "'" * HUGE, WRONG),
    "backslashes": Attack("ASK { FILTER('" + "\\" * HUGE + "') }"),
    "dots": Attack("ASK { ?s ?p a:" + "." * HUGE + " }"),
    "zeros": Attack("ASK {" + "\x00" * HUGE + "}", WRONG),
    "nothing": Attack("", WRONG),
}
# By the data that they are asked of: the project's own, or the synthetic ring.
OF_THE_PROJECT = {"nested": NESTED, "chained": CHAINED, "huge": HUGE_TEXTS}
OF_THE_RING = {
    "planned": PLANNED,
    "cartesian": CARTESIAN,
    "path": PATHS,
    "memory": MEMORY,
    "regex": REGEX,
}
