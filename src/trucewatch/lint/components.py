from trucewatch.core.model import Agreement, ComponentCoverage


def cover(agreement: Agreement) -> tuple[ComponentCoverage, ...]:
    return ()
