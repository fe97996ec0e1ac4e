"""The store of answers in JupyterLab: one file for all kernels, notebooks and servers of a user.

`docs/jupyter.md` says what it promises. Nothing is made, or opened for writing, before a page sends
the first attempt.
"""
