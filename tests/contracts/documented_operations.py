"""Operations that the description beside the repository leaves out, written down from Microsoft's reference pages.

group-post-threads, conversationThread-reply and event-delete (graph-rest-1.0, 2026): what is sent and what is answered.
Entities are the description's own, so the properties are held to it as everywhere.
"""

from typing import Any

Json = dict[str, Any]


def _entity(name: str) -> Json:
    return {"$ref": f"#/components/schemas/microsoft.graph.{name}"}


def _content(schema: Json) -> Json:
    return {"content": {"application/json": {"schema": schema}}}


_ERROR = {"$ref": "#/components/responses/error"}
_REPLY = {
    "type": "object",
    "required": ["post"],
    "properties": {"post": _entity("post")},
    "additionalProperties": False,
}
DOCUMENTED: dict[str, Json] = {
    "/groups/{group-id}/threads": {
        "post": {
            "x-item-type": "microsoft.graph.conversationThread",
            "requestBody": {"required": True, **_content(_entity("conversationThread"))},
            "responses": {
                "201": {"description": "Created", **_content(_entity("conversationThread"))},
                "default": _ERROR,
            },
        }
    },
    "/groups/{group-id}/threads/{conversationThread-id}/reply": {
        "post": {
            "x-item-type": "",
            "requestBody": {"required": True, **_content(_REPLY)},
            "responses": {"202": {"description": "Accepted"}, "default": _ERROR},
        }
    },
    "/me/events/{event-id}": {
        "delete": {"x-item-type": "", "responses": {"204": {"description": "No Content"}, "default": _ERROR}}
    },
}


def with_documented(description: Json) -> Json:
    """The description with these operations in their places."""
    for template, methods in DOCUMENTED.items():
        description["paths"].setdefault(template, {}).update(methods)
    return description
