"""Bodies and papers whose names go on in small letters: « le ministère de la Transition »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from souverain.intake import words
from souverain.intake.phrase import FIRM, Phrase

# What may follow in small letters: « Conseil supérieur du notariat ».
_SMALL = r"[a-zàâçéèêëîïôöùûü]"
_OFFICIAL = re.compile(
    r"(?: (?:nationale?|supérieure?|européenne?|régionale?|générale?|centrale?|fédérale?"
    r"|français|française|stratégique|souverain|industriel|numérique|agricole|populaire|économique"
    rf"|publique?|départementale?))*(?: (?:du|de la|des|de l'|de|d') ?{_SMALL}+"
    rf"(?: et (?:des? )?consignations)?)?(?<=\w\w\w)"
)
# « La Tribune du logiciel », « Le Journal du bois ».
_MEDIA = re.compile(
    r"L[ae] (?:Tribune|Journal|Voix|Quotidien|Moniteur|Gazette|Courrier|Revue|Lettre)"
    rf" (?:du|de la|des|de l') ?{_SMALL}+(?![\w-])|L'Usine (?:nouvelle|digitale)|Le Canard enchaîné"
    r"|Le Journal du [Nn]et|Les [ÉEée]chos(?: Capital Finance)?"
)
# « l'État de Genève » is not the one that « l'État » is here.
OTHER_STATE = re.compile(r"(?:[Ll]')?[ÉE]tat (?:de |d'|du )[A-ZÉ][\w-]+")
# « le ministère de la Transition numérique », « le cabinet du ministre de l'Économie ».
_BODY = re.compile(
    r"(?<!\w)(?:ministère|secrétariat d'[ÉE]tat|cabinet du ministre|cabinet de la ministre|mairie"
    r"|intersyndicale|conseil régional|conseil départemental|préfecture|tribunal de commerce)"
    r" (?:de la |de l'|du |des |de |d'|à la |au |aux )"
    rf"(?:[A-ZÉ][\w'-]+(?: {_SMALL}+(?:ique|aire|elle|ale|ure|ifs?|ives?))?"
    r"(?: et (?:de la |de l'|du |des )?[A-ZÉ][\w-]+)?)"
)


def bodies(text: str) -> Iterator[Phrase]:
    """Bodies that are named in small letters."""
    for found in (*_BODY.finditer(text), *OTHER_STATE.finditer(text)):
        start, end = found.span()
        name = found[0].removeprefix("l'").removeprefix("L'")
        at = (start, end, start, end)
        noun = name.partition(" ")[0].lower()
        yield Phrase(*at, FIRM, (name,), ("",), noun=noun, kind="agency")


def ending(text: str, start: int, end: int, *, is_one_word: bool) -> int:
    """Where capitalised words end with those in small letters that belong to their name."""
    if longer := _MEDIA.match(text, start):
        end = max(end, longer.end())
    if is_one_word and text[start:end] in words.every_word("heads"):
        more = _OFFICIAL.match(text, end)
        end = more.end() if more else end
    return end
