"""What a stranger may try against the endpoint, and that none of it harms anybody else."""
