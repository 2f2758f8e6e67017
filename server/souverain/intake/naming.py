"""The names in a text: capitalised sequences, weak hints of a language model, and known names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from souverain.intake import words
from souverain.intake.known import Entity, Known
from souverain.intake.letters import folded
from souverain.intake.phrase import EITHER, FIRM, PERSON, PLACE, Phrase

_UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
_WORD = rf"(?:\d+(?=[{_UPPER}])[{_UPPER}][\w&+-]*|[a-z]{{1,2}}[{_UPPER}][\w+]*|[{_UPPER}](?:[\w&+-]|\.(?=\w))*)"
_TOKEN = re.compile(rf"(?<![\w'-])(?:[LD]')?{_WORD}|(?<=[\w]')(?<!\w\w'){_WORD}|(?<=qu'){_WORD}")
_PARTICLE = re.compile(r" (?:van|von|van der|van den|di|da|del|della|ben|el|le|la|de) $")
_JOIN = re.compile(
    r"(?: de la | de l'| des | du | de | d'| pour la | pour le | pour l'| of | for )$"
)
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?…]\s*[»\"”)]?\s+|[«\"“\n:•–—]\s*|[«\"“])$")
_TITLES = re.compile(r"(?<!\w)(?:MM?\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Monsieur|Madame|Dr)\s$")
_UNLIKE_NAMES = re.compile(r"(?:ment|ées?|és?|ant|tions?)$")
_LOCATIVE = re.compile(r"(?<!\w)(?:à|en|au|aux|près de|in|at)\s$", re.IGNORECASE)
# « vendu à X » names a firm, whatever the model takes it for.
_GIVEN = re.compile(
    r"(?:vend|vente|cession|cédé|ouvr|ouvert|rach[eè]t|c[éè]d|appart|revien|revend|associ|alli|confi|demand|prêt|apport|accord|répond|lié|oppos|succéd"
    r"|fac|part|attribu|annonc|verser|joint|expliqu|indiqu|déclar|propos)[^,.;]{0,45}$|sold to $"
)
# Names of several words that begin with an article, and would lose it at the head of a sentence.
_WITH_ARTICLE = frozenset(
    [
        "La Poste",
        "La Tribune",
        "La Croix",
        "La Redoute",
        "La Banque Postale",
        "La Française",
        "La Lettre",
        "La Provence",
        "La Dépêche",
        "La Voix du Nord",
        "La Montagne",
        "Le Monde",
        "Le Figaro",
        "Le Parisien",
        "Le Point",
        "Le Télégramme",
        "Le Progrès",
        "Le Slip Français",
        "Le Coq Sportif",
        "Le Canard enchaîné",
        "Le Journal du Net",
        "Le Bon Marché",
        "Le Crédit Lyonnais",
        "Le Nouvel Observateur",
        "Le Monde Informatique",
        "Les Echos",
        "Les Échos",
        "L'Express",
        "L'Obs",
        "L'Humanité",
        "L'Opinion",
        "L'Usine nouvelle",
        "L'Usine Nouvelle",
        "L'Oréal",
        "L'Équipe",
        "L'Informé",
        "L'Agefi",
        "L'AGEFI",
        "L'Argus",
        "L'Est républicain",
        "L'Occitane",
        "La Caisse des Dépôts",
    ]
)
_MAY_BEGIN = frozenset(
    [
        "Cloud",
        "Internet",
        "Web",
        "Capital",
        "Grand",
        "Grande",
        "Force",
        "Total",
        "Premier",
        "Première",
        "Ensemble",
        "Objectif",
        "Nouvelle",
        "Nouveau",
        "Jeunes",
        "Sud",
        "Public",
    ]
)
_NEVER_LAST = frozenset(
    [
        "Le",
        "La",
        "Les",
        "Un",
        "Une",
        "Et",
        "Il",
        "Elle",
        "De",
        "Du",
        "Des",
        "En",
        "PDG",
        "DG",
        "Mais",
        "Selon",
        "À",
    ]
)
_ELIDED = frozenset({"Aujourd", "Jusqu", "Lorsqu", "Puisqu", "Quoiqu"})


# « la famille X », « la région Y » hold under that name.
_LED = re.compile(r"(?<!\w)(?:famille|région|métropole|fratrie)\s$")
# What may follow in small letters: « Conseil supérieur du notariat ».
_OFFICIAL = re.compile(
    r"(?: (?:nationale?|supérieure?|européenne?|régionale?|générale?|centrale?|fédérale?|français|française"
    r"|économique|publique?|départementale?))*(?: (?:du|de la|des|de l'|de|d') ?[a-zéèêç-]+)?(?<=\w\w\w)"
)


@dataclass(frozen=True)
class Hint:
    """What a language model takes some words for: PER, ORG, LOC or MISC. Often wrong."""

    start: int
    end: int
    label: str


@dataclass
class _Run:
    """Capitalised words that belong together."""

    start: int
    end: int
    tokens: list[tuple[int, int]] = field(default_factory=list)


def names(text: str, known: Known, hints: Iterable[Hint] = ()) -> list[Phrase]:
    """The names of a plain text in their order, none within another.

    A known entity has its label and IRI; another has its own words; a family name alone has the
    whole name that the text gives elsewhere.
    """
    hinted = {row.start: row for row in hints}
    runs = [kept for run in _runs(text) if (kept := _trimmed(text, run))]
    runs = _credible(text, runs, hinted, known)
    found = _known(text, known)
    taken = _longest([*found, *(_phrase(text, run, known, hinted) for run in runs)])
    shared = [*_brothers(text, taken)]
    return _with_families(sorted(_longest([*shared, *taken]), key=lambda row: row.start))


def _runs(text: str) -> Iterator[_Run]:
    """Sequences of capitalised words, joined by blanks, or by « de » after a noun that heads names."""
    run: _Run | None = None
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if run and _joins(text, run, start) and not _begins_a_person(text, run, token):
            run.end = end
            run.tokens.append((start, end))
            continue
        if run:
            yield run
        run = _Run(start, end, [(start, end)])
    if run:
        yield run


def _begins_a_person(text: str, run: _Run, token: re.Match[str]) -> bool:
    """Whether a first name after other capitals begins a name: « le PDG de Velanor Jean Morvan »."""
    first = text[slice(*run.tokens[0])]
    ahead = _TOKEN.match(text, token.end() + 1)
    return (
        token[0] in words.first_names()
        and ahead is not None
        and text[token.end()] == " "
        and first not in words.first_names()
        and first not in words.every_word("heads")
        and text[run.end : token.start()] == " "
    )


def _joins(text: str, run: _Run, start: int) -> bool:
    gap = text[run.end : start]
    if gap in {" ", " & ", " - ", "-", "'"}:
        return True
    if _PARTICLE.fullmatch(gap) and text[slice(*run.tokens[0])] in words.first_names():
        return len(run.tokens) == 1
    if not _JOIN.fullmatch(gap):
        return False
    first = text[slice(*run.tokens[0])]
    if first in words.first_names() and len(run.tokens) == 1:
        return gap in {" de ", " d'", " du ", " de la "}
    second = text[slice(*run.tokens[1])] if len(run.tokens) > 1 else ""
    named = second if first in {"La", "Le", "Les"} else re.sub(r"^[LD]'", "", first)
    return named in words.every_word("heads")


def _trimmed(text: str, run: _Run) -> _Run | None:
    """The run without words that name nothing at either end; None where nothing is left."""
    tokens = list(run.tokens)
    while tokens and (_is_plain(text, tokens) or _is_elided(text, tokens[0])):
        tokens.pop(0)
    while len(tokens) > 1 and text[slice(*tokens[-1])] in _NEVER_LAST:
        tokens.pop()
    if not tokens:
        return None
    return _Run(tokens[0][0], tokens[-1][1], tokens)


def _is_elided(text: str, token: tuple[int, int]) -> bool:
    """Whether it is the rest of an elision, such as « C' » or « Aujourd' »."""
    start, end = token
    return text[end : end + 1] == "'" and (end - start < 3 or text[start:end] in _ELIDED)


def _is_plain(text: str, tokens: Sequence[tuple[int, int]]) -> bool:
    start, end = tokens[0]
    word = text[start:end]
    if word not in words.every_word("plain") and word.title() not in words.every_word("plain"):
        return word in {"L'", "D'"}
    if len(tokens) > 1 and word in _MAY_BEGIN:
        return False
    if word.isupper() and len(word) > 2:
        return word in words.every_word("plain")
    together = text[start : tokens[1][1]] if len(tokens) > 1 else word
    if together in _WITH_ARTICLE or text[start : tokens[-1][1]] in _WITH_ARTICLE:
        return False
    inside = not _SENTENCE_BEGINS.search(text, max(0, start - 12), start)
    return not (inside and word in {"La", "Le", "Les"} and len(tokens) > 1)


def _credible(
    text: str, runs: Sequence[_Run], hinted: Mapping[int, Hint], known: Known
) -> list[_Run]:
    """The runs without single words that have a capital only since they begin a sentence."""
    inside = {
        text[run.start : run.end]
        for run in runs
        if not _SENTENCE_BEGINS.search(text, max(0, run.start - 12), run.start)
    }
    kept = []
    for run in runs:
        word = text[run.start : run.end]
        alone = len(run.tokens) == 1 and word not in inside and known.named(word) is None
        begins = alone and bool(_SENTENCE_BEGINS.search(text, max(0, run.start - 12), run.start))
        if (
            begins
            and _UNLIKE_NAMES.search(word)
            and (run.start not in hinted or word.endswith(("é", "ée", "és", "ées")))
        ):
            continue
        kept.append(run)
    return kept


def _phrase(text: str, run: _Run, known: Known, hinted: Mapping[int, Hint]) -> Phrase:
    if before := _LED.search(text, max(0, run.start - 12), run.start):
        start = before.start()
        return Phrase(start, run.end, start, run.end, FIRM, (text[start : run.end],), ("",))
    end = run.end
    if len(run.tokens) == 1 and text[run.start : end] in words.every_word("heads"):
        more = _OFFICIAL.match(text, end)
        end = more.end() if more else end
    run = _Run(run.start, end, run.tokens)
    word = text[run.start : run.end]
    entity = known.named(word)
    if entity:
        return _of(entity, known, run.start, run.end)
    sort, gender = _sort(text, run, hinted)
    return Phrase(run.start, run.end, run.start, run.end, sort, (word,), ("",), gender=gender)


def _sort(text: str, run: _Run, hinted: Mapping[int, Hint]) -> tuple[str, str]:
    """Whether unknown words name a person, a place or a firm, and the gender of a person."""
    word = text[run.start : run.end]
    first = text[slice(*run.tokens[0])]
    titled = _TITLES.search(text, max(0, run.start - 12), run.start)
    label = hinted[run.start].label if run.start in hinted else ""
    given = words.first_names().get(first)
    if titled:
        return PERSON, "f" if "me" in titled[0] or "Mrs" in titled[0] or "Ms" in titled[0] else "m"
    if given is not None and len(run.tokens) > 1 and "&" not in word:
        return PERSON, given
    if label == "PER" and 1 < len(run.tokens) < 4 and word not in words.entries("places"):
        return EITHER, ""
    if word in words.entries("places"):
        return PLACE, ""
    before = max(0, run.start - 70)
    if (
        label == "LOC"
        and _LOCATIVE.search(text, before, run.start)
        and not _GIVEN.search(text, before, run.start)
    ):
        return PLACE, ""
    return FIRM, ""


def _known(text: str, known: Known) -> Iterator[Phrase]:
    for found in known.pattern.finditer(folded(text)):
        printed = text[found.start() : found.end()]
        entity = known.named(printed)
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


def _brothers(text: str, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """« Octave et Miroslaw Klaba »: two persons who share a family name."""
    for row in phrases:
        before = re.search(rf"({_WORD}) (?:et|and) $", text[max(0, row.start - 40) : row.start])
        first_names = words.first_names()
        if row.sort != PERSON or not before or before[1] not in first_names or row.plural:
            continue
        family = row.names[0].partition(" ")[2]
        start = row.start - len(before[0])
        inside = any(other.start < start < other.end for other in phrases)
        if family and not inside:
            both = (f"{before[1]} {family}", row.names[0])
            yield replace(
                row, start=start, at=start, names=both, iris=("", row.iris[0]), plural=True
            )


def _with_families(phrases: list[Phrase]) -> list[Phrase]:
    """The same; a family name alone is that of the one person who has it, wherever it stands."""
    families: dict[str, Phrase] = {}
    seen: set[str] = set()
    for row in phrases:
        family = row.names[0].partition(" ")[2]
        if row.sort == PERSON and not row.plural and family and family not in seen:
            families.setdefault(family, row)
        seen.update(row.names)
    return [
        replace(row, names=whole.names, iris=whole.iris, sort=PERSON, gender=whole.gender)
        if (whole := families.get(row.names[0] if row.names else "")) and not row.iris[0]
        else row
        for row in phrases
    ]
