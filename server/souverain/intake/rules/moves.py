"""Rules for stakes that change: who enters, takes, raises, sells or leaves, and what is left."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import (
    INTO,
    NO_TARGET,
    OF_WHICH,
    OWNER,
    SHARE,
    TARGET,
    UNTIL,
    VIA,
)
from souverain.intake.standing import Standing

_UNSTATED = {"basis": "Unstated"}
_TAKE = (
    r"(?:prend(?:re|ra|ront|rait)?|prennent|pris|pren(?:ait|aient|ant)"
    r"|souscri(?:t|re|vent|vait)|obt(?:ient|iennent|enu|enir|iendra|iendrait)"
    r"|récupèr(?:e|ent|era|eront|erait)|récupér(?:é|er|ant)|re[çc](?:oit|u|evra|evoir)|hérit(?:e|era|é|er) d[e']"
    r"|emport(?:e|er|é|era)|takes?|took|taking|taken)"
)
_BUY = (
    r"(?:acqui(?:ert|èrent|s|se|ses|erra|erront|errait)|acquér(?:ir|ait|ant)|ach[eè]t(?:é|er|e|ent|era|ant)"
    r"|rach[eè]t(?:é|er|e|ent|era|ant)|ramass(?:e|é|er)|s'offr(?:e|ir|ent)|s'est offert|acquires?|acquired|buys?|bought)"
)
_RAISE = (
    r"(?:port(?:e|ent|é|er|era|eront|erait|ant)|relèv(?:e|ent|era)|relev(?:é|er|ant)|renforc(?:e|ent|é|er|era)"
    r"|augment(?:e|ent|é|er|era|ant)|rédui(?:t|sent|re|ra|sant)|abaiss(?:e|ent|é|er)|ramèn(?:e|ent|era)|ramen(?:é|er|ant)"
    r"|hiss(?:e|ent|é|er)|f(?:ait|aire) (?:passer|grimper|monter|tomber)|(?:vu|voit|voir) (?:passer|diluer)"
    r"|limit(?:e|er|é)|dilu(?:e|é|er)|accro(?:ît|ître|issent)|accru|all[eé]g(?:e|é|er)|allège|doubl(?:e|é|er)"
    r"|raises?|raised|increases?|increased|reduces?|reduced)"
)
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

MOVES = (
    Rule(
        "stake.buys-parts-of",
        rf"(?P<v><neg><modal><neg><aux>{_BUY}<pas>) (?:les |la |une partie des |l'ensemble des |l'intégralité des )(?:(?:parts?|titres|actions|participations?)(?: (?:de|d') ?(?P<share><share>))?|(?P<share2><share>))(?: (?:restante?s?|minoritaires?))? (?:(?:détenue?s?|possédée?s?) par |que (?:détenait|possédait) |<of>)<parties> (?:dans|au capital (?:de la|de|du|d')|chez) ?(?P<target><firm>)",
        subject="holder",
        fills=_UNSTATED,
        prior=0.82,
    ),
    Rule(
        "stake.raises-to",
        rf"(?P<v><neg><modal><neg><aux>{_RAISE}<pas>) {_PART_OF}(?: (?:au|dans le) capital)?(?: (?:<in>)(?P<target><firm>))?<adv>(?:,? (?:de|d'|from) ?(?P<former><share>)(?: <capital>)?)?,? (?:à|jusqu'à|to|sous les) ?(?P<share><share>)(?: <capital>)?(?: <in>(?P<target2><firm>))?",
        subject="holder",
        topic="target",
        prior=0.85,
    ),
    Rule(
        "stake.raises-from-to",
        rf"(?P<v><neg><modal><neg><aux>{_RAISE}<pas>)(?: {_PART_OF}(?: (?:au|dans le) capital)?(?: (?:<in>)(?P<target><firm>))?<adv>)? (?P<span><span>)(?: <capital>)?(?: {_PART_OF}(?: (?:au|dans le) capital)?)?(?: <in>(?P<target2><firm>))?",
        subject="holder",
        topic="target",
        prior=0.85,
    ),
    Rule(
        "stake.raises-percent-to",
        rf"(?P<v><neg><modal><neg><aux>{_RAISE}<pas>) (?:de (?P<former><share>) )?à (?P<share><share>) {_PART_OF}(?: (?:au|dans le) capital)?(?: <in>(?P<target><firm>))?",
        subject="holder",
        topic="target",
        prior=0.85,
    ),
    Rule(
        "stake.raises-part",
        rf"(?P<v><neg><modal><neg><aux>(?:renforc(?:e|ent|é|er|era)|augment(?:e|ent|é|er|era)|accro(?:ît|ître|issent)|accru)<pas>) {_PART_OF} (?:<in>|au capital (?:de la|de l'|de|du|d') ?|dans le capital (?:de la|de l'|de|du|d') ?)(?P<target><firm>)(?! (?:à|de) \ue004)",
        subject="holder",
        fills=_UNSTATED,
        prior=0.78,
    ),
    Rule(
        "stake.part-diluted",
        rf"(?P<v><neg><modal><neg><aux>(?:vu|voit|verra|voir)) {_PART_OF} (?:se )?(?:diluée?|diluer|réduite|ramenée|passer|tomber|descendre|fondre)(?: (?:de )?(?P<former><share>)(?: <capital>)?)? à (?P<share><share>)",
        subject="holder",
        topic="target",
        prior=0.8,
    ),
    Rule(
        "stake.rises-to",
        r"(?P<v><neg><modal><neg><aux>(?:mont(?:e|ent|é|er|era|eront|erait|ant|ée|és)|grimp(?:e|er|é)|pass(?:e|er|é|era|ent|ée|és|erait)|descend(?:re|ra|u|ue|rait)?|tomb(?:e|er|é|era|ée)|retomb(?:e|er|é)|se hiss(?:e|er)|hissée?)<pas>)(?: (?:au capital|dans le capital)(?: <of>(?P<target><firm>))?)?<adv>,? (?:de (?P<former><share>)(?: <capital>)? )?(?:(?:à|jusqu'à)(?: hauteur de)? )?(?P<share><share>)(?: (?:<capital>|dans le capital|au capital)(?: <of>(?P<target2><firm>))?| <of>(?P<target3><firm>))",
        subject="holder",
        topic="target",
        prior=0.75,
    ),
    Rule(
        "stake.rises-range",
        r"(?P<v><neg><modal><neg><aux>(?:pass(?:e|er|é|era|ent|ée|és|erait)|mont(?:e|ent|é|er|era|ée)|grimp(?:e|er|é))<pas>) (?P<span><span>) <capital>(?: <of>(?P<target><firm>))?",
        subject="holder",
        topic="target",
        prior=0.8,
    ),
    Rule(
        "stake.rises-in-capital",
        r"(?P<v><neg><modal><neg><aux>(?:mont(?:e|ent|é|er|era|eront|erait|ant|ée|és))<pas>) (?:au|dans le) capital <of>(?P<target><firm>)<adv>,? (?:à|jusqu'à|à hauteur de|pour) (?P<share><share>)",
        subject="holder",
        prior=0.85,
    ),
    Rule(
        "stake.crosses",
        r"(?P<v><neg><modal><neg><aux>(?:franchi(?:t|r|ra|ssent)?|dépass(?:e|é|er)|pass(?:e|é|er))<pas>)(?:,? (?:à la (?:hausse|baisse)|indirectement|individuellement|de concert),?)* (?:le|les) (?:seuils?|cap|barre) (?:des? |symbolique des? |de participation des? )*(?P<share><share>)(?: <capital>)?(?: et (?:des|de) droits de vote)? <of>(?P<target><firm>)",
        subject="holder",
        prior=0.8,
    ),
    Rule(
        "stake.takes-share",
        rf"(?P<v><neg><modal><neg><aux>(?:{_TAKE}|{_BUY})<pas>)(?: (?:à|au|auprès d[eu]|auprès d') ?<firms>)? (?:environ )?<stake>(?: <stake>)? (?:de|d'|à hauteur de|représentant|équivalente? à|of) ?{SHARE}{VIA}(?: (?:<in>|in )(?:le capital (?:de|d'|du) ?)?|(?: au| dans le) capital (?:de la|de l'|de|d'|du) ?| )(?P<target><firm>)",
        subject="holder",
        prior=0.88,
    ),
    Rule(
        "stake.takes-part",
        rf"(?P<v><neg><modal><neg><aux>(?:{_TAKE}|{_BUY})<pas>) (?:<stake>|de participation) (?:<in>|in |au |dans le )(?:le |du )?(?:capital (?:de la|de l'|de|d'|du) ?)?(?P<target><firm>){_AT}",
        subject="holder",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.of-which-takes",
        rf"{OF_WHICH} (?P<holder><parties>)<adv>,? (?P<v><neg><modal><neg><aux>(?:{_TAKE}|{_BUY})<pas>) (?:<stake> (?:de|d'|à hauteur de) ?)?{SHARE}",
        prior=0.88,
    ),
    Rule(
        "stake.takes-share-of-it",
        rf"(?P<v>(?:y |en )<modal><aux>(?:{_TAKE}|{_BUY})|<modal>(?:y |en )<aux>(?:{_TAKE}|{_BUY})<pas>) (?:<stake> (?:de|d'|à hauteur de) ?)?{SHARE}{NO_TARGET}",
        subject="holder",
        topic="target",
        prior=0.78,
    ),
    Rule(
        "stake.in-which-she-bought",
        r"(?P<target><firm>)<paren>,? in which (?P<holder><parties>) (?P<v><aux>(?:bought|acquired|took|has|owns|holds)) (?:an? )?(?P<share><share>)",
        prior=0.85,
    ),
    Rule(
        "stake.takes-percent",
        rf"(?P<v><neg><modal><neg><aux>(?:{_TAKE}|{_BUY})<pas>) (?:(?:les|ses) (?=\ue004))?{SHARE}(?:,? (?:auprès d[eu'] ?|à )<parties>)? {INTO}(?P<target><firm>)",
        subject="holder",
        prior=0.88,
    ),
    Rule(
        "stake.pays-for-share",
        rf"(?P<v><neg><modal><neg><aux>(?:investi(?:t|r|ra|ssent)?|apport(?:e|é|er|era|ant|eront)|inject(?:e|é|er|era|ant)|mis(?:e|é|er|é)|met(?:tre|tra|tent)?|débours(?:e|é|er|era)|pa(?:ie|yé|yer|iera)|vers(?:e|é|er|era))<pas>) (?:<money>|jusqu'à <money>)[^.;:()«»\ue000-\ue004]{{0,40}} (?:pour|contre|en échange d[e']|en contrepartie d[e'])(?: (?:acquérir|prendre|obtenir|détenir|racheter|s'offrir|une participation d[e'] ?|environ))* ?{SHARE}(?: {INTO}{TARGET})?",
        subject="holder",
        topic="target",
        prior=0.82,
    ),
    Rule(
        "stake.takes-capital",
        rf"(?P<v><neg><modal><neg><aux>(?:{_TAKE}|{_BUY})<pas>) (?P<share><share>)(?: <capital>)++(?! (?:de|du|des)\b| d')",
        subject="holder",
        topic="target",
        prior=0.75,
    ),
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
    Rule(
        "stake.participation-of-in",
        r"(?<!les\s)(?:participation|part|parts|stake)(?: (?:majoritaire|minoritaire|restante|résiduelle))?(?: (?:de|d'|of) ?(?P<share><share>))?(?: <capital>)? (?:<of>|détenue par |que (?:détient|possède|conserve) )(?P<holder><parties>) (?:dans|au (?:sein du )?capital (?:de|du|d')|chez|in) ?(?P<target><firm>)(?:,? (?P<v>(?:s'élève à|est de|atteint|passe(?:ra|rait)?(?: de (?P<former><share>))? à|représente|tombe(?:ra)? à|monte(?:ra)? à|(?:serait|est|sera|a été) (?:ramenée|portée|relevée|réduite|diluée) à)) (?P<share2><share>))?",
        tells="noun-or-verb",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.participation-ranges",
        r"(?:participation|part|parts) (?:<of>)(?P<holder><parties>) (?:dans|au (?:sein du )?capital (?:de|du|d')|chez) ?(?P<target><firm>),? (?P<v>(?:pass(?:e|era|erait|ait)|est (?:passée|tombée|montée))) (?P<span><span>)",
        tells="state",
        prior=0.8,
    ),
    Rule(
        "stake.the-share-held-by",
        r"(?:les|des|aux|ses|leurs|du|the) (?:(?P<share><share>)|parts|titres|actions)(?: (?:restants?|du capital|<capital>))?(?: (?:qu'il|qu'elle|que))? (?:détenue?s? par|possédée?s? par|appartenant à|que détenait|que détient|que possède|que possédait|aux mains de|held by|owned by) (?P<holder><parties>) (?:<in>|au capital de |in )(?P<target><firm>)",
        tells="noun",
        fills=_UNSTATED,
        prior=0.82,
    ),
)
