"""The commands. In: words of a command line. Out: calls of the other rooms, and what is printed. They hold no rules."""
