"""``python -m ui`` is the same program as ``wenju``."""

import sys

from ui.cli import main

sys.exit(main())
