"""The pages of entities, and of the claims that are made about them."""
