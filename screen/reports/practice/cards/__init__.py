"""Cards of a scenario, to be printed: for whoever plays the person, for learners, and for the trainer."""
