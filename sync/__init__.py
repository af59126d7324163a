"""The world's side: fetches facts, delivers intents; no Qt and no wording."""
