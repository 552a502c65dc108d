"""Pictures of what was found: plain SVG, and PNG made from it."""
