"""Questions, ideas and corrections about an article or a service: how they are worded, written and sent."""
