# Verifies a DSSE envelope with securesystemslib and reads its statement with
# in-toto's own bindings: {"envelope", "publicKeys": [PEM]} on stdin.
import json
import sys

from cryptography.hazmat.primitives.serialization import load_pem_public_key
from google.protobuf import json_format
from in_toto_attestation.predicates.vsa.v1 import vsa_pb2
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement
from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import VerificationError
from securesystemslib.signer import SSlibKey

given = json.load(sys.stdin)
envelope = Envelope.from_dict(given["envelope"])
keys = [
    SSlibKey.from_crypto(load_pem_public_key(pem.encode()), keyid=keyid)
    for keyid, pem in given["publicKeys"].items()
]
try:
    accepted = envelope.verify(keys, threshold=1)
except VerificationError as error:
    print(json.dumps({"verified": False, "reason": type(error).__name__}))
    sys.exit(0)
statement = json_format.Parse(envelope.payload, statement_pb2.Statement())
Statement.copy_from_pb(statement).validate()
summary = json_format.MessageToDict(statement.predicate)
# A list in the specification, a string in these bindings.
levels = summary.pop("verifiedLevels", [])
predicate = json_format.ParseDict(
    summary,
    vsa_pb2.VerificationSummary(),
    ignore_unknown_fields=True,
)
print(
    json.dumps(
        {
            "verified": True,
            "keys": list(accepted),
            "payloadType": envelope.payload_type,
            "subject": [json_format.MessageToDict(s) for s in statement.subject],
            "predicateType": statement.predicate_type,
            "verifiedLevels": levels,
            "summary": json_format.MessageToDict(predicate),
        }
    )
)
