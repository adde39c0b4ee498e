"""An editor that has the printed schema, and what it shows of an agreement."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from .language_server import Message, Place, Server

MODELINE = "# yaml-language-server: $schema=../skjema.json\n"
ENGLISH = re.compile(
    r"\b(?:null|true|false|array|item|string|object|undefined|value|default)\b|\$defs|\|\||_l\b", re.IGNORECASE
)


class Editor:
    """An editor that has the schema, for its files either by a setting or by their first line."""

    def __init__(self, program: str, folder: Path) -> None:
        printed = subprocess.run(
            [sys.executable, "-m", "avtalesjekk", "schema"], capture_output=True, check=True, timeout=60
        ).stdout
        (folder / "skjema.json").write_bytes(printed)
        self.schema: dict[str, Any] = json.loads(printed)
        self.server = Server(program, folder, {"./skjema.json": "avtaler/*.yaml"})
        self.folder = folder
        self._opened = 0

    def open(self, text: str, *, by: str = "setting") -> str:
        """Open a file with the text; its address."""
        self._opened += 1
        folder = "avtaler" if by == "setting" else "andre"
        uri = (self.folder / folder / f"{self._opened}.yaml").as_uri()
        self.server.open(uri, text if by == "setting" else MODELINE + text)
        return uri

    def completions(self, text: str, *, by: str = "setting") -> dict[str, Message]:
        """What is suggested at «¦», by its label."""
        line, column = place(text, text.index("¦"))
        uri = self.open(text.replace("¦", ""), by=by)
        items = self.server.completions(uri, (line + (by == "modeline"), column))
        assert len({item["label"] for item in items}) == len(items)
        assert not [item for item in items if ENGLISH.search(f"{item['label']}\n{told(item)}")]
        return {item["label"]: item for item in items}


def place(text: str, offset: int) -> Place:
    before = text[:offset]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def told(item: Message) -> str:
    """What is told of a suggestion."""
    said = item.get("documentation") or ""
    return said if isinstance(said, str) else said["value"]


def written(item: Message) -> str:
    """What a suggestion writes."""
    return str(item["textEdit"]["newText"])


def problems(editor: Editor, uri: str) -> list[tuple[Place, Place, str]]:
    """What is wrong with a file, each with where it starts and ends."""
    return [
        (
            (said["range"]["start"]["line"], said["range"]["start"]["character"]),
            (said["range"]["end"]["line"], said["range"]["end"]["character"]),
            said["message"],
        )
        for said in editor.server.problems(uri)
    ]


def plain(text: str) -> str:
    return text.replace("«", "").replace("»", "")


def span(text: str, by: str) -> tuple[Place, Place]:
    """Where «» stand in a text that is opened without them."""
    start, end = text.index("«"), text.index("»") - 1
    text = (MODELINE if by == "modeline" else "") + plain(text)
    below = len(MODELINE) if by == "modeline" else 0
    return place(text, start + below), place(text, end + below)
