"""Takes back the import statement that PySide6 has replaced; imported once, after PySide6 and before the rest.

PySide6 looks at every module that is imported after it, for a switch of its own (``from __feature__ import …``) that is
not used here: it reads the module's whole source text and keeps it in memory. That was a tenth of our start.
"""

import builtins

import PySide6.QtCore  # noqa: F401  (it replaces the import statement when it is imported)

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
