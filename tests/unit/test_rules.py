from __future__ import annotations

import pytest
from rdflib import RDFS

from souverain import rules, ttl
from souverain.errors import DataError
from souverain.files import Project
from souverain.rules import Rule
from souverain.vocab import RULE

HEAD = """PREFIX id: <https://w3id.org/souverain/id/>
PREFIX sov: <https://w3id.org/souverain/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
id:a1 sov:earliest "2012-10-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
  sov:latest "2012-10-31"^^<http://www.w3.org/2001/XMLSchema#date> ; sov:edtf "2012-10" .
id:a2 sov:earliest "2015-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ;
  sov:latest "2015-12-31"^^<http://www.w3.org/2001/XMLSchema#date> ; sov:edtf "2015" .
"""


def stake(name, holder, share, *, target="t", status="InForce", article="1", extra=""):
    """A stake as Turtle: `share` as printed, or "reste", or nothing."""
    figure = {"reste": "sov:stakeBasis sov:Remainder ; sov:percentageText 'le reste'@fr"}.get(
        share,
        f"sov:stakeBasis sov:Exact ; sov:percentage {share.replace(',', '.')} ; "
        f"sov:percentageText '{share} %'@fr"
        if share
        else "sov:stakeBasis sov:Unstated",
    )
    if "sov:percentage" in figure and "." not in figure:
        figure = figure.replace(f"sov:percentage {share}", f"sov:percentage {share}.0")
    return (
        f"id:{name} a sov:Stake ; sov:holder id:{holder} ; sov:target id:{target} ; "
        f"sov:status sov:{status} ; sov:assertedIn id:article{article} ; "
        f"sov:asOf id:a{article} ; {figure} {extra} .\n"
    )


def derive(project: Project, *turtle: str) -> dict[str, str]:
    core = (project.ontology / "core.ttl").read_text(encoding="utf-8")
    made = rules.derive(project, [core, HEAD + "".join(turtle)])
    return {path.stem: text for path, text in made.items()}


def values(turtle: str, name: str) -> list[str]:
    graph = ttl.parse(turtle, "derived")
    predicate = ttl.expand(name)
    found = (value for _, p, value in graph if str(p) == predicate)
    return sorted(ttl.shorten(str(value)) for value in found)


CAP_TABLE = (stake("s1", "x", "44,4"), stake("s2", "y", "22,2"), stake("s3", "z", "reste"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("Percentage", "33.4"), ("Min", "33.3"), ("Max", "33.5")],
)
def test_a_remainder_is_a_hundred_less_the_rest_give_or_take_each_last_digit(project, name, value):
    assert values(derive(project, *CAP_TABLE)["remainder"], f"sov:derived{name}") == [value]


@pytest.mark.parametrize(
    "other",
    [
        stake("s4", "w", ""),
        stake("s4", "w", "reste"),
        "id:w1 sov:withdraws id:s3 .",
    ],
    ids=["a share without a figure", "a second remainder", "a withdrawn remainder"],
)
def test_no_remainder_where_it_does_not_follow(project, other):
    assert "remainder" not in derive(project, *CAP_TABLE, other)


@pytest.mark.parametrize(
    "other",
    [
        stake("s4", "w", "10", article="2"),
        stake("s4", "w", "10", status="Planned"),
        stake("s4", "w", "10", target="u"),
        stake("s4", "w", "10", extra="; sov:attributedTo id:w"),
    ],
    ids=["another article", "another status", "another target", "another speaker"],
)
def test_a_remainder_looks_only_at_its_own_table(project, other):
    derived = derive(project, *CAP_TABLE, other)
    assert values(derived["remainder"], "sov:derivedPercentage") == ["33.4"]


@pytest.mark.parametrize(
    ("share", "least", "most"),
    [("44,4", "44.35", "44.45"), ("44", "43.5", "44.5"), ("100", "99.5", "100.0")],
)
def test_a_printed_figure_stands_for_half_a_unit_of_its_last_digit(project, share, least, most):
    derived = derive(project, stake("s1", "x", share))["interval"]
    assert (values(derived, "sov:intervalMin"), values(derived, "sov:intervalMax")) == (
        [least],
        [most],
    )


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        (("44,4", "1"), ("44", "2"), ["sov:Rounding"]),
        (("44,4", "1"), ("51", "1"), ["sov:Contradiction"]),
        (("44,4", "1"), ("51", "2"), []),
        (("44,4", "1"), ("44,4", "2"), []),
    ],
    ids=["within a digit", "apart at one time", "apart at two times", "alike"],
)
def test_two_figures_of_one_holding_agree_or_differ(project, one, two, kind):
    turtle = (stake(f"s{n}", "x", s, article=a) for n, (s, a) in enumerate((one, two)))
    derived = derive(project, *turtle).get("discrepancy-figures", "")
    assert values(derived, "sov:discrepancyKind") == kind


def test_a_remainder_is_compared_by_what_its_premises_give(project):
    printed = stake("s4", "z", "33,3", article="2")
    derived = derive(project, *CAP_TABLE, printed)["discrepancy-figures"]
    assert values(derived, "sov:discrepancyKind") == ["sov:Rounding"]


@pytest.mark.parametrize(
    ("upper", "lower", "status"),
    [
        ("InForce", "InForce", "sov:InForce"),
        ("InForce", "Planned", "sov:Planned"),
        ("Planned", "InForce", "sov:Planned"),
        ("Planned", "Planned", "sov:Planned"),
    ],
)
def test_a_look_through_share_is_in_force_only_where_both_are(project, upper, lower, status):
    derived = derive(
        project,
        stake("s1", "x", "75", target="v", status=upper),
        stake("s2", "v", "40", status=lower),
    )["look-through"]
    assert values(derived, "sov:status") == [status]
    assert values(derived, "sov:derivedPercentage") == ["30.0"]
    assert values(derived, "sov:derivedMin") == ["29.4275"]


@pytest.mark.parametrize("status", ["Ended", "Abandoned", "Negated"])
def test_nothing_is_looked_through_that_does_not_hold(project, status):
    derived = derive(
        project,
        stake("s1", "x", "75", target="v", status=status),
        stake("s2", "v", "40"),
    )
    assert "look-through" not in derived


def test_stakes_of_one_holder_in_one_target_are_one_holding(project):
    derived = derive(
        project, stake("s1", "x", "44"), stake("s2", "x", "100", status="Planned", article="2")
    )
    assert values(derived["holding"], "sov:premise") == ["id:s1", "id:s2"]


def test_the_figure_with_more_digits_comes_first(project):
    derived = derive(project, stake("s1", "x", "44"), stake("s2", "x", "44,4", article="2"))
    graph = ttl.parse(derived["rank"], "rank")
    ranks = {
        ttl.shorten(str(s)): ttl.shorten(str(o)) for s, p, o in graph if str(p).endswith("#rank")
    }
    assert ranks == {"id:s1": "sov:Normal", "id:s2": "sov:Preferred"}


OBSERVED = """
id:t1 a sov:Acquisition ; sov:acquirer id:x ; sov:target id:t ; sov:resultingStake id:g .
id:t2 a sov:Acquisition ; sov:acquirer id:x ; sov:target id:t .
id:o1 sov:observes id:t1 ; sov:transactionStatus sov:Planned ;
  sov:modality sov:Stated ; sov:asOf id:a1 .
"""


@pytest.mark.parametrize(
    ("observation", "latest"),
    [
        ("sov:Confirmed ; sov:modality sov:Stated ; sov:asOf id:a2", "sov:Confirmed"),
        ("sov:Considered ; sov:modality sov:Stated ; sov:asOf id:a2", "sov:Considered"),
        ("sov:Considered ; sov:modality sov:Stated ; sov:asOf id:a1", "sov:Planned"),
        ("sov:Abandoned ; sov:modality sov:Stated ; sov:asOf id:a1", "sov:Abandoned"),
        ("sov:Completed ; sov:modality sov:Wished ; sov:asOf id:a2", "sov:Planned"),
    ],
    ids=["later", "later, less advanced", "same date, less", "same date, more", "only wished"],
)
def test_the_latest_state_of_a_transaction_is_the_last_observed(project, observation, latest):
    other = f"id:o2 sov:observes id:t2 ; sov:transactionStatus {observation} ."
    derived = derive(project, OBSERVED, other)
    assert values(derived["outcome"], "sov:latestStatus") == [latest]
    assert len(values(derived["operation"], "sov:premise")) == 4


@pytest.mark.parametrize(
    ("status", "given"), [("Confirmed", ["id:g"]), ("Completed", []), ("Abandoned", [])]
)
def test_only_a_transaction_to_come_would_still_give_stakes(project, status, given):
    other = f"""id:o2 sov:observes id:t1 ; sov:transactionStatus sov:{status} ;
      sov:modality sov:Stated ; sov:asOf id:a2 ."""
    assert values(derive(project, OBSERVED, other)["outcome"], "sov:wouldGive") == given


def test_shortcuts_keep_planned_and_in_force_apart(project):
    derived = derive(
        project,
        stake("s1", "x", "44"),
        stake("s2", "y", "44", status="Planned"),
        stake("s3", "z", "", status="Negated"),
    )["shortcut"]
    assert len(ttl.parse(derived, "shortcut")) == 2
    assert "id:x\n    sov:ownsShareOf id:t" in derived
    assert "id:y\n    sov:plansShareOf id:t" in derived


@pytest.mark.parametrize(("words", "kind"), [("cofondateurs", ["sov:Wording"]), ("Fondateur", [])])
def test_one_role_in_other_words_is_a_discrepancy(project, words, kind):
    role = """id:r{0} a sov:RoleHolding ; sov:member id:x ; sov:organization id:t ;
      sov:role sov:Founder ; sov:roleText '{1}'@fr ; sov:assertedIn id:article{0} ."""
    derived = derive(project, role.format(1, "fondateur"), role.format(2, words))
    assert values(derived.get("discrepancy-roles", ""), "sov:discrepancyKind") == kind


def rule(name, *after):
    return Rule(name, f"{name}.rq", "", frozenset(after))


def test_each_rule_comes_after_those_that_it_stands_on():
    given = {"a": rule("a", "b"), "b": rule("b", "c"), "c": rule("c")}
    assert [each.name for each in rules.ordered(given)] == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"a": rule("a", "b"), "b": rule("b", "a")}, "rules go round: "),
        ({"a": rule("a", "nope")}, "a.rq: stands on nope, which is no rule"),
    ],
)
def test_rules_that_cannot_be_ordered_are_refused(given, complaint):
    with pytest.raises(DataError, match=complaint):
        list(rules.ordered(given))


@pytest.mark.parametrize(
    ("query", "complaint"),
    [("SELECT * { ?s ?p ?o }", "a CONSTRUCT query"), ("CONSTRUCT {", "not SPARQL")],
)
def test_a_rule_that_is_no_construct_is_refused_by_file(scratch, query, complaint):
    (scratch.ontology / "rules" / "bad.rq").write_text(query, encoding="utf-8")
    with pytest.raises(DataError, match=f"ontology/rules/bad.rq: .*{complaint}"):
        rules.derive(scratch, [])


@pytest.fixture(scope="module")
def core(project):
    """The ontology; not to be changed."""
    return ttl.read(project.ontology / "core.ttl")


def test_each_rule_is_described_in_the_ontology(core, rule_file):
    languages = {text.language for text in core.objects(RULE[rule_file.stem], RDFS.comment)}
    assert languages == {"en", "fr"}
