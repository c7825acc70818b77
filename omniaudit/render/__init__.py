"""A document in every format. A format knows a Document and nothing else."""
