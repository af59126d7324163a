"""Stands in for the window in which GNOME asks for the keyring's password: somebody closes it without an answer.

The keyring daemon calls ``org.gnome.keyring.SystemPrompter`` on the session bus (gcr 3.41: ``gcr-system-prompt.c`` and
``org.gnome.keyring.Prompter.xml``): BeginPrompting, then PerformPrompt, both answered by ``PromptReady`` at the
caller's own object; "no" is what closing the window says.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from jeepney import DBusAddress, Message, MessageType, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_NAME = "org.gnome.keyring.SystemPrompter"
_CALLBACK = "org.gnome.keyring.internal.Prompter.Callback"
_SECONDS = 0.1


class Prompter:
    """``asked`` is set when a window would stand there; it is closed as soon as ``may_close`` is set."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.may_close = threading.Event()
        self.times = 0
        self._stop = threading.Event()

    def serve(self, connection: DBusConnection) -> None:
        """Until the end of the test."""
        while not self._stop.is_set():
            try:
                message = connection.receive(timeout=_SECONDS)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(connection, message)

    def stop(self) -> None:
        """No more windows."""
        self.may_close.set()
        self._stop.set()

    def _answer(self, connection: DBusConnection, message: Message) -> None:
        from_whom = str(message.header.fields.get(7))  # the sender
        member = str(message.header.fields.get(3))
        connection.send(new_method_return(message))
        if member == "BeginPrompting":
            self._ready(connection, from_whom, message.body[0], "")
        elif member == "PerformPrompt":
            self.times += 1
            self.asked.set()
            self.may_close.wait()
            self._ready(connection, from_whom, message.body[0], "no")
        elif member == "StopPrompting":
            self._call(connection, from_whom, message.body[0], "PromptDone", None, ())

    def _ready(self, connection: DBusConnection, whom: str, where: str, reply: str) -> None:
        self._call(connection, whom, where, "PromptReady", "sa{sv}s", (reply, {}, ""))

    @staticmethod
    def _call(
        connection: DBusConnection, whom: str, where: str, what: str, signature: str | None, body: tuple[object, ...]
    ) -> None:
        address = DBusAddress(where, bus_name=whom, interface=_CALLBACK)
        connection.send(new_method_call(address, what, signature, body))


@contextmanager
def prompter_on(bus: str) -> Iterator[Prompter]:
    """The window's program, on this bus."""
    with open_dbus_connection(bus) as connection:
        connection.send_and_get_reply(message_bus.RequestName(_NAME))
        prompter = Prompter()
        thread = threading.Thread(target=prompter.serve, args=(connection,), name="prompter")
        thread.start()
        try:
            yield prompter
        finally:
            prompter.stop()
            thread.join(10)
