"""The digest of a version, from the artifacts its manifest lists."""

import hashlib
from posixpath import commonpath, dirname, relpath


def version_digest(artifacts: list[dict]) -> str:
    """One artifact: its digest. Several: sha256 of the sorted lines `<hex>  <path>\\n` as sha256sum prints them.

    `path` is relative to the deepest folder that all artifacts' uris share.
    """
    if len(artifacts) == 1:
        return artifacts[0]["digest"]
    uris = [artifact["uri"].split("://", 1)[1] for artifact in artifacts]
    parent = commonpath([dirname(uri) for uri in uris])
    lines = sorted(
        f"{artifact['digest'].removeprefix('sha256:')}  {relpath(uri, parent)}\n"
        for artifact, uri in zip(artifacts, uris)
    )
    return "sha256:" + hashlib.sha256("".join(lines).encode()).hexdigest()
