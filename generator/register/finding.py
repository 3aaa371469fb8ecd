"""Looking documents up. In: a reference, or partners and kinds. Out: documents with all that is known of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from generator.errors import Fault, WrongUsage, did_you_mean
from generator.register.models import Document, Making
from generator.register.register import Register

_FEW = 10
"""So many references can be named in a hint."""
_NOTHING = {"partner": "nothing was made for the partner", "kind": "nothing was made of the kind"}


def documents(register: Register, partners: Sequence[str] = (), kinds: Sequence[str] = ()) -> tuple[Document, ...]:
    """The documents of these partners and kinds, or all, in the order of their numbers.

    Raises WrongUsage for a partner or a kind that no document is of.
    """
    with register.database.reading() as session:
        _refuse_unknown(register, session, "partner", partners)
        _refuse_unknown(register, session, "kind", kinds)
        wanted = _whole(register).order_by(Document.year, Document.number)
        wanted = wanted.where(Document.partner.in_(partners)) if partners else wanted
        wanted = wanted.where(Document.kind.in_(kinds)) if kinds else wanted
        return tuple(session.scalars(wanted))


def document(register: Register, reference: str) -> Document:
    """The document of this reference; raises WrongUsage with the nearest one when there is none."""
    with register.database.reading() as session:
        return find(register, session, reference)


def find(register: Register, session: Session, reference: str) -> Document:
    """The same within a transaction. Capitals and blanks around it make no difference."""
    wanted = _whole(register).where(Document.reference == reference.strip())
    if found := session.scalar(wanted):
        return found
    known = tuple(session.scalars(select(Document.reference).where(Document.workspace == register.workspace)))
    same = [one for one in known if one.casefold() == reference.strip().casefold()]
    if len(same) == 1:
        return find(register, session, same[0])
    near = did_you_mean(reference, known) if known else "nothing was made yet"
    hint = near if near.startswith("did") or len(known) < _FEW else "handslag register lists them"
    raise WrongUsage(Fault(f"there is no document '{reference}'", hint=hint))


def references(register: Register) -> tuple[str, ...]:
    """Every reference that was given."""
    with register.database.reading() as session:
        wanted = select(Document.reference).where(Document.workspace == register.workspace)
        return tuple(session.scalars(wanted.order_by(Document.year, Document.number)))


def _whole(register: Register) -> Select[Document]:
    """Documents of the workspace with what belongs to them."""
    return (
        select(Document)
        .where(Document.workspace == register.workspace)
        .options(
            selectinload(Document.makings).selectinload(Making.files),
            selectinload(Document.marks),
            selectinload(Document.replaces),
            selectinload(Document.replaced_by),
        )
    )


def _refuse_unknown(register: Register, session: Session, column: str, wanted: Sequence[str]) -> None:
    if not wanted:
        return
    names = select(getattr(Document, column)).where(Document.workspace == register.workspace).distinct()
    known = tuple(session.scalars(names))
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise WrongUsage(*(Fault(f"{_NOTHING[column]} '{name}'", hint=did_you_mean(name, known)) for name in unknown))
