"""Rules for acquisitions told by a noun: « le rachat de X par Y », « l'acquisition de X »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.buying import ALL, MEANWHILE, NOUN, OF
from souverain.intake.standing import Standing

_DEAL = r"(?:annon(?:ce|cent|çait|cé|cer|cera)|confirm(?:e|ent|é|er|ait)|finalis(?:e|ent|é|er|era)|boucl(?:e|ent|é|er|era)|concrétis(?:e|er|é)|prévoi(?:t|ent)|prévu|négoci(?:e|ent|é|er)|envisag(?:e|ent|é|er|eait)|étudi(?:e|ent|é|er|ait|erait)|conclu(?:t|ent|re)?|achev(?:é|er)|achèv(?:e|ent)|réalis(?:e|ent|é|er|era)|officialis(?:e|ent|é|er)|prépar(?:e|ent|é|er)|dévoil(?:e|ent|é|er)|sign(?:e|ent|é|er)|vis(?:e|ent|é)|propos(?:e|ent|é)|renonc(?:e|ent|é|er) à|abandonn(?:e|ent|é|er)|enterr(?:e|é|er)|jet(?:te|é|er) l'éponge (?:sur|dans)|discut(?:e|ent|é|er)|réfléchi(?:t|ssent)? à|n'exclut pas|lan(?:ce|cent|cé|cer)|men(?:é|er|ait)|vot(?:e|er|é)|tent(?:e|er|é)|dément(?:i|ent)?|souhait\w+|voulait|veut|procéd(?:é|er) à|procède à|financ(?:e|er|é)|étai(?:t|ent) en négociation pour|est en négociation pour|ambitionne|signe|réuss(?:i|it)|rat(?:e|é)|manqu(?:e|é)|suspen(?:d|du)|poursui(?:t|vi|vre)|mis fin à|me(?:t|ttre) fin à|est candidat à|sont candidats à|candidate? à|en lice pour|intéressée?s? par|finance|announces?|announced|completes?|completed|confirms?|confirmed|plans?)"
_LINK = r"(?:vouloir (?:finaliser |boucler )?|(?:avoir|être parvenu à) (?:finalisé|bouclé|signé|conclu|réalisé|finaliser|boucler) |être (?:entrée?s? )?en négociations? (?:exclusives?|avancées?) (?:avec <firm> )?(?:pour|en vue d[eu]) |la signature d'un accord (?:pour|en vue d[eu]|portant sur) |son (?:projet|intention|souhait|offre) d[e'] ?|(?:un |l')(?:accord|protocole d'accord)(?: (?:définitif|ferme|de principe|engageant))?(?: avec <firm>)? (?:pour|en vue d[eu]|portant sur|sur|relatif à) ?|(?:une |sa )?(?:lettre d'intention|promesse)(?: avec <firm>)? (?:pour|en vue d[eu]) |des négociations exclusives (?:avec <firm> )?(?:pour|en vue d[eu]) |un projet d[e'] ?|l'accord de |la signature d[eu'] ?|la finalisation d[eu'] ?|une? (?:deuxième|seconde|nouvelle|première) )*"

PURCHASES = (
    Rule(
        "acquisition.purchase-in-parentheses",
        rf"(?:{NOUN}|et|,) <of>(?P<target><firm>) \((?:racheté |acquis )?<by> (?P<acquirer><parties>)(?:,? (?:en|pour) [^()]{{3,30}})?\)",
        tells="noun",
        prior=0.85,
    ),
    Rule(
        "acquisition.purchase-by",
        rf"{NOUN}(?: (?:à |de )(?P<share><share>))?(?:,? (?:total|partiel|complet|prochain|annoncé|annoncée|totale|éventuel|éventuelle|récent|récente)e?)? (?:{ALL}{OF}(?:(?P<share2><share>)(?: <capital>)? (?:de|du|d') ?)?)(?P<target><firms>)(?:,? (?:en|pour) (?:<when>|<money>),?)?<adv>,? (?:<by>) (?P<acquirer><parties>)",
        tells="outcome",
        prior=0.9,
    ),
    Rule(
        "acquisition.purchase-by-of",
        rf"{NOUN}<adv>,? <by> (?P<acquirer><parties>)(?:,? (?:en|pour) (?:<when>|<money>),?)?<adv>,? {OF}(?:(?P<share><share>)(?: <capital>)? (?:de|du|d') ?)?(?P<target><firm>)",
        tells="outcome",
        prior=0.88,
    ),
    Rule(
        "acquisition.own-purchase-by-then-name",
        rf"(?:son|leur) {NOUN}(?: (?:à|de) (?P<share><share>))?(?: pour <money>)?<adv>,? (?:<by>) (?P<acquirer><parties>)(?:<adv>|,? en <when>|[^,.;\ue000-\ue00a]{{0,30}}), (?P<target><firm>)(?= \S)",
        tells="noun",
        prior=0.85,
    ),
    Rule(
        "acquisition.own-purchase-by",
        rf"(?:son|leur) {NOUN}(?: (?:à|de) (?P<share><share>))?(?: pour <money>)?<adv>,? (?:<by>) (?P<acquirer><parties>)",
        tells="outcome",
        owner="target",
        prior=0.8,
    ),
    Rule(
        "acquisition.purchase-of",
        rf"(?P<v><neg><modal><neg><aux>{_DEAL}<pas>) {_LINK}(?:le |la |l'|les |un |une |du |au |the |its |son |ses |à la |à l'|d')?{NOUN}(?: (?:à |de )(?P<share><share>))?{MEANWHILE}?(?: pour <money>)? {ALL}{OF}(?:(?P<share2><share>)(?: <capital>)? (?:de|du|d') ?)?(?P<target><firms>)",
        subject="acquirer",
        tells="both",
        prior=0.87,
    ),
    Rule(
        "acquisition.after-buying",
        rf"(?:après|depuis|avec|suite à|grâce à|lors de|à la suite de|via|through|after|with) (?:avoir (?:racheté|acquis|repris|absorbé|avalé) |le |la |l'|the )(?:{NOUN} (?:de la|de l'|du|de|d'|des|of) ?)?(?P<target><firm>)(?:, (?:qui|dont) [^,.;\ue000-\ue005]{{3,60}})?(?:<adv>|,? en <when>|[^,.;\ue000-\ue00a]{{0,30}}),? (?P<acquirer><firm>)",
        fixed=Standing("InForce"),
        prior=0.7,
    ),
    Rule(
        "acquisition.own-purchases",
        rf"(?:(?:avec|par|après|depuis|via|suite à|grâce à|à la suite de|de|lors de|à l'occasion de|dans le cadre de|pour financer|financer) (?:son |sa |leur |ses |leurs |l'|le |la |les |the )|(?:suite|grâce) (?:au|aux) |(?:à la suite|lors|à l'occasion|dans le cadre) d(?:u|es) ){NOUN}{MEANWHILE}? {ALL}{OF}(?:(?P<share><share>)(?: <capital>)? (?:de|du|d') ?)?(?P<target><firms>)(?! <by>)",
        tells="noun",
        owner="acquirer",
        prior=0.75,
    ),
    Rule(
        "acquisition.studies-own-purchase",
        rf"(?P<v><neg><modal><neg><aux>{_DEAL}<pas>) (?:son|leur) (?:éventuel |possible |prochain )?{NOUN}(?! (?:<by>|de|du|des)\b| d')",
        subject="acquirer",
        tells="both",
        topic="target",
        prior=0.72,
    ),
    Rule(
        "acquisition.after-those-of",
        r"(?:acquisitions?|rachats?|emplettes?|opérations?|reprises?)[^.;«»\ue000]{0,70}? (?:après|avec|dont|notamment|à la suite de) (?:celles?|ceux|celui) <of>(?P<target><firms>)",
        fixed=Standing("InForce"),
        owner="acquirer",
        prior=0.78,
    ),
)
