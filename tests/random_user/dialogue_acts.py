"""What the user has to say to the municipality: questions, ideas, corrections, and that something has been read."""

from datetime import timedelta

from tests.random_user.targets import Targets
from tests.random_user.wished import Making, Wished, words_with
from tests.random_user.world import World
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.wishes import Acknowledgement, Remark
from workplace_app.store.connection_type import Connection
from workplace_app.store.remark_reader import acknowledgement_of

TO_TAKE_BACK = timedelta(seconds=6)
"""As long as the program gives to take a remark back (ui/screens): every third one waits so long here."""


def remark(kind: IntentKind) -> Making:
    """A remark of this kind, about a service or an article by turns."""

    def make(_world: World, _screen: Connection, targets: Targets, which: int, number: int) -> Wished:
        about = f"service:{which}" if number % 2 else targets.articles[which % len(targets.articles)]
        address = None if number % 5 else "https://www.nacka.example/sida/"
        words = words_with(number)
        hold = timedelta() if number % 3 else TO_TAKE_BACK
        return Wished(kind, about, Remark(f"{words}\nÅ, ”en” fråga?", address), words, hold)

    return make


def acknowledge(world: World, screen: Connection, targets: Targets, which: int, number: int) -> Wished | None:
    """What has been acknowledged at this computer is not offered again."""
    article = targets.articles[which % len(targets.articles)]
    if acknowledgement_of(screen, article) is not None:
        return None
    hold = timedelta() if number % 3 else TO_TAKE_BACK
    return Wished(IntentKind.ACKNOWLEDGE_ARTICLE, article, Acknowledgement(world.clock.now()), hold=hold)
