"""A picture as PNG, made from its SVG."""

from trucewatch.core.errors import MissingExtra


def png_of(svg: str, scale: float = 2.0) -> bytes:
    """The PNG of the picture, `scale` pixels for each of its own; raises MissingExtra."""
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtra('writing .png needs the "png" extra. Run: pip install "trucewatch[png]"') from error
    return bytes(vl_convert.svg_to_png(svg, scale=scale))
