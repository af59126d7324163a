"""What the application's start is compared with: the smallest window that PySide6 can show."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLabel


class Bare(QLabel):
    """A label that says when it has been painted for the first time."""

    told = False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self.told:
            self.told = True
            QTimer.singleShot(0, self, self.tell)
        return done

    def tell(self) -> None:
        milliseconds = (time.monotonic_ns() - int(os.environ["NACKA_ARBETSPLATS_BORN"])) / 1e6
        processor = time.process_time() * 1e3
        sys.stderr.write(f'{{"mark": "first frame", "ms": {milliseconds:.1f}, "cpu": {processor:.1f}}}\n')
        sys.stderr.flush()


def main() -> int:
    application = QApplication(sys.argv)
    window = Bare("Nacka arbetsplats")
    window.resize(400, 300)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
