"""`selfcheck rules`: the item-writing rules, and what one of them is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from selfcheck import engine
from selfcheck.commands.saying import ERRORS, OUT, USAGE
from selfcheck.finding import BankError

if TYPE_CHECKING:
    from selfcheck.lint.rule import Rule


def rules(
    name: Annotated[str | None, typer.Argument(metavar="ID", help="Explain this rule.")] = None,
) -> None:
    """List the item-writing rules, those of the course's plugins too, or explain one."""
    # Imported where they are used: other commands stay quick.
    from selfcheck.lint.run import rules as every

    known = {rule.id: rule for rule in every(_of_plugins())}
    if name is None:
        table = Table("rule", "severity", "what it finds")
        for rule in known.values():
            table.add_row(rule.id, rule.severity, rule.title)
        OUT.print(table)
    elif name in known:
        OUT.print(explained(known[name]), markup=False)
    else:
        ERRORS.print(f"there is no rule {name}; `selfcheck rules` lists them", markup=False)
        raise typer.Exit(USAGE)


def explained(rule: Rule) -> str:
    """Return what *rule* is for, in plain text."""
    from selfcheck.lint.works import cited

    parts = [
        f"{rule.id} ({rule.severity}): {rule.title}",
        rule.why,
        f"Flawed: {rule.flawed}\nBetter: {rule.better}",
        *(["\n".join(cited(rule))] if rule.works else []),
        f'To waive it, write beside the question: waive: {{{rule.id}: "why"}}',
    ]
    return "\n\n".join(parts)


def _of_plugins() -> tuple[Rule, ...]:
    try:
        return engine.load().rules
    except FileNotFoundError:
        # Outside a course there are none.
        return ()
    except BankError as error:
        ERRORS.print(str(error), markup=False)
        raise typer.Exit(1) from None
