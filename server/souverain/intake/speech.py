"""Announcements: who says it, and through which channel the sentence tells that it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from souverain.intake import complements
from souverain.intake.candidate import Candidate
from souverain.intake.drafting import Drafter
from souverain.intake.filling import Draft, Filling
from souverain.intake.grammar import compiled
from souverain.intake.phrase import DESCRIPTION, FIRM, PERSON, PRONOUN, Phrase, pronoun
from souverain.intake.pronouns import LATTER
from souverain.intake.rule import Rule
from souverain.intake.rules.channels import CHANNELS
from souverain.intake.standing import Standing

_CHANNELS = [(name, re.compile(words, re.IGNORECASE)) for name, words in CHANNELS]
# « précise le groupe » after a comma: who speaks comes after the verb.
_INVERTED = compiled(r"<pas>,?\s(?:le |la |l'|les |un |une )?<party>", anywhere=True)
_BEFORE_INVERSION = re.compile(r"[,»\"”]\s?$")
# « souligne le groupe » after a quotation: most often whoever spoke last.
_AFTER_WORDS = frozenset(
    {
        "announcement.said-inverted",
        "announcement.said-there-inverted",
        "announcement.closes-quotation",
    }
)
_ALL_FIRMS = frozenset({"groupe", "société", "entreprise", "firme", "compagnie"})
_SENTENCES_SINCE = 3
_UNSAID = re.compile(r",?\s(?:pas|plus|jamais|rien|guère|aucune?|ni)\b", re.IGNORECASE)
_NEGATING = re.compile(r"\bn(?:e\s|')", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"(?<!\w)il\s(?:a\s|avait\s)?(?:été|était|est|fut)\s(?:\w+\s)?\w+é$", re.IGNORECASE
)
# « confie-t-il au « Figaro » », « he told De Tijd ».
_TO_PAPER = compiled(
    r"(?: [^.;:,«»]{1,25}?)?(?:,[^.;:,«»]{1,40},)?"
    r" (?:(?:à|au|aux|dans|sur|dans une tribune à) ?(?:la |l'|le )?)?(?:« ?)?(?P<paper><name>)",
    anywhere=True,
)
_CONFIDES = re.compile(r"confi|racont|\btold|déclar", re.IGNORECASE)
_FEMALE = re.compile(r"elles?\b", re.IGNORECASE)


def spoken(drafter: Drafter, rule: Rule, match: re.Match[str]) -> list[Candidate]:
    """The announcement of a match: none where nobody can be named, or where nothing is said."""
    if rule.subject and _is_inverted(drafter, match):
        return []
    draft = drafter.begin("announcement", rule, match)
    heard = _heard(rule, draft.standing)
    if not heard or _is_unsaid(drafter, rule, match):
        return []
    draft.standing = heard
    if rule.tells == "he":
        speaker = _he(drafter, match)
        if not speaker:
            return []
        draft.fillings["announcer"] = Filling((), speaker)
    elif not _fills(drafter, draft, match):
        return []
    draft.start, draft.end = drafter.scene.sentence(match.start())
    names = draft.fillings["announcer"].names
    sentence = drafter.scene.text[draft.start : draft.end]
    is_media = any(drafter.resolver.kinds.is_media(name) for name in names)
    draft.values["channel"] = "PressReport" if is_media else _channel(drafter, match, sentence)
    return list(drafter.finish(draft))


def _heard(rule: Rule, told: Standing) -> Standing | None:
    """How what is said stands: said, or to be said; None where it is not said."""
    if rule.tells in {"said-whatever", "quoted"}:
        return Standing("InForce")
    if told.status in {"Negated", "Ended", "Abandoned"}:
        return None
    plans = told.status == "Planned" and rule.name != "announcement.says"
    return Standing("InForce") if plans else told


def _fills(drafter: Drafter, draft: Draft, match: re.Match[str]) -> bool:
    """Fill who speaks: by the rule, or by who spoke last where no name is told."""
    is_filled = drafter.fill(draft, match)
    told = draft.fillings.get("announcer", Filling()).told
    speaker = _unnamed(drafter, match, told[0]) if len(told) == 1 else ()
    if not speaker and draft.rule.name in _AFTER_WORDS:
        speaker = _same(drafter, match.start(), told)
    if speaker:
        draft.fillings["announcer"] = Filling(told, speaker)
    return is_filled or bool(speaker)


def _is_unsaid(drafter: Drafter, rule: Rule, match: re.Match[str]) -> bool:
    """Whether « ne précise pas » says nothing, or « il était annoncé que » names nobody."""
    if "v" not in match.groupdict() or rule.tells in {"said-whatever", "quoted"}:
        return False
    text, (start, end) = drafter.scene.text, match.span("v")
    negated = _NEGATING.search(text, max(0, start - 1), end) and _UNSAID.match(text, end)
    return negated is not None or _IMPERSONAL.search(text, max(0, start - 20), end) is not None


def _same(drafter: Drafter, position: int, told: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Who spoke last, where what is told of the speaker fits any firm."""
    if len(told) != 1 or told[0].noun not in _ALL_FIRMS or told[0].names or told[0].plural:
        return ()
    scene = drafter.scene
    first = scene.number(position) - _SENTENCES_SINCE
    for row in sorted(drafter.made, key=lambda row: -row.start):
        near = row.start < position and scene.number(row.start) >= first
        if row.kind != "announcement" or not near or row.end > position:
            continue
        for one in reversed(scene.within(0, position)):
            if one.names and one.names == row.names("announcer") and one.sort == FIRM:
                return () if drafter.resolver.kinds.is_media(one.names[0]) else (one,)
    return ()


def channel(sentence: str) -> str:
    """The channel that a sentence tells."""
    return next((name for name, words in _CHANNELS if words.search(sentence)), "UnknownChannel")


def _channel(drafter: Drafter, match: re.Match[str], sentence: str) -> str:
    """The channel that a sentence tells, or a paper to which it says that somebody spoke."""
    found = channel(sentence)
    told = _TO_PAPER.match(drafter.scene.full, match.end())
    if found == "UnknownChannel" and told:
        rows = drafter.scene.within(*told.span("paper"))
        is_told = _CONFIDES.search(match[0]) is not None
        if any(is_told or drafter.resolver.kinds.is_media(*row.names[:1]) for row in rows):
            return "StatementToPress"
    return found


def _unnamed(drafter: Drafter, match: re.Match[str], told: Phrase) -> tuple[Phrase, ...]:
    """The person for whom « elle » or « la dirigeante » stands as a speaker; none for a firm."""
    if told.how == PRONOUN and told.noun not in LATTER:
        return _he(drafter, match, told)
    is_alone = told.how == DESCRIPTION and not complements.firm(drafter.scene, told)
    if not is_alone or told.sort != PERSON or told.plural:
        return ()
    return drafter.filler.speakers.find(match.start(), told.gender, told.noun)


def _is_inverted(drafter: Drafter, match: re.Match[str]) -> bool:
    full = drafter.scene.full
    before = _BEFORE_INVERSION.search(full, max(0, match.start() - 3), match.start())
    return before is not None and _INVERTED.match(full, match.end("v")) is not None


def _he(drafter: Drafter, match: re.Match[str], told: Phrase | None = None) -> tuple[Phrase, ...]:
    """Whom « indique-t-il » stands for: a person who was named before, else a firm."""
    words = told.noun if told else match[0]
    gender = "f" if _FEMALE.search(words) else "m"
    plural = bool(re.search(r"ils\b|elles\b", words, re.IGNORECASE))
    found = () if plural else drafter.filler.speakers.find(match.start(), gender)
    probe = pronoun(match.start(), PERSON, gender, plural=plural)
    return found or drafter.resolver.resolve(probe, PERSON) or drafter.resolver.resolve(probe, FIRM)
