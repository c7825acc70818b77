"""The appendix: every answer, the method, the glossary."""
