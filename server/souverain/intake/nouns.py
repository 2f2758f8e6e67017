"""The nouns by which a text calls firms and persons, and what may stand before and after them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from souverain.intake import words
from souverain.intake.phrase import FIRM, PERSON

_FIRMS, _PERSONS = words.nouns("firms"), words.nouns("persons")
NOUNS: Mapping[str, tuple[str, str, str]] = {
    **{noun: (PERSON, gender, "") for noun, (gender, _) in _PERSONS.items()},
    **{noun: (FIRM, gender, kind) for noun, (gender, kind) in _FIRMS.items()},
}
_PLURALS = {f"{noun}s": noun for noun in NOUNS} | {"géants": "géant", "fonds": "fonds"}
_PLURALS |= {"cofondateurs": "cofondateur", "jeunes pousses": "jeune pousse"}
_PLURALS |= {"coactionnaires": "actionnaire", "co-actionnaires": "actionnaire"}
ANY = "|".join(re.escape(n) for n in sorted([*NOUNS, *_PLURALS], key=len, reverse=True))
_PEOPLE = (
    r"(?:\w+(?:ais|aise|ain|aine|ien|ienne|éen|éenne|ois|oise|and|ande|iste|ique|agnole?|ard|arde"
    r"|cain|caine)s?)"
)
_KIND = (
    r"(?:historique|public|publique|privée?|coté|cotée|familiale?|spécialisée?|tricolore"
    r"|hexagonale?|belge|russe|suisse|britannique|basque|corse|slovaque|mondiale?|télécoms?"
    r"|high-tech|pharmaceutique|pétrolier|pétrolière|bancaire|automobile|informatique|numérique"
    r"|énergétique|industriel(?:le)?|financi(?:er|ère))"
)
ADJECTIVE = rf"(?:{_PEOPLE}|{_KIND})"
BEFORE = (
    r"(?:(?:deux|trois|quatre|cinq|nouveau|nouvel|nouvelle|jeune|petit|petite|grand|grande|célèbre"
    r"|futur|future|ancien|ancienne|ex-|même|propre|premier|première|principal|principale|discret"
    r"|discrète|puissant|puissante) ?)*"
)
_IN_HEAD = re.compile(rf"(?<!\w)(?:{ANY})(?!\w)", re.IGNORECASE)


def singular(noun: str) -> str:
    """The noun as the table of nouns has it; in small letters where it has none such."""
    return noun if noun in NOUNS else _PLURALS.get(noun.lower(), noun.lower())


def of(head: str) -> str:
    """The first noun in the words before a name, as the table has it; empty where none stands."""
    found = _IN_HEAD.search(head)
    if not found:
        return ""
    return found[0] if found[0] in NOUNS else _PLURALS.get(found[0], found[0].lower())
