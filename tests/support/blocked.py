"""Browsers that keep nothing, or not everything."""

STORAGE = """
  for (const name of ["getItem", "setItem", "removeItem", "key"])
    Storage.prototype[name] = () => { throw new DOMException("blocked", "SecurityError") };
"""
DATABASE = """
  IDBFactory.prototype.open = () => { throw new DOMException("blocked", "SecurityError") };
"""
SCRIPT = STORAGE + DATABASE
# A database that takes nothing more, and takes it again.
FULL_DATABASE = """() => {
  window.puts = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError") };
}"""
ROOM_IN_DATABASE = "() => { if (window.puts) IDBObjectStore.prototype.put = window.puts; }"
