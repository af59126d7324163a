"""How much work a picture may be: what sync keeps and what the window decodes obey the same figures.

The window decodes a picture when it is shown. On a slow office computer (one core of 2 GHz) Qt 6.11 takes for a million
points of PNG some 32 ms, of WebP 11 ms, of JPEG 4 ms, and 1 ms more for every further scan of a progressive JPEG. A
file of 130 kB could so stand for 40 million points and hold the window up for 1.3 seconds, 70 kB of JPEG in 70 scans
for 0.9: 8 MB of it, in 160,000 scans, for half an hour.
"""

LONGEST_SIDE = 20_000
"""Points. Longer strips are decoded line by line by nobody."""
MOST_POINTS = {"image/png": 12_000_000, "image/webp": 12_000_000, "image/jpeg": 40_000_000}
"""A screen of 5,120 × 2,160 fits; a camera's picture is a JPEG."""
MOST_SCANNED_POINTS = 400_000_000
"""Points of a JPEG times its scans: 24 million in the ten scans that programs write, and some more."""
_START_OF_SCAN = b"\xff\xda"
"""Within compressed data a byte FF is always followed by another than DA (ISO/IEC 10918-1, B.1.1.5), so this counts
scans; those of a thumbnail in the file's own notes count too, which are one or two."""


def is_little_work(media_type: str, width: int, height: int, content: bytes) -> bool:
    """True when a picture of this size and content may be decoded in the window."""
    points = width * height
    if not 0 < points <= MOST_POINTS.get(media_type, 0) or max(width, height) > LONGEST_SIDE:
        return False
    return media_type != "image/jpeg" or points * content.count(_START_OF_SCAN) <= MOST_SCANNED_POINTS
