# ruff: noqa: RUF001 (signs that look alike stand beside each other in texts)
"""English, as item-writing rules know it."""

from __future__ import annotations

from selfcheck.lint.language import Language, Turn, cased, listed, same, some

COMMON = some("""
    a about above across after again against all along already also although always am among an
    and another any are around as asked at away be because become becomes been before began begin
    being below beside besides best better between beyond both bring brings but by called came can
    cannot chance choose come comes could did different do does doing done down during each either
    else enough even ever every few first fit fits follow following follows for found from further
    gave get gets give given gives go goes got had happen happened happens has have having he her
    here hers him his how however i if in instead into is it its itself just keep keeps kept kind
    kinds last least less let lets like likely look looks made main make makes making many match
    may me mean means might mine more most much must my near need needs never next no none nor not
    nothing now of off often on once one ones only onto or other others our out over own part per
    point points put puts quite rather really right said same say says second see seem seems seen
    set shall she should show shows since so some soon still such take taken takes tell tells than
    that the their them then there these they thing things think this those though three through
    time times to together too took toward towards true two under until up upon us use used uses
    using very want wants was way ways we well went were what when where whether which while who
    whom whose why will with within without work works would wrong yet you your answer answers
    correct false option options question statement statements isn aren doesn don wasn weren mr
    mrs ms dr it's
    """)

# Between a question word and a "not" that is its own no other clause begins.
CLAUSE = (
    r"\b(?:who|that|whose|if|because|since|although|though|while|whether|when|where|so)\b"
    r"|\band (?:do|does|did|is|are|was|were|has|have|had|can|will)\b"
)
# Where a question begins: with its first word, or after a preposition or another clause.
START = r"(?:^|[,;:–] ?|\bof (?:the|these|those) \w+,? )(?:(?:to|at|in|for|by|from|with|on) )?"
NOT = (
    r"(?:\b(?:not|cannot)\b(?! (?:only|all|every|even|just|yet|at all|necessarily)\b)"
    r"|\w+n['’]t\b|\bleast (?:likely|appropriate|suitable|effective|useful|important|true"
    r"|correct|helpful)\b"
    r"|\bnever\b|\bexcept\b)"
)
STEMS = some("is are was were do does did ca could wo would should has have had must need might")
CONTRACTED = " ".join(f"{stem}n{sign}t" for stem in STEMS for sign in "'’")
# What a question calls the things that are offered.
THINGS = r"(?:statements?|sentences?|claims?|assertions?|options?|facts?|alternatives?)"
ABOUT = r"(?: (?:about|on|regarding|concerning|of|below|here)\b[^?.:]*?)?"
WHICH = rf"(?:which|what)(?: one)?(?: of (?:the|these|those)(?: \w+){{0,2}}?)?(?: {THINGS}{ABOUT})?"
NOUNS = r"(?! (?:answer|form|way|order|use|formula|name|term|word|spelling|version|reading)s?\b)"
TRUE = rf"(?:true|correct|right|accurate|valid)\b{NOUNS}"
# How options are called when another speaks of them.
LETTER = r"(?:[a-e]|[1-5]|iv|i{1,3}|v)\)?\.?"
PLACE = (
    r"table|figure|graph|diagram|picture|image|chart|drawing|map|photo|photograph|code|snippet"
    r"|program|text|passage|paragraph|equation|formula|example|list|listing|plot|data|box"
    r"|situation|scenario|sources?|article|question|excerpt|timeline"
)
LESSON = (
    r"section|chapter|page|unit|lesson|module|lecture|slides?|video|reading|textbook"
    r"|handout|tutorial|exercise|workshop|seminar|notebook|appendix"
)
# What "first" and its like go with when they name a thing and no step.
NAMED = (
    "quarter|person|name|names|half|class|floor|world|movement|law|degree|year|day|week|month|line"
    "|row|page|verse|aid|lady|edition|act|century|reading|draft|born|violin|post|crusade|republic"
    "|empire|balkan|punic|amendment|language|generation|trimester|molar|term|time|phase|stage|of"
)
UNITS = (
    r"\w*(?:met(?:re|er)|gram|lit(?:re|er)|joule|watt|volt|ampere|newton|pascal|kelvin|byte)s?"
    r"|per ?cent|seconds?|minutes?|hours?|days?|weeks?|months?|years?|ohms?|hertz|degrees?|radians?"
    r"|euros?|dollars?|pounds?|cents?|pence|feet|inch(?:es)?|miles?|bits?|moles?|people"
    r"|(?:percentage )?points"
)
SHORT = (
    r"(?-i:mm|cm|dm|m|km|mg|g|kg|t|ml|cl|dl|l|s|ms|min|h|N|J|kJ|W|kW|kWh|V|mV|A"
    r"|mA|Hz|kHz|Pa|kPa|hPa|bar|K|°C|°F|Ω|mol|%|€|\$|£|µm|μm|µg|nm|MB|GB|m/s|km/h|m²|cm²|m³|cm³"
    r"|m\^2)"
)

LANGUAGE = Language(
    tag="en",
    common=COMMON,
    light=some("a an the of"),
    endings=(
        *(
            "ations",
            "ation",
            "ements",
            "ement",
            "ities",
            "ings",
            "ions",
            "ies",
            "ied",
            "ing",
            "ion",
        ),
        *("ity", "als", "ers", "ed", "es", "ly", "er", "al", "s", "e"),
    ),
    joins=(
        Turn(r",\s+(?:and|or)\s+|\s+(?:and|or|but)\s+|\s*[,;&]\s+"),
        Turn(r"\s+(?:with|plus|to)\s+|\s*[/+]\s*"),
    ),
    exception=Turn(
        rf"{START}\b(?:which|what|who|whom|where|when)\b(?:(?!{CLAUSE})[^?.:;,])*?{NOT}",
        rf"\bwhich (?:one )?of (?:the|these)\b(?:(?!{CLAUSE})[^?.:;,])*?{NOT}",
        r"\b(?:except(?: for)?|but not|excluding|other than)(?: one| which)?\W*$",
        r"\ball(?: of (?:the|these|those))?\b[^?.]*\bexcept\b",
        r"^(?:please )?(?:select|choose|pick|find|mark|identify|name|tick|indicate)\b[^?.]*"
        r"(?:\bnot\b|n['’]t\b|\bexcept\b|\bincorrect\b|\bfalse\b|\bwrong\b|\buntrue\b)",
        rf"\b{WHICH} (?:is|are) (?:\w+ )?(?:false|incorrect|untrue|wrong)\b(?! (?:with|about)\b)",
        r"\bexception\W*$",
        # A stem that its options complete.
        r"^[^?]*(?:\bnot\b|\bcannot\b|n['’]t\b)(?: \w+){0,2}[:… ]*$",
        rf"^one of (?:the|these)\b[^?.]*(?:{NOT}|\b(?:wrong|false|incorrect|untrue)\b)",
        r"\ball (?:of )?(?:these|those|them|the following) but one\b|\bodd (?:one|name|word) out\b",
        hints=(
            "not cannot never least except excluding but other incorrect false wrong untrue "
            "exception odd " + CONTRACTED
        ),
    ),
    directed=some(
        "to from by over before after above below under than into onto against through as if when "
        "because then but for with without"
    ),
    negation=Turn(
        listed(
            "not cannot never nobody none nothing neither nor without except hardly unable untrue "
            "unlikely impossible incorrect unnecessary uncommon false lacks? dislikes? den(?:y"
            "|ies) "
            "refuses? fails? no"
        ),
        r"\w+n['’]t\b",
        hints=(
            "not cannot never nobody none nothing neither nor without except hardly unable untrue "
            "unlikely impossible incorrect unnecessary uncommon false lack lacks dislike dislikes "
            "deny denies refuse refuses fail fails no " + CONTRACTED
        ),
    ),
    break_=Turn(
        r"[,;:.?!]|\b(?:and|or|but|that|which|who|if|when|because|while|than|as|since|after|before"
        r"|until|to)\b"
    ),
    absolute=Turn(
        listed(
            "always never invariably impossible impossibly completely totally entirely absolutely "
            "solely exclusively forever guarantees? guaranteed"
        ).replace("always", "(?<!have )(?<!has )(?<!had )always"),
        r"\b(?:without (?:any )?exceptions?|in (?:all|every|each) cases?|at all times)\b",
        r"(?<!whether )(?<!if )\b(?:no|nothing|none|nowhere|never"
        r"|any) (?:\w+ ){0,2}at all\b(?= *(?:$|[,.;:]| (?:since|because|when|if|in|for"
        r"|as)\b))",
        r"\bunder (?:no|any|all) circumstances\b|\bno matter what\b|\bno ?(?:one|body)? ever\b",
        r"\bevery(?: single)? (?:time|one|drop|detail|case|part|way)\b"
        r"|(?<!nearly )(?<!almost )(?<!not )\bevery(?:body|thing|one)\b(?!['’])",
        r"\b(?:can|may|must|will) only (?:be|ever|happen|occur|use|work|exist)\b|\bonly ever\b",
        r"\bmust (?:cause|always|never|all)\b|\bnone at all\b|\b(?:every|any)one must\b",
        hints=(
            "always never invariably impossible impossibly completely totally "
            "entirely absolutely solely exclusively forever guarantee guarantees "
            "guaranteed exception exceptions cases case times circumstances matter ever "
            "every everybody everything everyone nobody only must all anyone"
        ),
    ),
    absolute_start=Turn(
        r"^(?:only (?:if|when|in|on|at|by|for|after|before)|all (?!of the|three|four|in|about)"
        r"|every )",
        r"\b(?:swallows?|harms?|cures?|kills?|heals?|affects?|destroys?|solves?|stops?|absorbs?"
        r"|prevents?|removes?|explains?|causes?) (?:all|every|everybody|everyone)\b",
        r"^(?:nobody|everybody|everyone) (?:can|will|must|ever|needs|should)\b"
        r"|\ball (?:patients|people|children|cases|women"
        r"|men)\b",
        r"\bonly (?:uses?|works?|happens?|occurs?|applies|exists?)\b",
    ),
    all_of=Turn(
        r"(?:all|each|every one|any|both)(?: (?:of|the|these|those|them|are|is|apply|applies|two"
        r"|three|four|five|six|options?|answers?|choices?|statements?|items?|reasons?|things?"
        r"|above|following|preceding|previous|others?|mentioned|listed|given|named|here|correct"
        r"|right|true|possible|it|change|changes|found|in|have|been|said))*",
        r"all (?:of )?(?:the above|these|them)\b.*",
        r"everything(?: (?:that is )?(?:above|listed|mentioned|said|here|given)(?: above)?)",
        r"[a-e]\)?(?:(?:, | and |, and )[a-e]\)?){2,}",
        hints=("all each every everything any both a b c d e"),
    ),
    none_of=Turn(
        r"(?:none|neither|not any|nothing(?= (?:of|above|here|listed)))(?: (?:of|the|these"
        r"|those|them|is|are|options?|answers?"
        r"|choices?|statements?|above|following|preceding|previous|others?|mentioned|listed|given"
        r"|named|here|correct|right|true|applies|apply|fits?|changes?))*",
        r"no (?:correct |right |other )?(?:answer|option)s?(?: (?:is|are|given|here|correct|right"
        r"|above|listed|provided))*",
        hints=("none neither not nothing no"),
    ),
    counts=Turn(r"\bhow (?:many|much|often)\b"),
    combines=Turn(
        rf"(?:both |only |just |either |neither )?(?:options? |answers? |statements? )?{LETTER}"
        rf"(?:(?:,? (?:and|or|nor|but not) |, | ?& ?| ?\+ ?){LETTER})+(?:,? (?:only|both|together"
        r"|alone|are (?:correct|right|true)|but not .*|because .*))*",
        rf"(?:both |only |just )(?:options? |answers? |statements? )?{LETTER}",
        rf"{LETTER} (?:only|alone)",
        r"[a-e]\)?,? (?:because|but not|except)\b.*",
        r"both (?:of )?(?:the )?(?:first|last|above|previous|answers|options)(?: .*)?",
        r"both(?: are (?:right|correct|true))?",
        hints=(
            "a b c d e 1 2 3 4 5 i ii iii iv v both only just either neither "
            "option options answer answers statement statements"
        ),
    ),
    enumerates=Turn(r"(?:^|\s)\(?(?:i|1)[).] .+(?:^|\s)\(?(?:ii|2)[).] "),
    yes_no=Turn(
        r"true|false|yes|no|right|wrong|correct|incorrect|maybe|not sure|i do(?:n['’]t| not) know"
        r"|cannot say|can['’]t say|both|neither"
    ),
    truth=Turn(
        rf"\b{WHICH} (?:is|are|is/are|would be|must be) (?:\w+ )?{TRUE}",
        r"\b(?:which|what)(?: one)? of (?:the|these|those)(?: \w+)? (?:is|are) an? (?:true|correct"
        rf"|accurate|right) {THINGS}",
        r"\bwhich of (?:the following|these) (?:holds?|applies|apply)\b",
        rf"\b(?:which|what) {THINGS}{ABOUT} (?:holds?|applies|apply|fits?|agrees?)\b(?! (?:in"
        r"|with|what|to)\b)",
        r"\b(?:choose|select|pick|mark|find|tick|identify) (?:the|a) (?:\w+ )?(?:true|correct"
        r"|right"
        rf"|accurate)(?: \w+)? ?(?:{THINGS}|answers?)",
        rf"\bwhich {THINGS} (?:does|do) not (?:hold|apply)\b",
    ),
    generic=some("""
        answer answers option options statement statements sentence sentences alternative choice
        following correct right true best appropriate suitable one please below select choose pick
        mark tick identify complete fill blank gap
        """),
    verb=Turn(
        listed(
            "is are was were am be has have had can could will would may might must shall "
            "should do "
            "does did means? became becomes? makes? made gives? gave shows? occurs? happens? "
            "begins? "
            "began causes? uses? includes? consists? lies? leads? takes? took calls? needs? "
            "requires? "
            "wants? refers? belongs? depends? contains? describes? explains? protects? prevents? "
            "increases? reduces? produces? consumes? helps? allows? works? comes? goes? grows? "
            "begins? ends? stands? holds? keeps? brings? says? tells? asks? eats? lives? serves?"
        ),
        r"\w{3,}ed\b",
    ),
    dangling=Turn(r"(?:\b(?:is|are|was|were|can|has|have|will|a|an|the|by|of|as)|:|…|_+)\W*$"),
    articles={
        "an": Turn(
            r"[aeiou](?!(?<=u)(?:ni(?:[^nm]|$)|se|su|ti|to))|h(?:our|onest|eir|ono)|8|11\b|18\b"
        ),
        "a": Turn(
            r"[b-df-gj-np-tv-z]|h(?!our|onest|eir|ono)|u(?:ni(?:[^nm]|$)|se|su|ti|to)|eu|one\b"
            r"|[1-79]"
        ),
    },
    many=Turn(
        r"\b(?:which|what) (?:\w+ )?\w{2,}(?<!s)s (?:are|were|aren['’]t|weren['’]t|have)\b",
        r"\b(?:are|were)(?: (?:called|named|the))*\W*$",
    ),
    one=Turn(r"\b(?:is|was|isn['’]t)(?: (?:called|named|a|an))*\W*$"),
    plural=Turn(
        r" and |^\w*(?<![suioa])s\b(?! of\b)|\w+(?<![suioa])s$|^(?:two|three|four|some|many)\b"
    ),
    sequence=Turn(
        r"^(?:initially|first of all|last of all)\b",
        rf"^(?:first|second|third|next|last)(?:ly)?(?:,| (?!{NAMED})\w)",
        r"^(?:then|afterwards?|after (?:that|this)|finally|lastly|now|subsequently|eventually|later"
        r"|ultimately|to (?:begin|start|end|finish)(?: with)?|in the end|at (?:last|first|the end)"
        r"|in the (?:first|second|third|next|last|final) (?:step|stage|phase|place)"
        r"|as a (?:first|last|final|next) step|step \d+|begin (?:by|with)|start (?:by|with|off)"
        r"|end (?:by|with)|finish (?:by|with))\b",
        r"^having \w+|\b(?:knowing|having|seeing) (?:this|that|these|done|so)\b|\bknowing the\b",
        r"^(?:now|once)(?: that)? (?:it|they|this|that|these|those|he|she|you|we|the|all)\b",
        r"(?<!just )(?<!more )(?<!until )(?<!since )(?<!if )\bthen\b",
        r"(?<=\w )(?<!\bthe )(?:first|next|finally|lastly|afterwards|subsequently)(?:$|[,.;]"
        r"| (?:asks?|makes?|takes?"
        r"|looks?|checks?|reads?|sends?|goes|comes?|is|are|you|they|it|he|she|the)\b)",
        r"\b(?:as a result of|because of|after|over|from|with) (?:this|that|these)\b",
        r"\b(?:previous|preceding|next) step\b|\bafter doing so\b",
    ),
    context=Turn(
        r"\b(?:this|the previous|the last|the next|the preceding|an earlier|the current|today['’]s"
        rf"|the (?:above|same|present)|the following) (?:{LESSON})\b",
        r"\b(?:in|from|during) (?:the|your|our) (?:lecture|lesson|chapter|textbook|video"
        r"|slides?|reading"
        r"|handout|class|notes|notebook)\b",
        rf"\b(?:{PLACE})s? (?:above|below|overleaf|on the (?:right|left|previous page"
        r"|next page))\b",
        rf"\b(?:above|below)[ -](?:(?:mentioned|named|shown)\b|(?:{PLACE})s?\b)|\bthe above\b",
        r"\b(?:shown|given|listed|described|seen|mentioned|printed|presented|discussed|introduced)"
        r" (?:above|below|overleaf|earlier|in (?:this|the) (?:chapter|unit|lesson|section"
        r"|module|course))\b",
        r"\bas (?:\w+ ){0,3}?(?:saw|seen|discussed|explained|said|mentioned|learn(?:ed|t)|noted"
        r"|described"
        r"|shown|stated|covered|taught) (?:in|earlier|above|before|previously)\b",
        r"\b(?:figure|fig\.|table|chapter|slide|page|exercise|listing|diagram|module|lecture"
        r"|lesson"
        r"|unit|section|question) \d+(?:\.\d+)*\b(?! of (?:the|this|an?) )",
        r"\b(?:in|from) the (?:box|table|figure|graph|diagram|picture|image|chart"
        r"|photo(?:graph)?)\b(?! (?:…|of|called|named)\b| …)",
        r"\b(?:the )?(?:following|given|adjacent|accompanying|attached) (?:code|snippet|program"
        r"|table"
        r"|figure|graph|diagram|picture|image|chart|map|photo|passage|excerpt|drawing)\b",
        r"\b(?:in|from) the (?:passage|excerpt)\b|\brefer to (?:the|this) (?:figure|table|graph"
        r"|diagram|passage|text)\b",
        rf"\b(?:look at|see|according to|based on|use|using) (?:the|this|that) (?:{PLACE})\b",
        r"\b(?:does|do|did) (?:the|this) (?:graph|figure|diagram|picture|image|chart|table"
        r"|map) (?:show|tell)",
        r"\bwe (?:have )?(?:saw|seen|learn(?:ed|t)|discussed|covered) (?:\w+ )?(?:earlier"
        r"|before|in|last)\b",
        hints=(
            "above above-mentioned above-named above-shown below overleaf earlier previously class "
            "notes learned learnt saw seen discussed covered source slide fig graphs tables "
            "figures images" + f" {PLACE} {LESSON}".replace("|", " ").replace("?", "")
        ),
    ),
    carries=Turn(rf"\b(?:{PLACE}|{LESSON})s?\b"),
    verdict=Turn(
        r"(?:(?:yes|no|nope|correct(?:ly)?|incorrect|right|wrong|true|false|sorry|good(?: job)?"
        r"|great"
        r"|well done|nice(?: try)?|exactly|perfect|try (?:it )?again|not quite|almost|bad luck"
        r"|that is"
        r"|that['’]s|this is|it['’]s|is|not|the|answer|option|choice|unfortunately|oops|please"
        r"|think"
        r"|again|a|you|are|chose|an?|one)\b[ ,.!;:–-]*+)++"
    ),
    measure=Turn(
        r"\bhow (?:fast|far|long|deep|high|heavy|tall|wide|thick|loud|hot|cold|old|quickly"
        r"|much (?!(?:larger|smaller|more|less|better|worse) )\w+)\b",
        r"\b(?:(?:what|which)(?: (?:is|was|are|will be))?|calculate|compute|find|determine|work out"
        r"|give|estimate)(?: (?:the|its|her|his|their))?(?: \w+)?"
        r" (?:speed|velocity|distance|time|mass|weight|length|width|height|depth|area|volume"
        r"|temperature|frequency|wavelength|current|voltage|resistance|power|energy|force|pressure"
        r"|density|acceleration|price|cost|dose|rate|duration|age|concentration|capacity|diameter"
        r"|radius|circumference|perimeter|salary|income|charge|angle|thickness)\b",
    ),
    unit=cased(
        rf"\bin (?:whole |full |the unit )?(?:{UNITS})\b"
        rf"|\bin {SHORT}(?:/\w{{1,3}})?(?=[ ?.,;:)]|$)",
        r"\bhow (?:many|often)\b|\bwhat (?:number|factor|share|fraction|proportion|ratio|year)\b",
        r"\bas an? (?:number|fraction|decimal|percentage|ratio|share)\b|\bby (?:what"
        r"|which) factor\b",
        r"\btimes as\b|\bhow much \w+er\b",
    ),
    synonyms=same(
        """
        rise rises increase increases grow grows climb climbs
        fall falls decrease decreases drop drops decline declines sink sinks
        large big great
        small little tiny
        quick fast rapid quickly rapidly
        begin begins start starts
        end ends stop stops finish finishes
        buy buys purchase purchases
        help helps aid aids assist assists
        doctor physician
        car automobile
        """
    ),
)
