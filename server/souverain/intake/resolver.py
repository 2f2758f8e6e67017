"""Whom a pronoun or a description stands for, and which words named them before.

« il », « l'opérateur », « les deux actionnaires »: the phrases before are weighed by how near they
are, whether they were subjects, how often they were named, and by sort, kind, gender and number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from souverain.intake import describing, words
from souverain.intake.phrase import FIRM, PERSON, PLACE, PRONOUN, Phrase
from souverain.intake.scene import Scene

_SENTENCES_BACK = 5
# A description that says more than « le groupe » reaches further, to whom it fits.
_FAR_BACK = 14
# Sentences with which an article begins, and those beyond which none is further.
_LEAD, _FURTHEST = 3, 6
_PREPOSITION = re.compile(
    r"(?<![\w])(?:de|du|des|d'|par|avec|à|au|aux|pour|chez|dans|sur|contre|selon|entre|en|sans|via"
    r"|comme|of|by|with|to|in|for|from|at|auprès de|vers|sous)(?: la| l'| les| le)?"
    r"(?:\s(?!(?:que|qui|dont|où|l\w*quel\w*|si|et|mais|quand|comme|car|a|ont|est)\s)[a-zéèêàçîôû-]{3,}){0,3}\s*$",
    re.IGNORECASE,
)
_LATTER = {"ce dernier", "cette dernière", "celui-ci", "celle-ci", "the latter"}
_LATTER |= {"ces derniers", "ces dernières", "ceux-ci"}
# Kinds that nearly any firm may have.
_ANY_FIRM = frozenset({"firm", "subsidiary", "buyer", "seller", "holder", "partner", "rival", ""})
_MEDIA = "media"
# Kinds of which a phrase stands for nobody that was not called so.
_PARTICULAR = frozenset({"agency", "fund", "bank", "insurer", "media"})
# Who heads a firm, of whom the article may say « le patron » as well, and other offices.
_HEADS = frozenset(["pdg", "dg", "p", "président", "présidente", "directeur", "directrice", "ceo"])
_BOSSES = _HEADS | frozenset(["patron", "patronne", "dirigeant", "dirigeante", "gérant", "gérante"])
_OFFICES = _HEADS | frozenset(
    [
        "ministre",
        "secrétaire",
        "fondateur",
        "fondatrice",
        "cofondateur",
        "cofondatrice",
        "chairman",
        "porte-parole",
    ]
)
_IN_NAMES = {
    "fund": re.compile(
        r"\b(?:Capital|Invest|Investissements?|Ventures?|Partners|Fund|Fonds|Equity)\b"
    ),
    "bank": re.compile(r"\b(?:Banque|Bank|Crédit)\b"),
    "agency": re.compile(
        r"^(?:État|Agence|Autorité|Ministère|Commission|Conseil|Ville|[Rr]égion|Métropole)\b"
    ),
    "operator": re.compile(r"\b(?:T[ée]l[ée]com|Mobile)s?\b"),
    "provider": re.compile(r"\b(?:Informatique|Conseil|Consulting|Services)\b"),
}
# What a fund or an authority is not called: « l'entreprise ».
_BUSINESSES = frozenset(
    ["entreprise", "société", "start-up", "startup", "jeune pousse", "PME", "ETI", "éditeur"]
)
# « créée à Station F », which is where and not who.
_LOCATED = re.compile(
    r"\b(?:cré|bas|né|install|situ|héberg|implant|fond|lanc)\w*(?: en \d{4})?,? (?:à|au|chez) $"
)
_LOCATED_WEIGHT = 3.0
_NO_BUSINESS = frozenset({"agency", "fund"})
# « Filiale de X, la société »: who is told of before a comma is X's, and not X.
_OWNED = re.compile(
    r"\W*(?:(?:ex-|ancienne? )?filiale|propriété|contrôlée?|détenue?|rachetée?|créée?|fondée?)\b[^.;:]*,\s*",
    re.IGNORECASE,
)
_PAPERS = frozenset({_MEDIA, "site", "quotidien", "journal", "magazine", "hebdomadaire", "mensuel"})
_LIKE_MEDIA = re.compile(
    r"(?:Les? |La |L')?(?:Journal|Voix|Écho|Echo|Tribune|Quotidien|Gazette|Courrier|Dépêche|Moniteur|Lettre"
    r"|Républicain|Usine|Radio|Figaro|Monde|Revue|Presse)\b|.*(?: Éco| Matin| TV| FM|\.info)$"
)


def is_governed(text: str, start: int) -> bool:
    """Whether a preposition stands before a position: what begins there is then no subject."""
    return _PREPOSITION.search(text, max(0, start - 50), start) is not None


@dataclass(frozen=True)
class Resolver:
    """Finds antecedents in a scene."""

    scene: Scene

    @cached_property
    def _frequencies(self) -> Counter[str]:
        return Counter(name for row in self.scene.phrases for name in row.names)

    @cached_property
    def _kinds(self) -> dict[str, tuple[set[str], set[str]]]:
        """The kinds of thing and the genders that the text, or what all know, gives to each name."""
        found: dict[str, tuple[set[str], set[str]]] = {}
        for row in self.scene.phrases:
            noun, kind, gender = ("", "", "")
            if row.sort == FIRM and row.names:
                noun, kind, gender = describing.told(self.scene.text, row.end)
            for name in row.names:
                kinds, genders = found.setdefault(name, (set(), set()))
                kinds.update(filter(None, [row.kind, row.noun, noun, kind]))
                kinds.update(filter(None, [words.kinds().get(name.removeprefix("L'"))]))
                kinds.update(kind for kind, pattern in _IN_NAMES.items() if pattern.search(name))
                genders.update(filter(None, [row.gender, gender]))
        return found

    def learn(self, name: str, title: str) -> None:
        """Take a person's office as a kind of thing: « le fondateur » is then that person."""
        kinds, _ = self._kinds.setdefault(name, (set(), set()))
        kinds.update(re.split(r"[^\w]+", title.lower()))

    def is_media(self, name: str = "") -> bool:
        """Whether a name is that of a newspaper or an agency."""
        kinds, _ = self._kinds.get(name, (set(), set()))
        return bool(kinds & _PAPERS) or _LIKE_MEDIA.match(name) is not None

    def resolve(
        self, phrase: Phrase, sort: str = "", exclude: Collection[str] = ()
    ) -> tuple[Phrase, ...]:
        """The phrases with names for which another stands: one, or for a plural several.

        `sort` is what the place in the sentence demands; `exclude` are names that it cannot be.
        """
        if phrase.names:
            return (phrase,)
        if phrase.plural:
            return self._several(phrase, sort or phrase.sort, exclude)
        exclude = {*exclude, *self._owners(phrase)}
        before = self._before(phrase, exclude, _SENTENCES_BACK)
        rows = [row for row in before if self._fits(row, phrase, sort) and not row.plural]
        if phrase.noun in _LATTER and rows:
            return (rows[-1],)
        alike = self._alike(phrase, sort, exclude)
        if self._is_particular(phrase) and not alike:
            return ()
        rows = alike or rows
        best = max(rows, key=lambda row: (self._weight(row, phrase), row.start), default=None)
        return (best,) if best else ()

    def _owners(self, phrase: Phrase) -> set[str]:
        """Those whose a phrase is said to be right before: « Filiale de X, la société »."""
        start = self.scene.sentence(phrase.start)[0]
        if not _OWNED.fullmatch(self.scene.text, start, phrase.start):
            return set()
        return {name for row in self.scene.within(start, phrase.start) for name in row.names}

    def topic(self, position: int, exclude: Collection[str] = ()) -> tuple[Phrase, ...]:
        """The firm of which a place in the text most probably speaks: near, or the article's own."""
        probe = Phrase(position, position, position, position, FIRM, how=PRONOUN)
        rows = [
            row
            for row in [*self._lead(position), *self._before(probe, exclude, _SENTENCES_BACK)]
            if row.sort == FIRM
            and self._fits(row, probe, FIRM)
            and not set(row.names) & set(exclude)
        ]
        best = max(rows, key=lambda row: (self._importance(row, probe), row.start), default=None)
        return (best,) if best else ()

    def _lead(self, position: int) -> list[Phrase]:
        """The names with which the article begins."""
        end = self.scene.sentences[min(_LEAD, len(self.scene.sentences)) - 1][1]
        return [row for row in self.scene.within(0, min(end, position)) if row.names]

    def _importance(self, row: Phrase, probe: Phrase) -> float:
        name = row.names[0]
        leads = any(name in lead.names for lead in self._lead(probe.start))
        return self._weight(row, probe) + 0.3 * min(8, self._frequencies[name]) + 1.0 * leads

    def is_alike(self, row: Phrase, phrase: Phrase) -> bool:
        """Whether the text calls a name what a phrase calls what it stands for."""
        return self._likeness(row, phrase) > 0

    def main(self, exclude: Collection[str] = ()) -> tuple[Phrase, ...]:
        """The firm that a text names most often, where it first does; none where that is once."""
        rows = [row for row in self.scene.phrases if row.sort == FIRM and len(row.names) == 1]
        names = Counter(row.names[0] for row in rows if not self.is_media(row.names[0]))
        often = [
            (count, name) for name, count in names.items() if name not in exclude and count > 1
        ]
        most = max(often, default=(0, ""), key=lambda found: found[0])[1]
        return tuple(row for row in rows if row.names[0] == most)[:1]

    def first(self) -> tuple[Phrase, ...]:
        """The firm with which an article begins."""
        firms = (row for row in self.scene.phrases if row.sort == FIRM and row.names)
        return tuple(row for row in firms if not self.is_media(row.names[0]))[:1]

    def _is_particular(self, phrase: Phrase) -> bool:
        """Whether a phrase stands only for those that were called so: « le fonds », « le ministre »."""
        if phrase.how == PRONOUN:
            return False
        office = phrase.noun.lower().partition(" ")[0]
        return phrase.kind in _PARTICULAR or (phrase.sort == PERSON and office in _OFFICES)

    def _alike(self, phrase: Phrase, sort: str, exclude: Collection[str]) -> list[Phrase]:
        """Those further back that were called what the phrase calls them, if it tells anything."""
        noun, kind = phrase.noun.lower().partition(" ")[0], phrase.kind
        called = {noun, kind} | (_BOSSES if noun in _BOSSES else set())
        if phrase.how == PRONOUN or (phrase.sort == FIRM and kind in _ANY_FIRM):
            return []
        rows = [
            row
            for row in self._before(phrase, exclude, _FAR_BACK)
            if self._fits(row, phrase, sort) and not row.plural
        ]
        return [row for row in rows if (called - {""}) & self._kinds[row.names[0]][0]]

    def _before(self, phrase: Phrase, exclude: Collection[str], back: int) -> list[Phrase]:
        first = max(0, self.scene.number(phrase.start) - back)
        start = self.scene.sentences[first][0]
        rows = self.scene.within(start, phrase.start)
        return [row for row in rows if row.names and not set(row.names) & set(exclude)]

    def _fits(self, row: Phrase, phrase: Phrase, sort: str) -> bool:
        wanted = sort or phrase.sort
        if row.sort == PLACE or (wanted and row.sort and row.sort != wanted):
            return False
        if row.sort != PERSON and phrase.kind != _MEDIA and self.is_media(row.names[0]):
            return False
        if phrase.noun in _BUSINESSES and self._kinds[row.names[0]][0] & _NO_BUSINESS:
            return False
        genders = {row.gender} if row.sort == PERSON else self._kinds[row.names[0]][1]
        known = {gender for gender in genders if gender}
        return not (phrase.gender and known and phrase.gender not in known and row.sort == PERSON)

    def _weight(self, row: Phrase, phrase: Phrase) -> float:
        scene = self.scene
        distance = scene.number(phrase.start) - scene.number(row.start)
        weight = (
            -1.5 * (phrase.sort == PERSON and row.sort != PERSON)
            - 2.0 * (phrase.sort == FIRM and row.sort != FIRM)
            - 0.9 * min(distance, _FURTHEST)
            + 0.25 * min(6, self._frequencies[row.names[0]])
        )
        if scene.text.rfind("(", max(0, row.start - 40), row.start) > scene.text.rfind(
            ")", max(0, row.start - 40), row.start
        ):
            weight -= 2.0
        if _LOCATED.search(scene.text, max(0, row.start - 40), row.start):
            weight -= _LOCATED_WEIGHT
        if not is_governed(scene.text, row.start):
            weight += 1.0
            subjects = scene.within(scene.sentence(row.start)[0], row.start)
            weight += 0.5 * (not any(not is_governed(scene.text, s.start) for s in subjects))
        return weight + self._likeness(row, phrase)

    def _likeness(self, row: Phrase, phrase: Phrase) -> float:
        """How well what a name was called agrees with what the phrase calls it."""
        kinds, genders = self._kinds[row.names[0]]
        weight = 0.0
        if phrase.kind or phrase.noun:
            noun = phrase.noun.lower()
            weight += 2.5 * bool({noun, noun.partition(" ")[0]} & kinds) or 1.5 * (
                bool(phrase.kind) and phrase.kind in kinds
            )
            others = {kind for kind in kinds if kind in _KINDS} - _ANY_FIRM
            weight -= 3.0 * bool(others and phrase.kind not in {*_ANY_FIRM, *others})
        if phrase.gender and genders and phrase.gender not in genders:
            weight -= 1.5 if phrase.how == PRONOUN else 0.5
        return weight

    def _several(self, phrase: Phrase, sort: str, exclude: Collection[str]) -> tuple[Phrase, ...]:
        """The last firms or persons that one sentence names together, as many as are wanted."""
        first = max(0, self.scene.number(phrase.start) - _SENTENCES_BACK)
        for number in range(self.scene.number(phrase.start), first - 1, -1):
            start, end = self.scene.sentences[number]
            rows = self.scene.within(start, min(end, phrase.start))
            fit = [
                row
                for row in rows
                if row.names
                and row.sort != PLACE
                and (not sort or row.sort == sort)
                and not set(row.names) & set(exclude)
            ]
            together = _distinct(fit)
            if together and together[-1].plural:
                return (together[-1],)
            if len(together) >= 2 and (not phrase.count or phrase.count <= len(together)):
                joined = _joined(self.scene.text, together)
                chosen = joined or together
                return tuple(chosen[: phrase.count or None])
        return ()


_KINDS = frozenset(kind for _, kind in words.nouns("firms").values()) | set(words.kinds().values())


def _distinct(rows: Iterable[Phrase]) -> list[Phrase]:
    return list({row.names: row for row in rows}.values())


def _joined(text: str, rows: Sequence[Phrase]) -> list[Phrase]:
    """The first of the rows that « et » joins with those before."""
    for index in range(1, len(rows)):
        gap = text[rows[index - 1].end : rows[index].start]
        if len(gap) < 60 and re.search(r"(?:\bet\b|\band\b|\bavec\b)", gap):
            low = index - 1
            while low and text[rows[low - 1].end : rows[low].start].strip() == ",":
                low -= 1
            return list(rows[low : index + 1])
    return []
