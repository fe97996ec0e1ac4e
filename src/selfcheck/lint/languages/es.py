# ruff: noqa: RUF001 (signs that look alike stand beside each other in texts)
"""Spanish, as item-writing rules know it."""

from __future__ import annotations

from selfcheck.lint.language import Language, Turn, cased, listed, same, some

COMMON = some("""
    a al algo algún alguna algunas alguno algunos ante antes aquel aquella así aún aunque cada
    casi como cómo con contra cual cuál cuales cuáles cuando cuándo cuanto cuánto cuántos cuántas
    de debe deben debido del desde después donde dónde dos durante e el él ella ellas ellos en
    entonces entre era eran es esa esas ese eso esos esta está estas están este esto estos fue
    fueron ha hace hacen hacer hacia han hasta hay la las le les lo los más me menos mi mientras
    mismo misma mucho muy ni no nos nosotros o otra otras otro otros para pero poco por porque
    primero puede pueden que qué quien quién se sea según ser si sí sin sobre solo sólo son su sus
    también tan tanto te tenía tiene tienen toda todas todo todos tras tres tu un una unas uno
    unos ya yo pasa llama llaman dice siguiente siguientes anteriores afirmación afirmaciones
    respuesta respuestas correcta correcto verdadera verdadero falsa falso opción opciones
    """)
CLAUSE = r"\b(?:que no|porque|si|aunque|cuando|mientras)\b"
NOT = (
    r"\b(?:no|nunca|excepto|salvo|ningún|ninguna)\b"
    r"(?! (?:solo|sólo|más de|menos de|obstante)\b)"
)
WHO = r"\b(?:cuál(?:es)?|qué|quién(?:es)?|dónde|cuándo)\b"
THINGS = r"(?:afirmaci(?:ón|ones)|frases?|oraci(?:ón|ones)|respuestas?|opci(?:ón|ones)|enunciados?)"
LETTER = r"(?:[a-e]|[1-5]|iv|i{1,3}|v)\)?\.?"
PLACE = (
    r"tabla|figura|gráfic[oa]|diagrama|imagen|foto|mapa|código|programa|texto|párrafo|ecuación"
    r"|fórmula"
    r"|ejemplo|lista|cuadro|situación|dibujo|fuente|pregunta"
)
LESSON = (
    r"secci[óo]n|cap[íi]tulo|página|unidad|lecci[óo]n|m[óo]dulo|clase|diapositivas?|v[íi]deo|tema"
    r"|apartado|cuaderno"
)

LANGUAGE = Language(
    tag="es",
    common=COMMON,
    light=some("el la los las un una unos unas de del"),
    endings=(
        "aciones",
        "ación",
        "amientos",
        "amiento",
        "mente",
        "ando",
        "iendo",
        "ados",
        "adas",
        "ado",
        "ada",
        "idos",
        "idas",
        "ido",
        "ida",
        "es",
        "as",
        "os",
        "an",
        "en",
        "ar",
        "er",
        "ir",
        "a",
        "e",
        "o",
        "s",
    ),
    joins=(
        Turn(r"\s+(?:y|e|o|u)\s+|\s*[,;&]\s+"),
        Turn(r"\s+(?:con|más)\s+|\s*[/+]\s*"),
    ),
    exception=Turn(
        rf"(?<!por ){WHO}(?:(?!{CLAUSE})[^?.:;,])*?{NOT}",
        r"\b(?:excepto|salvo|menos)(?: una?)?\W*$",
        r"\b(?:cuál(?:es)?|qué)\b[^?]*\b(?:es|son) (?:falsas?|falsos?|incorrect[oa]s?)\b",
        r"^(?:elige|escoge|selecciona|marca|señala|indica|identifica)\b[^?.]*\b(?:no|excepto"
        r"|incorrect[oa]|fals[oa])\b",
        hints=(
            "no nunca excepto salvo ningún ninguna menos falsa falso falsas falsos incorrecta "
            "incorrecto incorrectas incorrectos"
        ),
    ),
    directed=some(
        "a de desde hacia por sobre bajo antes después que como si cuando porque entonces pero "
        "para con sin en"
    ),
    negation=Turn(
        listed(
            "no nunca nadie nada ningún ninguna ninguno sin excepto salvo imposible improbable "
            "incorrecto incorrecta falso falsa"
        ),
        hints=(
            "no nunca nadie nada ningún ninguna ninguno sin excepto salvo imposible improbable "
            "incorrecto incorrecta falso falsa"
        ),
    ),
    break_=Turn(r"[,;:.?!]|\b(?:y|o|pero|que|si|cuando|porque|como|para)\b"),
    absolute=Turn(
        listed(
            "siempre nunca jamás imposible completamente totalmente absolutamente "
            "exclusivamente invariablemente"
        ),
        r"\b(?:en todos los casos|en ningún caso|sin excepción|para toda la vida"
        r"|de ninguna manera|bajo ninguna circunstancia)\b",
        hints=(
            "siempre nunca jamás imposible completamente totalmente absolutamente "
            "exclusivamente invariablemente casos caso excepción vida manera "
            "circunstancia solo sólo todos todas"
        ),
    ),
    absolute_start=Turn(r"^(?:solo (?:si|cuando|en)|sólo (?:si|cuando|en)|tod[oa]s (?:los|las) )"),
    all_of=Turn(
        r"(?:todas?|todos?|ambas?|ambos?|cada una)(?: (?:las|los|lo|de|ellas|ellos|estas|estos|son"
        r"|es|anteriores|opciones"
        r"|respuestas|afirmaciones|correctas?|correctos?|verdaderas?|ciertas?|posibles|dos|tres"
        r"|cuatro|mencionad[oa]s|citad[oa]s))*",
        hints=("toda todas todo todos ambas ambos cada"),
    ),
    none_of=Turn(
        r"(?:ningun[oa]|nada)(?: (?:de|las|los|es|son|ellas|ellos|estas|estos|anteriores"
        r"|anterior|lo|opciones|respuestas"
        r"|afirmaciones|correctas?|correctos?|mencionad[oa]s|citad[oa]s))*",
        hints=("ninguna ninguno nada"),
    ),
    counts=Turn(r"\bcuánt[oa]s?\b"),
    combines=Turn(
        r"(?:ambas |solo |sólo |tanto )?(?:las )?(?:opciones "
        rf"|respuestas )?{LETTER}(?:(?:,? (?:y|e|o|como) |, | ?& ?){LETTER})+(?: (?:son"
        r"|correctas))*",
        rf"(?:solo |sólo )(?:la )?{LETTER}",
        r"(?:ambas|ambos|las dos|los dos)(?: (?:son )?(?:correctas|correctos|respuestas"
        r"|opciones))?",
        hints=(
            "a b c d e 1 2 3 4 5 i ii iii iv v ambas ambos solo sólo tanto las los "
            "opciones respuestas"
        ),
    ),
    enumerates=Turn(r"(?:^|\s)\(?(?:i|1)[).] .+(?:^|\s)\(?(?:ii|2)[).] "),
    yes_no=Turn(
        r"verdadero|falso|verdadera|falsa|sí|si|no|cierto|correcto|incorrecto|no sé|no lo sé"
    ),
    truth=Turn(
        r"\b(?:cuál(?:es)?|qué)(?: de (?:las|los|estas"
        rf"|estos))?(?: siguientes)?(?: {THINGS})?(?: siguientes)?(?: (?:sobre|acerca de|de)"
        r"\b[^?]*?)? (?:es|son) (?:verdader[oa]s?|correct[oa]s?|ciert[oa]s?)\b(?! (?:forma"
        r"|manera|fórmula|nombre|orden))",
        rf"\b(?:elige|escoge|selecciona|marca|señala|indica) la (?:{THINGS} )?(?:verdadera"
        r"|correcta|cierta)\b",
    ),
    generic=some("""
        respuesta respuestas opción afirmación frase siguiente siguientes correcta correcto
        verdadera cierta elige escoge selecciona marca señala completa
        """),
    verb=Turn(
        listed(
            "es son era eran fue fueron está están ha han hay tiene tienen puede pueden debe "
            "deben significa sirve produce hace forma"
        ),
        r"\b\w{3,}(?:ó|aron|ieron|aba|aban|ía|ían)\b",
    ),
    dangling=Turn(
        r"(?:\b(?:es|son|era|fue|está|tiene|un|una|el|la|los|las|por|de|con)|:|…|_+)\W*$"
    ),
    articles={
        **dict.fromkeys(("un", "el"), Turn(r"(?!(?:\w*[^m\W]a|\w*(?:ción|sión|dad|tud))(?: |$))")),
        **dict.fromkeys(("una", "la"), Turn(r"(?!(?:\w*o|\w*(?:aje|or|ma))(?: |$))")),
        "los": Turn(r"\w+s\b(?<!as)"),
        "las": Turn(r"\w+s\b(?<!os)"),
    },
    many=Turn(r"(?!)"),
    one=Turn(r"(?!)"),
    plural=Turn(r"(?!)"),
    sequence=Turn(
        r"^(?:primero|en primer lugar|luego|después|entonces|a continuación|finalmente"
        r"|por último|al final|ahora"
        r"|más tarde|para (?:empezar|terminar)|al principio|una vez)\b",
        r"\b(?:luego|después|entonces|a continuación|finalmente|por último)\b(?! de)",
        r"^paso \d+\b",
    ),
    context=Turn(
        r"\b(?:este|esta|el anterior|la anterior|el siguiente|la siguiente|nuestro|nuestra"
        rf"|el presente) (?:{LESSON})\b",
        rf"\b(?:{PLACE})s? (?:anterior|siguiente|de arriba|de abajo|de la (?:derecha|izquierda"
        r"|página))\b",
        rf"\b(?:{LESSON}) anterior\b",
        r"\b(?:mostrad|mencionad|descrit|vist|citad)[oa]s? (?:arriba|abajo|antes|anteriormente"
        r"|en clase)\b",
        r"\b(?:figura|tabla|capítulo|diapositiva|página|ejercicio|módulo|sección|lección"
        r"|unidad) \d+\b",
        rf"\b(?:en|según|mira|observa|usando) (?:la|el) (?:{PLACE})\b(?! de )",
        r"\bcomo (?:vimos|hemos visto|se (?:vio|explicó|dijo|mencionó))\b",
        hints=(
            "tabla tablas figura figuras gráfico gráfica gráficos diagrama imagen "
            "imágenes foto fotos mapa código programa texto párrafo ecuación fórmula "
            "ejemplo lista cuadro situación dibujo fuente pregunta sección seccion "
            "capítulo capitulo página unidad lección leccion módulo modulo clase "
            "diapositiva diapositivas vídeo video tema apartado cuaderno ejercicio "
            "arriba abajo anteriormente vimos visto explicó dijo mencionó"
        ),
    ),
    carries=Turn(rf"\b(?:{PLACE}|{LESSON})"),
    verdict=Turn(
        r"(?:(?:sí|no|correcto|correcta|incorrecto|incorrecta|bien|muy|mal|falso|verdadero"
        r"|exacto|casi|es|esa|esta|la|respuesta"
        r"|inténtalo|intenta|de nuevo|otra vez|lo siento|así)\b[ ,.!;:–-]*+)++"
    ),
    measure=Turn(
        r"\b(?:cuánto (?:mide|pesa|cuesta|tarda|dura|vale|tiempo|dinero)|qué (?:distancia"
        r"|velocidad|longitud|altura|masa|temperatura"
        r"|presión|tiempo|superficie|volumen|energía|potencia|dosis)|a qué (?:velocidad"
        r"|distancia|altura|temperatura))\b",
        r"\bcuál es (?:la|el|su) (?:distancia|velocidad|longitud|altura|masa|temperatura"
        r"|presión|tiempo|superficie|área|volumen|energía"
        r"|potencia|dosis|precio|peso|edad)\b",
    ),
    unit=cased(
        r"\ben (?:\w*metros|\w*gramos|\w*litros|segundos|minutos|horas|días|semanas|meses|años"
        r"|por ciento|porcentaje|euros|grados"
        r"|vatios|voltios|julios)\b|\ben (?-i:mm|cm|m|km|mg|g|kg|ml|l|s|min|h|%|€"
        r"|°C)(?=[ ?.,;)]|$)",
        r"\bcuánt[oa]s\b|\bqué (?:número|fracción|proporción|factor)\b",
    ),
    synonyms=same(
        """
        sube aumenta crece
        baja disminuye desciende
        grande enorme
        pequeño diminuto
        rápido veloz
        empieza comienza
        """
    ),
)
