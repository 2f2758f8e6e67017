"""What a text calls each name: kinds of thing, offices, genders, and whether it is of the press."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from souverain.intake import describing, words
from souverain.intake.phrase import FIRM, PERSON, PLACE, PRONOUN, Phrase
from souverain.intake.scene import Scene

# Kinds that nearly any firm may have.
ANY_FIRM = frozenset({"firm", "subsidiary", "buyer", "seller", "holder", "partner", "rival", ""})
# « la maison » is most often the firm that all is about.
WHOLE = frozenset({"maison", "groupe", "entreprise", "société", "firme", "compagnie"})
# « la filiale italienne », « le site » are seldom the firm of which the article speaks.
NO_MAIN = frozenset({"filiale", "site", "usine", "structure", "entité", "maison mère"})
_MEDIA = "media"
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
) | frozenset(["groupe", "firme", "compagnie", "constructeur", "fabricant", "industriel"])
_NO_BUSINESS = frozenset({"agency", "fund"})
_PAPERS = frozenset({_MEDIA, "site", "quotidien", "journal", "magazine", "hebdomadaire", "mensuel"})
_LIKE_MEDIA = re.compile(
    r"(?:Les? |La |L')?(?:Journal|Voix|Écho|Echo|Tribune|Quotidien|Gazette|Courrier|Dépêche"
    r"|Moniteur|Lettre|Républicain|Usine|Radio|Figaro|Monde|Revue|Presse)\b"
    r"|.*(?: Éco| Matin| TV| FM|\.info)$"
)
# The kinds of thing that firms are, as the lists of words have them.
_KINDS = frozenset(kind for _, kind in words.nouns("firms").values()) | set(words.kinds().values())


@dataclass(frozen=True)
class Kinds:
    """The kinds of thing and the genders that the text, or what all know, gives to each name."""

    scene: Scene

    @cached_property
    def _found(self) -> dict[str, tuple[set[str], set[str]]]:
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

    def of(self, name: str) -> set[str]:
        """What a name was called: nouns, kinds, and words of the person's office."""
        return self._found[name][0]

    def learn(self, name: str, title: str) -> None:
        """Take a person's office as a kind of thing: « le fondateur » is then that person."""
        kinds, _ = self._found.setdefault(name, (set(), set()))
        kinds.update(re.split(r"[^\w]+", title.lower()))

    def is_media(self, name: str = "") -> bool:
        """Whether a name is that of a newspaper or an agency."""
        kinds, _ = self._found.get(name, (set(), set()))
        return bool(kinds & _PAPERS) or _LIKE_MEDIA.match(name) is not None

    def fits(self, row: Phrase, phrase: Phrase, sort: str) -> bool:
        """Whether a phrase can stand for a name: by the sort that is wanted, kind and gender."""
        wanted = sort or phrase.sort
        if row.sort == PLACE or (wanted and row.sort and row.sort != wanted):
            return False
        if row.sort != PERSON and phrase.kind != _MEDIA and self.is_media(row.names[0]):
            return False
        if phrase.noun in _BUSINESSES and self.of(row.names[0]) & _NO_BUSINESS:
            return False
        known = {row.gender} - {""}
        return not (row.sort == PERSON and phrase.gender and known and phrase.gender not in known)

    def likeness(self, row: Phrase, phrase: Phrase) -> float:
        """How well what a name was called agrees with what the phrase calls it."""
        kinds, genders = self._found[row.names[0]]
        weight = 0.0
        if phrase.kind or phrase.noun:
            noun = phrase.noun.lower()
            weight += 2.5 * bool({noun, noun.partition(" ")[0]} & kinds) or 1.5 * (
                bool(phrase.kind) and phrase.kind in kinds
            )
            others = {kind for kind in kinds if kind in _KINDS} - ANY_FIRM
            weight -= 3.0 * bool(others and phrase.kind not in {*ANY_FIRM, *others})
        if phrase.gender and genders and phrase.gender not in genders:
            weight -= 1.5 if phrase.how == PRONOUN else 0.5
        return weight
