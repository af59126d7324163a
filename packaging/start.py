"""Where the packaged program begins; a folder that PyInstaller makes has no `python -m`."""

import sys

from workplace_app.command_line import main

sys.exit(main())
