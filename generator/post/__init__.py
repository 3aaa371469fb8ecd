"""Post: what goes out with a batch. In: finished documents, names, addresses. Out: bytes, for the caller to store.

``eml`` unsent e-mails, ``labels`` sheets of address labels, ``binder`` one file for the printer, ``sorting`` its order.
"""
