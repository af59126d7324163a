"""What people call the counterparts of sync."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def service_name(service: str | None) -> str:
    """What people call the counterpart that a problem names, as it is written within a sentence."""
    names = {
        "outlook": "Outlook",
        "planner": "Planner",
        "todo": "To Do",
        "teams": "Teams",
        "sharepoint": "SharePoint",
        "directory": translate("problems", "the directory"),
        "cms": translate("problems", "the intranet"),
        "public": "nacka.se",
        "catalogue": translate("problems", "the service catalogue"),
        "dialogue": translate("problems", "the municipality"),
        "identity": translate("problems", "the sign-in service"),
        "content_identity": translate("problems", "the intranet's sign-in service"),
        "graph": "Microsoft 365",
    }
    return names.get(service or "", service or translate("problems", "the service"))
