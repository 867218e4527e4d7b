"""Documents of the workspace that hold JSON: read against their form, or left as they are."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from index.errors import WorkspaceUnusable

Form = TypeVar("Form", bound=BaseModel)


def read_document(name: str, text: str | None, form: type[Form]) -> Form:
    """Reads a document of the workspace.

    Args:
        name: Its name.
        text: What is in it; None for no document, which is read as the empty one.
        form: What it must be.

    Raises:
        WorkspaceUnusable: It is of another form. Whoever changes the document lets this through, so it stays as it is.
    """
    try:
        return form.model_validate_json(text or "{}")
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise WorkspaceUnusable(
            f"workspace/{name}, beside the index, cannot be read: {where + ': ' if where else ''}{first['msg']}. It "
            "was left as it is. Mend it or give it another name, then try again."
        ) from error
