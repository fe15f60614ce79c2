"""Work with a bound on its time: what is not done by then is ended, and the caller goes on.

The work runs in a thread of its own, so that whoever waits for it waits no longer than the bound. A
loop in Python gives way to other threads and can be ended from outside; one call into C, such as a
pattern, does neither. So every pattern is linear (tests/patterns), and a process that is held for all
that ends itself (bot/ending.py). docs/decisions/a-bound-on-one-answer.md says what lost against it.
"""

from __future__ import annotations

import ctypes
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Overdue(Exception):  # noqa: N818  (reads as what happened)
    """The work was not done in time."""


class _Ended(BaseException):
    """Raised in a thread from outside, to end it."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """The result of the work.

    Raises:
        Overdue: it was not done in time.
        BaseException: whatever the work raised.
    """
    result: Future[T] = Future()
    thread = threading.Thread(target=_run, args=(work, result), name="answer", daemon=True)
    thread.start()
    try:
        return result.result(seconds)
    except TimeoutError:
        if result.done():  # the work's own error
            raise
        _end(thread)
        raise Overdue from None


def _run(work: Callable[[], T], result: Future[T]) -> None:
    try:
        result.set_result(work())
    except _Ended:
        return
    except BaseException as error:  # noqa: BLE001  (whatever it is, the caller gets it)
        result.set_exception(error)


def _end(thread: threading.Thread) -> None:
    if thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(_Ended)
        )
