"""The numbers of the principles of the course; ``docs/principles.md`` says what each claims."""

_HOW_MANY = {"A": 10, "B": 5, "C": 11, "D": 9, "E": 7, "F": 5, "G": 8}
PRINCIPLES = tuple(f"{letter}{n}" for letter, last in _HOW_MANY.items() for n in range(1, last + 1))
