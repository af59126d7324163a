"""`python -m workplace_app` is `workplace-app`."""

import sys

from workplace_app.command_line import main

sys.exit(main())
