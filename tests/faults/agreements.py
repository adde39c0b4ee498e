"""Agreements to go wrong with: one that can be signed, and one in which something can be mended."""

from pathlib import Path

GOOD = (Path(__file__).parents[1] / "good.yaml").read_text(encoding="utf-8")
WRONG = GOOD.replace("til: 2028-12-31", "til: 31.12.2028").replace("dato: 2026-12-01", "dato: 1.12.2026")
