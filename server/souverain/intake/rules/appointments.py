"""Rules for roles that begin, end, or pass from one person to another."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.nominations import NOMINATIONS
from souverain.intake.rules.titles import (
    AS,
    DET,
    ENDS,
    OF,
    OFFICE,
    OR_POST,
    ORG,
    ORG2,
    PRE,
    TITLE,
)
from souverain.intake.standing import Standing

_NAMED = r"(?:nomm(?:e|ent|é|ée|er|era|ait|eront)|désign(?:e|ent|é|ée|er|era)|prom(?:eut|u|ue|ouvoir)|choisi(?:t|e|r)?|(?:ré)?élu(?:e|t)?|(?:ré)?élir|recrut(?:e|ent|é|ée|er)|débauch(?:e|é|ée|er)|intronis(?:e|é|ée)|propuls(?:e|é|ée)|reconduit(?:e)?|confirm(?:é|ée)|install(?:e|é|ée)|appel(?:é|ée)|bombard(?:é|ée)|embauch(?:e|é|ée)|titularis(?:e|é|ée)|coopt(?:e|é|ée)|maintenue?|port(?:é|ée)|place|placée?|appoints?|appointed|named|names|hires?|hired|elected|promoted)"
_LEFT = r"(?:quitt(?:e|ent|é|ée|er|era|erait|ait|ant)|démissionn(?:e|é|er|aire)|abandonn(?:e|é|er)|laiss(?:e|é|er)|céd(?:é|er)|cède|renonc(?:e|é|er) à|(?:a été |est |était )?(?:limogée?|débarquée?|remerciée?|évincée?|révoquée?|démise?|relevée?|déchargée?|poussée?)|leaves?|left|resigns?|resigned|steps? down|stepped down)"
_DUTIES = r"(?:fonctions?|poste|mandat|siège|place|fauteuil)"
_TAKES = r"(?:pren(?:d|dre|dra|drait|ant)|prennent|pris|assure(?:r|ra)?|assurait|assum(?:e|er|era|ait)|occup(?:e|er|era|ait)|conserv(?:e|er|era)|gard(?:e|er|era)|obtien(?:t|dra)|obtenu|exerc(?:e|er|era|ait)|retrouv(?:e|er|era|é)|récupèr(?:e|era)|récupéré|décroch(?:e|é)|hérit(?:e|er|era|é)|accèd(?:e|era)|accédé|takes|took|taking)"
_GOES = r"(?:(?:a été|est|sera|serait|avait été|vient d'être|était|was|has been) (?:également |aussi |finalement )?(?:confiée?|attribuée?|assurée?|dévolue?|remise)|revien(?:t|dra|drait)|échoit|échoira|incombe(?:ra)?)"

RULES = (
    Rule(
        "role.is",
        rf"(?P<v><neg>(?:est|était|sera|serait|<modal>devenir|devient|devenait|deviendra|deviendrait|devenue?|est devenue?|reste|restera|demeure|fut|is|was|becomes|became|remains))<pas>(?: à la fois)?(?: le <when>)? {DET}{PRE}{TITLE}{OF}{ORG}",
        subject="person",
        tells="office",
        bare=True,
        prior=0.87,
    ),
    Rule(
        "role.is-at",
        rf"(?:chez|au sein d[eu']) ?(?:la |l')?(?P<organization><name>),? (?P<person><human>) (?P<v><neg>(?:est|était|sera|serait|<modal>devenir|devient|deviendra|est devenue?|reste|demeure|<be>{_NAMED}))<pas>{AS} ?{DET}{PRE}{TITLE}{ENDS}",
        tells="office",
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.is-named",
        rf"(?P<v><neg><modal><neg><be>?{_NAMED})<pas>{AS} {DET}{PRE}{TITLE}{OF}{ORG}",
        subject="person",
        tells="named",
        bare=True,
        prior=0.9,
    ),
    Rule(
        "role.names",
        rf"(?P<v><neg><modal><neg><aux>{_NAMED})<pas>(?: à l'unanimité)? (?P<person><human>){AS} ?,? ?{DET}{PRE}{TITLE}(?={OF}<name>|{ENDS})(?:{OF}{ORG2})?",
        subject="organization",
        tells="named",
        bare=True,
        prior=0.87,
    ),
    Rule(
        "role.board-names",
        rf"(?:conseil d'administration|conseil de surveillance|conseil|assemblée générale|administrateurs|actionnaires)(?:(?: de la| de l'| du| de| d') ?(?P<organization><name>|\ue002+))?<adv> (?P<v><neg><modal><neg><aux>{_NAMED})<pas>(?: à l'unanimité)? (?P<person><human>)(?:,[^,.;]{{3,60}},)?{AS} ?,? ?{DET}{PRE}{TITLE}(?={OF}<name>|{ENDS})",
        topic="organization",
        tells="named",
        bare=True,
        prior=0.85,
    ),
    Rule(
        "role.named-own",
        rf"(?P<v><neg><modal><neg><be>?{_NAMED})<pas>{AS} {DET}{PRE}{TITLE}{ENDS}",
        subject="person",
        topic="organization",
        tells="named",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.becomes-own",
        rf"(?P<v><neg>(?:<modal>devenir|devient|deviendra|deviendrait|est devenue?|reste|restera|demeure))<pas>(?: le <when>)? {DET}{PRE}{TITLE}{ENDS}",
        subject="person",
        topic="organization",
        tells="office",
        bare=True,
        prior=0.72,
    ),
    Rule(
        "role.takes-office",
        rf"(?P<v><neg><modal><neg><aux>{_TAKES})<pas> (?:(?:le|les|la|au|aux|du|ses|son|de ses) {_DUTIES} (?:de |d'|du ))(?:la )?{OR_POST}(?={OF}{ORG.replace('(?P<organization>', '(?:')}|{ENDS})(?:{OF}{ORG})?",
        subject="person",
        topic="organization",
        tells="office",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.post-goes-to",
        rf"(?:la |sa |leur )(?P<title>(?:co-?)?direction(?: générale)?|présidence|vice-présidence|tête|gérance){OF}{ORG} (?P<v>{_GOES})<adv> (?:à|par) {DET}(?P<person><human>)",
        tells="named",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.entrusts-post",
        rf"(?P<v><neg><modal><neg><aux>(?:confi(?:e|é|er|era)|remis|remet))<pas> (?:la |les )(?P<title>direction(?: générale)?|présidence|rênes|commandes|clés)(?:{OF}{ORG2})?<pas> à (?P<person><human>)",
        subject="organization",
        tells="named",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.interim",
        r"(?P<title>intérim) (?P<v>(?:est|sera|a été|était) (?:assurée?|confiée?))<adv> (?:par|à) (?P<person><human>)",
        topic="organization",
        tells="named",
        bare=True,
        prior=0.8,
    ),
    Rule(
        "role.leaves-office",
        rf"(?P<v><neg><modal><neg><aux>{_LEFT})<pas> (?:(?:de |à )?(?:ses|son|sa|leurs?|la|le) {_DUTIES} (?:de |d')|(?:de )?(?:la |le |as ))?{DET}{OR_POST}{OF}{ORG}",
        subject="person",
        fixed=Standing("Ended"),
        tells="end",
        bare=True,
        prior=0.87,
    ),
    Rule(
        "role.leaves-own-office",
        rf"(?P<v><neg><modal><neg><aux>{_LEFT})<pas> (?:(?:de |à )?(?:ses|son|sa|la|le) {_DUTIES} (?:de |d')|(?=la (?:tête|direction|présidence))){DET}{OR_POST}{ENDS}",
        subject="person",
        topic="organization",
        fixed=Standing("Ended"),
        tells="end",
        bare=True,
        prior=0.75,
    ),
    Rule(
        "role.dismissed",
        rf"(?P<v><neg><modal><neg><aux>(?:révoqu|limog|évinc|débarqu|remerci|licenci)(?:e|é|er|era|ait))<pas> (?:le |la |l'|son |sa )(?P<title>{OFFICE}),? (?P<person><human>)",
        topic="organization",
        fixed=Standing("Ended"),
        tells="end",
        bare=True,
        prior=0.82,
    ),
    Rule(
        "role.succeeds",
        rf"(?P<v><neg><modal><neg><aux>(?:succèd(?:e|era|erait)|succéd(?:é|er|ait|ant)|rempla(?:ce|cer|cera|cé|çant)))<pas> (?:à |au )?(?:M\. |Mme )?<person>(?:,)? (?:au poste d[e'u]|comme|en tant que|aux fonctions d[e'u]|as|à la) ?{DET}(?P<title>{OFFICE}|tête|direction générale|direction|présidence){OF}{ORG}",
        subject="person",
        tells="office",
        bare=True,
        prior=0.82,
    ),
    Rule(
        "role.joins-as",
        rf"(?P<v><neg><modal><neg><aux>(?:rejoi(?:nt|ndre|ndra|gnent)|intègr(?:e|era)|intégré|arriv(?:e|é|ée|era) (?:chez|à)|entr(?:e|é|ée|era) (?:chez|à)|joins|joined))<pas> (?P<organization><name>),?<adv> (?:comme|en tant que|au poste d[e'u]|en qualité d[e'u]|pour en devenir|as) ?{DET}{TITLE}{ENDS}",
        subject="person",
        tells="office",
        bare=True,
        prior=0.85,
    ),
    *NOMINATIONS,
)
