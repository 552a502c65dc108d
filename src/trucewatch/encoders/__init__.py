"""Encoders of sentences behind the port `core.ports.Encoder`; an extra, used only when asked for."""
