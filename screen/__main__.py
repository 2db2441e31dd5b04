"""`python -m screen`: the same as `htscreen`."""

from screen.cli.door import main

if __name__ == "__main__":
    main()
