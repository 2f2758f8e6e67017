"""The words of acquisitions: verbs and nouns of buying, and what of a firm is bought."""

from __future__ import annotations

BUY = (
    r"(?:rach[eè]t(?:e|ent|é|er|ée|ait|aient|ant|era|eront|erait|eraient)"
    r"|ach[eè]t(?:e|ent|é|er|ait|ant|era|eront|erait)"
    r"|acqui(?:ert|èrent|s|se)|acquer(?:ra|ront|rait|raient)|acquér(?:ir|ait|aient|ant)"
    r"|repren(?:d|nent|dre|dra|dront|drait|draient|ait|ant)|repris(?:e)?"
    r"|absorb(?:e|ent|é|er|era|eront|erait|ant)|aval(?:e|ent|é|er|era)"
    r"|croqu(?:e|ent|é|er)|(?:s'|m')offr(?:e|ent|ir|ira|iront|irait|ait|ant)|s'est offert|se sont offert|offert"
    r"|s'adjug(?:e|er)|s'est adjugé|racheter|ingér(?:é|er)|rafl(?:e|é|er)|buys?|bought|acquires?|acquired|acquire|acquiring|buy|takes? over"
    r"|took over|take over)"
)
OFFER = r"(?:OPA|OPE|OPR|offre publique(?: d'achat| d'échange| de rachat)?|offre (?:de rachat|de reprise|d'achat|d'acquisition)|proposition de rachat|offre)(?: (?:amicale|hostile|simplifiée|ferme|non sollicitée|améliorée|contraignante|indicative|obligatoire|de <money>))*"
GRAB = (
    r"(?:s'empar(?:e|er|era|ait|ent|erait)? d[eu']|s'est emparée? d[eu']|emparée? d[eu']|emparer d[eu']"
    r"|(?:met(?:tre|tra|trait|tent)?|mis|mettant) la main sur|jet(?:te|er|é|ait) son dévolu sur"
    r"|(?:fai(?:t|re|sant)|fera|ferait|font|fait) (?:l'acquisition|main basse sur|l'emplette) ?(?:d[eu']|sur)?"
    r"|(?:pren(?:d|dre|dra|drait|ant)|prennent|pris|rachet(?:é|er)) le contrôle(?: exclusif| total| majoritaire)?(?: d[eu']|,? à hauteur d[e'] ?<share>,? d[eu'])"
    r"|(?:remport(?:e|er|é)) (?:les enchères|la mise|la bataille) (?:pour|sur)|(?:se port(?:e|ent|er|era)|s'est portée?|portée?) (?:acquéreur|acquéreuse|repreneur) d[eu']"
    r"|(?:complèt|boucl)e son portefeuille avec|intègr(?:e|er|era) (?:le capital|les actifs) d[eu'])"
)
BID = rf"(?:lan(?:ce|cent|cer|cé|cera|çait)|dépos(?:e|ent|er|é|era)|prépar(?:e|ent|er|é)|annonc(?:e|ent|er|é)|formul(?:e|er|é)|présent(?:e|er|é|ait)|soumi(?:s|t|ssent)|soumettre|remi(?:s|t)|remet(?:tre)?|fai(?:t|re)|fait|amélior(?:e|er|é)|relèv(?:e|ent)|relev(?:é|er)|maintien(?:t|nent)|retir(?:e|é|er)) (?:une |son |leur |sa |la |l')(?:nouvelle )?{OFFER} (?:sur|pour (?:la reprise |le rachat |l'acquisition |racheter |acquérir |reprendre |s'offrir )?|visant (?:à racheter )?|d[eu']) ?(?:de la |de l'|du |de |d'|la |le |l')?"
ALL = r"(?:(?P<share4><share>) (?:<capital> )?(?:<of>)|(?:tout le capital|l'ensemble des actifs|les? (?:actifs|activités?|opérations|fonds de commerce)(?: (?!de\b|du\b|des\b)[a-zéèêàç-]+){0,2}|une (?:grande )?partie des (?:actifs|activités)|la branche [a-zéèêàç ]{3,25}|l'activité [a-zéèêàç ]{3,25}|le contrôle|l'essentiel des (?:actifs|activités)) (?:de la société |de la |de l'|des |du |de |d'))?"
N = r"(?:(?P<share><share>)(?: restants?)?(?: <capital>)? (?:<of>)|à <share> |à hauteur de <share> )?"
NOUN = r"(?:rachat|acquisition|reprise|absorption|prise de contrôle|OPA|OPE|offre publique d'achat|mainmise|emplette|takeover|purchase|buyout)"
SALE = r"(?:vente|cession|revente|rétrocession)"
OF = r"<of>"
GOT = r"(?:<by>|auprès de)"
