"""yaml-language-server as an editor drives it: a process that is told of files and says what is wrong with them."""

import json
import queue
import shutil
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from tests.browser.look import absent, node_modules

SECONDS = 60
"""As long as an answer may take on a busy machine."""


class Fault(NamedTuple):
    """What an editor underlines. Lines and columns count from 1."""

    line: int
    column: int
    message: str


class Editor:
    """An editor with one folder open. Files need not be on the disk: it sends their text."""

    def __init__(self, folder: Path, settings: Mapping[str, object]) -> None:
        self.folder, self.settings = folder, dict(settings)
        self._server = subprocess.Popen([*_command(), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._heard: queue.Queue[Any] = queue.Queue()
        self._faults: dict[str, list[Fault]] = {}
        self._asked = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        configured = {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}}
        uri = self.folder.as_uri()
        folders = [{"uri": uri, "name": self.folder.name}]
        able = {"workspace": configured, "textDocument": {"publishDiagnostics": {}, "hover": {}, "completion": {}}}
        self._ask("initialize", processId=None, rootUri=uri, workspaceFolders=folders, capabilities=able)
        self._tell("initialized")
        while self._take().get("method") != "workspace/configuration":
            pass
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def faults(self, texts: Mapping[str, str]) -> dict[str, list[Fault]]:
        """Open files, by their path in the folder; what is wrong with each, from the top."""
        uris = {name: (self.folder / name).as_uri() for name in texts}
        for name, text in texts.items():
            opened = {"uri": uris[name], "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", textDocument=opened)
        while not self._faults.keys() >= set(uris.values()):
            self._take()
        return {name: sorted(self._faults[uri]) for name, uri in uris.items()}

    def hover(self, name: str, line: int, column: int) -> str:
        """What is shown where the pointer rests, in an open file."""
        shown = self._ask("textDocument/hover", **self._at(name, line, column))
        return str(shown["contents"]["value"]) if shown else ""

    def completed(self, name: str, line: int, column: int) -> list[str]:
        """What is offered to write there, in an open file."""
        return [each["label"] for each in self._ask("textDocument/completion", **self._at(name, line, column))["items"]]

    def _at(self, name: str, line: int, column: int) -> dict[str, Any]:
        uri = (self.folder / name).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}

    def _ask(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - whatever the server answers
        self._asked += 1
        self._send(id=self._asked, method=method, params=parameters)
        while True:
            heard = self._take()
            if "method" not in heard and heard.get("id") == self._asked:
                return heard["result"]

    def _tell(self, method: str, **parameters: object) -> None:
        self._send(method=method, params=parameters)

    def _send(self, **message: object) -> None:
        text = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self._server.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message, which is answered or noted as it needs."""
        heard: dict[str, Any] = self._heard.get(timeout=SECONDS)
        if heard.get("method") == "textDocument/publishDiagnostics":
            found = heard["params"]
            self._faults[found["uri"]] = [_fault(each) for each in found["diagnostics"]]
        elif heard.get("method") == "workspace/configuration":
            self._send(id=heard["id"], result=[self.settings.get(each["section"]) for each in heard["params"]["items"]])
        elif "method" in heard and "id" in heard:
            self._send(id=heard["id"], result=None)
        return heard

    def _listen(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while head := stream.readline():
            if head.lower().startswith(b"content-length:"):
                while stream.readline().strip():
                    pass
                self._heard.put(json.loads(stream.read(int(head.split(b":")[1]))))


def _command() -> tuple[str, str]:
    """How the server is started; without it the test is skipped, or fails where it is required."""
    node, modules = shutil.which("node"), node_modules()
    server = modules / "yaml-language-server" / "bin" / "yaml-language-server" if modules else None
    if node is None or server is None or not server.is_file():
        absent("node, and npm install in tests/browser")
    return str(node), str(server)


def _fault(told: Mapping[str, Any]) -> Fault:
    start = told["range"]["start"]
    return Fault(start["line"] + 1, start["character"] + 1, told["message"])
