"""Rules for acquisitions: who buys which firm, and how much of it."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.buying import ALL, BID, BUY, GRAB, NOUN, OF, OFFER, N
from souverain.intake.rules.sales import SALES
from souverain.intake.standing import Standing

_DEAL = r"(?:annon(?:ce|cent|çait|cé|cer|cera)|confirm(?:e|ent|é|er|ait)|finalis(?:e|ent|é|er|era)|boucl(?:e|ent|é|er|era)|concrétis(?:e|er|é)|prévoi(?:t|ent)|prévu|négoci(?:e|ent|é|er)|envisag(?:e|ent|é|er|eait)|étudi(?:e|ent|é|er|ait|erait)|conclu(?:t|ent|re)?|achev(?:é|er)|achèv(?:e|ent)|réalis(?:e|ent|é|er|era)|officialis(?:e|ent|é|er)|prépar(?:e|ent|é|er)|dévoil(?:e|ent|é|er)|sign(?:e|ent|é|er)|vis(?:e|ent|é)|propos(?:e|ent|é)|renonc(?:e|ent|é|er) à|abandonn(?:e|ent|é|er)|enterr(?:e|é|er)|jet(?:te|é|er) l'éponge (?:sur|dans)|discut(?:e|ent|é|er)|réfléchi(?:t|ssent)? à|n'exclut pas|lan(?:ce|cent|cé|cer)|men(?:é|er|ait)|vot(?:e|er|é)|tent(?:e|er|é)|dément(?:i|ent)?|souhait\w+|voulait|veut|procéd(?:é|er) à|procède à|financ(?:e|er|é)|étai(?:t|ent) en négociation pour|est en négociation pour|ambitionne|signe|réuss(?:i|it)|rat(?:e|é)|manqu(?:e|é)|suspen(?:d|du)|poursui(?:t|vi|vre)|mis fin à|me(?:t|ttre) fin à|est candidat à|sont candidats à|candidate? à|en lice pour|intéressée?s? par|finance|announces?|announced|completes?|completed|confirms?|confirmed|plans?)"
_LINK = r"(?:vouloir (?:finaliser |boucler )?|(?:avoir|être parvenu à) (?:finalisé|bouclé|signé|conclu|réalisé|finaliser|boucler) |être (?:entrée?s? )?en négociations? (?:exclusives?|avancées?) (?:avec <firm> )?(?:pour|en vue d[eu]) |la signature d'un accord (?:pour|en vue d[eu]|portant sur) |son (?:projet|intention|souhait|offre) d[e'] ?|(?:un |l')(?:accord|protocole d'accord)(?: (?:définitif|ferme|de principe|engageant))?(?: avec <firm>)? (?:pour|en vue d[eu]|portant sur|sur|relatif à) ?|(?:une |sa )?(?:lettre d'intention|promesse)(?: avec <firm>)? (?:pour|en vue d[eu]) |des négociations exclusives (?:avec <firm> )?(?:pour|en vue d[eu]) |un projet d[e'] ?|l'accord de |la signature d[eu'] ?|la finalisation d[eu'] ?|une? (?:deuxième|seconde|nouvelle|première) )*"
_TALKS = r"(?:négociations?|discussions?|pourparlers|talks|exclusivité|offre|accord|protocole)(?: (?:exclusives?|avancées?|définitif|ferme|de principe|signé))*(?: <when>)?(?: avec (?:la |le |l'|son |les )?[^,.;:]{2,40}?)?"

RULES = (
    *SALES,
    Rule(
        "acquisition.which-he-bought",
        rf"(?P<target><firm>)<paren>,? (?:que |qu')(?P<acquirer><parties>)<adv>,? (?P<v><neg><modal><neg><aux>{BUY}<pas>)",
        prior=0.88,
    ),
    Rule(
        "acquisition.of-which-he-takes-control",
        r"(?P<target><firm>)<paren>,? (?:dont|sur (?:lequel|laquelle)) (?P<acquirer><parties>)<adv>,? (?P<v><neg><modal><neg><aux>(?:pris le contrôle|prend le contrôle|fait l'acquisition|s'est emparée?|emparée?|mis la main|prendra le contrôle|repris le contrôle))",
        prior=0.88,
    ),
    Rule(
        "acquisition.talks-with-him",
        rf"(?:négociations?|discussions?|pourparlers|exclusivité|accord)(?: (?:exclusives?|avancées?))* avec (?P<acquirer><parties>)<adv>,? (?:pour|en vue d[e']|portant sur|sur) ?(?:lui (?:céder|vendre) |céder |vendre |(?:la |une )?(?:cession|vente) {OF})(?P<target><firm>)",
        fixed=Standing("Planned"),
        prior=0.82,
    ),
    Rule(
        "acquisition.chosen-to-buy",
        rf"(?:choisi(?:t|ssent)?|retenu|retient|désigné|préféré|sélectionné)<pas> (?P<acquirer><parties>) (?:pour|comme repreneur d[eu'] ?|comme acquéreur d[eu'] ?)(?: ?(?:reprendre|racheter|acquérir|la reprise {OF}|le rachat {OF}))? ?(?P<target><firm>)",
        fixed=Standing("Planned"),
        prior=0.78,
    ),
    Rule(
        "acquisition.offers-money-for",
        r"(?P<v><neg><modal><neg><aux>(?:propos(?:e|ent|é|er|ait)|offr(?:e|ent|ir|ait)|offert|mis(?:e)? sur la table|met(?:tre)? sur la table)<pas>) (?:jusqu'à )?<money> (?:pour|afin de racheter|pour racheter|pour acquérir|pour reprendre) (?:les <share> (?:de|du|d') ?)?(?P<target><firm>)",
        subject="acquirer",
        tells="bid",
        prior=0.82,
    ),
    Rule(
        "acquisition.answers-bid",
        rf"(?P<v><neg><modal><neg><aux>(?:accept(?:e|ent|é|er|ait)|refus(?:e|ent|é|er|ait)|rejet(?:te|tent|é|er)|repouss(?:e|é|er)|déclin(?:e|é|er)|étudi(?:e|ent|é|er)|examin(?:e|ent|é|er)|approuv(?:e|é|er)|reç(?:oit|u)|écart(?:e|é|er)|soutien(?:t|nent))<pas>) (?:l'|une |cette |la |son |un )(?:nouvelle |première )?(?:{OFFER}|OPA|OPE|projet de rachat)(?: (?:à <money>|de <money>|[a-zéèê]+))? (?:<of>|formulée par |présentée par |déposée par |lancée par |soumise par )(?P<acquirer><parties>)",
        subject="target",
        tells="bid",
        prior=0.82,
    ),
    Rule(
        "acquisition.buys-from-him",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>) (?:à|au|auprès de|auprès du|auprès d'|aux) ?<firms>,? (?:les |ses |sa |leurs )?(?:{N}|<stake> (?:de (?P<share2><share>) )?(?:dans|de|du|d') ?)(?P<target><firm>)",
        subject="acquirer",
        least=50,
        prior=0.85,
    ),
    Rule(
        "acquisition.buys",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>)(?:,? pour <money>,?)?(?:,? (?:coup sur coup|tour à tour|ensemble|à son tour|successivement|notamment),?)? (?:{N}|{ALL})(?P<target><firms>)(?! (?:et|ou) (?:son|sa|ses) )",
        subject="acquirer",
        least=50,
        prior=0.9,
    ),
    Rule(
        "acquisition.buys-all-titles",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>) (?P<share><share>) (?:<capital> )?(?:<of>)(?P<target><firm>)",
        subject="acquirer",
        least=50,
        prior=0.9,
    ),
    Rule(
        "acquisition.buys-share-of-it",
        r"(?P<v>en <modal><aux>(?:rach[eè]t(?:e|ent|é|er|era)|acqui(?:ert|èrent|s|erra)|acquérir|repren(?:d|dra)|repris)|<modal>en <aux>(?:racheter|acquérir|reprendre|racheté|acquis|repris)<pas>) (?P<share><share>)(?! (?:de|du|des|dans)\b| d')",
        subject="acquirer",
        topic="target",
        least=50,
        prior=0.75,
    ),
    Rule(
        "acquisition.buys-the-rest",
        rf"(?P<v><neg><modal><neg><aux>{BUY}<pas>) les (?P<share><share>) (?:restants?|qu'il ne (?:détient|détenait|possède|possédait) pas(?: encore)?|du capital(?= qu))",
        subject="acquirer",
        topic="target",
        prior=0.78,
    ),
    Rule(
        "acquisition.grabs",
        rf"(?P<v><neg><modal><neg><aux>{GRAB}<pas>) ?(?:la |l'|le )?{N}(?P<target><firms>)",
        subject="acquirer",
        prior=0.87,
    ),
    Rule(
        "acquisition.bids",
        rf"(?P<v><neg><modal><neg><aux>{BID})(?:{N})(?P<target><firm>)",
        subject="acquirer",
        tells="bid",
        prior=0.85,
    ),
    Rule(
        "acquisition.bid-of-on",
        r"(?:OPA|OPE|offre(?: publique)?(?: d'achat| d'échange| de rachat| de reprise)?)(?: (?:amicale|hostile|simplifiée))? <of>(?P<acquirer><parties>) (?:sur|visant|pour (?:la reprise|le rachat|l'acquisition|racheter|reprendre|acquérir)(?: <of>)?) ?(?:le |la |l')?(?P<target><firm>)",
        tells="bid",
        prior=0.82,
    ),
    Rule(
        "acquisition.talks-to-buy",
        rf"{_TALKS} (?:pour|en vue d[e'u]|to|afin d[e']|portant sur|sur)\s?(?:le |la |l'|d'|de |son |un |une )?(?:{NOUN} (?:de la|de l'|du|de|d'|des|of) ?|{BUY} )(?:{N}|{ALL})(?P<target><firm>)",
        subject="acquirer",
        fixed=Standing("Planned"),
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
        rf"(?P<v><neg><modal><neg><aux>{_DEAL}<pas>) {_LINK}(?:le |la |l'|un |une |du |au |the |its |son |à la |à l'|d')?{NOUN}(?: (?:à |de )(?P<share><share>))?(?: pour <money>)? {ALL}{OF}(?:(?P<share2><share>)(?: <capital>)? (?:de|du|d') ?)?(?P<target><firms>)",
        subject="acquirer",
        tells="both",
        prior=0.87,
    ),
    Rule(
        "acquisition.buyer-of",
        r"(?P<v><be>?)(?:l'|le |un |son )?(?:acquéreur|repreneur|acheteur|nouveau propriétaire)(?: (?:potentiel|pressenti))? (?:de la|de l'|du|de|d') ?(?P<target><firm>)",
        subject="acquirer",
        prior=0.75,
    ),
    Rule(
        "acquisition.candidate-for",
        rf"(?P<v><neg><be>)(?:candidate?s?|intéressée?s?|en lice|prête?s?|favori<pas>) (?:à|pour|par) (?:le |la |l'|racheter |un )?(?:{NOUN} {OF})?(?P<target><firm>)",
        subject="acquirer",
        tells="bid",
        prior=0.75,
    ),
    Rule(
        "acquisition.chosen-for",
        rf"(?:offre|proposition|projet|dossier) <of>(?P<acquirer><parties>),? (?:pour (?:la |le |l'){NOUN} {OF}|pour (?:reprendre|racheter) )(?P<target><firm>)",
        tells="bid",
        prior=0.75,
    ),
    Rule(
        "acquisition.after-buying",
        rf"(?:après|depuis|avec|suite à|grâce à|lors de|à la suite de|via|through|after|with) (?:avoir (?:racheté|acquis|repris|absorbé|avalé) |le |la |l'|the )(?:{NOUN} (?:de la|de l'|du|de|d'|des|of) ?)?(?P<target><firm>)(?:<adv>|,? en <when>|[^,.;\ue000-\ue00a]{{0,30}}),? (?P<acquirer><firm>)",
        fixed=Standing("InForce"),
        prior=0.7,
    ),
    Rule(
        "acquisition.by-buying-then-name",
        rf"en (?:rachetant|reprenant|acquérant|s'offrant|absorbant|s'emparant d[eu']|mettant la main sur|prenant le contrôle d[eu']) ?{N}(?P<target><firm>)(?:<adv>|[^,.;\ue000-\ue00a]{{0,40}}), (?P<acquirer><firm>)",
        fixed=Standing("InForce"),
        prior=0.82,
    ),
    Rule(
        "acquisition.by-buying",
        rf"en (?:rachetant|reprenant|acquérant|s'offrant|absorbant|s'emparant d[eu']|mettant la main sur|prenant le contrôle d[eu']) ?{N}(?P<target><firm>)",
        fixed=Standing("InForce"),
        owner="acquirer",
        prior=0.75,
    ),
    Rule(
        "acquisition.own-purchases",
        rf"(?:avec|par|après|depuis|via|suite à|grâce à|à la suite de|de|lors de|à l'occasion de) (?:son|sa|leur|l'|le |la |the)\s?{NOUN} {ALL}{OF}(?:(?P<share><share>)(?: <capital>)? (?:de|du|d') ?)?(?P<target><firm>)",
        tells="noun",
        owner="acquirer",
        prior=0.75,
    ),
    Rule(
        "acquisition.recovers-parts",
        r"(?P<v><neg><modal><neg><aux>(?:acqui(?:ert|s|èrent|erra)|rach[eè]t(?:e|é|er|ent|era)|récup[éè]r(?:e|é|er|ant|era)|repren(?:d|dre|ant)|repris)<pas>) (?:les |la |ses |des )(?:parts?|titres|actions|participations?)(?: (?:détenue?s?|restantes?|possédée?s?))?(?: (?:par|de|du|d'|des|de la) ?<parties>)? (?:dans|au capital d[eu']) ?(?P<target><firm>)",
        subject="acquirer",
        prior=0.7,
    ),
)
