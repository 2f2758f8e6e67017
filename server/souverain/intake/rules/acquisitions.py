"""Rules for acquisitions: who buys which firm, and how much of it."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.standing import Standing

_BUY = (
    r"(?:rach[eè]t(?:e|ent|é|er|ée|ait|aient|ant|era|eront|erait|eraient)"
    r"|ach[eè]t(?:e|ent|é|er|ait|ant|era|eront|erait)"
    r"|acqui(?:ert|èrent|s|se|erra|erront|errait|erraient)|acquér(?:ir|ait|aient|ant)"
    r"|repren(?:d|nent|dre|dra|dront|drait|draient|ait|ant)|repris(?:e)?"
    r"|absorb(?:e|ent|é|er|era|eront|erait|ant)|aval(?:e|ent|é|er|era)"
    r"|croqu(?:e|ent|é|er)|s'offr(?:e|ent|ir|ira|iront|irait)|s'est offert|se sont offert|offert"
    r"|s'adjug(?:e|er)|s'est adjugé|racheter|buys?|bought|acquires?|acquired|acquire|acquiring|buy|takes? over"
    r"|took over|take over)"
)
_GRAB = (
    r"(?:s'emparer? d[eu']|s'empare(?:ra|rait|nt)? d[eu']|s'est emparée? d[eu']|emparée? d[eu']|emparer d[eu']"
    r"|(?:met(?:tre|tra|trait|tent)?|mis|mettant) la main sur|jet(?:te|er|é) son dévolu sur"
    r"|(?:fai(?:t|re|sant)|fera|ferait|font|fait) (?:l'acquisition|main basse sur|l'emplette) ?(?:d[eu']|sur)?"
    r"|(?:pren(?:d|dre|dra|drait|ant)|prennent|pris) le contrôle(?: exclusif| total)? d[eu']"
    r"|(?:lan(?:ce|cer|cé|ce|cera)|dépos(?:e|er|é)|prépar(?:e|er|é)|annonc(?:e|er|é)) une (?:OPA|OPE|offre publique(?: d'achat| d'échange)?|offre de rachat|offre de reprise|offre)(?: (?:amicale|hostile|simplifiée|ferme))* (?:sur|pour)"
    r"|(?:remport(?:e|er|é)) les enchères (?:pour|sur))"
)
_ALL = r"(?:(?:la totalité|l'intégralité|l'ensemble) (?:du capital|des parts|des titres|des actions) (?:de |du |d'))?"
_N = r"(?:(?P<share><share>)(?: <capital>)? (?:<of>)|à <share> )?"
_NOUN = r"(?:rachat|acquisition|reprise|absorption|prise de contrôle|OPA|OPE|offre publique d'achat|mainmise|takeover|purchase|buyout)"

RULES = (
    Rule(
        "acquisition.buys-from-him",
        rf"(?P<v><neg><modal><neg><aux>{_BUY}<pas>) (?:à|au|auprès de|auprès du|auprès d') ?<parties> (?:les |ses |sa |leurs )?(?:{_N}|<stake> (?:de (?P<share2><share>) )?(?:dans|de|du|d') ?)(?P<target><firm>)",
        subject="acquirer",
        prior=0.85,
    ),
    Rule(
        "acquisition.buys",
        rf"(?P<v><neg><modal><neg><aux>{_BUY}<pas>)(?: pour <money>)? (?:{_ALL}{_N})(?P<target><firms>)",
        subject="acquirer",
        prior=0.9,
    ),
    Rule(
        "acquisition.buys-all-titles",
        rf"(?P<v><neg><modal><neg><aux>{_BUY}<pas>) (?P<share><share>) (?:<capital> )?(?:<of>)(?P<target><firm>)",
        subject="acquirer",
        prior=0.9,
    ),
    Rule(
        "acquisition.grabs",
        rf"(?P<v><neg><modal><neg><aux>{_GRAB}<pas>) ?{_N}(?P<target><firm>)",
        subject="acquirer",
        prior=0.87,
    ),
    Rule(
        "acquisition.bought-by",
        r"(?P<v><neg><modal><neg><be>?(?:rachet[ée]e?s?|achetée?s?|acquise?s?|reprise?s?|absorbée?s?|avalée?s?|croquée?s?|acquired|bought|taken over|purchased))(?: à <share>| pour <money>| à hauteur de <share>)?<adv>(?: pour <money>,?)?<adv> (?:<by>|auprès de) (?P<acquirer><parties>)",
        subject="target",
        prior=0.9,
    ),
    Rule(
        "acquisition.bought-then-name",
        r"(?:rachetée?|acquise?|reprise?|acquired|bought)<adv>(?: pour <money>)?<adv> <by> (?P<acquirer><parties>)(?:<adv>|[^,.;]{0,30}), (?P<target><firm>)(?= \S)",
        fixed=Standing("InForce"),
        prior=0.82,
    ),
    Rule(
        "acquisition.falls-to",
        r"(?P<v><neg><modal><neg><aux><be>?(?:pass(?:e|er|é|ée|era|erait|ent)|tomb(?:e|er|é|ée|ait|era)|rejoi(?:nt|ndre|ndra|gnent)|intègr(?:e|era)|entr(?:e|er|ée?|era))<pas> (?:sous (?:le contrôle|la coupe|pavillon|la bannière)|dans (?:le giron|l'escarcelle|les mains|les bras)|aux mains|le giron|entre les mains)) (?:de|du|d'|des|de l'|de la) ?(?P<acquirer><parties>)",
        subject="target",
        prior=0.85,
    ),
    Rule(
        "acquisition.sold-to",
        r"(?P<v><neg><modal><neg><be>(?:<pas>\s)?(?:vendue?s?|cédée?s?|revendue?s?|sold))<pas>(?: à <share>| pour <money>| en totalité| intégralement)? (?:à |au |aux |to )(?P<acquirer><parties>)",
        subject="target",
        prior=0.87,
    ),
    Rule(
        "acquisition.sells-to",
        r"(?P<v><neg><modal><neg><aux>(?:vend(?:u|re|ent|ra|ait)?|cèd(?:e|ent|era)|céd(?:é|er)|revend(?:u|re)?|sold|sells?|sell))<pas>(?: pour <money>)?(?: (?P<share><share>)(?: <capital>)? (?:de|d'|du))? ?(?P<target><firm>)<adv>(?: pour <money>)? (?:à |au |aux |to )(?P<acquirer><parties>)",
        prior=0.85,
    ),
    Rule(
        "acquisition.purchase-by",
        rf"{_NOUN}(?: (?:à |de )(?P<share><share>))?(?:,? (?:total|partiel|complet|prochain|annoncé|annoncée|totale)e?)? (?:{_ALL}(?:de la|de l'|du|de|d'|des|of) ?(?:(?P<share2><share>)(?: <capital>)? (?:de|du|d') ?)?)(?P<target><firms>)(?:,? (?:en|pour) (?:<when>|<money>),?)?<adv>,? (?:<by>) (?P<acquirer><parties>)",
        tells="noun",
        prior=0.9,
    ),
    Rule(
        "acquisition.own-purchase-by",
        rf"(?:son|leur) {_NOUN}(?: (?:à|de) (?P<share><share>))?(?: pour <money>)?<adv>,? (?:<by>) (?P<acquirer><parties>)",
        tells="noun",
        owner="target",
        prior=0.8,
    ),
    Rule(
        "acquisition.purchase-of",
        rf"(?P<v><neg><modal><neg><aux>(?:annon(?:ce|cent|çait|cé|cer|cera)|confirm(?:e|ent|é|er|ait)|finalis(?:e|ent|é|er|era)|boucl(?:e|ent|é|er|era)|concrétis(?:e|er|é)|prévoi(?:t|ent)|prévu|négoci(?:e|ent|é|er)|envisag(?:e|ent|é|er)|étudi(?:e|ent|é|er)|conclu(?:t|ent|re)?|achev(?:é|er)|achèv(?:e|ent)|réalis(?:e|ent|é|er|era)|officialis(?:e|ent|é|er)|prépar(?:e|ent|é|er)|dévoil(?:e|ent|é|er)|sign(?:e|ent|é|er)|vis(?:e|ent|é)|propos(?:e|ent|é)|renonc(?:e|ent|é|er) à|abandonn(?:e|ent|é|er)|lan(?:ce|cent|cé|cer)|men(?:é|er|ait)|vot(?:e|er|é)|tent(?:e|er|é)|dément(?:i|ent)?|souhait\w+|voulait|veut|procéd(?:é|er) à|procède à|étai(?:t|ent) en négociation pour|est en négociation pour|announces?|announced|completes?|completed|confirms?|confirmed|plans?))<pas> (?:vouloir (?:finaliser |boucler )?|son (?:projet|intention|souhait) d[e'] ?|un accord (?:pour|en vue d[eu]|portant sur) |des négociations exclusives (?:pour|en vue d[eu]) |un projet d[e'] ?|l'accord de |la signature d[eu'] ?)*(?:le |la |l'|un |une |du |au |the |its )?{_NOUN}(?: (?:à |de )(?P<share><share>))?(?: pour <money>)? (?:{_ALL})?(?:de la|de l'|du|de|d'|des|of) ?(?:(?P<share2><share>)(?: <capital>)? (?:de|du|d') ?)?(?P<target><firms>)",
        subject="acquirer",
        tells="both",
        prior=0.87,
    ),
    Rule(
        "acquisition.talks-to-buy",
        rf"(?:négociations?|discussions?|pourparlers|talks)(?: exclusives?| avancées?)* (?:pour|en vue d[e'u]|to|afin d[e'])\s?(?:le |la |l'|d'|de |son )?(?:{_NOUN} (?:de la|de l'|du|de|d'|des|of) ?|{_BUY} ){_N}(?P<target><firm>)",
        subject="acquirer",
        fixed=Standing("Planned"),
        prior=0.85,
    ),
    Rule(
        "acquisition.buyer-of",
        r"(?P<v><be>?)(?:l'|le |un |son )?(?:acquéreur|repreneur|acheteur|nouveau propriétaire)(?: (?:potentiel|pressenti))? (?:de la|de l'|du|de|d') ?(?P<target><firm>)",
        subject="acquirer",
        prior=0.75,
    ),
    Rule(
        "acquisition.after-buying",
        rf"(?:après|depuis|avec|suite à|grâce à|lors de|à la suite de|via|through|after|with) (?:avoir racheté |le |la |l'|the )(?:{_NOUN} (?:de la|de l'|du|de|d'|des|of) ?)?(?P<target><firm>)(?:<adv>),? (?P<acquirer><firm>)",
        fixed=Standing("InForce"),
        prior=0.7,
    ),
    Rule(
        "acquisition.own-purchases",
        rf"(?:avec|par|après|depuis|via|suite à|grâce à|à la suite de|de) (?:son|sa|leur|l'|the) {_NOUN} (?:de la|de l'|du|de|d'|des|of) ?(?P<target><firm>)",
        tells="noun",
        owner="acquirer",
        prior=0.7,
    ),
    Rule(
        "acquisition.recovers-parts",
        r"(?P<v><neg><modal><neg><aux>(?:acqui(?:ert|s|èrent|erra)|rach[eè]t(?:e|é|er|ent|era)|récup[éè]r(?:e|é|er|ant|era)|repren(?:d|dre|ant)|repris))<pas> (?:les |la |ses |des )(?:parts?|titres|actions|participations?)(?: (?:détenue?s?|restantes?|possédée?s?))?(?: (?:par|de|du|d'|des|de la) ?<parties>)? (?:dans|au capital d[eu']) ?(?P<target><firm>)",
        subject="acquirer",
        prior=0.7,
    ),
)
