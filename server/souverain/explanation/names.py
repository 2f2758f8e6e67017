"""What things are called in a sentence, with the article that goes before the name.

The graph has names without articles. French ones stand in the texts themselves, before the name
where it is mentioned (« la caisse des dépôts », « du programme … »): what they print, this says.
"""

from __future__ import annotations

import re
from collections import Counter

from souverain.explanation.evidence import slug
from souverain.explanation.facts import Facts, Node
from souverain.explanation.phrase import Look, Phrase, Span
from souverain.explanation.words import Words

_BEFORE = {
    **dict.fromkeys(("le", "du", "au", "un", "ce"), "le"),
    **dict.fromkeys(("la", "une", "cette"), "la"),
    **dict.fromkeys(("les", "des", "aux", "ces"), "les"),
    **dict.fromkeys(("l’", "cet"), "l’"),
}
_POSSESSIVES = {"son": "le", "sa": "la", "ses": "les"}
_PREPOSITIONS = frozenset({"à", "avec", "d’", "dans", "de", "en", "et", "par", "pour", "sur"})
_OWN = {"fr": re.compile(r"(le|la|les) |(l’)"), "en": re.compile(r"(the) ()")}
_VOWEL = re.compile(r"[aàâeéèêiîoôuùûyœ]", re.IGNORECASE)
_WITHOUT_THE = frozenset({"Place", "Person", "Technology"})
NEAR_WORDS = 3


def name(facts: Facts, iri: str, words: Words) -> Phrase:
    """The name of an entity, strong, with its article before it.

    One that has no name is called by the end of its IRI.
    """
    node = facts.node(iri)
    label = facts.label(iri, words.language) or facts.label(iri, "") or slug(iri)
    own = _OWN[words.language].match(label)
    french = _french_article(facts, node)
    if own:
        article, label = own[1] or own[2], label[own.end() :]
    else:
        article = _article(french, node, label, words.language)
    before = article if article.endswith("’") or not article else f"{article} "
    spans = (Span(before),) if before else ()
    plural = "HolderGroup" in node.kinds or french == "les"
    return Phrase((*spans, Span(label, Look.NAME, iri)), plural)


def _article(french: str, node: Node, label: str, language: str) -> str:
    if language == "fr":
        return "l’" if french in {"le", "la"} and _VOWEL.match(label) else french
    if french in {"", "les"} or "’s " in label or _WITHOUT_THE & set(node.kinds):
        return ""
    return "the"


def _french_article(facts: Facts, node: Node) -> str:
    """The article that the texts print most often before the name, or before most of it."""
    label = facts.label(node.iri, "fr")
    if own := _OWN["fr"].match(label):
        return own[1] or own[2]
    is_common = label[:1].islower()
    found: Counter[tuple[int, str]] = Counter()
    for mention in facts.by(node.iri, "mentions"):
        form = mention.one("surfaceForm")
        start, shared = _shared(form, label)
        if shared:
            for before in _before(facts, mention):
                found[shared, _read(before + form[:start], is_common=is_common)] += 1
    most = max((shared for shared, _ in found), default=0)
    rows = {article: count for (shared, article), count in found.items() if shared == most}
    article = max(sorted(rows), key=lambda row: (rows[row], row), default="")
    return article or ("les" if is_common and label.split()[0].endswith("s") else "")


def _shared(form: str, label: str) -> tuple[int, int]:
    """Where in a printed form a name begins, and how many of its words stand there."""
    words = label.casefold().split()
    begin = words and re.search(rf"(?<!\w){re.escape(words[0])}(?!\w)", form.casefold())
    if not begin:
        return 0, 0
    printed = form.casefold()[begin.start() :].split()
    same = [ours == theirs for ours, theirs in zip(words, printed, strict=False)]
    return begin.start(), [*same, False].index(False)


def _before(facts: Facts, mention: Node) -> list[str]:
    """What stands before each place where an entity is mentioned."""
    selectors = [
        facts.node(selector)
        for evidence in mention.texts("evidence")
        for selector in facts.node(evidence).texts("oa:hasSelector")
    ]
    return [row.one("oa:prefix") for row in selectors if row.all("oa:exact")]


def _read(before: str, *, is_common: bool) -> str:
    """The article at the end of a text; before a common noun, adjectives may come between."""
    near = re.findall(r"\w+’?|[^\w\s]", before.casefold())[-NEAR_WORDS:]
    if not is_common:
        near = near[-1:]
    for word in reversed(near):
        if word in _BEFORE:
            return _BEFORE[word]
        if is_common and word in _POSSESSIVES:
            return _POSSESSIVES[word]
        if word in _PREPOSITIONS:
            break
    return ""
