"""E-mail drafts, read back as a mail program reads them: who, what, which file; and nothing that a value could break."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import date
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadInput
from generator.post.eml import Attachment, Mailbox, Message, Unsent, write_eml

TEXT = (
    "Geachte heer Van ’t Veld,\n\nBijgaand vindt u onze brief. "
    + "Wij danken u hartelijk. " * 20
    + "\n\nMet hartelijke groet,\nTom"
)
PDF = Attachment("bedankbrief-van-t-veld.pdf", b"%PDF-1.7\r\n\x00\xff" * 500)
WIM = Mailbox("Wim van ’t Veld", "wim@vantveldzonen.example")
NAMES = (
    "Jansen & Zn. <B.V.>",
    "Constructiebedrijf Van ’t Veld & Zonen B.V.",
    "Yıldız, Kâmil",
    'Öz"lem \\ Çelik (teamleider); en: anderen',
    "De Vries, S.",
    "😀 Team, De Vuurbaak",
    "=?utf-8?q?x?=",
    "İğüşöç " * 30 + "x",
    "A" * 150,
    "T.a.v. mevrouw É. ’t Hart, en de heer IJ. van den Berg-d’Hond",
    "wim@elders.example",
)


def message(*to: Mailbox, subject: str = "Bedankt voor 2027", text: str = TEXT, **more: object) -> Message:
    given = {"attachments": (PDF,), "day": date(2027, 12, 6)} | more
    return Message(to, subject, text, **given)  # type: ignore[arg-type]


def opened(unsent: Unsent) -> EmailMessage:
    read = email.message_from_bytes(unsent.data, policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    assert [part.defects for part in read.walk()] == [[] for _ in read.walk()]
    return read


def header(unsent: Unsent, name: str) -> str:
    """A header as every program reads it: pieces put together without the blanks between them (RFC 2047, 6.2)."""
    raw = email.message_from_bytes(unsent.data)[name]
    return str(make_header(decode_header(raw)))


def receivers(unsent: Unsent, name: str = "To") -> list[tuple[str, str]]:
    pairs = getaddresses([str(email.message_from_bytes(unsent.data)[name])])
    return [(str(make_header(decode_header(who))), address) for who, address in pairs]


def said(part: object) -> str:
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_draft_opens_as_an_unsent_message_with_text_and_file() -> None:
    made = write_eml(message(WIM))
    read = opened(made)
    assert made.data.startswith(b"X-Unsent: 1\r\n")
    assert (read["Subject"], read["Date"].datetime.date()) == ("Bedankt voor 2027", date(2027, 12, 6))
    assert receivers(made) == [("Wim van ’t Veld", "wim@vantveldzonen.example")]
    body, attached = read.iter_parts()
    assert isinstance(body, EmailMessage)
    assert (body.get_content_type(), body["Content-Language"], said(body)) == ("text/plain", "nl", TEXT + "\n")
    assert isinstance(attached, EmailMessage)
    assert (attached.get_content_type(), attached.get_content_disposition()) == ("application/pdf", "attachment")
    assert (attached.get_filename(), attached.get_content()) == (PDF.name, PDF.data)
    assert made.faults == ()


def test_a_text_alone_is_a_whole_message_too() -> None:
    read = opened(write_eml(message(WIM, attachments=(), language="en")))
    assert (read.get_content_type(), said(read), read["Content-Language"]) == ("text/plain", TEXT + "\n", "en")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_arrives_as_typed_and_stays_one_receiver(name: str) -> None:
    made = write_eml(message(Mailbox(name, "a@b.example"), WIM, subject=name))
    assert receivers(made) == [(name, "a@b.example"), (WIM.name, WIM.address)]
    assert header(made, "Subject") == name


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=120))
def test_any_name_and_subject_arrives_as_typed(text: str) -> None:
    made = write_eml(message(Mailbox(text, "a@b.example"), subject=text, attachments=()))
    assert receivers(made) == [(text, "a@b.example")]
    assert header(made, "Subject") == text


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_short_and_ends_as_mail_does(name: str) -> None:
    sender = Mailbox(name, "n.janssen@devuurbaak.example")
    data = write_eml(message(Mailbox(name, "a@b.example"), WIM, subject=name, sender=sender)).data
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", data) is None
    assert [line for line in data.split(b"\r\n") if len(line) > 78 and b"A" * 40 not in line] == []
    assert data.isascii()


@pytest.mark.parametrize("bad", ["a\r\nBcc: x@y.example", "a\nb", "a\x00b", "a\u2028b"])
def test_a_line_end_in_a_header_is_refused(bad: str) -> None:
    for broken in (
        message(WIM, subject=bad),
        message(Mailbox(bad, "a@b.example")),
        message(WIM, sender=Mailbox(bad, "a@b.example")),
        message(WIM, attachments=(Attachment(bad, b"x"),)),
    ):
        with pytest.raises(BadInput, match="line end"):
            write_eml(broken)


@pytest.mark.parametrize("address", [None, "", "geen adres", "a@b\r\nBcc: x@y.example", "jürgen@b.example", "a@b..example"])
def test_without_an_address_there_is_no_receiver_and_the_caller_is_told(address: str | None) -> None:
    made = write_eml(message(Mailbox("Wim van ’t Veld", address)))
    assert opened(made)["To"] is None
    (fault,) = made.faults
    assert fault.severity == "warning"
    assert "Wim van ’t Veld is not among the receivers" in str(fault)


def test_who_has_an_address_is_addressed_though_another_has_none() -> None:
    made = write_eml(message(WIM, Mailbox("Saskia de Vries")))
    assert receivers(made) == [(WIM.name, WIM.address)]
    assert [fault.problem for fault in made.faults] == [
        "no e-mail address is known: Saskia de Vries is not among the receivers"
    ]


def test_a_host_with_accents_is_written_as_servers_know_it() -> None:
    assert receivers(write_eml(message(Mailbox("Wim", "wim@café.example")))) == [("Wim", "wim@xn--caf-dma.example")]


def test_there_is_no_sender_unless_one_is_given() -> None:
    assert opened(write_eml(message(WIM)))["From"] is None
    made = write_eml(message(WIM, sender=Mailbox("Noor Janssen-ten Broeke", "n.janssen@devuurbaak.example")))
    assert receivers(made, "From") == [("Noor Janssen-ten Broeke", "n.janssen@devuurbaak.example")]
    assert opened(made)["Message-ID"].endswith("@devuurbaak.example>")


@pytest.mark.parametrize(
    "name", ["brief.pdf", "brief voor ’t Hart; met “quotes”.docx", "Yıldız " * 20 + ".pdf", "zonder", 'a"b\\c.txt']
)
def test_a_file_name_arrives_as_typed(name: str) -> None:
    (_, attached) = opened(write_eml(message(WIM, attachments=(Attachment(name, b"x"),)))).iter_parts()
    assert attached.get_filename() == name


def test_several_files_go_with_it() -> None:
    files = (PDF, Attachment("bijlage.docx", b"PK"), Attachment("leeg.pdf", b""))
    (_, *attached) = opened(write_eml(message(WIM, attachments=files))).iter_parts()
    assert [(part.get_filename(), part.get_payload(decode=True)) for part in attached] == [(f.name, f.data) for f in files]


def test_the_same_input_gives_the_same_bytes_and_another_input_another_message() -> None:
    assert write_eml(message(WIM)) == write_eml(message(WIM))
    ids = {opened(write_eml(made))["Message-ID"] for made in (message(WIM), message(WIM, text="x"), message(Mailbox("x")))}
    assert len(ids) == 3


@pytest.mark.parametrize("text", ["From hier.\n.\n--=_x\n" + "x" * 2000, "’" * 3000, "a\n\n\nb \nc\t", ""])
def test_a_text_arrives_as_typed(text: str) -> None:
    body, _ = opened(write_eml(message(WIM, text=text))).iter_parts()
    assert said(body) == text.strip("\n") + "\n"
