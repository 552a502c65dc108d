"""How far coders agree: the only package that knows nltk."""
