"""Rules for stakes told by what somebody is: « actionnaire de Y », « premier actionnaire avec 28 % »."""

from __future__ import annotations

from souverain.intake.rule import Rule
from souverain.intake.rules.shares import FIGURES, KIND, OF_WHICH, RANK, SHARE, SHAREHOLDER, UNTIL
from souverain.intake.standing import Standing

_UNSTATED = {"basis": "Unstated"}
_AT = r"(?:,? (?:(?:devant|derrière) [^,.;()]{3,50}, )?(?:à hauteur de|à concurrence de|à|avec(?: environ)?(?: une (?:participation|part) (?:de|d'))?|détenant|fort de|pour|with|at) (?P<share><share>)| \((?P<share2><share>)[^()]{0,20}\))"
_WHO = rf"{RANK}{SHAREHOLDER}{KIND}"
# « Jean Morvan, PDG et premier actionnaire de Y »: who stands before the comma.
_BESIDE = r"(?P<holder><party>)<paren>?(?:, |\s\(|\s[–—-] )(?:(?!\ue000|\ue001)[^,.;:()«»]{3,70} et )?(?:par ailleurs |également |aussi |aujourd'hui |désormais |toujours |alors |déjà |actuellement |jusqu'ici |lui-même |elle-même )?"

SHAREHOLDER_RULES = (
    Rule(
        "stake.shareholder-of-share",
        rf"(?P<v><neg><modal><be>){_WHO}<adv>,? (?:<at>|détenant |fort de )(?P<share><share>)(?: <capital>)?,? (?:<in>)(?P<target><firm>)",
        subject="holder",
        tells="state",
        prior=0.88,
    ),
    Rule(
        "stake.with-share-is-shareholder",
        rf"(?:avec|fort d[e']|à la tête d[e']|with) ?{SHARE},? (?P<holder><parties>)<adv>,? (?P<v><be>){_WHO}<adv> <of>(?P<target><firm>)",
        tells="state",
        prior=0.88,
    ),
    Rule(
        "stake.of-which-shareholder",
        rf"{OF_WHICH} (?P<holder><parties>) (?P<v><neg><be><adv> ?){_WHO}{_AT}?",
        tells="state",
        fills=_UNSTATED,
        prior=0.88,
    ),
    Rule(
        "stake.of-which-the-shareholder-is",
        rf"{OF_WHICH} {_WHO} (?P<v><neg><be>)(?:autre que |plus autre que )?(?P<holder><parties>){_AT}?",
        tells="state",
        fills=_UNSTATED,
        prior=0.88,
    ),
    Rule(
        "stake.majority-shareholder",
        rf"(?P<v><neg><modal><be>){RANK}(?:actionnaires? majoritaires?|actionnaires? de contrôle|majority (?:shareholder|owner)s?)<adv> <of>(?P<target><firm>){_AT}?",
        subject="holder",
        tells="state",
        fills={"basis": "Majority"},
        prior=0.88,
    ),
    Rule(
        "stake.shareholder",
        rf"(?P<v><neg><modal><be>){_WHO}<adv> <of>(?P<target><firm>)<paren>{_AT}?",
        subject="holder",
        tells="state",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.beside-shareholder-of-share",
        rf"{_BESIDE}{_WHO}<adv>,? (?:<at>|détenant |fort de )(?P<share><share>)(?: <capital>)?,? (?:<in>)(?P<target><firm>)",
        tells="title",
        prior=0.88,
    ),
    Rule(
        "stake.beside-majority-shareholder",
        rf"{_BESIDE}{RANK}(?:actionnaires? majoritaires?|actionnaires? de contrôle|majority (?:shareholder|owner)s?)<adv> <of>(?P<target><firm>){_AT}?",
        tells="title",
        fills={"basis": "Majority"},
        prior=0.88,
    ),
    Rule(
        "stake.beside-shareholder",
        rf"{_BESIDE}{_WHO}<adv>(?: notamment| entre autres)? <of>(?P<target><firm>)<paren>{_AT}?",
        tells="title",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.shareholder-with-share",
        rf"(?P<v><neg><modal><be>){_WHO}<adv>{_AT}",
        subject="holder",
        tells="state",
        topic="target",
        fills=_UNSTATED,
        prior=0.78,
    ),
    Rule(
        "stake.its-shareholder",
        rf"(?P<v><neg><modal><be>en |en (?:est|sont|devient|deviendra|deviendrait|reste|restera|était)(?: <not>)? )(?:<not> )?{_WHO}{_AT}?(?=[,.; ])",
        subject="holder",
        tells="state",
        topic="target",
        fills=_UNSTATED,
        prior=0.75,
    ),
    Rule(
        "stake.shareholder-then-name",
        rf"(?:co-?)?actionnaires?{KIND}(?: <at>(?P<share><share>))? <of>(?P<target><firm>){UNTIL}(?P<holder><parties>)(?= (?!et\b|ou\b)[a-zé])",
        tells="title",
        fills=_UNSTATED,
        prior=0.8,
    ),
    Rule(
        "stake.with-share-of-then-name",
        r"(?:avec|fort d[e']|à la tête d[e']) ?(?P<share><share>) <capital> <of>(?P<target><firm>)<adv>, (?P<holder><name>)(?= (?!et\b|ou\b)[a-zé])",
        fixed=Standing("InForce"),
        prior=0.82,
    ),
    Rule(
        "stake.its-shareholder-named-before",
        rf"(?P<holder><name>), (?:son|sa|leur) (?:(?:principal|premier|nouvel|seul|unique|autre) )?(?:{SHAREHOLDER}|maison[ -]mère){KIND}(?:,? <at>(?P<share><share>)| \((?P<share2><share>)\))?",
        tells="title",
        owner="target",
        bare=True,
        fills=_UNSTATED,
        prior=0.75,
    ),
    Rule(
        "stake.the-shareholder-is",
        rf"{_WHO} <of>(?P<target><firm>)<paren> (?P<v><neg><be>)(?:autre que |plus autre que )?(?P<holder><parties>)(?! [a-zéè]+(?:é|ée|és)\b){_AT}?",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.the-shareholders-are",
        rf"(?:parmi|dont) (?:les|ses) {SHAREHOLDER}{KIND} <of>(?P<target><firm>),? (?P<v>(?:figur(?:e|ent)|on (?:trouve|retrouve|compte)|se trouvent|comptent)) (?:notamment |entre autres |aussi )?(?P<holder><parties>)",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.counts-among-shareholders",
        rf"(?P<v><neg>)(?:compt(?:e|ent|ait|er)|a pour|avait pour|ont pour)<pas> (?:notamment )?(?P<holder><parties>) (?:parmi|au nombre de|au rang de|comme|pour) (?:ses |son |leurs )?(?:{RANK}){SHAREHOLDER}{KIND}",
        subject="target",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.has-as-shareholder",
        rf"(?P<v><neg>)(?:a|avait|aura|ont|compte) (?:désormais |aussi |notamment )?pour (?:{RANK}){SHAREHOLDER}{KIND} (?P<holder><parties>){_AT}?",
        subject="target",
        tells="state",
        fills=_UNSTATED,
        prior=0.85,
    ),
    Rule(
        "stake.shareholders-named-shares",
        rf"(?:les|ses|des|aux|leurs|deux|trois|quatre) {SHAREHOLDER}{KIND} <of>(?P<target><firm>)(?:,| :| \(|, à savoir| que sont) (?P<holder><party>){FIGURES}(?P<share><share>)",
        fixed=Standing("InForce"),
        prior=0.85,
    ),
    Rule(
        "stake.shareholder-named",
        rf"(?:l'|le |la |un |les |des |aux |du |au |son |à l'|par l')?(?:(?:deux|trois|quatre|premiers?|principa(?:l|ux)|seuls?|unique|grands?|nouve(?:l|aux)|ancien|autres?|co)[ -])*{SHAREHOLDER}{KIND} <of>(?P<target><name>)(?:,| :|, à savoir| que sont) (?P<holder><parties>)(?:,? <at>?(?P<share><share>)| \((?P<share2><share>)[^()]{{0,20}}\))?",
        tells="title",
        fills=_UNSTATED,
        prior=0.8,
        bare=True,
    ),
    Rule(
        "stake.own-shareholder",
        rf"(?:son|sa|leur|its) (?:(?:principal|premier|nouvel|seul|autre|main) )?(?:{SHAREHOLDER}|maison[ -]mère){KIND},? (?:le |la |l')?(?:fonds |groupe |holding |famille )?(?:[a-zéèêàç-]+ )?(?P<holder><name>)(?:,? <at>(?P<share><share>)| \((?P<share2><share>)\))?",
        tells="state",
        owner="target",
        bare=True,
        fills=_UNSTATED,
        prior=0.75,
    ),
    Rule(
        "stake.own-shareholders",
        rf"(?:ses|leurs) (?:(?:deux|trois|quatre|principaux|premiers|nouveaux|seuls|autres|grands) )*{SHAREHOLDER}{KIND}(?:,| :|, à savoir|, dont| dont| \(| que sont)(?: notamment)? (?P<holder><parties>)(?! [a-zéè]+(?:é|ée|és)\b)(?! \()",
        tells="title",
        owner="target",
        fills=_UNSTATED,
        prior=0.78,
    ),
    Rule(
        "stake.shareholder-weighs",
        rf"(?P<holder><name>),? (?:(?:le|son|l'|leur) )?{RANK}{SHAREHOLDER}{KIND}(?: <of>(?P<target><firm>))?(?: \(|,? (?:à|à hauteur de|avec) )(?P<share><share>)",
        tells="title",
        topic="target",
        prior=0.8,
    ),
)
