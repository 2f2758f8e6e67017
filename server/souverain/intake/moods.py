"""The words by which a text tells that a thing is planned, rumoured, denied, ended or given up."""

from __future__ import annotations

import re

ABANDONED = re.compile(
    r"\b(?:renonc\w+|abandonn\w+|jet\w+ l'éponge|échou\w+|tourn\w+ le dos|avort\w+|tombé\w* à l'eau"
    r"|n'(?:a|ont|aura) (?:pas|jamais) (?:abouti|vu le jour)"
    r"|retir\w+ (?:son|leur|sa) (?:offre|projet|candidature)|capot\w+|fait machine arrière"
    r"|rompu\w*|mis fin (?:à|aux) (?:\w+ )?(?:négociation|discussion|projet)\w*"
    r"|enterr\w+|ne (?:pas )?donn\w+ (?:pas )?suite|sans (?:suite|lendemain)"
    r"|tourné court|scrapped|abandoned|called off|walked away|dropped (?:its|plans))",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\b(?:n'|ne )[^.;]{0,30}?\bplus\b(?! que| qu'| d[eu'])|\bno longer\b", re.IGNORECASE
)
DENIED = re.compile(
    r"\b(?:n'|ne )[^.;,]{0,40}?\b(?:pas|jamais|aucune?|ni|nullement|rien)\b"
    r"|\b(?:dément\w*|nie|nient)\b|\b(?:not|never)\b",
    re.IGNORECASE,
)
RUMOURED = re.compile(
    r"\b(?:aurai(?:t|ent)|serai(?:t|ent))\s+(?:\w+\s)?\w+(?:é|i|u|is|it)e?s?\b", re.I
)
HYPOTHETICAL = re.compile(
    r"\b(?:pourrai(?:t|ent)|devrai(?:t|ent)|envisag\w+|songe\w*|réfléchi\w+|étudi\w+|serai(?:t|ent)"
    r" (?:prêt|intéressé|candidat|en négociation|en discussion)\w*|évoqu\w+|hypothèse|éventuel\w*"
    r"|could|might|may|would|considers?|considering|explor\w+)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:prévoi\w+|prévu\w*|compt(?:e|ent)\b|souhait\w+|veut|veulent|voul\w+|voudrai\w+"
    r"|entend(?:ent)? |va\b|vont\b|allai\w+|s'apprêt\w+|sur le point|en passe de|en voie de"
    r"|vis(?:e|ent) à|négoci\w+|pourparlers|discut\w+|discussions"
    r"|projet(?:te|tent)?\b|projets?|candidat\w*|convoit\w+|lorgn\w+|intention|d'ici|prochain\w*"
    r"|bientôt|futur\w*|décid\w+ de|accept\w+ de|propos\w+ de|offre|à terme|prêt\w* à|appel\w* à"
    r"|devai(?:t|ent)|vocation à|cherche\w* à|espèr\w+|ambitionn\w+"
    r"|engag\w+ à|promis de|autoris\w+ à|finalis(?:er|e|ent) |en cours de|doit|doivent|devra"
    r"|devront|exclusives?|protocole|sous réserve|promesse|plans? to|will|intends?|aims?|agreed to"
    r"|(?:is|are|set) to|talks|expected)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?!entra|sera\b ?it)\w{2,}(?:era|eront|ira|iront|ra|ront)\b", re.IGNORECASE
)
_NOT_FUTURE = frozenset(
    {"entra", "opéra", "contra", "caméra", "rentra", "montra", "livra", "ouvra"}
)
# Verbs whose imperfect looks like a conditional: « déclarait », « assurait ».
_IN_R = (
    r"(?:décl|ass|prép|esp[ée]|consid[ée]|rencont|mont|ent|gén[ée]|op[ée]|récup[ée]|lib[ée]|comp"
    r"|temp[ée]|mod[ée]|admi|jur|mur|ouv|off|liv|cou|ti|ret|aff|figu|dur)[ua]?rai(?:t|ent)"
)
CONDITIONAL = re.compile(rf"\b(?!{_IN_R}\b)\w{{2,}}rai(?:t|ent)\b", re.IGNORECASE)
IMPERFECT = re.compile(
    r"\b(?:(?:déten|posséd|contrôl|dispos|av|conserv|gard)(?:ait|aient)|étai(?:t|ent))\b"
    r"|\bowned\b(?! by)|\bheld\b(?! by)",
    re.IGNORECASE,
)
HELD_BEFORE = re.compile(
    r"\b(?!av|aur|ser|étant)\w+(?<!r)(?:ait|aient)\b(?!\s\w+(?:er|ir|re)\b)"
    r"|\b(?:fut|furent)\b",
    re.IGNORECASE,
)


def is_future(words: str) -> bool:
    """Whether a verb in the future stands there, and no word that only looks like one."""
    return any(found[0].lower() not in _NOT_FUTURE for found in _FUTURE.finditer(words))
