"""The trained head: a small encoder and linear layers on it, in numpy; weights come with the package."""
