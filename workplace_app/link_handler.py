"""What the system hands to `workplace-app open`: one address that leads into the program, or nothing at all."""

from collections.abc import Sequence

from workplace_app.domain.inner_link import InnerLink, NotAnInnerLink, inner_link


def link_in(words: Sequence[str]) -> InnerLink | None:
    """The link among the words of the command; None for no word, which is how a desktop starts the program that handles
    links when nobody has pressed one.

    Whoever writes an address on a web page chooses these words, so no option is read among them: one word, and that
    word an address. Raises ``NotAnInnerLink``.
    """
    if not words:
        return None
    if len(words) > 1:
        raise NotAnInnerLink
    return inner_link(words[0])
