"""A TinyDB storage that keeps the file whole: all of a change is on disk, or none of it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage

from store.ahead import Ahead
from store.disk import Disk
from store.errors import ChangedOutside, FileTrouble
from store.file_reading import FORMAT, LARGEST_FILE, META, Contents, head_and_digest, same_file, season_contents_of
from store.plain_values import Table, Tables, Values, plain_copy, refuse_unplain
from store.safe_write import NotYetDurable, Stamp, make_folders, temporary_mark, why, write_whole

if TYPE_CHECKING:
    from store.encoded_tables import EncodedTables


class AtomicStorage(Storage):
    """One JSON file of tables, read once and written whole.

    Works as `TinyDB(path, storage=AtomicStorage)`, and any plain TinyDB can read the file. Two
    ways lead in: `read` and `write` are TinyDB's, and copy what they hand out and take in;
    `tables` and `save` share their records, which both sides promise never to change in place.
    Every trouble is a FileTrouble, and the file on disk stays as it was.
    """

    def __init__(self, path: str | os.PathLike[str], *, disk: Disk | None = None) -> None:
        """Nothing is read or made until it is needed; links in the path are followed once, here."""
        self._disk = disk or Disk()
        self.path = _resolved(Path(path))
        self._tables: Tables | None = None
        self._stamp: Stamp | None = None
        self._foreign: Stamp | None = None
        self._print = (b"", "")
        self._encoded: EncodedTables | None = None
        self._meta: Values = {}
        self._notice = ""
        self._ahead: Ahead[tuple[Contents, Stamp] | None] | None = None

    def read_ahead(self) -> None:
        """Begin to read the file in a thread; whoever first looks at what it holds waits for that."""
        self._ahead = Ahead(self._read_file)

    @property
    def tables(self) -> Tables:
        """Every table as it stands in the file; empty when there is none. Not to be changed in place."""
        if self._tables is None:
            self._tables = self._load()
        return self._tables

    @property
    def meta(self) -> Values:
        """What the file says about itself, such as its format; empty when there is none."""
        return self._meta if self.tables is not None else {}

    @property
    def revision(self) -> int:
        """How many changes the file has seen; 0 when there is no file yet."""
        return int(self.meta.get("revision", 0))

    @property
    def exists(self) -> bool:
        """Was there a file when it was last read or written?"""
        return bool(self.meta)

    @property
    def notice(self) -> str:
        """One sentence when the file was changed by hand before it was read; empty otherwise."""
        return self._notice if self.tables is not None else ""

    def read(self) -> dict[str, dict[str, Values]] | None:
        """A copy of every table that the caller may change; None when there is no file yet."""
        if not self.exists:
            return None
        return {name: {key: plain_copy(values) for key, values in table.items()} for name, table in self.tables.items()}

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Save these tables as one more revision; what has not changed keeps its encoded form."""
        if META in data:
            raise FileTrouble(f"“{META}” is kept by the file itself, so nothing was saved.")
        present = self.tables
        taken: dict[str, Table] = {}
        for name, table in data.items():
            known = present.get(name, {})
            taken[name] = {str(key): _taken(known.get(str(key)), dict(values), name) for key, values in table.items()}
        self.save(taken, revision=self.revision + 1)

    def save(self, tables: Tables, *, revision: int, first: Path | None = None, **meta: str | int) -> None:
        """Write these plain tables; `meta` is added to what the file says about itself.

        The names in the folder `first` are on the medium before the file is in place.

        Raises NotYetDurable when the new file is in place but not confirmed: the storage then
        already stands for the new state.
        """
        about = {**self.meta, "format": FORMAT, "revision": revision, **meta}
        refuse_unplain(about, META)
        from store.encoded_tables import EncodedTables  # who only looks writes nothing

        encoded = (self._encoded or EncodedTables()).next(tables)
        body = encoded.body()
        head, digest = head_and_digest(body, about)
        self.refuse_overwriting()
        make_folders(self._disk, self.path.parent)
        try:
            stamp = write_whole(self._disk, self.path, (head, *body), first=first)
        except NotYetDurable as trouble:
            self._stand_for(tables, about, encoded, (head, digest), trouble.stamp)
            raise
        self._stand_for(tables, about, encoded, (head, digest), stamp)

    def remove_leftovers(self) -> None:
        """Delete temporary files a killed run has left; only for whoever holds the lock."""
        mark = temporary_mark(self.path.name)
        try:
            for name in self._disk.names(self.path.parent):
                if name.startswith(mark):
                    self._disk.remove(self.path.with_name(name))
        except OSError:
            return  # they take up room and harm nothing

    def changed_outside(self) -> bool:
        """Is the file on disk another than the one this storage has read or written? Raises FileTrouble."""
        try:
            now = self._present_stamp()
            if now is None or now == self._stamp:
                return False
            if now == self._foreign:
                return True  # read once already, and not to be read again every time somebody looks
            data, seen = self._disk.read(self.path)
        except OSError as error:
            raise FileTrouble(f"“{self.path}” could not be compared before saving: {why(error)}.") from error
        if self._stamp is None or not same_file(data, *self._print):
            self._foreign = Stamp.of(seen)
            return True
        self._stamp = Stamp.of(seen)
        return False

    @property
    def foreign(self) -> Stamp | None:
        """What tells the file of another program that was seen last from any other; None while none was."""
        return self._foreign

    def gone(self) -> bool:
        """Was there a file, and is none in its place any more? One that cannot be looked at is not said to be gone."""
        try:
            return self._stamp is not None and self._present_stamp() is None
        except OSError:
            return False

    def refuse_overwriting(self) -> None:
        """Raises FileTrouble when another program has changed the file."""
        if self.changed_outside():
            raise ChangedOutside(
                f"Another program has changed “{self.path}” since it was opened here. Nothing was overwritten: "
                "open it again, or keep what is on screen as a copy."
            )

    def _present_stamp(self) -> Stamp | None:
        try:
            return Stamp.of(self._disk.look(self.path))
        except (FileNotFoundError, NotADirectoryError):  # its folder may have gone with it
            return None

    def _stand_for(
        self, tables: Tables, meta: Values, encoded: EncodedTables, fingerprint: tuple[bytes, str], stamp: Stamp
    ) -> None:
        self._tables, self._meta, self._encoded, self._print, self._stamp = tables, meta, encoded, fingerprint, stamp

    def _load(self) -> Tables:
        read, self._ahead = self._ahead.value() if self._ahead else self._read_file(), None
        if read is None:
            return {}
        contents, self._stamp = read
        self._meta, self._print = contents.meta, (contents.head, contents.digest)
        if not contents.as_written:
            self._notice = f"“{self.path.name}” was changed by hand or by another program since it was last saved."
        return contents.tables

    def _read_file(self) -> tuple[Contents, Stamp] | None:
        try:
            seen = self._disk.look(self.path)
            if not stat.S_ISREG(seen.st_mode):
                raise FileTrouble(f"“{self.path}” is not a file, so no season can be kept in it.")
            if seen.st_size > LARGEST_FILE:
                raise FileTrouble(f"“{self.path}” is far larger than a season can be ({seen.st_size:,} bytes).")
            data, seen = self._disk.read(self.path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise FileTrouble(f"“{self.path}” could not be read: {why(error)}. It was left as it is.") from error
        return season_contents_of(data, str(self.path)), Stamp.of(seen)


def _taken(known: Values | None, given: Values, name: str) -> Values:
    if known is not None and _alike(known, given):
        return known
    refuse_unplain(given, name)
    taken: Values = plain_copy(given)
    return taken


def _alike(known: object, given: object) -> bool:
    # Equality alone would take true for 1.
    if isinstance(known, dict) and isinstance(given, dict):
        return len(known) == len(given) and all(key in given and _alike(known[key], given[key]) for key in known)
    if isinstance(known, list) and isinstance(given, list):
        return len(known) == len(given) and all(map(_alike, known, given))
    return type(known) is type(given) and known == given


def _resolved(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return _still_to_be_made(path)
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) and error.errno != errno.EINVAL else "that is not a path"
        raise FileTrouble(f"“{path}” cannot be opened: {reason}.") from error


def _still_to_be_made(path: Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except FileNotFoundError as error:  # the folder this process was started in has been removed
        raise FileTrouble(f"“{path}” cannot be found from a folder that is gone. Give its full path.") from error
