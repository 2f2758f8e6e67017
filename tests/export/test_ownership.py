"""BODS and FollowTheMoney give the same stakes again, up to what their rows say is lost."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from souverain.export import Selection, records, wanted
from souverain.export.ownership import roles

IN_FORCE = ("InForce", "Ended")


def bods(exported, origin, *only, **options) -> list[dict]:
    return json.loads(exported(origin, "bods", *only, **options))


def relationships(statements) -> dict[str, dict]:
    return {row["recordId"]: row for row in statements if row["recordType"] == "relationship"}


def claimed(statements) -> dict[str, dict]:
    return {iri: row for iri, row in relationships(statements).items() if "source" in row}


def holdings(statements) -> dict[str, dict]:
    return {iri: row for iri, row in claimed(statements).items() if not is_office(row)}


def offices(statements) -> dict[str, dict]:
    return {iri: row for iri, row in claimed(statements).items() if is_office(row)}


def is_office(row) -> bool:
    (interest,) = row["recordDetails"]["interests"]
    return interest["type"] in roles.INTERESTS.values()


def held(origin) -> dict[str, records.Statement]:
    return {row.iri: row for row in roles.roles(Selection(origin))}


def ftm(exported, origin, *only, **options) -> dict[str, dict]:
    lines = exported(origin, "ftm", *only, **options).splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["properties"].get("recordId", [row["id"]])[0]: row for row in rows}


# Reading them back.


def test_bods_gives_the_same_stakes(either, exported):
    found = {}
    for iri, row in holdings(bods(exported, either)).items():
        details = row["recordDetails"]
        share = details["interests"][0].get("share", {})
        found[iri] = (
            details["interestedParty"],
            details["subject"],
            {name: Decimal(str(number)) for name, number in share.items()},
        )
    assert found == {
        stake.iri: (stake.holder, stake.target, _share(stake))
        for stake in records.stakes(Selection(either))
        if stake.status in IN_FORCE
    }


def _share(stake) -> dict[str, Decimal]:
    rows = {
        "exact": stake.percentage,
        "exclusiveMinimum" if stake.min_exclusive else "minimum": stake.percentage_min,
        "exclusiveMaximum" if stake.max_exclusive else "maximum": stake.percentage_max,
    }
    return {name: number for name, number in rows.items() if number is not None}


def test_ftm_gives_the_same_stakes(either, exported):
    found = ftm(exported, either)
    ends = {row["id"]: row["properties"].get("sourceUrl", [""])[0] for row in found.values()}
    stakes = {stake.iri for stake in records.stakes(Selection(either))}
    told = {}
    for iri, row in found.items():
        values = row["properties"]
        if "recordId" in values and iri in stakes:
            holder = (values.get("owner") or values["subject"])[0]
            target = (values.get("asset") or values["object"])[0]
            told[iri] = (ends[holder], ends[target], values.get("percentage"), *values["status"])
    names = {"InForce": "in force", "Ended": "ended", "Planned": "planned"}
    assert told == {
        stake.iri: (
            stake.holder,
            stake.target,
            [f"{stake.percentage:f}"] if stake.percentage and stake.status in IN_FORCE else None,
            names[stake.status],
        )
        for stake in records.stakes(Selection(either))
        if stake.status in names
    }


BODS_ROLES = {
    ("octave-klaba", "ovhcloud", "président", "otherInfluenceOrControl"),
    ("octave-klaba", "shadow-entreprise", "président", "otherInfluenceOrControl"),
    ("patrick-starck", "cloudwatt", "président", "otherInfluenceOrControl"),
    ("georges-lotigier", "scalair", "Directeur Général", "seniorManagingOfficial"),
    ("georges-lotigier", "vade-retro-technology", "Président", "otherInfluenceOrControl"),
    ("georges-lotigier", "vade-retro-technology", "CEO", "seniorManagingOfficial"),
}


def test_bods_tells_who_runs_a_thing_or_presides_over_it(whole, exported):
    found = set()
    for iri, row in offices(bods(exported, whole)).items():
        details, printed = row["recordDetails"], roles.words(held(whole)[iri])
        (interest,) = details["interests"]
        ends = (details["interestedParty"], details["subject"])
        who, where = (iri.rpartition("/")[2] for iri in ends)
        assert interest["details"].startswith(printed)
        found.add((who, where, printed, interest["type"]))
    assert found == BODS_ROLES


def test_ftm_gives_the_same_roles(whole, exported):
    found = ftm(exported, whole)
    things = {row["id"]: row["properties"].get("sourceUrl", [""])[0] for row in found.values()}
    told = {}
    for iri in held(whole).keys() & found.keys():
        schema, values = found[iri]["schema"], found[iri]["properties"]
        ends = next(row[1:] for row in (*roles.SCHEMATA.values(), roles.LINK) if row[0] == schema)
        told[iri] = (*(things[values[end][0]] for end in ends), *values["role"])
    assert told == {
        iri: (roles.member(role), roles.organization(role), roles.words(role))
        for iri, role in held(whole).items()
        if role.status == "InForce"
    }


FTM_ROLES = {
    "Directorship": {"President", "ChiefExecutive"},
    "Employment": {"Director"},
    "Membership": {"Minister"},
    "UnknownLink": {"Founder", "Patron"},
}


@pytest.mark.parametrize(("schema", "kinds"), FTM_ROLES.items())
def test_a_role_is_of_the_schema_that_says_no_more_than_it(whole, exported, schema, kinds):
    found = ftm(exported, whole)
    told = [role for iri, role in held(whole).items() if iri in found]
    assert {roles.kind(role) for role in told if found[role.iri]["schema"] == schema} == kinds


# What must not be said.


def test_a_role_that_is_denied_is_in_neither(whole, exported):
    denied = {iri for iri, role in held(whole).items() if role.status == "Negated"}
    assert denied
    assert not denied & relationships(bods(exported, whole)).keys()
    assert not denied & ftm(exported, whole).keys()


ROLE = """
@prefix sov: <https://w3id.org/souverain/ontology#> .
<http://a.example/role> a sov:RoleHolding ; sov:member <http://a.example/ada> ;
  sov:organization <http://a.example/firm> ; sov:role sov:ChiefExecutive ; sov:status sov:Planned ;
  sov:roleText "patronne"@fr ; sov:assertedIn <http://a.example/1> .
<http://a.example/ada> a sov:Person .
<http://a.example/firm> a sov:{kind} .
<http://a.example/now> a sov:RoleHolding ; sov:member <http://a.example/ada> ;
  sov:organization <http://a.example/firm> ; sov:role sov:ChiefExecutive ; sov:status sov:InForce ;
  sov:assertedIn <http://a.example/1> .
"""


@pytest.fixture(params=["Organization", "Initiative"])
def led(request, tmp_path):
    from souverain.export import origin

    path = tmp_path / "led.ttl"
    path.write_text(ROLE.format(kind=request.param), "utf-8")
    return request.param, origin.of_data(str(path))


def test_a_role_that_is_planned_is_none_yet(led, exported):
    _, origin = led
    assert relationships(bods(exported, origin)).keys() == {"http://a.example/now"}
    planned = ftm(exported, origin)["http://a.example/role"]
    assert planned["schema"] == "UnknownLink"
    assert planned["properties"]["role"] == ["patronne (planned)"]


def test_only_an_organization_has_a_director(led, exported):
    kind, origin = led
    now = ftm(exported, origin)["http://a.example/now"]
    assert (now["schema"] == "Directorship") is (kind == "Organization")


@pytest.mark.needs("followthemoney")
def test_followthemoney_accepts_any_role(led, exported):
    from .opening import by_ftm

    by_ftm(exported(led[1], "ftm"))


def test_what_is_planned_is_no_interest(whole, exported):
    planned = {s.iri for s in records.stakes(Selection(whole)) if s.status == "Planned"}
    assert planned
    assert not planned & relationships(bods(exported, whole)).keys()
    found = ftm(exported, whole)
    assert {found[iri]["schema"] for iri in planned} == {"UnknownLink"}
    assert not any("percentage" in found[iri]["properties"] for iri in planned)


def test_a_denied_stake_is_in_neither(nasty_origin, exported):
    iri = "https://w3id.org/souverain/id/stake-none"
    assert iri in {stake.iri for stake in records.stakes(Selection(nasty_origin))}
    assert iri not in relationships(bods(exported, nasty_origin))
    assert iri not in ftm(exported, nasty_origin)


def test_a_remainder_has_no_number(either, exported):
    rest = {stake.iri for stake in records.stakes(Selection(either)) if stake.is_remainder}
    assert rest
    found = holdings(bods(exported, either))
    for iri in rest:
        (interest,) = found[iri]["recordDetails"]["interests"]
        assert "share" not in interest
        assert "remainder" in interest["details"]
        assert "percentage" not in ftm(exported, either)[iri]["properties"]


def test_a_joint_share_is_held_by_an_arrangement_and_by_no_member(nasty_origin, exported):
    statements = bods(exported, nasty_origin)
    base = "https://w3id.org/souverain/id/"
    parties = {row["recordId"]: row["recordDetails"] for row in statements}
    assert parties[f"{base}together"]["entityType"]["type"] == "arrangement"
    joint = holdings(statements)[f"{base}stake-joint"]["recordDetails"]
    assert joint["interestedParty"] == f"{base}together"
    assert joint["interests"][0]["share"] == {"exact": 75.0}
    members = [
        row["recordDetails"]
        for row in relationships(statements).values()
        if row["recordDetails"]["subject"] == f"{base}together"
    ]
    assert {row["interestedParty"] for row in members} == {f"{base}formula", f"{base}markup"}
    assert not any("share" in interest for row in members for interest in row["interests"])


def test_an_ended_interest_has_its_end(nasty_origin, exported):
    row = holdings(bods(exported, nasty_origin))["https://w3id.org/souverain/id/stake-over"]
    assert row["recordDetails"]["interests"][0]["endDate"] == "2014-05-31"
    told = {note["statementPointerTarget"]: note["description"] for note in row["annotations"]}
    assert "2014-05" in told["/recordDetails/interests/0/endDate"]
    values = ftm(exported, nasty_origin)["https://w3id.org/souverain/id/stake-over"]["properties"]
    assert values["endDate"] == ["2014-05"]


def test_an_undated_article_has_its_last_day_and_says_that_it_is_inferred(whole, exported):
    whens = {s.iri: s.as_of for s in records.stakes(Selection(whole)) if s.as_of}
    for iri, row in holdings(bods(exported, whole)).items():
        assert row["statementDate"] == whens[iri].latest
        told = {note["statementPointerTarget"]: note["description"] for note in row["annotations"]}
        if not whens[iri].is_stated:
            assert "inferred" in told["/statementDate"]


def test_an_inferred_date_is_no_date_of_follow_the_money(whole, exported):
    found = ftm(exported, whole)
    for stake in records.stakes(Selection(whole)):
        if stake.iri in found and stake.as_of:
            has = "date" in found[stake.iri]["properties"]
            assert has is (stake.as_of.is_stated and stake.as_of.edtf.replace("-", "").isdigit())


def test_each_interest_quotes_its_article(either, exported):
    quotes = {s.iri: s.quotes for s in records.stakes(Selection(either))}
    quotes |= {iri: role.quotes for iri, role in held(either).items()}
    for iri, row in claimed(bods(exported, either)).items():
        assert row["source"]["type"] == ["thirdParty"]
        assert all(quote.exact in row["source"]["description"] for quote in quotes[iri])
        links = {note.get("url") for note in row["annotations"]}
        assert {iri, *(quote.iri for quote in quotes[iri])} <= links


def test_parties_come_before_what_names_them(either, exported):
    seen = set()
    for row in bods(exported, either):
        if row["recordType"] == "relationship":
            assert {
                row["recordDetails"]["subject"],
                row["recordDetails"]["interestedParty"],
            } <= seen
        seen.add(row["recordId"])


def test_a_computed_share_is_told_only_where_its_layer_is_asked_for(whole, exported):
    derived = {stake.iri for stake in records.derived_stakes(Selection(whole))}
    assert not derived & relationships(bods(exported, whole)).keys()
    found = holdings(bods(exported, whole, layer="derived"))
    assert found.keys() <= derived
    for row in found.values():
        assert row["source"]["type"] == ["primaryResearch"]
        assert row["recordDetails"]["interests"][0]["share"].keys() == {"minimum", "maximum"}


def test_what_perhaps_held_says_so(whole, exported):
    found = holdings(bods(exported, whole, "class=Stake", at="2012-10-15"))
    assert found
    for row in found.values():
        assert "not certain" in row["recordDetails"]["interests"][0]["details"]


UNNAMED = """
@prefix sov: <https://w3id.org/souverain/ontology#> .
<http://a.example/stake> a sov:Stake ; sov:target <http://a.example/target> ;
  sov:status sov:InForce ; sov:stakeBasis sov:Unstated ; sov:assertedIn <http://a.example/1> .
<http://a.example/group> a sov:Collective .
<http://a.example/other> a sov:Stake ; sov:target <http://a.example/target> ;
  sov:holder <http://a.example/group> ; sov:status sov:InForce ; sov:stakeBasis sov:Unstated ;
  sov:assertedIn <http://a.example/1> .
"""


def test_an_unknown_party_has_its_reason(tmp_path, exported):
    from souverain.export import origin

    from .opening import by_cove

    path = tmp_path / "unnamed.ttl"
    path.write_text(UNNAMED, "utf-8")
    read = origin.of_data(str(path))
    statements = bods(exported, read)
    party = relationships(statements)["http://a.example/stake"]["recordDetails"]["interestedParty"]
    assert party["reason"] == "informationUnknownToPublisher"
    group = next(row for row in statements if row["recordId"] == "http://a.example/group")
    assert group["recordDetails"]["entityType"]["type"] == "anonymousEntity"
    assert group["recordDetails"]["unspecifiedEntityDetails"]["reason"]
    assert by_cove(exported(read, "bods")) == {"statements": len(statements)}


@pytest.mark.parametrize("name", ["bods", "ftm", "ftm-statements"])
def test_twice_the_same_bytes(project, whole, exported, name):
    from souverain.export import origin

    assert exported(origin.of_project(project), name) == exported(whole, name)


def test_wanted_is_told_in_words():
    assert str(wanted.read(["class=Stake"], "2015", "claims")).endswith("at 2015, the layer claims")
