"""Lets ``python -m boardkit`` do what ``boardkit`` does."""

import sys

from boardkit.cli import main

sys.exit(main())
