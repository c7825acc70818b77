"""A questionnaire that travels, and comes back as answers."""
