"""The user's side: Qt widgets; no network and no SQL."""
