"""What unknown words name: a person, a place or a firm, by what stands in them and around."""

from __future__ import annotations

import re

from souverain.intake import capitals, words
from souverain.intake.capitals import Run
from souverain.intake.phrase import EITHER, FIRM, PERSON, PLACE

_TITLES = re.compile(r"(?<!\w)(?:MM?\.|Me|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Monsieur|Madame|Dr)\s$")
_LOCATIVE = re.compile(r"(?<!\w)(?:à|en|au|aux|près de|in|at)\s$", re.IGNORECASE)
# « vendu à X » names a firm, whatever the model takes it for.
_GIVEN = re.compile(
    r"(?:vend|vente|cession|cédé|ouvr|ouvert|rach[eè]t|c[éè]d|appart|revien|revend|associ|alli"
    r"|confi|demand|prêt|apport|accord|répond|lié|oppos|succéd|fac"
    r"|part|attribu|annonc|verser|joint|expliqu|indiqu|déclar|propos)[^,.;]{0,45}$"
    r"|sold to $|(?:euros?|dollars?|[€$]) à $"
)
# « le groupe Axel Morvan » is a firm, whatever its first word.
_OF_FIRM = re.compile(
    r"(?<!\w)(?:[Ll]e |[Dd]u |[Aa]u |[Ll]a |[Ll]'|[Dd]e la )(?:groupe|maison|holding)"
    r"(?:\s(?:de|d')?\s?(?!par\b|dirigé|mené|fondé|présidé|contrôlé|créé)[a-zéèêàç]{4,}){0,3}\s$"
)
# « son fondateur Mathis Kerler » is a person, whatever the first name.
_OFFICE = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, words.nouns('persons')))})(?: général| délégué)?,?\s$"
)
_PERSON_WORDS = 4
_LETTERS_BEFORE = 40


def of(text: str, run: Run, label: str = "") -> tuple[str, str]:
    """Whether unknown words name a person, a place or a firm, and the gender of a person.

    `label` is what a language model takes them for; empty where it was not asked.
    """
    word = text[run.start : run.end]
    if found := _led(text, run):
        return found
    if _is_place(word):
        return PLACE, ""
    if len(run.tokens) == 1 and text[run.end : run.end + 1] == "," and _opens_at(text, run.start):
        return PLACE, ""
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
    if titled and titled[0].startswith("Me"):
        return PERSON, words.first_names().get(text[slice(*run.tokens[0])], "")
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
