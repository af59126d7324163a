"""What the button beside a problem does: sign in, show IT what to do, believe a source, or fetch again."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.details_for_it import show_details_for_it
from ui.freshness import Fetched, can_be_believed, needs_cms_sign_in, needs_it, needs_sign_in
from ui.screen import ScreenContext


def remedy(
    context: ScreenContext, together: Fetched, fetch: Callable[[], None], opener: QWidget, parent: QWidget
) -> None:
    """Do what ``freshness`` has put on the button; ``fetch`` asks for the facts again. What floats opens below
    ``opener``, as a child of ``parent``."""
    if needs_cms_sign_in(together):
        context.requests.sign_in_to_cms()
    elif needs_sign_in(together):
        context.requests.sign_in()
    elif together.problem is not None and needs_it(together, context.clock()):
        show_details_for_it(context, together.problem, opener, parent)
    elif can_be_believed(together):
        for feed in together.doubted:
            context.requests.believe(feed)
    else:
        fetch()
