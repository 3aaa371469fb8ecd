"""Writers: tree -> one format. In: a settled Document. Out: the bytes of a file. Each is imported only when it is asked for."""
