"""An ERP over STOMP 1.2, with nothing but Python's own library. It takes over the reservation and holds all that is asked for.

    ERP_BROKER_PASSWORD=... python3 stomp_erp.py HOST PORT [USER]          (stomp://)
    ERP_BROKER_PASSWORD=... python3 stomp_erp.py HOST PORT USER ca.pem     (stomp+ssl://, the certificate to trust)

The answer, the acknowledgment and the note of what was seen belong together: one STOMP transaction, and the note before it.
When the program dies in between, the command comes again and the same answer goes out with the same hub_message_id.
"""
import json
import os
import socket
import sqlite3
import ssl
import sys
import uuid


class Stomp:
    def __init__(self, host, port, user, password, trusted=None):
        wire = socket.create_connection((host, port))
        if trusted:
            wire = ssl.create_default_context(cafile=trusted).wrap_socket(wire, server_hostname=host)
        self.wire, self.reader = wire, wire.makefile("rb")
        self.send("CONNECT", {"accept-version": "1.2", "host": host, "login": user, "passcode": password})
        self.read()

    def send(self, command, headers, body=""):
        head = "".join(f"{name}:{value}\n" for name, value in headers.items())
        self.wire.sendall(f"{command}\n{head}\n{body}\0".encode())

    def read(self):
        command = b""
        while not command:  # line ends between frames are heart-beats
            line = self.reader.readline()
            if not line:
                raise ConnectionError("the broker has closed the connection")
            command = line.strip()
        headers = {}
        while (line := self.reader.readline().rstrip(b"\r\n")):
            name, value = line.decode().split(":", 1)
            headers.setdefault(name, value.replace("\\c", ":").replace("\\n", "\n").replace("\\\\", "\\"))
        body = bytearray()
        if "content-length" in headers:
            body += self.reader.read(int(headers["content-length"]))
            self.reader.read(1)
        else:
            while (byte := self.reader.read(1)) != b"\0":
                body += byte
        if command == b"ERROR":
            raise ConnectionError(headers.get("message") or body.decode())
        return command.decode(), headers, body.decode()


def reserve(command):
    """All of it, at once. A release only gives back, and is not answered."""
    if command["kind"] == "release":
        return None
    held = [{"lineNumber": line["lineNumber"], "scheduleId": line["scheduleId"], "reserved": line["quantity"],
             "unit": line["unit"], "location": "MAIN"} for line in command["lines"]]
    return {"requestId": command["requestId"], "orderId": command["orderId"], "lines": held}


def main(host, port, user="erp", trusted=None):
    seen = sqlite3.connect(os.environ.get("ERP_SEEN", "seen.db"))
    seen.execute("CREATE TABLE IF NOT EXISTS answered (hub_message_id TEXT PRIMARY KEY, answer TEXT)")
    stomp = Stomp(host, int(port), user, os.environ["ERP_BROKER_PASSWORD"], trusted)
    stomp.send("SUBSCRIBE", {"id": "1", "destination": "/queue/inventory.reserve", "ack": "client-individual",
                             "activemq.prefetchSize": "1"})
    while True:
        _, headers, body = stomp.read()
        message_id = headers["hub_message_id"]
        known = seen.execute("SELECT answer FROM answered WHERE hub_message_id = ?", (message_id,)).fetchone()
        answer = json.loads(known[0]) if known else reserve(json.loads(body))
        if not known:
            with seen:
                seen.execute("INSERT INTO answered VALUES (?, ?)", (message_id, json.dumps(answer)))
        stomp.send("BEGIN", {"transaction": message_id})
        if answer:
            stomp.send("SEND", {"destination": "/queue/inventory.reserved", "transaction": message_id, "persistent": "true",
                                "hub_message_id": str(uuid.uuid5(uuid.NAMESPACE_OID, message_id))}, json.dumps(answer))
        stomp.send("ACK", {"id": headers["ack"], "transaction": message_id})
        stomp.send("COMMIT", {"transaction": message_id})


if __name__ == "__main__":
    main(*sys.argv[1:])
