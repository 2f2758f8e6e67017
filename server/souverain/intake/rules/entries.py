"""Rules for stakes that begin and end: who enters the capital, who is let in, who sells and leaves."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import (
    OWNER,
    UNTIL,
)
from souverain.intake.standing import Standing

_UNSTATED = {"basis": "Unstated"}
_PART_OF = r"(?:sa|leur|ses|its) (?:participation|part|position|présence|stake)"
_SELL = (
    r"(?:cèd(?:e|ent|era|eront|erait)|céd(?:é|er|ée|ait|ant|és)|vend(?:u|re|ent|ra|rait|ait|us|ant)?|revend(?:u|re)?"
    r"|sold|sells?|sell|liquid(?:e|er|é)|solde(?:r|nt)?|soldé|apport(?:e|er|é|era)|transfér(?:é|er))"
)
_BUYER = r"(?:,? (?:à|au|aux|au profit d[eu]|to) ?(?:la |l'|le )?(?P<buyer><parties>))?"
_ENTER = (
    r"(?:entr(?:e|ent|é|er|ée|és|ées|era|eront|erait|ant|ait|aient)"
    r"|f(?:ait|aire|ont|era|aisant) (?:son|leur) entrée|s'invit(?:e|ent|er|é)|s'est invitée?|invitée?"
    r"|particip(?:e|ent|er|é)|figur(?:e|ent|ait)|prend(?:re)? pied|pris pied|arriv(?:e|ent|é|ée|er)|investi(?:t|ssent|r)?|présente?s?|rejoi(?:nt|gnent|ndre|ndra)|(?:est|sont|était|reste|restera|restent|demeure) présente?s?|rest(?:e|era|eront|ent|er)|mont(?:e|ent|é|er|ée|era|erait)|se renforc(?:e|er|era)|s'est renforcée?)"
)
_INTO_CAPITAL = r"(?:au|dans le|in|le|du) (?:capital|tour de table)"
_AT = r"(?:,? (?:<at>|en prenant |avec |en acquérant |en souscrivant |via un bloc d[e'] ?|détenant )(?P<share><share>)(?: <capital>)?)?"
_AT2 = _AT.replace("share>", "share2>", 1)

ENTRIES = (
    Rule(
        "stake.enters-capital",
        rf"(?P<v><neg><modal><neg><aux>{_ENTER}<pas>){_AT} {_INTO_CAPITAL} <of>(?P<target><firm>)<adv>{_AT2}",
        subject="holder",
        fills=_UNSTATED,
        prior=0.88,
    ),
    Rule(
        "stake.entered-then-name",
        rf"(?:(?:entrée?s?|présente?s?|montée?|arrivée?)<pas> )?au (?:capital|tour de table) <of>(?P<target><firm>){UNTIL}(?P<holder><firm>)(?= (?!et\b|ou\b)[a-zé])",
        fixed=Standing("InForce"),
        fills=_UNSTATED,
        prior=0.75,
    ),
    Rule(
        "stake.enters-its-capital",
        rf"(?P<v><neg><modal><neg><aux>(?:entr(?:e|ent|é|er|ée|és|ées|era|eront|erait)|f(?:ait|ont|era) (?:son|leur) entrée)<pas>) (?:au|à son|à leur|dans son|dans le) (?:capital|tour de table)(?! (?:de|du|des)\b| d')<adv>{_AT}",
        subject="holder",
        topic="target",
        fills=_UNSTATED,
        prior=0.75,
    ),
    Rule(
        "stake.opens-capital",
        r"(?P<v><neg><modal><neg><aux>(?:ouv(?:re|rent|ert|rir|rira|rirait|rant))<pas>)(?: (?:à hauteur de )?(?P<share><share>) de)? son capital<adv>(?:,? à hauteur de (?P<share2><share>)<adv>)? (?:à |au |aux |à la )(?P<holder><parties>)(?:,? à hauteur de (?P<share3><share>))?",
        subject="target",
        fills=_UNSTATED,
        prior=0.82,
    ),
    Rule(
        "stake.opening-of-capital",
        r"(?:ouverture|ouvrir)(?: minoritaire)? (?:du|de son) capital(?: <of>(?P<target><firm>))?<adv> (?:à |au |aux )(?P<holder><parties>)(?:,? <at>(?P<share><share>))?",
        tells="noun",
        topic="target",
        fills=_UNSTATED,
        prior=0.75,
    ),
    Rule(
        "stake.welcomes",
        r"(?P<v><neg><modal><neg><aux>(?:accueill(?:e|ent|i|ir|era)|f(?:ait|aire|ont|era) (?:entrer|venir|monter)|fait entrer)<pas>) (?P<holder><parties>)<adv>,? (?:à|dans|au|comme) (?:son|leur)? ?(?:capital|tour de table|actionnariat|actionnaire)(?:,? <at>(?P<share><share>))?",
        subject="target",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.welcomes-shareholder",
        r"(?P<v><neg><modal><neg><aux>(?:accueill(?:e|ent|i|ir|era)|trouv(?:e|é|er))<pas>) (?:un |deux |de |trois )?(?:nouve(?:l|aux) )?(?:actionnaires?|investisseurs?|associés?)(?: (?:de référence|minoritaires?|majoritaires?))?(?:,| :| avec| en la personne d[eu]) ?(?P<holder><parties>)",
        subject="target",
        fills=_UNSTATED,
        prior=0.78,
    ),
    Rule(
        "stake.taking-of-part",
        r"(?:prises? de participation|entrée au capital|entrée|arrivée|montée au capital|prise de contrôle)(?: (?:majoritaire|minoritaire))?(?: (?:de|à hauteur de) (?P<share><share>))? (?:de|du|d'|des|de la|de l') ?(?P<holder><parties>)<adv>(?:,? (?:à hauteur de|pour) (?P<share3><share>))?,? (?:dans|à hauteur de <share> dans|au (?:capital|tour de table) (?:de|du|d'|de la)|dans le capital (?:de|du|d')) ?(?P<target><firm>)(?:,? <at>(?P<share2><share>))?",
        tells="noun",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.taking-part-by",
        r"(?:prises? de participation|entrée)(?: (?:majoritaire|minoritaire))?(?: de (?P<share><share>))? (?:dans|au capital (?:de|du|d'|de la)|dans le capital (?:de|du|d')) ?(?P<target><firm>)(?:,? (?:par|by) (?P<holder><parties>))",
        tells="noun",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.plans-taking-part",
        r"(?P<v><neg><modal><neg><aux>(?:négoci(?:e|ent|é|er)|envisag(?:e|ent|é|er|eait)|étudi(?:e|ent|é|er|ait|erait)|annon(?:ce|cé|cer|cent)|confirm(?:e|é|er)|finalis(?:e|é|er)|boucl(?:e|é|er)|réalis(?:e|é|er)|discut(?:e|é|er) d'|propos(?:e|é|er)|refus(?:e|é|er)|déclin(?:e|é|er)|renonc(?:e|é|er) à|abandonn(?:e|é|er))<pas>) (?:sa |son |une |l'|la )(?:prise de participation|entrée|ticket d'entrée|montée)(?: (?:majoritaire|minoritaire))?(?: (?:de|à hauteur de) (?P<share><share>))? (?:dans|au capital (?:de la|de l'|de|du|d')|dans le capital (?:de la|de|du|d')) ?(?P<target><firm>)",
        subject="holder",
        tells="both",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.exits-capital",
        r"(?P<v><neg><modal><neg><aux>(?:sort(?:i|ie|is|ir|ent|ira|iront|irait|ant)?|quitt(?:e|ent|é|er|era|ant)|s'est retirée?|se sont retirée?s|se retir(?:e|ent|er|era|ant)|retir(?:er|ée?s?)|s'est désengagée?|se désengag(?:e|ent|er|era)|désengag(?:er|ée?s?))<pas>) (?:du|le|de l'actionnariat du|de son|à cette occasion du) (?:capital|tour de table) <of>(?P<target><firm>)",
        subject="holder",
        fixed=Standing("Ended"),
        tells="end",
        fills=_UNSTATED,
        prior=0.88,
    ),
    Rule(
        "stake.disengages",
        r"(?P<v><neg><modal><neg><aux>(?:s'est retirée?|se sont retirée?s|se retir(?:e|ent|er|era|ant)|s'est désengagée?|se sont désengagée?s|se désengag(?:e|ent|er|era|ant)|désengag(?:er|ée?s?))<pas>) (?:totalement |complètement )?<of>(?P<target><firm>)",
        subject="holder",
        fixed=Standing("Ended"),
        tells="end",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.sells-part",
        rf"(?P<v><neg><modal><neg><aux>{_SELL}<pas>){_BUYER.replace('buyer>', 'buyer2>')} (?:la totalité de |l'intégralité de |l'ensemble de |toute? )?(?:les |ses |leurs )?(?:{OWNER}|(?:la|le) (?:reste|solde) de (?:sa participation|ses parts|ses titres)|<stake>|(?=\ue004))(?: (?:restants?|résiduelle|minoritaire|majoritaire))*(?: ?(?:de|d')? ?(?P<share><share>))?(?: <capital>)?(?: qu'(?:il|elle|ils|elles|\ue009+) (?:détenai(?:t|ent)|détien(?:t|nent)|possédai(?:t|ent)|conservait|avait)(?: encore)?)?,? (?:<in>|in )(?:le capital (?:de|du|d') ?)?(?P<target><firm>)<adv>{_BUYER}",
        subject="holder",
        fixed=Standing("Ended"),
        tells="end",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.sells-share-of-it",
        rf"(?P<v>(?:en )?<modal>(?:en )?<aux>{_SELL}<pas>) (?P<share><share>)(?: <capital>)? (?:à |au |aux )(?:(?P<buyer><parties>)|(?P<crowdbuyer><crowd>))",
        subject="holder",
        topic="target",
        needs=("buyer", "target"),
        prior=0.72,
    ),
)
