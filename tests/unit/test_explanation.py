"""Sentences for people: what each kind of thing reads like, in English and in French.

In the texts below ␣ is a no-break space and ⍽ a narrow one.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph

from souverain import explanation, files, ttl
from souverain.errors import UnknownName
from souverain.explanation import LANGUAGES, Look, Span, evidence, phrase, times, words
from souverain.explanation.facts import Facts, Node, local
from souverain.explanation.kinds import KINDS
from souverain.explanation.writer import Writer
from souverain.publish.account import Account
from souverain.publish.merging import merge
from souverain.publish.withdrawal import withdraw
from souverain.store import Dataset, Term
from souverain.vocab import SOV

ROOT = Path(__file__).parents[2]
ABSTRACT = {"Transaction"}
SLOT = re.compile(r"\{([\w.:]+)\}")

# What five articles and the rules say, in words written from reading the articles.
TOLD = {
    "acquisition-000-07fa264c82": (
        "According to article 000 (June 2023), citing Octave Klaba, Synfonium would acquire 100% "
        "of Qwant · confirmed · announced.",
        "Selon l’article 000 (juin 2023), qui cite Octave Klaba, Synfonium acquerrait 100% de "
        "Qwant · confirmé · annoncé.",
    ),
    "statusobservation-000-fc19ffbc6c": (
        "According to article 000 (June 2023), the purchase of Shadow by Miroslaw Klaba and Octave "
        "Klaba was completed in 2022 («␣l’an dernier␣», year inferred) · stated.",
        "Selon l’article 000 (juin 2023), le rachat de Shadow par Miroslaw Klaba et Octave Klaba a "
        "eu lieu en 2022 («␣l’an dernier␣», année déduite) · affirmé.",
    ),
    "technologyuse-000-d69c3ed49d": (
        "According to article 000 (June 2023), Synfonium’s collaborative suite would use "
        "OnlyOffice · planned · rumoured.",
        "Selon l’article 000 (juin 2023), la suite collaborative de Synfonium emploierait "
        "OnlyOffice · prévu · donné comme rumeur.",
    ),
    "infrastructurereliance-000-2278af6d27": (
        "According to article 000 (June 2023), Synfonium would rely on OVHcloud for cloud "
        "infrastructure · planned · conditional.",
        "Selon l’article 000 (juin 2023), Synfonium s’appuierait sur OVHcloud pour "
        "l’infrastructure de cloud · prévu · conditionnel.",
    ),
    "lifecycleevent-000-003d566fa1": (
        "According to article 000 (June 2023), citing Octave Klaba, the creation of Synfonium "
        "would take place between June and September 2023 («␣durant l’été␣», year inferred), with "
        "Octave Klaba · planned · wished.",
        "Selon l’article 000 (juin 2023), qui cite Octave Klaba, la création de Synfonium aurait "
        "lieu entre juin et septembre 2023 («␣durant l’été␣», année déduite), avec Octave Klaba · "
        "prévu · souhaité.",
    ),
    "stake-001-7d46718860": (
        "According to article 001 (June 2023, date inferred), the Klaba brothers together would "
        "hold 75␣% of Synfonium · planned · announced.",
        "Selon l’article 001 (juin 2023, date déduite), les frères Klaba détiendraient ensemble "
        "75␣% de Synfonium · prévu · annoncé.",
    ),
    "stake-001-8cb0160575": (
        "According to article 001 (June 2023, date inferred), the Caisse des Dépôts holds a "
        "majority («␣en majorité␣») of Qwant · in force · stated.",
        "Selon l’article 001 (juin 2023, date déduite), la Caisse des Dépôts détient la majorité "
        "(«␣en majorité␣») de Qwant · en cours · affirmé.",
    ),
    "funding-001-0e85ddf034": (
        "According to article 001 (June 2023, date inferred), Qwant asked for funding of "
        "«␣8 millions d’euros␣» from Huawei · requested · stated.",
        "Selon l’article 001 (juin 2023, date déduite), Qwant a demandé un financement de "
        "«␣8 millions d’euros␣» à Huawei · demandé · affirmé.",
    ),
    "serviceinclusion-001-6ffed44487": (
        "According to article 001 (June 2023, date inferred), Bleu would include part of Microsoft "
        "Azure · planned · announced.",
        "Selon l’article 001 (juin 2023, date déduite), Bleu comprendrait une partie de Microsoft "
        "Azure · prévu · annoncé.",
    ),
    "condition-001-9edb111870": (
        "According to article 001 (June 2023, date inferred), citing Qwant, Qwant would break even "
        "from 2021 on («␣dès 2021␣») · planned · hoped.",
        "Selon l’article 001 (juin 2023, date déduite), qui cite Qwant, Qwant serait à l’équilibre "
        "à partir de 2021 («␣dès 2021␣») · prévu · espéré.",
    ),
    "stake-002-16d66caa05": (
        "According to article 002 (October 2012, date inferred), Orange holds 44,4␣% of "
        "Cloudwatt · in force · stated.",
        "Selon l’article 002 (octobre 2012, date déduite), Orange détient 44,4␣% de Cloudwatt · "
        "en cours · affirmé.",
    ),
    "stake-002-1c1387e63a": (
        "According to article 002 (October 2012, date inferred), the Caisse des Dépôts holds "
        "«␣le reste␣» of Cloudwatt, through the Fund for the Digital Society (FSN) · in force · "
        "stated.",
        "Selon l’article 002 (octobre 2012, date déduite), la Caisse des Dépôts détient "
        "«␣le reste␣» de Cloudwatt, par l’intermédiaire du Fonds national pour la Société "
        "Numérique · en cours · affirmé.",
    ),
    "roleholding-002-1bbd77e4c1": (
        "According to article 002 (October 2012, date inferred), Fleur Pellerin has the role "
        "«␣marraine␣» (patron) at Cloudwatt · in force · stated.",
        "Selon l’article 002 (octobre 2012, date déduite), Fleur Pellerin a auprès de Cloudwatt la "
        "fonction «␣marraine␣» · en cours · affirmé.",
    ),
    "quantity-002-63976da075": (
        "According to article 002 (October 2012, date inferred), citing Fleur Pellerin, who cites "
        "the European Commission, the quantity «␣2,5 millions d’emplois␣» would measure jobs, in "
        "Europe · conditional.",
        "Selon l’article 002 (octobre 2012, date déduite), qui cite Fleur Pellerin, qui cite la "
        "Commission européenne, la quantité «␣2,5 millions d’emplois␣» mesurerait des emplois, "
        "pour lieu l’Europe · conditionnel.",
    ),
    "lifecycleevent-002-b2d5364af9": (
        "According to article 002 (October 2012, date inferred), the launch of Cloudwatt took "
        "place on 2 October 2012 («␣Au matin du 2 octobre␣», year inferred), with Fleur Pellerin · "
        "completed · stated.",
        "Selon l’article 002 (octobre 2012, date déduite), le lancement de Cloudwatt a eu lieu le "
        "2 octobre 2012 («␣Au matin du 2 octobre␣», année déduite), avec Fleur Pellerin · achevé · "
        "affirmé.",
    ),
    "stake-003-55cc6749b4": (
        "According to article 003 (2015), the French State holds no shares of OVHcloud · negated · "
        "stated.",
        "Selon l’article 003 (2015), l’État français ne détient aucune part d’OVHcloud · nié · "
        "affirmé.",
    ),
    "stake-003-7f5ba2e9ed": (
        "According to article 003 (2015), Atos and Numericable together hold a share (its size is "
        "not stated) of Numergy · in force · stated.",
        "Selon l’article 003 (2015), Atos et Numericable détiennent ensemble une part (de taille "
        "non dite) de Numergy · en cours · affirmé.",
    ),
    "merger-003-e26f6ff20d": (
        "According to article 003 (2015), Cloudwatt and Numergy would have merged · abandoned · "
        "stated.",
        "Selon l’article 003 (2015), Cloudwatt et Numergy auraient fusionné · abandonné · affirmé.",
    ),
    "amount-003-5f191a3461": (
        "According to article 003 (2015), the amount «␣plus de 150 millions d’euros␣» measures "
        "investment and concerns Cloudwatt and Numergy together · stated.",
        "Selon l’article 003 (2015), le montant «␣plus de 150 millions d’euros␣» mesure un "
        "investissement et concerne Cloudwatt et Numergy ensemble · affirmé.",
    ),
    "acquisition-003-9ed6afa3bc": (
        "According to article 003 (2015), an unnamed party acquired SFR · completed · stated.",
        "Selon l’article 003 (2015), une partie qui n’est pas nommée a acquis SFR · achevé · "
        "affirmé.",
    ),
    "announcement-003-f86c972204": (
        "According to article 003 (2015), Channel News announces in a press report: Orange would "
        "acquire 100% of Cloudwatt from the Caisse des Dépôts and Thales · stated.",
        "Selon l’article 003 (2015), Channel News annonce dans un article de presse␣: Orange "
        "acquerrait 100% de Cloudwatt auprès de la Caisse des Dépôts et de Thales · affirmé.",
    ),
    "acquisition-004-356bb78d94": (
        "According to article 004 (2015, year inferred), citing Orange, Orange would acquire "
        "«␣la totalité des titres␣» of Cloudwatt from the Caisse des Dépôts and Thales, also "
        "taking over «␣l’ensemble des salariés␣» · confirmed · announced.",
        "Selon l’article 004 (2015, année déduite), qui cite Orange, Orange acquerrait "
        "«␣la totalité des titres␣» de Cloudwatt auprès de la Caisse des Dépôts et de Thales, en "
        "reprenant aussi «␣l’ensemble des salariés␣» · confirmé · annoncé.",
    ),
    "stake-004-ee6ef5bbd3": (
        "According to article 004 (2015, year inferred), the Caisse des Dépôts holds 33,3% of the "
        "shares of Cloudwatt, on behalf of the French State, within the Investments for the Future "
        "Programme · in force · stated.",
        "Selon l’article 004 (2015, année déduite), la Caisse des Dépôts détient 33,3% des parts "
        "de Cloudwatt, pour le compte de l’État français, dans le cadre du Programme "
        "d’Investissements d’Avenir · en cours · affirmé.",
    ),
    "statusobservation-004-b20344355e": (
        "According to article 004 (2015, year inferred), the purchase of Cloudwatt by Orange is "
        "confirmed · stated.",
        "Selon l’article 004 (2015, année déduite), le rachat de Cloudwatt par Orange fait l’objet "
        "d’une confirmation · affirmé.",
    ),
    "opinion-004-0837944cae": (
        "According to article 004 (2015, year inferred), Georges Lotigier voices a judgement about "
        "Free and OVHcloud: «␣Des entreprises comme OVH ou Free sont de très bons exemples de "
        "réussite␣» · stated.",
        "Selon l’article 004 (2015, année déduite), Georges Lotigier exprime un jugement au sujet "
        "de Free et d’OVHcloud␣: «␣Des entreprises comme OVH ou Free sont de très bons exemples de "
        "réussite␣» · affirmé.",
    ),
    "derivedstake-913e1828d8": (
        "Computed from 3 claims: the Caisse des Dépôts holds 33.4␣% (33.3 to 33.5) of Cloudwatt, "
        "through the Fund for the Digital Society (FSN), as of October 2012, date inferred · in "
        "force · remainder of a cap table.",
        "Calculé à partir de 3 affirmations␣: la Caisse des Dépôts détient 33,4␣% (de 33,3 à 33,5) "
        "de Cloudwatt, par l’intermédiaire du Fonds national pour la Société Numérique, en date "
        "d’octobre 2012, date déduite · en cours · reste d’une table de capitalisation.",
    ),
    "operation-0f9a4e605c": (
        "The purchase of Cloudwatt by Orange groups 4 claims; its last observed state is "
        "confirmed; once completed, it would give 2 stakes; it would end 4 stakes.",
        "Le rachat de Cloudwatt par Orange regroupe 4 affirmations⍽; son dernier état constaté est "
        "confirmé⍽; une fois achevé, il donnerait 2 participations⍽; il mettrait fin à "
        "4 participations.",
    ),
    "holding-1d78831c78": (
        "The holding of Orange in Cloudwatt groups 4 claims.",
        "La détention d’Orange dans Cloudwatt regroupe 4 affirmations.",
    ),
    "discrepancy-7bec10449c": (
        "2 claims differ, by spelling: “Midoslaw” stands for Miroslaw Klaba.",
        "2 affirmations diffèrent (orthographe)␣: «␣Midoslaw␣» désigne Miroslaw Klaba.",
    ),
    "klaba-freres": (
        "8 claims in 2 articles concern the Klaba brothers (holder group), also written "
        "«␣Octave et Miroslaw Klaba␣»; its members are Miroslaw Klaba and Octave Klaba.",
        "8 affirmations dans 2 articles concernent les frères Klaba (groupe de détenteurs), écrit "
        "aussi «␣Octave et Miroslaw Klaba␣»⍽; ses membres sont Miroslaw Klaba et Octave Klaba.",
    ),
}


def in_print(text):
    return text.replace("␣", "\u00a0").replace("⍽", "\u202f")


@cache
def core():
    """The ontology; not to be changed."""
    return Graph().parse(files.packaged().ontology / "core.ttl")


def below(graph, kind):
    return {
        name
        for subject in graph.transitive_subjects(RDFS.subClassOf, SOV[kind])
        if (name := local(str(subject))) not in {kind, *ABSTRACT}
    }


def pytest_generate_tests(metafunc):
    if "kind" in metafunc.fixturenames:
        graph = core()
        metafunc.parametrize("kind", sorted(below(graph, "Claim") | below(graph, "Derivation")))
    if "language" in metafunc.fixturenames:
        metafunc.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def dataset(project):
    return Dataset.load(project)


@pytest.fixture(scope="module")
def examples(project, tmp_path_factory):
    """The made-up examples of the ontology, which use all of its words, as a graph."""
    root = tmp_path_factory.mktemp("examples")
    (root / "graph").mkdir()
    (root / "ontology").symlink_to(project.ontology)
    for path in project.example_files():
        if path.suffix == ".ttl":
            (root / "graph" / path.name).write_bytes(path.read_bytes())
    return Dataset.load(files.find(str(root)))


def of_kind(dataset, kind):
    return [iri for iri, name in dataset.naming(str(SOV[kind])) if name.endswith("#type")]


def faults(sentence, language):
    """What no sentence may have: gaps, raw names, unspaced or unjoined French."""
    own = "".join("“”" if span.look is Look.QUOTE else span.text for span in sentence.spans)
    wrong = [r"None|https?:|\b(id|sov|rule):|[{}|~\[\]]", r" [,.)]|\( | {2}", r"^[^\w“«]"]
    if language == "fr":
        wrong += [r" [:;!?»%]|« ", r"\b[dD]e (le|les) \b", r"\b(de|que|le|la) (?=[aeiouéèê])"]
    found = [pattern for pattern in wrong if re.search(pattern, own)]
    if not str(sentence).endswith(".") or str(sentence).endswith((" .", "..")):
        found.append("the full stop")
    if any(not span.text for span in sentence.spans) or not all(sentence.marks):
        found.append("an empty part")
    return found


def all_faults(dataset, iris, language):
    told = explanation.sentences(dataset, iris, language)
    return [(str(row), found) for row in told if (found := faults(row, language))]


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("number", [0, 1], ids=LANGUAGES)
def test_it_reads_as_a_reader_of_the_articles_would_write_it(dataset, name, number):
    expected = in_print(TOLD[name][number])
    assert str(explanation.sentence(dataset, f"id:{name}", LANGUAGES[number])) == expected


def test_each_article_and_more_than_fifteen_claims_are_written_out():
    claims = [name for name in TOLD if re.search(r"-00\d-", name)]
    assert len(claims) > 15
    assert {re.search(r"-(00\d)-", name)[1] for name in claims} == {
        "000",
        "001",
        "002",
        "003",
        "004",
    }


def test_every_class_of_claim_and_of_derivation_has_a_sentence(kind, language):
    table = words.read(language)
    assert table.speaks_of(kind)


def test_every_thing_of_a_class_reads_well(dataset, kind, language):
    assert all_faults(dataset, of_kind(dataset, kind), language) == []


def test_every_example_of_a_class_reads_well(examples, kind, language):
    iris = of_kind(examples, kind)
    assert iris
    assert all_faults(examples, iris, language) == []


def test_all_claims_of_the_graph_are_among_these(dataset, project):
    told = {iri for kind in below(core(), "Claim") for iri in of_kind(dataset, kind)}
    asserted = {
        subject
        for article in of_kind(dataset, "Article")
        for subject, name in dataset.naming(article)
        if name == str(SOV.assertedIn)
    }
    assert told == asserted
    assert len(told) > 400


def test_everything_else_that_has_a_name_reads_well(dataset, language):
    writer = Writer(Facts(dataset), words.read(language))
    iris = [iri for iri in sorted(dataset.subjects()) if writer.kind(writer.facts.node(iri))]
    assert {writer.kind(writer.facts.node(iri)) for iri in iris} >= {
        "Article",
        "Entity",
        "Evidence",
        "LinkRecord",
        "Term",
    }
    told = explanation.sentences(dataset, iris, language)
    shown = [row for row in told if not row.iri.startswith(str(SOV))]
    assert [(str(row), found) for row in shown if (found := faults(row, language))] == []


def test_every_state_of_a_class_has_its_verb(kind, language):
    """A verb for each concept that shapes allow, in both moods."""
    graph, table, row = core(), words.read(language), KINDS.get(kind)
    if row is None or not row.state:
        return
    states = concepts(graph, row.state)
    variants = concepts(graph, row.variant) if row.variant else [""]
    assert states
    for variant in variants:
        for state in states:
            keys = [f"{variant}.{state}", state, variant, "default"]
            for unreal in (False, True):
                assert table.verb(kind, iter(keys), plural=False, unreal=unreal), (variant, state)


def concepts(graph, name):
    ranges = list(graph.objects(SOV[name], RDFS.range))
    found = {local(str(concept)) for scope in ranges for concept in graph.subjects(RDF.type, scope)}
    return sorted(found)


def test_the_two_languages_have_the_same_words():
    english, french = (flat(words.read(language).table) for language in LANGUAGES)
    assert english.keys() == french.keys()


def test_a_template_has_the_same_slots_in_both_languages():
    english, french = (words.read(language).table["sentences"] for language in LANGUAGES)
    for name, template in english.items():
        ours, theirs = (set(SLOT.findall(text)) for text in (template, french[name]))
        # The coded role only helps those who do not read the printed one.
        assert ours - theirs <= {"role"}, name
        assert not theirs - ours, name


def flat(table, path=""):
    rows = {}
    for key, value in table.items():
        rows |= flat(value, f"{path}{key}/") if isinstance(value, dict) else {f"{path}{key}": value}
    return rows


def test_no_remainder_has_a_number(dataset, language):
    told = str(explanation.sentence(dataset, "id:stake-002-1c1387e63a", language))
    assert not re.search(r"\d", told.partition("), ")[2])


def test_no_inferred_date_looks_stated(dataset, language):
    mark = {"en": "inferred", "fr": "déduite"}[language]
    for article in ("001", "002", "004"):
        assert mark in explanation.explain(dataset, f"article:{article}", language).text
    for article in ("000", "003"):
        assert mark not in explanation.explain(dataset, f"article:{article}", language).text


@pytest.mark.parametrize(
    "name",
    [
        "cloudwatt",
        "id:cloudwatt",
        "https://w3id.org/souverain/id/cloudwatt",
        "id:cloudwatt#anything",
    ],
)
def test_a_thing_is_found_by_any_of_its_names(dataset, name):
    assert explanation.find(dataset, name) == ttl.expand("id:cloudwatt")


def test_a_part_of_a_claim_stands_for_the_claim(dataset):
    whole = ttl.expand("id:quantity-002-63976da075")
    assert explanation.find(dataset, f"{whole}#attribution") == whole


@pytest.mark.parametrize("name", ["id:clodwatt", "clodwatt"])
def test_an_unknown_name_is_told_with_near_ones(dataset, name):
    with pytest.raises(UnknownName, match="id:clodwatt") as caught:
        explanation.explain(dataset, name)
    assert "id:cloudwatt" in caught.value.hint


@pytest.mark.parametrize("name", ["", "no such thing", "id:<x>", "mailto:a@b", "a:{}", "id:"])
def test_what_is_no_iri_at_all_is_unknown_too(dataset, name):
    with pytest.raises(UnknownName):
        explanation.explain(dataset, name)


def test_an_unknown_language_is_told(dataset):
    with pytest.raises(UnknownName, match="language"):
        explanation.explain(dataset, "id:cloudwatt", "de")


def test_a_claim_comes_with_its_quotes_and_its_article(dataset):
    found = explanation.explain(dataset, "id:stake-002-16d66caa05")
    (quote,) = found.quotes
    assert quote.text == "Cloudwatt, qui s’appuie quant à lui sur Orange pour 44,4 %"
    assert quote.article == "002"
    assert quote.end - quote.start == len(quote.text)
    assert found.article
    assert found.article.date == "October 2012, date inferred"
    assert found.article.is_inferred
    assert found.article.note.startswith("No year is printed.")


def test_a_claim_comes_with_who_tells_it_otherwise(dataset):
    found = explanation.explain(dataset, "id:stake-002-16d66caa05")
    (row,) = found.disagreements
    assert row.kind == "rounding"
    assert [str(other) for other in row.others] == [
        "According to article 003 (2015), Orange holds 44% of Cloudwatt · in force · stated."
    ]


def test_a_chain_of_speakers_is_told_from_the_nearest_to_the_article(dataset):
    found = explanation.explain(dataset, "id:quantity-002-63976da075", "fr")
    assert [(row.speaker, row.words) for row in found.said] == [
        ("Fleur Pellerin", "a ajouté la ministre"),
        ("la Commission européenne", "La commission européenne estime"),
    ]


def test_a_computed_number_comes_with_its_rule_and_its_premises(dataset):
    found = explanation.explain(dataset, "id:derivedstake-913e1828d8")
    assert found.rule
    assert str(found.rule).startswith("remainder of a cap table: what is left")
    assert sorted(ttl.shorten(row.iri) for row in found.premises) == [
        "id:stake-002-16d66caa05",
        "id:stake-002-1c1387e63a",
        "id:stake-002-854bdf0e33",
    ]
    assert {row.kind for row in found.disagreements} == {"rounding", "wording"}
    assert found.article is None
    assert found.quotes == ()


def test_an_entity_comes_with_its_counts_of_claims(dataset):
    found = explanation.explain(dataset, "id:cloudwatt")
    counts = dict(found.counts)
    assert counts["stake"] == 10
    assert found.text.startswith(f"{sum(counts.values())} claims in 3 articles concern Cloudwatt")
    assert found.related == ()


def test_an_evidence_comes_with_the_words_around_it_and_its_claims(dataset):
    iri = explanation.explain(dataset, "id:stake-002-16d66caa05").quotes[0].iri
    found = explanation.explain(dataset, iri)
    assert found.quotes[0].before.endswith("tour de ")
    assert found.related[0].heading == "It supports"
    assert str(found.related[0].sentences[0]).endswith(
        "holds 44,4\u00a0% of Cloudwatt · in force · stated."
    )


def test_an_operation_tells_what_it_would_give_and_end(dataset):
    found = explanation.explain(dataset, "id:operation-0f9a4e605c", "fr")
    told = {row.heading: len(row.sentences) for row in found.related}
    assert told["Une fois achevée, elle donnerait"] == 2
    assert told["Une fois achevée, elle mettrait fin à"] == 4


def test_a_withdrawn_claim_says_so_first_and_is_counted_no_more(scratch, language):
    claim = "id:opinion-004-0837944cae"
    before = dict(explanation.explain(Dataset.load(scratch), "id:free").counts)
    account = Account.read("read amiss", "the maintainers", "2024-01-31")
    withdraw(scratch, claim, account)
    dataset = Dataset.load(scratch)
    found = explanation.explain(dataset, claim, language)
    assert found.sentence.marks[0] == words.read(language)["withdrawn"]
    assert "read amiss" in str(found.related[-1].sentences[0])
    assert faults(found.related[-1].sentences[0], language) == []
    assert dict(explanation.explain(dataset, "id:free").counts) != before


def test_a_merged_entity_says_into_which(scratch, language):
    account = Account.read("one company", "the maintainers", "2024-01-31")
    merge(scratch, "id:scalair", "id:free", account)
    told = explanation.sentence(Dataset.load(scratch), "id:scalair", language)
    assert "Free" in str(told)
    assert faults(told, language) == []


def test_markdown_makes_names_and_figures_strong(dataset):
    told = explanation.sentence(dataset, "id:stake-002-16d66caa05").markdown
    assert told == in_print(
        "According to article 002 (October 2012, date inferred), **Orange** holds **44,4␣%** of "
        "**Cloudwatt** · in force · stated."
    )


def test_markdown_is_not_made_by_names():
    assert phrase.markdown([Span("a*b_[c]<d>")]) == r"a\*b\_\[c\]\<d>"


@pytest.mark.parametrize(
    ("spans", "written"),
    [
        ([Span("le rachat de "), Span("le "), Span("Fonds", Look.NAME)], "Le rachat du Fonds"),
        ([Span("à "), Span("les "), Span("frères", Look.NAME)], "Aux frères"),
        ([Span("part de "), Span("Orange", Look.NAME)], "Part d’Orange"),
        ([Span("à partir de octobre")], "À partir d’octobre"),
        ([Span("part de "), Span("l’"), Span("État", Look.NAME)], "Part de l’État"),
        ([Span("deux : « un » ; 3 %")], "Deux␣: «␣un␣»⍽; 3␣%"),
        ([Span("dit "), Span("« de le 3 % : »", Look.QUOTE)], "Dit « de le 3 % : »"),
    ],
)
def test_french_is_joined_and_spaced_but_what_is_quoted_stays(spans, written):
    assert phrase.text(phrase.polish(spans, "fr")) == in_print(written)


def when(edtf, basis="StatedYear", printed=""):
    values = {"edtf": (Term(edtf),), "yearBasis": (Term(str(SOV[basis]), is_iri=True),)}
    if printed:
        values["printedWords"] = (Term(printed, "fr"),)
    return Node("x", values)


@pytest.mark.parametrize(
    ("edtf", "english", "french"),
    [
        ("2013", "in 2013", "en 2013"),
        ("2023-06", "in June 2023", "en juin 2023"),
        ("2012-10-02", "on 2 October 2012", "le 2 octobre 2012"),
        ("2012-10-01", "on 1 October 2012", "le 1er octobre 2012"),
        ("2023-06/2023-09", "between June and September 2023", "entre juin et septembre 2023"),
        ("2012/2013", "between 2012 and 2013", "entre 2012 et 2013"),
        (
            "2012-10-02/2013-01-03",
            "between 2 October 2012 and 3 January 2013",
            "entre le 2 octobre 2012 et le 3 janvier 2013",
        ),
        ("2012-10/", "from October 2012 on", "à partir de octobre 2012"),
        ("2012-10-02/..", "from 2 October 2012 on", "à partir du 2 octobre 2012"),
        ("/2012", "until 2012", "jusqu’en 2012"),
        ("../2012-10-02", "until 2 October 2012", "jusqu’au 2 octobre 2012"),
    ],
)
def test_a_date_reads_as_one_says_it(edtf, english, french):
    found = [str(times.phrase(when(edtf), words.read(language))) for language in LANGUAGES]
    assert found == [english, french]


@pytest.mark.parametrize(
    ("edtf", "basis", "english"),
    [
        ("2015", "StatedYear", "2015"),
        ("2015?", "InferredYear", "2015, year inferred"),
        ("2012?-10", "InferredYear", "October 2012, year inferred"),
        ("2012-10?", "InferredYear", "October 2012, date inferred"),
        ("XXXX-03", "UnknownYear", "March, year unknown"),
        ("XXXX", "UnknownYear", "year unknown"),
    ],
)
def test_what_is_not_printed_of_a_date_is_marked(edtf, basis, english):
    assert str(times.date(when(edtf, basis), words.read("en"))) == english


def test_printed_words_are_quoted_unless_they_say_no_more():
    table = words.read("en")
    assert str(times.phrase(when("2013", printed="en 2013"), table)) == "in 2013"
    told = str(times.since(when("2017", printed="Depuis 2017"), table))
    assert told == in_print("from 2017 on («␣Depuis 2017␣»)")


def test_the_order_of_the_quotes_is_that_of_the_text(dataset):
    facts = Facts(dataset)
    for kind in ("Announcement", "Stake"):
        for iri in of_kind(dataset, kind):
            starts = [int(found["start"]) for _, found in evidence.quoted(facts, facts.node(iri))]
            assert starts == sorted(starts)
