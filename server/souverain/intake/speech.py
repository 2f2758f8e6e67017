"""Announcements: who says it, and through which channel the sentence tells that it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from souverain.intake.candidate import Candidate
from souverain.intake.drafting import Drafter
from souverain.intake.filling import Draft, Filling
from souverain.intake.grammar import compiled
from souverain.intake.phrase import FIRM, PERSON, PRONOUN, Phrase, pronoun
from souverain.intake.prepositions import is_governed
from souverain.intake.rule import Rule
from souverain.intake.rules.channels import CHANNELS
from souverain.intake.scene import Scene
from souverain.intake.standing import Standing

_LEAST_SENTENCES_BACK = 6
_CHANNELS = [(name, re.compile(words, re.IGNORECASE)) for name, words in CHANNELS]
_LATTER = ("ce dernier", "cette dernière", "celui-ci", "celle-ci")
# « précise le groupe » after a comma: who speaks comes after the verb.
_INVERTED = compiled(r"<pas>,?\s(?:le |la |l'|les |un |une )?<party>", anywhere=True)
_BEFORE_INVERSION = re.compile(r"[,»\"”]\s?$")
# « souligne le groupe » after a quotation: most often whoever spoke last.
_AFTER_WORDS = frozenset({"announcement.said-inverted", "announcement.said-there-inverted"})
_ALL_FIRMS = frozenset({"groupe", "société", "entreprise", "firme", "compagnie"})
_ALL_PERSONS = frozenset(
    {"dirigeant", "dirigeante", "patron", "patronne", "intéressé", "intéressée"}
)
_SENTENCES_SINCE = 3
_UNSAID = re.compile(r",?\s(?:pas|plus|jamais|rien|guère|aucune?|ni)\b", re.IGNORECASE)
_NEGATING = re.compile(r"\bn(?:e\s|')", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"(?<!\w)il\s(?:a\s|avait\s)?(?:été|était|est|fut)\s(?:\w+\s)?\w+é$", re.IGNORECASE
)
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
    told = draft.fillings["announcer"].told
    is_plain = len(told) == 1 and told[0].how == PRONOUN and told[0].noun not in _LATTER
    if is_plain and (speaker := _he(drafter, match, told[0])):
        draft.fillings["announcer"] = Filling(told, speaker)
    draft.start, draft.end = drafter.scene.sentence(match.start())
    names = draft.fillings["announcer"].names
    sentence = drafter.scene.text[draft.start : draft.end]
    is_media = any(drafter.resolver.kinds.is_media(name) for name in names)
    draft.values["channel"] = "PressReport" if is_media else channel(sentence)
    return list(drafter.finish(draft))


def _heard(rule: Rule, told: Standing) -> Standing | None:
    """How what is said stands: said, or to be said; None where it is not said."""
    if rule.tells == "said-whatever":
        return Standing("InForce")
    if told.status in {"Negated", "Ended", "Abandoned"}:
        return None
    plans = told.status == "Planned" and rule.name != "announcement.says"
    return Standing("InForce") if plans else told


def _fills(drafter: Drafter, draft: Draft, match: re.Match[str]) -> bool:
    """Fill who speaks: by the rule, or by who spoke last where no name is told."""
    is_filled = drafter.fill(draft, match)
    told = draft.fillings.get("announcer", Filling()).told
    speaker = _same(drafter, match.start(), told) if draft.rule.name in _AFTER_WORDS else None
    if speaker:
        draft.fillings["announcer"] = Filling(told, (speaker,))
    return is_filled or speaker is not None


def _is_unsaid(drafter: Drafter, rule: Rule, match: re.Match[str]) -> bool:
    """Whether « ne précise pas » says nothing, or « il était annoncé que » names nobody."""
    if "v" not in match.groupdict() or rule.tells == "said-whatever":
        return False
    text, (start, end) = drafter.scene.text, match.span("v")
    negated = _NEGATING.search(text, max(0, start - 1), end) and _UNSAID.match(text, end)
    return negated is not None or _IMPERSONAL.search(text, max(0, start - 20), end) is not None


def _same(drafter: Drafter, position: int, told: Sequence[Phrase]) -> Phrase | None:
    """Who spoke last, where what is told of the speaker fits any firm, or any who heads one."""
    if len(told) != 1 or told[0].names or told[0].plural:
        return None
    wanted = FIRM if told[0].noun in _ALL_FIRMS else PERSON if told[0].noun in _ALL_PERSONS else ""
    scene = drafter.scene
    first = scene.number(position) - _SENTENCES_SINCE
    for row in sorted(drafter.made, key=lambda row: -row.start):
        near = row.start < position and scene.number(row.start) >= first
        if not wanted or row.kind != "announcement" or not near or row.end > position:
            continue
        for one in reversed(scene.within(0, position)):
            if one.names and one.names == row.names("announcer") and one.sort == wanted:
                return None if drafter.resolver.kinds.is_media(one.names[0]) else one
    return None


def channel(sentence: str) -> str:
    """The channel that a sentence tells."""
    return next((name for name, words in _CHANNELS if words.search(sentence)), "UnknownChannel")


def _is_inverted(drafter: Drafter, match: re.Match[str]) -> bool:
    full = drafter.scene.full
    before = _BEFORE_INVERSION.search(full, max(0, match.start() - 3), match.start())
    return before is not None and _INVERTED.match(full, match.end("v")) is not None


def _he(drafter: Drafter, match: re.Match[str], told: Phrase | None = None) -> tuple[Phrase, ...]:
    """Whom « indique-t-il » stands for: the last who spoke, else the last person or firm."""
    words = told.noun if told else match[0]
    gender = "f" if _FEMALE.search(words) else "m"
    plural = bool(re.search(r"ils\b|elles\b", words, re.IGNORECASE))
    if since := _since(drafter, match.start(), gender):
        return (since,)
    sentence = drafter.scene.number(match.start())
    unsure: tuple[Phrase, ...] = ()
    for row in sorted(drafter.made, key=lambda row: -row.start):
        near = row.start < match.start() and (
            sentence - drafter.scene.number(row.start) <= _LEAST_SENTENCES_BACK
        )
        if row.kind == "announcement" and near:
            phrases = [
                p
                for p in drafter.scene.phrases
                if p.names
                and set(p.names) <= set(row.names("announcer"))
                and p.start < match.start()
            ]
            person = phrases and phrases[-1].sort == PERSON and phrases[-1]
            if person and person.gender == gender:
                return (person,)
            if person and not person.gender:
                unsure = unsure or (person,)
    at = match.start()
    probe = pronoun(at, PERSON, gender, plural=plural)
    return (
        unsure or drafter.resolver.resolve(probe, PERSON) or drafter.resolver.resolve(probe, FIRM)
    )


def _since(drafter: Drafter, position: int, gender: str) -> Phrase | None:
    """The last person of a gender who was the subject of a sentence after somebody spoke last."""
    scene = drafter.scene
    spoke = [row.end for row in drafter.made if row.kind == "announcement" and row.end <= position]
    first = max(spoke, default=0)
    low = scene.number(position)
    starts = [start for start, _ in scene.sentences[max(0, low - _LEAST_SENTENCES_BACK) : low]]
    for start in reversed([row for row in starts if row >= first]):
        rows = scene.within(start, scene.sentence(start)[1])
        lead = next((row for row in rows if _leads(scene, row)), None)
        if lead and lead.gender == gender:
            return lead
    return None


def _leads(scene: Scene, row: Phrase) -> bool:
    """Whether a phrase names a person, governed by no preposition and outside of a quotation."""
    is_named = row.sort == PERSON and bool(row.names)
    return (
        is_named
        and not is_governed(scene.text, row.start)
        and not _is_quoted(scene.text, row.start)
    )


def _is_quoted(text: str, position: int) -> bool:
    low = text.rfind("\n", 0, position) + 1
    return text.count("«", low, position) > text.count("»", low, position)
