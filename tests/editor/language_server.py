"""A client that asks a YAML language server what an editor asks it, over its standard input and output."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, TypeAlias

Message: TypeAlias = dict[str, Any]  # JSON-RPC is a tree of anything
Place: TypeAlias = tuple[int, int]
VARIABLE = "YAML_LANGUAGE_SERVER"  # the path of the server, where it is not on PATH


def found() -> str | None:
    """The server of this machine, if it has one."""
    return shutil.which(os.environ.get(VARIABLE) or "yaml-language-server")


class Server:
    """A running server, with the settings that an editor would have."""

    def __init__(self, program: str, folder: Path, schemas: Mapping[str, str]) -> None:
        """`schemas` are the globs of the files that each schema is for."""
        self._settings = {
            "yaml": {
                "schemas": dict(schemas),
                "schemaStore": {"enable": False},
                "kubernetesCRDStore": {"enable": False},
                "hover": True,
                "completion": True,
                "validate": True,
            }
        }
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._listener = Thread(target=self._listen, daemon=True)
        self._said: Queue[Message] = Queue()
        self._sent = 0
        self._problems: dict[str, list[Message]] = {}
        self._listener.start()
        markdown = {"documentationFormat": ["markdown", "plaintext"], "snippetSupport": True}
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}],
                "capabilities": {
                    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
                    "textDocument": {
                        "completion": {"completionItem": markdown},
                        "hover": {"contentFormat": ["markdown"]},
                    },
                },
            },
        )
        self._send({"method": "initialized", "params": {}})
        while self._hear().get("method") != "workspace/configuration":
            pass

    def open(self, uri: str, text: str) -> None:
        """Show the server a file."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def problems(self, uri: str) -> list[Message]:
        """What the server says is wrong with a file that has been opened."""
        while uri not in self._problems:
            self._hear()
        return self._problems[uri]

    def completions(self, uri: str, place: Place) -> list[Message]:
        """What may be written at a place."""
        items = self.ask("textDocument/completion", _at(uri, place))["items"]
        return sorted(items, key=lambda item: str(item["label"]))

    def hover(self, uri: str, place: Place) -> str:
        """What is shown when the pointer is at a place."""
        shown = self.ask("textDocument/hover", _at(uri, place))
        return shown["contents"]["value"] if shown else ""

    def ask(self, method: str, params: Message) -> Any:
        """Send a request and wait for its answer."""
        self._sent += 1
        self._send({"id": self._sent, "method": method, "params": params})
        while True:
            said = self._hear()
            if said.get("id") == self._sent and "method" not in said:
                assert "error" not in said, said
                return said["result"]

    def close(self) -> None:
        """Let the server end."""
        self.ask("shutdown", {})
        self._send({"method": "exit"})
        self._process.wait(timeout=60)
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def _hear(self) -> Message:
        """Wait for the next message, and answer it if the server asks something."""
        said = self._said.get(timeout=60)
        match said.get("method"):
            case "workspace/configuration":
                items = said["params"]["items"]
                self._send({"id": said["id"], "result": [self._settings.get(item["section"]) for item in items]})
            case "textDocument/publishDiagnostics":
                self._problems[said["params"]["uri"]] = said["params"]["diagnostics"]
            case str() if "id" in said:
                self._send({"id": said["id"], "result": None})
        return said

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._said.put(json.loads(stream.read(length)))


def _at(uri: str, place: Place) -> Message:
    return {"textDocument": {"uri": uri}, "position": {"line": place[0], "character": place[1]}}
