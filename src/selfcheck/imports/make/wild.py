"""Forms in which `*` stands for any text, as Moodle has it."""

from __future__ import annotations

from selfcheck.imports.items import NotHeldError
from selfcheck.imports.make.typed import Form
from selfcheck.imports.words import Words


def wild(form: Form, words: Words) -> list[Form]:
    """Return a form without `*`, which stands for any text in Moodle; none where little is left."""
    text = form.text.replace("\\*", "\0")
    if "*" not in text:
        return [Form(text.replace("\0", "*"), form.share, form.feedback)]
    bare = " ".join(text.strip("* ").split()).replace("\0", "*")
    if not bare:
        if form.share >= 0.999:
            raise NotHeldError("any answer is right")
        if form.feedback:
            words.lose(f"what is said to any other answer (“{form.feedback[:60]}”)")
        return []
    if "*" in text.strip("* "):
        words.lose(f"the answer `{form.text[:40]}`: a bank has no sign for any text")
        return []
    words.lose(f"any text around `{bare[:40]}`: a bank has no sign for it")
    return [Form(bare, form.share, form.feedback)]
