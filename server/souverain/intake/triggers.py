"""Sentences that probably state a fact, by words that nearly every such sentence has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from souverain.intake.candidate import Span
from souverain.intake.letters import folded
from souverain.intake.scene import sentences

_WORDS = (
    r"%|pour ?cent|detien|deten|possed|control|capital|action|part\b|parts\b|participation|titres"
    r"|filiale|maison mere|majorit|minorit|solde|reste|rach|achet|acqui|acquer|repren|repri|repreneu"
    r"|absorb|aval|s'offr|offert|empar|main sur|giron|escarcelle|opa\b|offre|cede|ceda|ceder|cession"
    r"|vend|fusion|rapproch|mariage|allian|allie|associ|partenar|partenaire|accord|coentreprise"
    r"|joint|consort|entr\w* au|entree|sort|quitt|retir|desengag|renonc|abandonn|negoci"
    r"|nomm|design|promu|elu\b|pdg|president|direct|dirig|patron|fonda|fonde|cree|creat|lanc|ministre"
    r"|secretaire|administrateur|gerant|responsable|porte parole|demission|succed|remplac|rejoi|tete"
    r"|renes|commandes|annonc|declar|affirm|expliqu|indiqu|precis|ajout|confirm|estim|confi|soulign"
    r"|assur|rappel|revel|devoil|comment|resum|regrett|felicit|rejoui|jug|insist|reconn|admet|admis"
    r"|repond|tweet|twitter|publi|poursui|conclu|previen|averti|detaill|justifi|plaid|racont|gliss"
    r"|considere|selon|d'apres|communique|interview|entretien|savoir|dit\b|dise|promet|promis|lev"
    r"|invest|inject|million|milliard|euro|dollar|subvention|aide|pret|financ|chiffre d'affaires"
    r"|valoris|faillite|liquidation|redressement|ferm|ouv|inaugur|jour\b|naissance|nee?\b|baptis"
    r"|appartien|apparten|propri|aux mains|s'appu|repos|comment|ecri|point|espere|pense|note"
    r"|prevoi|prevu|projet|envisag|souhait|veut|va\b|compt|operation|transaction|tour de table"
    r"|presid|siege|interim|pilot|mandat|fonction|revoqu|limog|evinc|echoi|tabl|dilu|obt[ie]en|reco|recu"
    r"|statuts|emplette|emprunt|gard|conserv|aura\b|auront|tiers\b|quart\b|moitie|famille|demand|reclam"
    r"|vers[eé]|vote|souvien|plaisant|sour|contest|refus|accept|candidat|interess|echang|transf|succes"
    r"|convention|contrat|signat|signe|statut|recrut|embauch|arriv|part[ei]|depart|passe|confl|demen"
    r"|own|hold|held|stake|share|acquir|bought|buy|purchas|merg|takeover|said|says|told|announc"
    r"|appoint|named|chief|chairman|founder|head\b|join|partner|rais|fund|launch|creat"
)
_TRIGGER = re.compile(rf"(?<![a-z])(?:{_WORDS})")


def flagged(content: str) -> Iterator[Span]:
    """The sentences of a text that have such a word, each as a span."""
    plain = folded(content)
    for start, end in sentences(content):
        if _TRIGGER.search(plain, start, end):
            quote = content[start:end]
            start += len(quote) - len(quote.lstrip())
            end -= len(quote) - len(quote.rstrip())
            yield Span(start, end, content[start:end])
