"""Signs statements with a key that lives only while the script runs."""

import base64
import hashlib
import json

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

PAYLOAD_TYPE = "application/vnd.in-toto+json"
PREDICATE_TYPE = "https://modelyard.io/evidence/v1"


def pae(payload_type: str, payload: bytes) -> bytes:
    """DSSE's pre-authentication encoding: the bytes that are signed."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def key_id(public: ec.EllipticCurvePublicKey) -> str:
    """sha256 of the key in DER form (SubjectPublicKeyInfo), in hex."""
    der = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(der).hexdigest()


class Producer:
    """The example producer: a fresh ECDSA P-256 key, never written anywhere."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())

    def public_pem(self) -> bytes:
        """The half of the key that is committed."""
        return self._key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def envelope(self, subject: dict, predicate: dict, predicate_type: str = PREDICATE_TYPE) -> dict:
        """A DSSE envelope over an in-toto Statement whose only subject is the version's digest."""
        name = f"{subject['ref']}@{subject['version']}"
        statement = {
            "_type": "https://in-toto.io/Statement/v1",
            "subject": [{"name": name, "digest": {"sha256": subject["digest"].removeprefix("sha256:")}}],
            "predicateType": predicate_type,
            "predicate": {"subject": subject, **predicate} if predicate_type == PREDICATE_TYPE else predicate,
        }
        payload = json.dumps(statement, separators=(",", ":")).encode()
        sig = self._key.sign(pae(PAYLOAD_TYPE, payload), ec.ECDSA(hashes.SHA256()))
        return {
            "payload": base64.b64encode(payload).decode(),
            "payloadType": PAYLOAD_TYPE,
            "signatures": [{"keyid": key_id(self._key.public_key()), "sig": base64.b64encode(sig).decode()}],
        }
