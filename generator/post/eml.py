"""An e-mail that is ready but for the sending. In: to whom, subject, text, attachments. Out: the bytes of an ``.eml`` file.

``X-Unsent: 1`` makes Outlook and Thunderbird open the file in a window for writing, with everything filled in; whoever opens it
looks it over and sends it. Nothing here sends. The same input gives the same bytes.

A paragraph is one line: the receiver's window breaks it, and so does the writer's, who may change a word. Lines broken at 72
would become ragged on a telephone, and Outlook does not know ``format=flowed``. The file's own lines stay within 76 characters
(quoted-printable). Headers are written here and not by ``EmailMessage``, which fails on some names (an emoji) and puts blanks
into others.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from generator.errors import BadInput, Fault, Severity

_LINE = 76
_NEWLINE = "\r\n"
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+")
_TYPED = re.compile(r"(?!=\?)[ -~]{1,60}")
"""A name or subject that can stand as it is typed."""
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody with an e-mail address, or somebody of whom none is known."""

    name: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """What an e-mail says."""

    to: tuple[Mailbox, ...]
    subject: str
    text: str
    """Plain text; a paragraph is a line, and an empty line divides paragraphs."""
    attachments: tuple[Attachment, ...]
    day: date
    language: str = "nl"
    sender: Mailbox | None = None
    """None, the best for most: whoever opens the file sends it from an account of their own. With a sender, Thunderbird
    chooses the account of that address; Outlook sends *on behalf of* it, which a server refuses to those who may not."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """An e-mail as a file."""

    data: bytes
    faults: tuple[Fault, ...]
    """A warning for each person who is not among its receivers, for want of an address."""


def write_eml(message: Message) -> Unsent:
    """The e-mail as an ``.eml`` file, with what is to be told about it.

    Raises BadInput for a name, subject or address that would break its header (a line end in it).
    """
    people, files = (*message.to, *_sender(message)), message.attachments
    _check([message.subject, *(one.name for one in people), *(file.name for file in files)])
    digest = hashlib.sha256(repr(message).encode()).hexdigest()[:32]
    headers = "".join(f"{line}{_NEWLINE}" for line in _headers(message, digest))
    faults = tuple(_without(one) for one in message.to if not _address(one))
    return Unsent(headers.encode("ascii") + _body(message, digest), faults)


# --- headers -----------------------------------------------------------------------------------------------------------------


def _headers(message: Message, digest: str) -> Iterator[str]:
    yield "X-Unsent: 1"
    for name, people in (("From", _sender(message)), ("To", message.to)):
        if mailboxes := [_mailbox(one) for one in people if _address(one)]:
            yield f"{name}: {f',{_NEWLINE} '.join(mailboxes)}"
    yield f"Subject: {_words(message.subject)}"
    yield f"Date: {format_datetime(datetime.combine(message.day, time(12), UTC))}"
    host = next((_address(one).partition("@")[2] for one in _sender(message)), "") or "handslag.invalid"
    yield f"Message-ID: <{digest}@{host}>"


def _sender(message: Message) -> tuple[Mailbox, ...]:
    return (message.sender,) if message.sender else ()


def _mailbox(one: Mailbox) -> str:
    """``"Jansen, W." <w@jansen.example>``."""
    name, address = _phrase(one.name), f"<{_address(one)}>"
    fits = len(name.rpartition(_NEWLINE)[2]) + len(address) + len("From:  ,") <= _LINE
    return f"{name}{' ' if fits else f'{_NEWLINE} '}{address}" if name else address


def _phrase(name: str) -> str:
    """A name before an address: between quotes, so that a comma in it divides nothing."""
    words = _words(name)
    return words if words != name or not name else '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'


def _words(text: str) -> str:
    """Text of a header: as typed, or in pieces that every program puts together again (RFC 2047)."""
    if _TYPED.fullmatch(text) and text == text.strip():
        return text
    return Header(text, "utf-8", maxlinelen=_LINE - len("Subject: ")).encode(linesep=_NEWLINE)


def _address(one: Mailbox) -> str:
    """The address in the form that mail servers know, a host with accents in its ASCII form; empty when there is none."""
    local, at, host = (one.address or "").rpartition("@")
    try:
        address = f"{local}{at}{host.encode('idna').decode('ascii')}"
    except UnicodeError:
        return ""
    return address if _ADDRESS.fullmatch(address) else ""


# --- text and attachments ----------------------------------------------------------------------------------------------------


def _body(message: Message, digest: str) -> bytes:
    """The text and what goes with it, from ``Content-Type`` on."""
    mime = EmailMessage(SMTP)
    mime.set_content(message.text.strip("\n") + "\n", charset="utf-8", cte="quoted-printable")
    mime["Content-Language"] = message.language
    for attached in message.attachments:
        main, _, sub = _TYPES.get(attached.name.rpartition(".")[2].lower(), "application/octet-stream").partition("/")
        mime.add_attachment(attached.data, main, sub, filename=attached.name)
    if message.attachments:
        mime.set_boundary(f"=_{digest}")  # which no encoded text or file can hold
    return mime.as_bytes()


# --- faults ------------------------------------------------------------------------------------------------------------------


def _check(texts: list[str]) -> None:
    bad = [text for text in texts if any(unicodedata.category(c) in _UNPRINTABLE for c in text)]
    if bad:
        hint = "write it on one line"
        raise BadInput(*(Fault(f"{text[:60]!r} has a line end or control character", hint=hint) for text in bad))


def _without(one: Mailbox) -> Fault:
    given = f"'{one.address}' cannot stand in an e-mail" if one.address else "no e-mail address is known"
    hint = "fill it in when you open the draft, or in the profile"
    return Fault(f"{given}: {one.name or 'somebody'} is not among the receivers", hint=hint, severity=Severity.WARNING)
