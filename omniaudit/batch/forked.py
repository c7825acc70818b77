"""What the process is made of that workers are forked from; it alone imports this.

Garbage is not looked for among what all workers share: they would copy every page that they touch.
A worker that is only starting when the batch has ended cannot begin, and has nobody to tell it to.
"""

import gc
import sys
from types import TracebackType

gc.disable()

from omniaudit import garbage  # noqa: E402 - what is imported here is not searched
from omniaudit.batch import workers  # noqa: E402, F401 - the same, for whoever is forked


def _end_quietly(
    _kind: type[BaseException], _fault: BaseException, _trace: TracebackType | None
) -> None:
    """Leave it to the process that wanted a worker to say that there is none."""


garbage.look_seldom()
sys.excepthook = _end_quietly
