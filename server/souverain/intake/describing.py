"""Phrases around names, and those without one: « l'opérateur », « le groupe Orange », « elle »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from souverain.intake import words
from souverain.intake.phrase import DESCRIPTION, FIRM, PERSON, PLACE, PRONOUN, Phrase

_FIRMS, _PERSONS = words.nouns("firms"), words.nouns("persons")
_NOUNS: Mapping[str, tuple[str, str, str]] = {
    **{noun: (PERSON, gender, "") for noun, (gender, _) in _PERSONS.items()},
    **{noun: (FIRM, gender, kind) for noun, (gender, kind) in _FIRMS.items()},
}
_PLURALS = {f"{noun}s": noun for noun in _NOUNS} | {"géants": "géant", "fonds": "fonds"}
_PLURALS |= {"cofondateurs": "cofondateur", "jeunes pousses": "jeune pousse"}
_PLURALS |= {"coactionnaires": "actionnaire", "co-actionnaires": "actionnaire"}
_ANY = "|".join(re.escape(n) for n in sorted([*_NOUNS, *_PLURALS], key=len, reverse=True))
_PEOPLE = r"(?:\w+(?:ais|aise|ain|aine|ien|ienne|éen|éenne|ois|oise|and|ande|iste|ique|agnole?|ard|arde|cain|caine)s?)"
_KIND = r"(?:historique|public|publique|privée?|coté|cotée|familiale?|spécialisée?|tricolore|hexagonale?|belge|russe|suisse|britannique|basque|corse|slovaque|mondiale?|télécoms?|high-tech|pharmaceutique|pétrolier|pétrolière|bancaire|automobile|informatique|numérique|énergétique|industriel(?:le)?|financi(?:er|ère))"
_ADJECTIVE = rf"(?:{_PEOPLE}|{_KIND})"
_BEFORE = r"(?:(?:deux|trois|quatre|cinq|nouveau|nouvel|nouvelle|jeune|petit|petite|grand|grande|célèbre|futur|future|ancien|ancienne|ex-|même|propre|premier|première|principal|principale|discret|discrète|puissant|puissante) ?)*"
_DESCRIBED = re.compile(
    rf"(?<!\w)(?:(?P<det>le|la|les|ce|cet|cette|ces|leurs?|ses|son|sa|the|both|its)\s|(?P<elided>l')|(?P<of>(?:du|des|au|aux)\s))"
    rf"(?P<rest>(?:(?P<count>deux|trois|quatre|two|three)\s)?(?:{_BEFORE})"
    rf"(?P<noun>{_ANY}|company|group|operator|start-up|firm|bank|publisher|maker|companies|shareholders|partners|partner|fund|chief executive|founder|CEO|chairman)"
    rf"(?!\w)(?!-)(?:\s{_ADJECTIVE}(?!\w))*)",
    re.IGNORECASE,
)
_ENGLISH = {"company": FIRM, "group": FIRM, "operator": FIRM, "start-up": FIRM, "firm": FIRM}
_ENGLISH |= {"bank": FIRM, "publisher": FIRM, "maker": FIRM, "fund": FIRM, "partner": FIRM}
_ENGLISH |= {"companies": FIRM, "shareholders": FIRM, "partners": FIRM}
_ENGLISH |= {"chief executive": PERSON, "founder": PERSON, "ceo": PERSON, "chairman": PERSON}
_PRONOUNS = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "ce dernier": ("m", False),
    "cette dernière": ("f", False),
    "ces derniers": ("m", True),
    "ces dernières": ("f", True),
    "celui-ci": ("m", False),
    "celle-ci": ("f", False),
    "ceux-ci": ("m", True),
    "lui-même": ("m", False),
    "he": ("m", False),
    "she": ("f", False),
    "the latter": ("", False),
}
_PRONOUN = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_PRONOUNS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
_IMPERSONAL = re.compile(
    r"\s+(?:n'|ne |s'en |en )?(?:y (?:a|avait|aura)|faut|faudra|fallait|s'agi\w*|semble|est (?:important"
    r"|possible|difficile|probable|clair|vrai|temps|question|prévu|évident|nécessaire|trop|prématuré)"
    r"|était (?:question|prévu|temps)|reste (?:à|que)|suffi\w*|convient|importe|paraît|se peut"
    r"|n'y a|aura fallu|a fallu|serait question|devient (?:possible|difficile))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<!\w)(?:[Ll](?:e|a|es)\s|[Ll]'|[Tt]he\s)$")
_HEAD = re.compile(
    rf"(?:(?<!\w)(?:le|la|les|un|une|son|sa|leur|ses|ce|cet|cette|the|a|an|its)\s|(?<!\w)l'|(?<!\w)(?=(?:{_ANY})\s))"
    rf"(?:{_BEFORE})(?:(?:{_ANY}|{_ADJECTIVE}|numéro (?:un|deux|trois)|company|firm|operator|group|ville|région|ministère|réseau|logiciel|solution)(?!\w))"
    r"(?:\s(?!(?:par|qui|que|dont|où|et|ou|a|ont|est|sont|va|vont|vient|avait|était|sera|aux?|avec"
    r"|pour|dans|sur|chez|contre|détient|possède|contrôle|rachète|reprend|acquiert|annonce|is|was|has"
    r"|of|by|in|to|et(?!\sd)|entre|auprès|selon|devient|reste|cède|lance|investit|entre|monte|prend|rejoint|quitte"
    r"|nomme|dirige|préside|signe|confirme)\s)"
    r"(?!(?!(?:données|marchés|musées|lycées)\s)\w*(?:[^i]er|ir|rait|raient|ait|aient|[^t]ée?|ra|ont)\s)[^\W\d][\w'-]*){0,6}?(?<!\sde)(?<!\sdu)(?<!\sdes)(?<!\sla)(?<!\sle)(?<!\sles)\s$",
    re.IGNORECASE,
)


def described(text: str, names: Sequence[Phrase]) -> list[Phrase]:
    """The names with the noun phrases that lead to them, then descriptions and pronouns, in order."""
    ends = [0, *(row.end for row in names)]
    whole = [_widened(text, row, end) for row, end in zip(names, ends, strict=False)]
    taken = [(row.start, row.end) for row in whole]
    free = [
        row
        for row in (*_descriptions(text), *_pronouns(text))
        if not any(row.start < end and start < row.end for start, end in taken)
    ]
    return sorted([*whole, *free], key=lambda row: row.start)


def _widened(text: str, name: Phrase, after: int) -> Phrase:
    """The name with « le groupe », « l'opérateur français » before it, and what these tell."""
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
    noun = _noun_of(found[0])
    sort, gender, kind = _NOUNS.get(noun, (name.sort, "", ""))
    if PERSON in {name.sort, sort}:
        gender = name.gender or gender
        return replace(name, start=found.start(), noun=noun, gender=gender, sort=PERSON)
    return replace(name, start=found.start(), noun=noun, kind=kind, gender=gender)


def _suits(head: str, name: Phrase) -> bool:
    """Whether words may lead to a name: those of a person to no firm, nor the other way."""
    first = head.split()[0].lower().removesuffix("s")
    if first in _STATES or first in {"acquéreur", "acquéreuse", "repreneur", "acheteur"}:
        return False
    sort = _NOUNS.get(_noun_of(head), ("", "", ""))[0]
    if name.sort == PERSON:
        return sort == PERSON
    if sort == PERSON:
        return not name.iris[0] and name.sort != FIRM
    return True


def _noun_of(head: str) -> str:
    found = re.search(rf"(?<!\w)(?:{_ANY})(?!\w)", head, re.IGNORECASE)
    if not found:
        return ""
    word = found[0]
    return word if word in _NOUNS else _PLURALS.get(word, word.lower())


# « X est le premier actionnaire » says what X is: the phrase is nobody else.
_PREDICATE = re.compile(
    r"\b(?:est|sont|était|étaient|devient|deviennent|deviendra|deviendrait|devenir|devenue?s?|reste|restent|restera"
    r"|demeure|sera|seront|serait|être|étant|comme|parmi|dont|pour|au rang de)(?: (?:ainsi|désormais|aujourd'hui|alors|donc|toujours|déjà|encore|pas|plus|même))*\s$"
)
# « Oxalis, son actionnaire historique, » says it too.
_APPOSED = re.compile(
    r"(?: (?:majoritaire|minoritaire|historique|de référence|principal|unique))*(?:[,.;(]|$| à | avec )"
)
_STATES = frozenset(
    {
        "actionnaire",
        "propriétaire",
        "associé",
        "coentreprise",
        "co-entreprise",
        "joint-venture",
        "filiale",
    }
)
# What follows a name and tells what it is: « Velanor, l'opérateur corse », « Velanor est un fonds ».
_TOLD = re.compile(
    rf"(?:\s\([^()]{{1,60}}\))?(?:,\s|\s(?:est|était|reste|demeure)\s)(?:l'|(?:une?|le|la|the|an?)\s)?"
    rf"(?:{_BEFORE})(?P<noun>{_ANY})(?!\w)(?!-)",
    re.IGNORECASE,
)


def told(text: str, end: int) -> tuple[str, str, str]:
    """The noun, kind and gender that an apposition or « est » gives to a name that ends there."""
    found = _TOLD.match(text, end)
    if not found:
        return "", "", ""
    noun = found["noun"] if found["noun"] in _NOUNS else found["noun"].lower()
    sort, gender, kind = _NOUNS.get(noun, ("", "", ""))
    return (noun, kind, gender) if sort == FIRM else ("", "", "")


# « l'actionnaire de X » says what somebody is to X; « l'actionnaire » alone is somebody.
_RELATIONS = frozenset(
    [
        "actionnaire",
        "actionnaires",
        "filiale",
        "filiales",
        "partenaire",
        "partenaires",
        "concurrent",
        "rival",
        "acquéreur",
        "repreneur",
        "acheteur",
        "cédant",
        "vendeur",
        "coentreprise",
        "co-entreprise",
        "joint-venture",
        "partner",
        "investisseur",
        "shareholders",
    ]
) | {"maison mère", "maison-mère"}
_RELATED = re.compile(
    r"(?:\s[a-zéèêàç-]+){0,3}?\s(?:(?:à|commune)\s|(?:de la|de l'|du|des|de|d'|of)\s?[A-ZÉÈÀÂÎÔ\d]|(?:du|de la) (?:groupe|société))"
)


def _is_predicate(text: str, found: re.Match[str]) -> bool:
    noun = found["noun"].lower().removesuffix("s")
    if noun not in _STATES or found["of"]:
        return False
    venture = noun not in {"actionnaire", "propriétaire", "associé"}
    if venture and re.match(
        r"\s(?:entre|formée|créée|détenue|associant|fondée)\b", text[found.end() :][:12]
    ):
        return True
    if text[: found.start()].endswith(", ") and _APPOSED.match(text, found.end()):
        return (found["det"] or "").lower() in {"son", "sa", "leur"}
    before = _PREDICATE.search(text, max(0, found.start() - 40), found.start())
    return before is not None and (before[0].split()[0] not in {"pour", "comme"} or not venture)


def _descriptions(text: str) -> Iterator[Phrase]:
    for found in _DESCRIBED.finditer(text):
        if _RELATED.match(text, found.end()) and found["noun"].lower() in _RELATIONS:
            continue
        if _is_predicate(text, found):
            continue
        noun = found["noun"]
        base = noun if noun in _NOUNS else _PLURALS.get(noun.lower(), noun.lower())
        sort, gender, kind = _NOUNS.get(base, (_ENGLISH.get(base, FIRM), "", ""))
        plural = (found["det"] or found["of"] or "").strip().lower() in {
            *("les", "des", "ces", "ses", "leurs", "aux", "both")
        } or noun.lower() in {"companies", "shareholders", "partners"}
        start = found.start("rest") if found["of"] else found.start()
        count = {"deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4}
        yield Phrase(
            *(start, found.end(), found.start("noun"), found.end()),
            sort,
            how=DESCRIPTION,
            noun=base,
            kind=kind,
            gender=gender,
            plural=plural,
            count=count.get((found["count"] or "").lower(), 0),
        )


def _pronouns(text: str) -> Iterator[Phrase]:
    for found in _PRONOUN.finditer(text):
        word = found[0].lower()
        if word == "il" and _IMPERSONAL.match(text, found.end()):
            continue
        gender, plural = _PRONOUNS[word]
        yield Phrase(
            *(found.start(), found.end(), found.start(), found.end()),
            "",
            how=PRONOUN,
            noun=word,
            gender=gender,
            plural=plural,
        )
