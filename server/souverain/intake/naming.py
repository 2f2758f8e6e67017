"""The names in a text: capitalised sequences, weak hints of a language model, and known names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from souverain.intake import aliases, capitals, words
from souverain.intake.capitals import Run
from souverain.intake.known import Entity, Known
from souverain.intake.letters import folded
from souverain.intake.phrase import EITHER, FIRM, PERSON, PLACE, Phrase

_TITLES = re.compile(r"(?<!\w)(?:MM?\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Monsieur|Madame|Dr)\s$")
_LOCATIVE = re.compile(r"(?<!\w)(?:à|en|au|aux|près de|in|at)\s$", re.IGNORECASE)
# « vendu à X » names a firm, whatever the model takes it for.
_GIVEN = re.compile(
    r"(?:vend|vente|cession|cédé|ouvr|ouvert|rach[eè]t|c[éè]d|appart|revien|revend|associ|alli|confi|demand|prêt|apport|accord|répond|lié|oppos|succéd"
    r"|fac|part|attribu|annonc|verser|joint|expliqu|indiqu|déclar|propos)[^,.;]{0,45}$"
    r"|sold to $|(?:euros?|dollars?|[€$]) à $"
)
# « le groupe Axel Morvan » is a firm, whatever its first word.
_OF_FIRM = re.compile(
    r"(?<!\w)(?:[Ll]e |[Dd]u |[Aa]u |[Ll]a |[Ll]'|[Dd]e la )(?:groupe|maison|holding)(?:\s(?:de|d')?\s?(?!par\b|dirigé|mené|fondé|présidé|contrôlé|créé)[a-zéèêàç]{4,}){0,3}\s$"
)
# « son fondateur Mathis Kerler » is a person, whatever the first name.
_OFFICE = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, words.nouns('persons')))})(?: général| délégué)?,?\s$"
)
# « la famille X », « la région Y » hold under that name.
_LED = re.compile(r"(?<!\w)(?:famille|région|métropole|fratrie)\s$")
# What may follow in small letters: « Conseil supérieur du notariat ».
_SMALL = r"[a-zàâçéèêëîïôöùûü]"
_OFFICIAL = re.compile(
    r"(?: (?:nationale?|supérieure?|européenne?|régionale?|générale?|centrale?|fédérale?|français|française"
    rf"|stratégique|souverain|industriel|numérique|agricole|populaire|économique|publique?|départementale?))*(?: (?:du|de la|des|de l'|de|d') ?{_SMALL}+"
    rf"(?: et (?:des? )?consignations)?)?(?<=\w\w\w)"
)
# « La Tribune du logiciel », « Le Journal du bois ».
_MEDIA = re.compile(
    r"L[ae] (?:Tribune|Journal|Voix|Quotidien|Moniteur|Gazette|Courrier|Revue|Lettre)"
    rf" (?:du|de la|des|de l') ?{_SMALL}+(?![\w-])|L'Usine (?:nouvelle|digitale)|Le Canard enchaîné"
    r"|Le Journal du [Nn]et|Les [ÉEée]chos(?: Capital Finance)?"
)
# « l'État de Genève » is not the one that « l'État » is here.
_OTHER_STATE = re.compile(r"(?:[Ll]')?[ÉE]tat (?:de |d'|du )[A-ZÉ][\w-]+")
# « le ministère de la Transition numérique », « le cabinet du ministre de l'Économie ».
_BODY = re.compile(
    r"(?<!\w)(?:ministère|secrétariat d'[ÉE]tat|cabinet du ministre|cabinet de la ministre|mairie"
    r"|intersyndicale|conseil régional|conseil départemental|préfecture|tribunal de commerce)"
    r" (?:de la |de l'|du |des |de |d'|à la |au |aux )"
    rf"(?:[A-ZÉ][\w'-]+(?: {_SMALL}+(?:ique|aire|elle|ale|ure|ives?))?(?: et (?:de la |de l'|du |des )?[A-ZÉ][\w-]+)?)"
)
_PERSON_WORDS = 4
_LETTERS_BEFORE = 40


@dataclass(frozen=True)
class Hint:
    """What a language model takes some words for: PER, ORG, LOC or MISC. Often wrong."""

    start: int
    end: int
    label: str


# « PARIS (Agence) - »: an article's first words name where it was written, and for whom.
_DATELINE = re.compile(
    r"(?:[A-ZÉÈ][\w .'-]{2,30}, ?(?:le )?[\w .]{0,20})?(?:[A-ZÉÈ][\w '-]{2,30} )?\([^()\n]{2,40}\)\s?(?:--|[–—-])\s?"
)
# What governs a firm is not another firm.
_ORGANS = re.compile(
    r"(?:Conseil (?:d'administration|de surveillance)|Directoire|Direction(?: générale)?|Comité (?:exécutif|de direction)|Assemblée générale"
    r"|(?:L'|Une )?(?:Offre|OP[AER])(?: publique.*)?)"
)


def names(text: str, known: Known, hints: Iterable[Hint] = ()) -> list[Phrase]:
    """The names of a plain text in their order, none within another.

    A known entity has its label and IRI; another has its own words; a family name or a first name
    alone has the whole name that the text gives elsewhere, and so has what is short for a firm.
    """
    hinted = {row.start: row for row in hints}
    runs = capitals.runs(text, [name for row in known.entities for name in row.names])
    phrases = [_phrase(text, run, known, hinted) for run in runs]
    if dateline := _DATELINE.match(text):
        phrases = [row for row in phrases if row.start >= dateline.end()]
    phrases = [
        row
        for row in phrases
        if not _ORGANS.fullmatch(row.names[0]) and row.names[0] not in words.nouns("firms")
    ]
    taken = _longest([*_known(text, known), *_bodies(text), *phrases])
    shared = _longest([*aliases.brothers(text, taken), *taken])
    return aliases.whole(text, sorted(shared, key=lambda row: row.start))


def _bodies(text: str) -> Iterator[Phrase]:
    """Bodies that are named in small letters."""
    for found in (*_BODY.finditer(text), *_OTHER_STATE.finditer(text)):
        start, end = found.span()
        yield Phrase(
            start,
            end,
            start,
            end,
            FIRM,
            (found[0].removeprefix("l'").removeprefix("L'"),),
            ("",),
            noun="ministère",
            kind="agency",
        )


def _phrase(text: str, run: Run, known: Known, hinted: Mapping[int, Hint]) -> Phrase:
    if before := _LED.search(text, max(0, run.start - 12), run.start):
        start = before.start()
        return Phrase(start, run.end, start, run.end, FIRM, (text[start : run.end],), ("",))
    end = run.end
    if longer := _MEDIA.match(text, run.start):
        end = max(end, longer.end())
    if len(run.tokens) == 1 and text[run.start : end] in words.every_word("heads"):
        more = _OFFICIAL.match(text, end)
        end = more.end() if more else end
    run = Run(run.start, end, run.tokens)
    word = text[run.start : run.end]
    entity = known.named(word)
    if entity:
        return _of(entity, known, run.start, run.end)
    sort, gender = _sort(text, run, hinted)
    return Phrase(run.start, run.end, run.start, run.end, sort, (word,), ("",), gender=gender)


def _sort(text: str, run: Run, hinted: Mapping[int, Hint]) -> tuple[str, str]:
    """Whether unknown words name a person, a place or a firm, and the gender of a person."""
    word = text[run.start : run.end]
    if found := _led(text, run):
        return found
    if _is_place(word):
        return PLACE, ""
    if len(run.tokens) == 1 and text[run.end : run.end + 1] == "," and _opens_at(text, run.start):
        return PLACE, ""
    label = hinted[run.start].label if run.start in hinted else ""
    if label == "PER" and 1 < len(run.tokens) < _PERSON_WORDS and "." not in word:
        return EITHER, ""
    before = max(0, run.start - _LETTERS_BEFORE)
    if (
        label == "LOC"
        and _LOCATIVE.search(text, before, run.start)
        and not _GIVEN.search(text, before, run.start)
    ):
        return PLACE, ""
    return FIRM, ""


def _led(text: str, run: Run) -> tuple[str, str] | None:
    """The sort and gender that a title, « groupe », a first name or an office gives to words."""
    titled = _TITLES.search(text, max(0, run.start - 12), run.start)
    if titled:
        return PERSON, "f" if "me" in titled[0] or "Mrs" in titled[0] or "Ms" in titled[0] else "m"
    before = max(0, run.start - _LETTERS_BEFORE)
    if _OF_FIRM.search(text, before, run.start):
        return FIRM, ""
    if len(run.tokens) == 1 or "&" in text[run.start : run.end]:
        return None
    given = _given(text, run)
    if given is not None:
        return PERSON, given
    is_in_office = len(run.tokens) < _PERSON_WORDS and _OFFICE.search(text, before, run.start)
    return (PERSON, "") if is_in_office else None


def _opens_at(text: str, position: int) -> bool:
    """Whether « À » alone comes before, at the head of a sentence: « À Bastia, »."""
    return text[position - 2 : position] in {"À ", "A "} and capitals.begins(text, position - 2)


def _given(text: str, run: Run) -> str | None:
    """The gender of the first name with which words begin, « Jean-Dominique » as « Jean »."""
    first = text[slice(*run.tokens[0])]
    found = words.first_names().get(first)
    return words.first_names().get(first.partition("-")[0]) if found is None else found


def _is_place(word: str) -> bool:
    return word in words.entries("places") or (
        word.isupper() and len(word) > 3 and word.title() in words.entries("places")
    )


def _known(text: str, known: Known) -> Iterator[Phrase]:
    for found in known.pattern.finditer(folded(text)):
        printed = text[found.start() : found.end()]
        entity = known.named(printed)
        if entity and _OTHER_STATE.match(text, found.start()):
            continue
        if entity and (printed[0].isupper() or printed[0].isdigit() or printed in known.small):
            yield _of(entity, known, found.start(), found.end())


def _of(entity: Entity, known: Known, start: int, end: int) -> Phrase:
    sort = FIRM if entity.sort == "group" else entity.sort
    labels = entity.members or (entity.label,)
    iris = tuple(row.iri if (row := known.named(label)) else "" for label in labels)
    if sort == PERSON or (entity.members and all(" " in label for label in labels)):
        first = labels[0].split()[0]
        gender = words.first_names().get(first, "")
        sort = PERSON
    else:
        gender = ""
    plural = len(labels) > 1
    return Phrase(start, end, start, end, sort, labels, iris, gender=gender, plural=plural)


def _longest(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Those that lie in no longer one; of two of one length the first."""
    kept: list[Phrase] = []
    for row in sorted(phrases, key=lambda row: (row.start - row.end, row.start)):
        if all(row.end <= other.start or other.end <= row.start for other in kept):
            kept.append(row)
    return kept
