"""A cluster: tasks done by workers on other machines. In: the address of a Dask scheduler, and tasks. Out: an executor of them.

The engine is Dask's own: it hands out tasks, and hands one out again when its worker dies. Workers have nothing of the
school but what they are sent (``parcel``), and must be the same handslag as this one, so that a document has the same bytes
wherever it is made. They return bytes; numbers, register and files stay with who asked.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from generator.errors import BadInput, Fault, OurFault, WrongUsage
from generator.order import Order
from generator.parcel import Parcel, packed, sent
from generator.versions import differences, versions
from generator.workers import GARBAGE
from generator.workspace import Workspace

try:
    import dask
    from distributed import Client, KilledWorker, Security, get_worker
    from distributed.client import ClosedClientError
    from distributed.comm.core import CommClosedError, connect
    from distributed.scheduler import NoValidWorkerError
    from distributed.versions import VersionMismatchWarning
except ModuleNotFoundError as error:
    raise BadInput(
        Fault(f"what speaks to a cluster is not installed: {error.name}", hint="pip install 'handslag[cluster]'")
    ) from None

R = TypeVar("R")
PATIENCE = 10
"""Seconds to wait for the scheduler, and for its first worker."""
SHOWN = 3
"""Machines that are named when something is wrong with many."""
TALKATIVE = ("distributed", "distributed.client", "tornado.application", "asyncio", "concurrent.futures")
"""What would tell in its own words, and with tracebacks, what a fault says."""
_here: dict[str, Workspace] = {}
"""The parcels that this worker unpacked, by their keys."""
_alone = Lock()
"""What reads PDFs back works for one at a time, however many threads a worker has."""


class Cluster(Executor):
    """Has each task done by some worker."""

    def __init__(self, client: Client, parcel: Parcel) -> None:
        self._client = client
        # -- each task is one of its own: Dask takes equal ones for one, and a document made anew has to be made --
        self._engine = client.get_executor(pure=False)
        # -- a task and not data that is laid there: when the last worker that has it dies, Dask does it again --
        self._parcel = client.submit(_parcel, parcel, pure=False)

    @property
    def workers(self) -> int:
        """How many there are now."""
        return max(1, len(self._client.nthreads()))

    def submit(self, work: Callable[..., R], /, *given: Any, **named: Any) -> Future[R]:
        """Have it done; tasks among what it is given travel without what is in the parcel."""
        future: Future[R] = self._engine.submit(_documents, self._parcel, work, *map(sent, given), **named)
        return future


@contextmanager
def cluster(address: str, order: Order) -> Iterator[Cluster]:
    """The cluster of this scheduler, for tasks of this order's workspace.

    Raises BadInput when it is not there, has no workers, or makes other documents than this machine would; OurFault when it is
    lost on the way.
    """
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", category=VersionMismatchWarning)  # what matters of it is checked
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})  # a school may have fonts of its own
    with _connected(address) as client, _lost(address):
        _check(client, address)
        yield Cluster(client, packed(order))


def _connected(address: str) -> Client:
    try:
        asyncio.run(_answers(address))  # first, since a client that cannot begin does not end well either
        return Client(address, timeout=PATIENCE, set_as_default=False)
    except (ValueError, TypeError) as error:
        hint = "an address is tcp://10.0.0.5:8786; for tls:// the configuration of Dask names the certificates"
        raise WrongUsage(Fault(f"--scheduler {address}: {error}", hint=hint)) from error
    except OSError as error:
        hint = f"start one with 'dask scheduler', and workers with 'dask worker {address}'; docs/scaling.md tells more"
        raise BadInput(Fault(f"no scheduler answers at {address}: {error}", hint=hint)) from error


async def _answers(address: str) -> None:
    """Raises an error of many kinds when nobody does, or not in a way that is understood."""
    answer = await connect(address, timeout=PATIENCE, **Security().get_connection_args("client"))
    await answer.close()


def _check(client: Client, address: str) -> None:
    """Whether there are workers, and all of them make the same documents as this machine, as does who hands them out."""
    try:
        client.wait_for_workers(1, PATIENCE)
    except TimeoutError as error:
        hint = f"start some with 'dask worker {address}'"
        raise BadInput(Fault(f"the scheduler at {address} has no workers", hint=hint)) from error
    unlike: dict[str, list[str]] = {}
    for machine, told in _asked(client):
        for difference in (f"does not run handslag: {told}",) if isinstance(told, Exception) else told:
            unlike.setdefault(difference, []).append(machine)
    if unlike:
        hint = "install there what is installed here, and start it again"
        raise BadInput(*(Fault(f"{_named(machines)}: {told}", hint=hint) for told, machines in unlike.items()))


def _asked(client: Client) -> Iterator[tuple[str, tuple[str, ...] | Exception]]:
    """Each machine with what is otherwise there than here, or with what went wrong when it was asked."""
    try:
        yield "scheduler", client.run_on_scheduler(differences, versions())
    except Exception as error:
        yield "scheduler", error
    for address, told in client.run(differences, versions(), on_error="return").items():
        yield f"worker {address}", told


def _named(machines: Sequence[str]) -> str:
    """``scheduler, worker tcp://10.0.0.7:41234 and 12 more``."""
    more = len(machines) - SHOWN
    return ", ".join(machines[:SHOWN]) + (f" and {more} more" if more > 0 else "")


@contextmanager
def _lost(address: str) -> Iterator[None]:
    """Turn what Dask says into a fault."""
    again = "the same command again makes only what is missing"
    try:
        yield
    except KilledWorker as error:
        problem = f"a document ended every worker that tried it, the last at {error.last_worker.address}"
        raise OurFault(Fault(problem, hint=f"its log says why, mostly too little memory; {again}")) from error
    except (CancelledError, CommClosedError, ClosedClientError, NoValidWorkerError) as error:
        why = f": {error}" if str(error) else ""
        raise OurFault(Fault(f"the scheduler at {address} was lost{why}", hint=again)) from error


# --- on a worker -------------------------------------------------------------------------------------------------------------


def _parcel(parcel: Parcel) -> Parcel:
    return parcel


def _documents(parcel: Parcel, work: Callable[..., R], *given: Any, **named: Any) -> R:
    """Do some tasks, with what they share from the parcel."""
    with _alone:
        here = _unpacked(parcel)
        return work(*(parcel.arrived(one, here) for one in given), **named)


def _unpacked(parcel: Parcel) -> Workspace:
    """The parcel's files, in this worker's own scratch folder; a worker that makes other documents refuses it."""
    if parcel.key not in _here:
        if found := differences(parcel.versions):
            raise OurFault(*(f"worker {get_worker().address}: {each}" for each in found))
        gc.set_threshold(GARBAGE)
        _here[parcel.key] = parcel.unpack(Path(get_worker().local_directory))
    return _here[parcel.key]
