"""A store on disk: one folder with every version of a dataset, each of which stays as it is."""
