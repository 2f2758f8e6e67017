"""What the verbs say of a situation: its status, and how surely the article tells it.

Planned is not in force: a future, « prévoit de », « devrait » plan; « aurait racheté » reports;
« a renoncé à » abandons; « ne détient plus » ends; « n'a pas » denies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """A status of a candidate, and its modality."""

    status: str
    modality: str = "Stated"


_ABANDONED = re.compile(
    r"\b(?:renonc\w+|abandonn\w+|jet\w+ l'éponge|échou\w+|tourn\w+ le dos|avort\w+|tombé\w* à l'eau"
    r"|n'(?:a|ont|aura) (?:pas|jamais) (?:abouti|vu le jour)|retir\w+ (?:son|leur|sa) (?:offre|projet"
    r"|candidature)|capot\w+|fait machine arrière|rompu\w*|mis fin (?:à|aux) (?:\w+ )?(?:négociation|discussion"
    r"|projet)\w*|enterr\w+|ne (?:pas )?donn\w+ (?:pas )?suite|sans (?:suite|lendemain)|tourné court|scrapped|abandoned|called off|walked away|dropped (?:its|plans))",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:n'|ne )[^.;]{0,30}?\bplus\b(?! que| qu'| d[eu'])|\bno longer\b", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:n'|ne )[^.;,]{0,40}?\b(?:pas|jamais|aucune?|ni|nullement|rien)\b|\b(?:dément\w*|nie|nient)\b"
    r"|\b(?:not|never)\b",
    re.IGNORECASE,
)
_RUMOURED = re.compile(
    r"\b(?:aurai(?:t|ent)|serai(?:t|ent))\s+(?:\w+\s)?\w+(?:é|i|u|is|it)e?s?\b", re.I
)
_HYPOTHETICAL = re.compile(
    r"\b(?:pourrai(?:t|ent)|devrai(?:t|ent)|envisag\w+|songe\w*|réfléchi\w+|étudi\w+|serai(?:t|ent)"
    r" (?:prêt|intéressé|candidat|en négociation|en discussion)\w*|évoqu\w+|hypothèse|éventuel\w*"
    r"|could|might|may|would|considers?|considering|explor\w+)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:prévoi\w+|prévu\w*|compt(?:e|ent)\b|souhait\w+|veut|veulent|voul\w+|voudrai\w+|entend(?:ent)? |va\b|vont\b|allai\w+|s'apprêt\w+"
    r"|sur le point|en passe de|en voie de|vis(?:e|ent) à|négoci\w+|pourparlers|discut\w+|discussions"
    r"|projet(?:te|tent)?\b|projets?|candidat\w*|convoit\w+|lorgn\w+|intention|d'ici|prochain\w*|bientôt|futur\w*"
    r"|décid\w+ de|accept\w+ de|propos\w+ de|offre|à terme|prêt\w* à|appel\w* à|devai(?:t|ent)|vocation à|cherche\w* à|espèr\w+|ambitionn\w+"
    r"|engag\w+ à|promis de|autoris\w+ à|finalis(?:er|e|ent) |en cours de|doit|doivent|devra|devront"
    r"|exclusives?|protocole|sous réserve|promesse|plans? to|will|intends?|aims?|agreed to|set to|talks|expected)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?!entra|sera\b ?it)\w{2,}(?:era|eront|ira|iront|ra|ront)\b", re.IGNORECASE
)
_NOT_FUTURE = frozenset(
    {"entra", "opéra", "contra", "caméra", "rentra", "montra", "livra", "ouvra"}
)
# Verbs whose imperfect looks like a conditional: « déclarait », « assurait ».
_IN_R = r"(?:décl|ass|prép|esp[ée]|consid[ée]|rencont|mont|ent|gén[ée]|op[ée]|récup[ée]|lib[ée]|comp|temp[ée]|mod[ée]|admi|jur|mur|ouv|off|liv|cou|ti|ret|aff|figu|dur)[ua]?rai(?:t|ent)"
_CONDITIONAL = re.compile(rf"\b(?!{_IN_R}\b)\w{{2,}}rai(?:t|ent)\b", re.IGNORECASE)
_IMPERFECT = re.compile(
    r"\b(?:(?:déten|posséd|contrôl|dispos|av|conserv|gard)(?:ait|aient)|étai(?:t|ent))\b|\bowned\b(?! by)|\bheld\b(?! by)",
    re.IGNORECASE,
)
_HELD_BEFORE = re.compile(
    r"\b(?!av|aur|ser|étant)\w+(?<!r)(?:ait|aient)\b(?!\s\w+(?:er|ir|re)\b)", re.IGNORECASE
)
_FORMER = re.compile(
    r"\b(?:ex-|anciens? |anciennes? |former |alors |jusqu'ici |jusqu'alors |jusque-là |auparavant |à l'époque )",
    re.IGNORECASE,
)


def of(verbs: str, around: str = "") -> Standing:
    """The standing that a verbal group gives; `around` are the words of the clause before it."""
    if _ABANDONED.search(verbs) or _ABANDONED.search(around[-60:]):
        return Standing("Abandoned")
    if _ENDED.search(verbs):
        return Standing("Ended")
    if _DENIED.search(verbs):
        return Standing("Negated")
    if _RUMOURED.search(verbs):
        return Standing("InForce", "Rumoured")
    if _HYPOTHETICAL.search(verbs):
        return Standing("Planned", "Conditional")
    if _PLANNED.search(verbs) or _is_future(verbs):
        return Standing("Planned")
    if _CONDITIONAL.search(verbs):
        return Standing("Planned", "Conditional")
    return Standing("InForce")


# Before a conditional, it says what is to be: « à l'issue de l'opération, il détiendrait ».
_TO_BE = re.compile(r"\bcré\w+|\bnouve\w+|\b[àa] l'issue\b|\bau terme\b", re.IGNORECASE)


def of_state(verbs: str, around: str = "") -> Standing:
    """The same for a verb that tells a state: its conditional reports, its imperfect is past."""
    found = of(verbs, around)
    if found == Standing("Planned", "Conditional") and not _HYPOTHETICAL.search(verbs):
        plans = _PLANNED.search(around) or _TO_BE.search(around)
        return found if plans else Standing("InForce", "Rumoured")
    if found.status == "InForce" and _IMPERFECT.search(verbs):
        return Standing("Ended")
    return found


def of_office(verbs: str, around: str = "") -> Standing:
    """The same for an office that is held: an imperfect, « dirigeait », is past."""
    if _HELD_BEFORE.search(verbs):
        return Standing("Ended")
    return of(verbs, around)


def of_nomination(before: str) -> Standing:
    """The standing of « la nomination de », by the words before it."""
    near = before[-70:]
    if _ABANDONED.search(near):
        return Standing("Abandoned")
    if re.search(
        r"\b(?:propos|soumet|soumis|recommand|envisag|prévo|approuv\w+ d'ici|vot)\w*\b", near
    ):
        return Standing("Planned")
    return Standing("InForce")


def of_title(words: str) -> Standing:
    """The standing of an office in apposition: « ancien », « ex- », « futur » tell it."""
    if _FORMER.search(words):
        return Standing("Ended")
    if re.search(r"\b(?:futur|future|prochaine?) ", words, re.IGNORECASE):
        return Standing("Planned")
    return Standing("InForce")


_BARRED = re.compile(
    r"\b(?:bloqu\w+|interdi(?:t|te|re)|s'(?:est )?oppos\w+ (?:à|au)|veto)\b[^,;.]{0,25}$", re.I
)
_PASSED = re.compile(
    r"\b(?:autoris\w+|approuv\w+|feu vert (?:à|au)|examin\w+|enquêt\w+ sur)\b[^,;.]{0,20}$", re.I
)


def of_noun(before: str) -> Standing:
    """The standing of what a noun tells, such as « le rachat de », by the words before it."""
    near = before[-120:]
    if _ABANDONED.search(near):
        return Standing("Abandoned")
    if _BARRED.search(near):
        return Standing("Abandoned")
    if _PASSED.search(near):
        return Standing("Planned")
    if re.search(r"\b(?:dément\w*|nie(?:nt)?|n'est pas question|déclin\w+|refus\w+)\b", near):
        return Standing("Negated")
    if _HYPOTHETICAL.search(near) or _CONDITIONAL.search(near):
        return Standing("Planned", "Conditional")
    if re.search(
        r"\b(?:a|ont|avait|avaient|vient de|viennent de|est parvenu\w* à|après|depuis|suite)\s+(?:avoir )?"
        r"(?:finalis|boucl|achev|réalis|conclu|complét|clos|clôtur)\w*|\b(?:boucl|finalis|achèv|concrétis|concluen?)(?:e|ent|t)\b"
        r"|\b(?:suite au|après|depuis|avec|lors du|lors de|suite à|à la suite de|grâce à)\b[^,;.]{0,12}$",
        near,
        re.IGNORECASE,
    ):
        return Standing("InForce")
    if (
        _PLANNED.search(near)
        or _is_future(near)
        or re.search(
            r"\b(?:confirm|annon|officialis|dévoil)\w+\s(?:[^,;.]{0,20}\s)?(?:le|l'|la|un|une|son|the|its)(?:\s|$|\b)",
            near,
        )
    ):
        return Standing("Planned")
    return Standing("InForce")


_ASIDE = r"(?:,(?:[^,;.:]|[.,](?=\d)){1,80},)?(?: (?:qui|doit|devrait))?"
_PARTICIPLE = r"\s(?:n'|ne )?(?:(?:a|ont|avait) (?:\w+ )?été|est|était|vient d'être|s'est|fut)(?: \w+ment| enfin| désormais| en| dans| depuis)? "
_OUTCOMES = (
    (
        re.compile(
            rf"{_ASIDE}(?:\s(?:a|avait) (?:\w+ )?(?:échoué|capoté|avorté|tourné court|fait long feu)|[^.;]{{0,30}}\savant (?:d'y renoncer|de (?:renoncer|se raviser|jeter l'éponge|faire machine arrière))|\s(?:tombe|est tombée?) à l'eau"
            rf"|\sn'(?:a|aura|avait) (?:pas|jamais|finalement pas) (?:abouti|eu lieu)|\sn'aura pas lieu|{_PARTICIPLE}(?:abandonn|annul|bloqu|rejet|enterr|refus|interrompu)\w*)",
            re.IGNORECASE,
        ),
        Standing("Abandoned"),
    ),
    (
        re.compile(
            rf"{_ASIDE}{_PARTICIPLE}(?:finalis|boucl|conclu|achev|réalis|effectu|actée|acté|concrétis|intervenu|effectif|effective|définitif)\w*",
            re.IGNORECASE,
        ),
        Standing("InForce"),
    ),
    (
        re.compile(
            r"(?:,[^,;.:]{1,80},)?\s(?:doit|devrait|devra|sera|serait|pourrait|prendra|va|reste (?:soumis|à)|est (?:prévu|attendu|envisag|en cours|à l'étude|soumis|suspendu|imminent|négoci)"
            r"|n'est pas encore|a été (?:annonc|approuv|autoris|validé par)|fait l'objet|se précise|se confirme)",
            re.IGNORECASE,
        ),
        Standing("Planned"),
    ),
)


def of_outcome(after: str) -> Standing | None:
    """What the words after a noun such as « le rachat de X par Y » say became of it, if they do."""
    return next((found for words, found in _OUTCOMES if words.match(after)), None)


def _is_future(verbs: str) -> bool:
    return any(found[0].lower() not in _NOT_FUTURE for found in _FUTURE.finditer(verbs))
