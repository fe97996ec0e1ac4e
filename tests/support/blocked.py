"""A browser that keeps nothing."""

SCRIPT = """
  for (const name of ["getItem", "setItem", "removeItem", "key"])
    Storage.prototype[name] = () => { throw new DOMException("blocked", "SecurityError") };
"""
