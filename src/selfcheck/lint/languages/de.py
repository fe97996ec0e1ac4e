# ruff: noqa: RUF001 (signs that look alike stand beside each other in texts)
"""German, as item-writing rules know it."""

from __future__ import annotations

from selfcheck.lint.language import Language, Turn, cased, listed, same, some

COMMON = some("""
    ab aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch
    auf aus bei beim bekommt beide beiden bis bringen da dabei dadurch dafür damit danach dann
    daran darauf das dass davon dazu dein deine deiner dem den denen denn der deren des dessen die
    dies diese diesem diesen dieser dieses doch dort du durch dürfen darf ein eine einem einen
    einer eines einmal er es etwa etwas für gar gegen gehört gehören geht gibt ganz hat haben
    hatte her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja
    je jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen keiner kommt können könnte
    man manche mehr mein mit muss neu neue neuen neuer neues müssen nach nicht nichts nie noch nun
    nur ob oder ohne passt passen sein seine seinem seinen seiner seit sich sie sind so sogar soll
    sollen sollte über um und uns unser unter viel viele vom von vor war waren warum was weil
    welche welchem welchen welcher welches wenn wer werden wem wen wie wieder wieso will wir wird
    wo wodurch womit wurde wurden während zu zum zur zwei zwischen tut tun macht machen richtig
    falsch antwort antworten frage fragen aussage aussagen folgende folgenden genannte genannten
    """)
# A clause of its own begins after a comma.
CLAUSE = r", (?:der|die|das|dem|den|deren|dessen|dass|weil|wenn|ob|obwohl|da|wo|während)\b"
NOT = r"\b(?:nicht|niemals|nie|kein(?:e[mnrs]?)?)\b(?! (?:nur|allein|mehr als|weniger als)\b)"
WHO = r"\b(?:welche[mnrs]?|was|wer|wen|wem|wo|wann|worauf|woran|wofür)\b"
THINGS = r"(?:aussagen?|sätze?|satz|behauptung(?:en)?|antwort(?:en)?|möglichkeit(?:en)?)"
LETTER = r"(?:[a-e]|[1-5]|iv|i{1,3}|v)\)?\.?"
PLACE = (
    r"tabelle|abbildung|grafik|diagramm|bild|foto|karte|code|programm|text|absatz|gleichung|formel"
    r"|beispiel|liste|kasten|situation|zeichnung|quelle|frage|schaubild"
)
LESSON = (
    r"abschnitt|kapitel|seite|einheit|lektion|modul|vorlesung|stunde|folien?|video|skript|notebook"
)

LANGUAGE = Language(
    tag="de",
    common=COMMON,
    light=some("der die das des dem den ein eine einen einem einer eines"),
    endings=(
        "ungen",
        "ung",
        "isch",
        "lich",
        "igen",
        "iger",
        "ige",
        "ern",
        "em",
        "en",
        "er",
        "es",
        "e",
        "n",
        "s",
    ),
    joins=(
        Turn(r",\s+(?:und|oder)\s+|\s+(?:und|oder|sowie)\s+|\s*[,;&]\s+"),
        Turn(r"\s+(?:mit|plus)\s+|\s*[/+]\s*"),
    ),
    exception=Turn(
        rf"{WHO}(?:(?!{CLAUSE})[^?.:;])*?{NOT}",
        r"\b(?:außer|ausgenommen|mit ausnahme)\b[^?]*\W*$",
        rf"\bwelche[rs]? {THINGS}(?:[^?]*?)\b(?:falsch|unrichtig|unzutreffend)\b",
        r"\bwelche[rs]? (?:der|dieser|von)\b[^?]*\b(?:falsch|unrichtig|unzutreffend)\b",
        r"^(?:wähl|nenn|kreuz|markier|finde|such|bestimm)\w*\b[^?.]*"
        r"(?:\bnicht\b|\bkein\w*\b|\bfalsch\w*\b|\bunzutreffend\w*\b)",
        hints=(
            "nicht nie niemals kein keine keinem keinen keiner keines außer ausgenommen ausnahme "
            "falsch falsche falschen falscher unrichtig unzutreffend unzutreffende unzutreffenden"
        ),
    ),
    directed=some(
        "zu von nach vor über unter durch als wenn weil dann aber für mit ohne aus in auf gegen"
    ),
    negation=Turn(
        listed(
            "nicht nie niemals niemand nichts kein keine keinem keinen keiner keines weder ohne "
            "außer "
            "unmöglich unwahr unwahrscheinlich unrichtig falsch kaum unfähig"
        ),
        hints=(
            "nicht nie niemals niemand nichts kein keine keinem keinen keiner keines weder ohne "
            "außer unmöglich unwahr unwahrscheinlich unrichtig falsch kaum unfähig"
        ),
    ),
    break_=Turn(r"[,;:.?!]|\b(?:und|oder|aber|als|um)\b"),
    absolute=Turn(
        listed(
            "immer nie niemals unmöglich vollständig völlig komplett gänzlich ausschließlich stets "
            "ausnahmslos jederzeit garantiert überall nirgends"
        ),
        r"\b(?:in jedem fall|auf keinen fall|unter allen umständen|unter keinen umständen"
        r"|ohne ausnahme)\b",
        hints=(
            "immer nie niemals unmöglich vollständig völlig komplett gänzlich "
            "ausschließlich stets ausnahmslos jederzeit garantiert überall nirgends fall "
            "umständen ausnahme nur alle jede jeder jedes"
        ),
    ),
    absolute_start=Turn(
        r"^(?:nur (?:wenn|bei|in|im|am|an|auf)|alle (?!der|die|drei|vier)|jede[rs]? )"
    ),
    all_of=Turn(
        r"(?:alle|alles|beide|beides|jede[rs]?)(?: (?:der|die|von|oben|hier|drei|vier|fünf|zwei"
        r"|genannten?|genannte|antworten|aussagen|möglichkeiten|punkte|davon|dieser|diese|sind"
        r"|ist|stimmen"
        r"|stimmt|treffen|trifft|zu|richtig|korrekt|wahr|möglich|vorherigen|obigen|aufgeführten))*",
        hints=("alle alles beide beides jede jeder jedes"),
    ),
    none_of=Turn(
        r"(?:kein|keine|keiner|keines|keins|nichts)(?: (?:der|die|von|davon|dieser|diesen|oben|hier"
        r"|genannten?|genannte|antworten?|aussagen?|möglichkeiten?|ist|sind|stimmt|trifft|zu"
        r"|richtig|korrekt"
        r"|vorherigen|obigen|aufgeführten))*",
        hints=("kein keine keiner keines keins nichts"),
    ),
    counts=Turn(r"\bwie ?(?:viele?n?|oft)\b"),
    combines=Turn(
        rf"(?:beide |nur |sowohl )?(?:antworten? |aussagen? )?{LETTER}(?:(?:,? (?:und|oder"
        r"|als auch) |, | ?& ?)"
        rf"{LETTER})+(?: (?:sind|ist|richtig|stimmen))*",
        rf"(?:nur )(?:antwort |aussage )?{LETTER}",
        r"(?:beide|beides)(?: sind richtig| stimmt)?",
        hints=(
            "a b c d e 1 2 3 4 5 i ii iii iv v beide beides nur sowohl antwort "
            "antworten aussage aussagen"
        ),
    ),
    enumerates=Turn(r"(?:^|\s)\(?(?:i|1)[).] .+(?:^|\s)\(?(?:ii|2)[).] "),
    yes_no=Turn(
        r"wahr|unwahr|falsch|richtig|ja|nein|stimmt|stimmt nicht|weiß nicht|weiß ich nicht|korrekt"
    ),
    truth=Turn(
        r"\bwelche[rs]?(?: der| dieser| von den| von diesen)?(?: folgenden"
        rf"| genannten)? ?{THINGS}?(?: (?:über"
        r"|zu|zum|zur|von|bezüglich)\b[^?]*?)? (?:ist|sind|stimmt|stimmen|trifft|treffen|gilt"
        r"|gelten)"
        r"(?: (?:richtig|wahr|korrekt|zutreffend|zu))?(?= ?\?|$|\W*$)",
        r"\bwas (?:ist|davon ist) (?:richtig|wahr|korrekt)\b|\bwas (?:stimmt|trifft zu)\b",
        rf"\b(?:wähl|kreuz|markier)\w* die (?:richtige|wahre|korrekte|zutreffende)n? {THINGS}",
    ),
    generic=some("""
        antwort antworten option aussage aussagen satz möglichkeit folgende folgenden richtig
        richtige richtigen wahr zutreffend zutreffende bitte wähle wählen kreuze markiere
        """),
    verb=Turn(
        listed(
            "ist sind war waren hat haben hatte kann können wird werden wurde wurden muss "
            "müssen soll "
            "darf heißt bedeutet entsteht liegt gibt macht führt dient besteht gehört bildet"
        ),
        r"\b\w{3,}(?:te|ten|t)\b",
    ),
    dangling=Turn(
        r"(?:\b(?:ist|sind|war|waren|kann|hat|wird|ein|eine|einen|der|die|das|den|dem)|:|…|_+)\W*$"
    ),
    articles={
        # By what the ending of a noun, or of an adjective before it, shows of its gender.
        **dict.fromkeys(
            ("die", "eine"),
            Turn(r"(?!\w+(?:es|er) \w)(?!(?:\w+ )*\w*(?:chen|lein|ismus|ling|um)$)"),
        ),
        # "Der" and "den" stand before all genders, in one case or another.
        "das": Turn(r"(?!(?:\w+ )*\w*(?:heit|keit|ung|schaft|tät|ion|ismus|ling)$)"),
        "ein": Turn(r"(?!(?:\w+ )*\w*(?:heit|keit|ung|schaft|tät|ion)$)"),
        "einen": Turn(r"(?!(?:\w+ )*\w*(?:heit|keit|ung|schaft|tät|ion|chen|lein|um)$)"),
    },
    many=Turn(r"(?!)"),
    one=Turn(r"(?!)"),
    plural=Turn(r"(?!)"),
    sequence=Turn(
        r"^(?:zuerst|zunächst|als erstes|als nächstes|als letztes|dann|danach|anschließend"
        r"|schließlich|zuletzt"
        r"|zum schluss|am ende|nun|jetzt|im ersten schritt|später|erstens|zweitens|drittens)\b",
        r"\b(?:dann|danach|anschließend|daraufhin|schließlich|zuletzt)\b",
        r"^nachdem\b|\bim (?:nächsten|letzten|ersten) schritt\b|^schritt \d+\b",
    ),
    context=Turn(
        r"\b(?:dieser|diesem|dieses|diese|im vorigen|im letzten|im nächsten|auf der vorigen"
        rf"|auf der nächsten|unserem|heutigen) (?:{LESSON})\b",
        rf"\b(?:{PLACE})(?:en|n|e)? (?:oben|unten|rechts|links)\b",
        r"\b(?:oben|unten|nebenstehend|vorhin)[ -]?(?:stehend|gezeigt|genannt|abgebildet"
        r"|dargestellt|beschrieben)\w*\b",
        r"\b(?:obig|untenstehend|obenstehend|folgend|nebenstehend|abgebildet"
        rf"|gezeigt)e[mnrs]? (?:{PLACE})\b",
        r"\b(?:abbildung|abb\.|tabelle|kapitel|folie|seite|modul|abschnitt|lektion|aufgabe"
        r"|bild) \d+\b",
        r"\b(?:auf dem|auf der|in der|im|laut der|laut dem|siehe) (?:bild|foto|grafik|tabelle"
        r"|diagramm|abbildung|karte)\b",
        r"\bwie (?:wir )?(?:oben|vorhin|früher|zuvor|gerade) (?:\w+ )?(?:gesehen|gesagt|erklärt"
        r"|besprochen|gelernt)\b",
        hints=(
            "oben unten nebenstehend vorhin zuvor früher abb bilder folie gerade "
            "obige obigen obiger obiges untenstehende untenstehenden obenstehende "
            "abgebildete abgebildeten gezeigte gezeigten nebenstehende nebenstehenden"
            + f" {PLACE} {LESSON}".replace("|", " ").replace("?", "")
        ),
    ),
    carries=Turn(rf"\b(?:{PLACE}|{LESSON})|gezeigt|abgebildet|dargestellt"),
    verdict=Turn(
        r"(?:(?:ja|nein|richtig|falsch|genau|korrekt|leider|gut|super|prima|das|ist|nicht"
        r"|stimmt|so|noch|einmal"
        r"|versuch|es|nochmal|fast|schade|diese|die|antwort)\b[ ,.!;:–-]*+)++"
    ),
    measure=Turn(
        r"\bwie (?:schnell|weit|lang|lange|tief|hoch|schwer|breit|dick|laut|heiß|kalt|alt"
        r"|viel (?!mehr|weniger|größer)\w+)\b",
        r"\b(?:was kostet|wie teuer|welche[rs]? (?:geschwindigkeit|strecke|zeit|masse|länge"
        r"|höhe|fläche|spannung"
        r"|leistung|energie|kraft|temperatur|frequenz|dosis))\b",
    ),
    unit=cased(
        r"\bin (?:ganzen )?(?:\w*meter|\w*gramm|\w*liter|sekunden|minuten|stunden|tagen|wochen"
        r"|monaten|jahren|prozent"
        r"|euro|cent|grad|watt|volt|ampere|joule|newton|promille)n?\b|\bin (?-i:mm|cm|m|km|mg|g"
        r"|kg|ml|l|s|min|h|%|€|°C)(?=[ ?.,;)]|$)",
        r"\bwie ?(?:viele?n?|oft)\b|\bwelche(?:r|n)? (?:zahl|anteil|faktor|jahr)\b",
    ),
    synonyms=same(
        """
        steigt wächst zunimmt
        fällt sinkt abnimmt
        groß riesig
        klein winzig
        schnell rasch
        beginnt anfängt
        """
    ),
)
