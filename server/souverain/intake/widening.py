"""The words that lead to a name, and what they tell of it: « l'opérateur français Velanor »."""

from __future__ import annotations

import re
from dataclasses import replace

from souverain.intake import nouns
from souverain.intake.nouns import ADJECTIVE, ANY, BEFORE, NOUNS
from souverain.intake.phrase import FIRM, PERSON, PLACE, Phrase
from souverain.intake.predicates import STATES

_ARTICLE = re.compile(r"(?<!\w)(?:[Ll](?:e|a|es)\s|[Ll]'|[Tt]he\s)$")
_HEAD = re.compile(
    r"(?:(?<!\w)(?:le|la|les|un|une|son|sa|leur|ses|ce|cet|cette|the|a|an|its)\s|(?<!\w)l'"
    rf"|(?<!\w)(?=(?:{ANY})\s))"
    rf"(?:{BEFORE})(?:(?:{ANY}|{ADJECTIVE}|numéro (?:un|deux|trois)|company|firm|operator|group"
    r"|ville|région|ministère|réseau|logiciel|solution)(?!\w))"
    r"(?:\s(?!(?:par|qui|que|dont|où|et|ou|a|ont|est|sont|va|vont|vient|avait|était|sera|aux?|avec"
    r"|pour|dans|sur|chez|contre|détient|possède|contrôle|rachète|reprend|acquiert|annonce"
    r"|is|was|has|of|by|in|to|et(?!\sd)|entre|auprès|selon|devient|reste|cède|lance|investit|entre"
    r"|monte|prend|rejoint|quitte|nomme|dirige|préside|signe|confirme)\s)"
    r"(?!(?!(?:données|marchés|musées|lycées)\s)\w*(?:[^i]er|ir|rait|raient|ait|aient|[^t]ée?"
    r"|ra|ont)\s)[^\W\d][\w'-]*){0,6}?(?<!\sde)(?<!\sdu)(?<!\sdes)(?<!\sla)(?<!\sle)(?<!\sles)\s$",
    re.IGNORECASE,
)
# What a text says of a firm, and does not call it.
_NO_HEADS = STATES | {"acquéreur", "acquéreuse", "repreneur", "acheteur"}


def widened(text: str, name: Phrase, after: int) -> Phrase:
    """The name with « le groupe », « l'opérateur français » before it, and what these tell.

    `after` is the end of the name before it, which no words before a firm's reach.
    """
    if name.sort == PLACE:
        return name
    low = max(0, name.start - 90)
    cut = max(text.rfind(mark, low, name.start) for mark in ".;:,()«»\n")
    low = max(low, cut + 1, after if name.sort == FIRM else 0)
    heads = (
        head
        for match in re.finditer(r"(?<!\w)(?=\w)", text[low : name.start])
        if (head := _HEAD.match(text, low + match.start(), name.start))
    )
    found = next((head for head in heads if _suits(head[0], name)), None)
    if not found:
        article = _ARTICLE.search(text, max(0, name.start - 5), name.start)
        return replace(name, start=article.start()) if article else name
    noun = nouns.of(found[0])
    sort, gender, kind = NOUNS.get(noun, (name.sort, "", ""))
    if PERSON in {name.sort, sort}:
        gender = name.gender or gender
        return replace(name, start=found.start(), noun=noun, gender=gender, sort=PERSON)
    return replace(name, start=found.start(), noun=noun, kind=kind, gender=gender)


def _suits(head: str, name: Phrase) -> bool:
    """Whether words may lead to a name: those of a person to no firm, nor the other way."""
    if head.split()[0].lower().removesuffix("s") in _NO_HEADS:
        return False
    sort = NOUNS.get(nouns.of(head), ("", "", ""))[0]
    if name.sort == PERSON:
        return sort == PERSON
    if sort == PERSON:
        return not name.iris[0] and name.sort != FIRM
    return True
