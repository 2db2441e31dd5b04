"""`htscreen contacts`: whom to call, in order, with what is disputed."""

from screen.cli.options import Json, Plain, RulebookPath


def contacts(json: Json = False, plain: Plain = False, rulebook: RulebookPath = None) -> None:
    """Whom to call, in order: the port first, hotlines as back-up."""
    from screen.cli.calling import show_contacts

    show_contacts(rulebook, as_json=json, plain=plain)
