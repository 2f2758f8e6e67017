"""The standing of a match: which of its words tell it is what its rule says in `tells`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from souverain.intake import outcomes, standing
from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_INFINITIVE = re.compile(r"(?:s'|se |en |y )?\w+(?:er|ir|re)\s*", re.IGNORECASE)
_AIM = re.compile(r"\b(?:pour|afin de|afin d'|en vue de|à|de|d'|to)\s*$", re.IGNORECASE)
_AGREED = re.compile(r"\b(?:accord|protocole|lettre d'intention|exclusivité|promesse)\b")
_REFUSED = re.compile(r"\b(?:refus|rejet|repouss|déclin|écart|retir)\w+")
# « ne détient plus qu'une part »: what is left is held.
_ONLY = re.compile(r"\squ(?:e\b|')")
_AFTER_CHARACTERS = 120


def of(rule: Rule, match: re.Match[str], text: str, sentence: int) -> Standing:
    """The standing of a match in a plain text, whose sentence begins at `sentence`."""
    verbs = _verbs(match, text)
    found = _READERS.get(rule.tells, _event)(verbs, text[sentence : match.start()], match, text)
    if rule.tells == "end":
        return _ending(found)
    return rule.fixed or found


def of_words(rule: Rule, verbs: str, before: str) -> Standing:
    """The standing that verbs give to what a rule tells of a state or an event."""
    return (standing.of_state if rule.tells == "state" else standing.of)(verbs, before)


def _verbs(match: re.Match[str], text: str) -> str:
    if match.groupdict().get("v") is None:
        return ""
    only = _ONLY.match(text, match.end("v"))
    return text[match.start("v") : only.end() if only else match.end("v")]


def _became(match: re.Match[str], text: str) -> Standing | None:
    """What became of it, where the words after the match say so."""
    return outcomes.of_outcome(text[match.end() : match.end() + _AFTER_CHARACTERS])


def _state(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    return standing.of_state(verbs, before)


def _noun(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    return outcomes.of_noun(before)


def _both(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    told = _became(match, text)
    if told and told.status == "Abandoned":
        return told
    denied = standing.of(verbs)
    if denied.status in {"Negated", "Abandoned"}:
        return denied
    words = verbs + text[match.end("v") : match.end()]
    found = outcomes.of_noun(words)
    return Standing("Planned") if found.status == "InForce" and _AGREED.search(words) else found


def _noun_or_verb(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    return standing.of_state(verbs, before) if verbs else outcomes.of_noun(before)


def _outcome(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    """By what became of it, as the words after the match say, else by those before."""
    return _became(match, text) or outcomes.of_noun(before)


def _bid(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    """An offer is no purchase yet, unless words after it say what became of it."""
    if _REFUSED.search(verbs):
        return Standing("Abandoned")
    found = _became(match, text) or standing.of(verbs, before)
    return Standing("Planned") if found.status == "InForce" else found


def _intention(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    """What is meant to be is planned, unless the words around say that it came to nothing."""
    found = _became(match, text) or outcomes.of_noun(before)
    return found if found.status in {"Abandoned", "Negated"} else Standing("Planned")


def _title(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    return standing.of_title(text[max(0, match.start() - 9) : match.end()])


def _quality(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    """What a firm is said to be: a former subsidiary by its words, else by the verb."""
    found = standing.of_title(text[match.start() : match.end()])
    return standing.of_state(verbs, before) if found.status == "InForce" else found


def _office(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    return standing.of_office(verbs, before)


def _nomination(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    return outcomes.of_nomination(before)


def _event(verbs: str, before: str, match: re.Match[str], text: str) -> Standing:
    """By the verb; an infinitive has what governs it, and one that an aim governs is planned."""
    if not _INFINITIVE.fullmatch(verbs):
        return standing.of(verbs, before)
    found = standing.of(before[-90:])
    return Standing("Planned") if found.status == "InForce" and _AIM.search(before) else found


def _ending(found: Standing) -> Standing:
    """Who is to sell still holds; who has sold, or sells, holds no more."""
    holds = found.status in {"Planned", "Negated", "Abandoned"}
    return Standing("InForce" if holds else "Ended", found.modality)


_READERS: Mapping[str, Callable[[str, str, re.Match[str], str], Standing]] = {
    "state": _state,
    "role": _state,
    "noun": _noun,
    "both": _both,
    "noun-or-verb": _noun_or_verb,
    "outcome": _outcome,
    "bid": _bid,
    "intention": _intention,
    "title": _title,
    "quality": _quality,
    "office": _office,
    "nomination": _nomination,
}
