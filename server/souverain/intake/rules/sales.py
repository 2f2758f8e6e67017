"""Rules for acquisitions told from the firm or its seller: « racheté par X », « vendu à X »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.buying import SALE
from souverain.intake.standing import Standing

_BOUGHT = r"(?:rachet[ée]e?s?|achetée?s?|acquise?s?|reprise?s?|absorbée?s?|avalée?s?|croquée?s?|phagocytée?s?|acquired|bought|taken over|purchased)"
_SELL = r"(?:vend(?:u|re|ent|ra|ait|rait)?|cèd(?:e|ent|era|erait)|céd(?:é|er|ait)|revend(?:u|re|ra)?|se sépar(?:e|er) d[e']|sold|sells?|sell)"
_DEAL = r"(?:annon(?:ce|cent|çait|cé|cer|cera)|confirm(?:e|ent|é|er|ait)|finalis(?:e|ent|é|er|era)|boucl(?:e|ent|é|er|era)|négoci(?:e|ent|é|er)|envisag(?:e|ent|é|er|eait)|étudi(?:e|ent|é|er|ait)|conclu(?:t|ent|re)?|achev(?:é|er)|achèv(?:e|ent)|officialis(?:e|ent|é|er)|prépar(?:e|ent|é|er)|sign(?:e|ent|é|er)|valid(?:e|ent|é|er)|autoris(?:e|ent|é|er)|ordonn(?:e|é|er)|prononc(?:e|é|er)|approuv(?:e|é|er)|renonc(?:e|ent|é|er) à|abandonn(?:e|ent|é|er)|accept(?:e|é|er))"
# « du fabricant de baies de stockage »: what a description of the firm goes on with.
_OF_WHAT = r"(?: (?:de|d'|en) ?[a-zéèêàç'-]{3,}(?: (?:de |d'|à |et )?[a-zéèêàç'-]{4,}){0,3})?"

SALES = (
    Rule(
        "acquisition.bought-by",
        rf"(?P<v><neg><modal><neg><be>?{_BOUGHT})(?: à <share>| (?:pour|moyennant|contre|la bagatelle de) (?:près de |environ |plus de |quelque )?<money>| à hauteur de (?P<share><share>))?<adv>(?: (?:pour|moyennant|la bagatelle de) <money>,?)?<adv>(?:,? (?:en|au|à|dans) [a-zéèêàûç ]{{3,25}})? <by> (?P<acquirer><parties>)(?! par )",
        subject="target",
        prior=0.9,
    ),
    Rule(
        "acquisition.gets-bought-by",
        r"(?P<v><neg><modal>(?:(?:se )?(?:fait|font|fera|faire|ferait)|(?:s'est |s'était |se sont )fait)) (?:racheter|croquer|avaler|absorber|reprendre|acquérir|dévorer)<adv> <by> (?P<acquirer><parties>)",
        subject="target",
        prior=0.85,
    ),
    Rule(
        "acquisition.and-the-other-by",
        rf"{_BOUGHT}(?: <when>)? par <firm>,? (?:et|puis|tandis que) (?P<target><firm>) par (?P<acquirer><parties>)",
        fixed=Standing("InForce"),
        prior=0.82,
    ),
    Rule(
        "acquisition.bought-then-name",
        rf"{_BOUGHT}<adv>(?: pour <money>)?<adv> <by> (?P<acquirer><parties>)(?:<adv>|,? en <when>|[^,.;]{{0,30}}), (?P<target><firm>)(?= \S)",
        fixed=Standing("InForce"),
        prior=0.82,
    ),
    Rule(
        "acquisition.falls-to",
        r"(?P<v><neg><modal><neg><aux><be>?(?:pass(?:e|er|é|ée|era|erait|ent)|tomb(?:e|er|é|ée|ait|era)|rejoi(?:nt|ndre|ndra|gnent)|intègr(?:e|era)|intégr(?:er|é)|entr(?:e|er|ée?|era)|atterri(?:t|r)?<pas>) (?:sous (?:le contrôle|la coupe|pavillon|la bannière|le giron)|dans (?:le giron|l'orbite|l'escarcelle|les mains|les bras|le portefeuille)|aux mains|le giron|le portefeuille|entre les mains)) (?:de|du|d'|des|de l'|de la) ?(?P<acquirer><parties>)",
        subject="target",
        prior=0.85,
    ),
    Rule(
        "acquisition.sold-to",
        r"(?P<v><neg><modal><neg><be>(?:<pas>\s)?(?:vendue?s?|cédée?s?|revendue?s?|sold)<pas>)(?: à <share>| pour <money>| en totalité| intégralement)?<adv> (?:à |au |aux |to )(?P<acquirer><parties>)",
        subject="target",
        prior=0.87,
    ),
    Rule(
        "acquisition.sold-then",
        r"(?P<target><firm>), (?:vendue?|cédée?|revendue?)(?:<pas>)(?: par <parties>)?(?: pour <money>)?<adv> (?:à |au |aux )(?P<acquirer><parties>)",
        fixed=Standing("InForce"),
        prior=0.85,
    ),
    Rule(
        "acquisition.sells-to",
        rf"(?P<v><neg><modal><neg><aux>{_SELL}<pas>)(?: pour <money>)?(?: (?P<share><share>)(?: <capital>)? (?:de|d'|du))? ?(?P<target><firm>)<adv>(?: pour <money>)?,? (?:à |au |aux |to )(?:la |l')?(?P<acquirer><parties>)",
        prior=0.85,
    ),
    Rule(
        "acquisition.sells-to-him",
        rf"(?P<v><neg><modal><neg><aux>{_SELL}<pas>) (?:à |au |aux )(?P<acquirer><parties>) (?P<target><firm>)",
        prior=0.8,
    ),
    Rule(
        "acquisition.plans-sale-to",
        rf"(?P<v><neg><modal><neg><aux>{_DEAL}<pas>) (?:un accord (?:pour|portant sur|en vue de) |son (?:projet|intention) de |un projet de )?(?:la |une |sa )?{SALE}(?: (?:de|à hauteur de) (?P<share><share>)(?: <capital>)?)? <of>(?P<target><firm>){_OF_WHAT}<adv>,? (?:à |au |aux |au profit de )(?:la |l')?(?P<acquirer><parties>)",
        tells="both",
        prior=0.85,
    ),
    Rule(
        "acquisition.sale-to",
        rf"{SALE}(?: (?:de|à hauteur de) (?P<share><share>)(?: <capital>)?)? <of>(?P<target><firm>){_OF_WHAT}(?: pour <money>)?<adv>,? (?:à |au |aux |au profit de )(?:la |l')?(?P<acquirer><parties>)",
        tells="outcome",
        prior=0.85,
    ),
    Rule(
        "acquisition.sale-of-it-to",
        rf"(?:sa|une|leur) (?:éventuelle |possible |prochaine )?{SALE}<adv>,? (?:à |au |aux |au profit d[eu] ?)(?:la |l')?(?P<acquirer><parties>)",
        topic="target",
        tells="outcome",
        prior=0.72,
    ),
)
