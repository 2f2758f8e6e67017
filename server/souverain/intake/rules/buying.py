"""The words of acquisitions: verbs and nouns of buying, and what of a firm is bought."""

from __future__ import annotations

BUY = (
    r"(?:rach[eè]t(?:e|ent|é|er|ée|ait|aient|ant|era|eront|erait|eraient)"
    r"|ach[eè]t(?:e|ent|é|er|ait|ant|era|eront|erait)"
    r"|acqui(?:ert|èrent|s|se)|acquer(?:ra|ront|rait|raient)|acquér(?:ir|ait|aient|ant)"
    r"|repren(?:d|nent|dre|dra|dront|drait|draient|ait|ant)|repris(?:e)?"
    r"|absorb(?:e|ent|é|er|era|eront|erait|ant)|aval(?:e|ent|é|er|era)"
    r"|croqu(?:e|ent|é|er|era)|gob(?:e|é|er)|ach[eè]v(?:e|é|er) (?:le rachat|l'acquisition|la reprise) d[eu']|(?:s'|m')offr(?:e|ent|ir|ira|iront|irait|ait|ant)|s'est offert|se sont offert|offert"
    r"|s'adjug(?:e|er)|s'est adjugé|racheter|ingér(?:é|er)|rafl(?:e|é|er)|buys?|bought|acquires?|acquired|acquire|acquiring|buy|takes? over"
    r"|took over|take over)"
)
OFFER = r"(?:contre-offre|contre-OPA|surenchère|OPA|OPE|OPR|offre publique(?: d'achat| d'échange| de rachat)?|offre (?:de rachat|de reprise|d'achat|d'acquisition)|proposition de rachat|offre)(?: «? ?(?:amicale|hostile|simplifiée|ferme|non sollicitée|améliorée|contraignante|indicative|obligatoire|conditionnelle|concurrente|globale|volontaire|de <money>|à <money>|en numéraire|en cash)(?: ?»)?)*"
GRAB = (
    r"(?:s'empar(?:e|er|era|ait|ent|erait)? d[eu']|s'est emparée? d[eu']|emparée? d[eu']|emparer d[eu']"
    r"|(?:met(?:tre|tra|trait|tent)?|mis|mettant) la main sur|jet(?:te|er|é|ait) son dévolu sur"
    r"|(?:fai(?:t|re|sant|sait|saient)|fera|feront|ferait|font|fit)(?: <not>)? (?:l'acquisition|main basse|l'emplette) ?(?:de la|de l'|des|d[eu']|sur)?"
    r"|(?:pren(?:d|dre|dra|drait|ant)|prennent|pris|rachet(?:é|er)) le contrôle(?: exclusif| total| majoritaire)?(?: d[eu']|,? à hauteur d[e'] ?<share>,? d[eu'])"
    r"|(?:remport(?:e|er|é)) (?:les enchères|la mise|la bataille) (?:pour|sur)|(?:se port(?:e|ent|er|era)|s'est portée?|portée?) (?:acquéreur|acquéreuse|repreneur) d[eu']"
    r"|(?:complèt|boucl)e son portefeuille avec|intègr(?:e|er|era) (?:le capital|les actifs) d[eu'])"
)
BID = rf"(?:lan(?:ce|cent|cer|cé|cera|ceront|cerait|çait)|dépos(?:e|ent|er|é|era)|prépar(?:e|ent|er|é)|annonc(?:e|ent|er|é)|formul(?:e|er|é)|présent(?:e|er|é|ait)|soumi(?:s|t|ssent)|soumettre|remi(?:s|t)|remet(?:tre)?|fai(?:t|re|sait|saient)|fera|ferait|amélior(?:e|er|é)|relèv(?:e|ent)|relev(?:é|er)|maintien(?:t|nent)|retir(?:e|é|er)|ren(?:d|du) publique?|officialis(?:e|er|é)|dévoil(?:e|er|é)|déclench(?:e|er|é))<pas> (?:une |son |leur |sa |la |l')(?:nouvelle )?{OFFER} (?:sur|pour (?:la reprise |le rachat |l'acquisition |racheter |acquérir |reprendre |s'offrir )?|visant (?:à racheter )?|à la |au |à |en vue d[e'] ?(?:acquérir |racheter |reprendre )|d[eu']) ?(?:de la |de l'|du |de |d'|la |le |l')?"
ALL = r"(?:(?P<share4><share>) (?:<capital> )?(?:<of>)|(?:(?P<all>(?:la totalité|l'intégralité|l'ensemble)(?: <capital>)?|toutes les (?:parts|actions)|tous les titres) <of>|(?:la quasi-totalité|le reste|le solde)(?: <capital>)? <of>)|(?:tout le capital|l'ensemble des actifs|les? (?:actifs|activités?|opérations|fonds de commerce)(?: (?!de\b|du\b|des\b)[a-zéèêàç-]+){0,2}|une (?:grande )?partie des (?:actifs|activités)|la branche [a-zéèêàç ]{3,25}|l'activité [a-zéèêàç ]{3,25}|le contrôle|l'essentiel des (?:actifs|activités)) (?:de la société |de la |de l'|des |du |de |d'))?"
N = r"(?:(?P<share><share>)(?: restants?)?(?: <capital>)? (?:<of>)|à <share> |à hauteur de <share> )?"
NOUN = r"(?:rachats?|acquisitions?|reprises?|absorptions?|prises? de contrôle|OPA|OPE|offre publique d'achat|mainmise|emplette|takeover|purchase|buyout)"
SALE = r"(?:vente|cession|revente|rétrocession)"
OF = r"<of>"
# « du champion tricolore Oxalis », after « du » that a verb has taken.
LED = r"(?:(?:la |l'|le |les )?(?:(?!(?:par|pour|dans|avec|chez|sous|sans|vers|dont|entre)\b)[a-zéèêàçïûô-]{4,} ){0,2})"
# « le rachat, en 2019, de »: a date or an adverb, between commas or not.
MEANWHILE = r"(?:<adv>|,? (?:en|au|début|fin|courant|depuis|dès) <when>,?|, [^,.;:()«»\ue000-\ue004]{3,40},)"
