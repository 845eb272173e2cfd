"""``python -m minutes_cli`` is ``minutes``."""

from minutes_cli.commands import main

if __name__ == "__main__":
    main()
