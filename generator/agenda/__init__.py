"""What is due, and when: from profiles and register to a list, and to a calendar for Outlook and Google."""
