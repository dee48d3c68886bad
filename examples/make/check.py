"""Checks that the committed example data agrees with itself. Exits 1 and names what does not.

    python check.py
"""

import base64
import gzip
import json
import re
import sys
from pathlib import Path

import yaml
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from digests import version_digest
from sign import key_id, pae

EXAMPLES = Path(__file__).parent.parent
FIRST, LAST = "2026-09-21", "2026-11-21"


def manifests() -> dict[str, dict]:
    """Every model manifest by name."""
    found = [yaml.safe_load(path.read_text()) for path in sorted(EXAMPLES.glob("models/*/model.yaml"))]
    return {manifest["metadata"]["name"]: manifest for manifest in found}


def digests(models: dict[str, dict]) -> dict[tuple[str, str], str]:
    """Digest by entity ref and version."""
    return {
        (f"model:default/{name}", entry["version"]): version_digest(entry["artifacts"])
        for name, manifest in models.items()
        for entry in manifest["spec"]["versions"]
    }


def check_manifests(models: dict[str, dict]) -> list[str]:
    """Cards exist, digests are well formed, aliases point at versions."""
    problems = []
    for name, manifest in models.items():
        entries = manifest["spec"]["versions"]
        for entry in entries:
            card = entry.get("card")
            if card and not (EXAMPLES / "models" / name / card).is_file():
                problems.append(f"{name} {entry['version']}: no card {card}")
            named = [*entry["artifacts"], *entry["datasets"]]
            if not all(re.fullmatch(r"sha256:[0-9a-f]{64}", item["digest"]) for item in named):
                problems.append(f"{name} {entry['version']}: a digest is malformed")
        known = {entry["version"] for entry in entries}
        aliases = manifest["spec"].get("aliases", {}).items()
        problems += [f"{name}: alias {alias} points at {target}" for alias, target in aliases if target not in known]
    return problems


def about(where: str, subject: dict, known: dict[tuple[str, str], str], at: str) -> list[str]:
    """The subject is a version with this very digest, and the moment lies in the recorded days."""
    problems = []
    if known.get((subject["ref"], subject["version"])) != subject["digest"]:
        problems.append(f"{where}: digest is not that of {subject['ref']} {subject['version']}")
    if not FIRST <= at <= LAST:
        problems.append(f"{where}: {at} lies outside {FIRST} to {LAST}")
    return problems


def check_evidence(known: dict[tuple[str, str], str]) -> list[str]:
    """Evidence files lie in the folder of the version they are about."""
    problems = []
    for path in sorted(EXAMPLES.glob("evidence/*/*/*.json")):
        where, body = str(path.relative_to(EXAMPLES)), json.loads(path.read_text())
        if path.name.endswith(".dsse.json"):
            problems += check_signature(where, body, known)
            continue
        subject, document = body["subject"], body["document"]
        problems += about(where, subject, known, document.get("producedAt") or body["producedAt"])
        folder = f"{subject['ref'].split('/')[1]}/{subject['version']}/{document.get('kind', path.stem)}"
        if f"evidence/{folder}.json" != where:
            problems.append(f"{where}: is about {folder}")
    return problems


def check_signature(where: str, envelope: dict, known: dict[tuple[str, str], str]) -> list[str]:
    """The committed key signed the statement, and the statement names the version's digest."""
    public = serialization.load_pem_public_key((EXAMPLES / "evidence" / "producer.pub").read_bytes())
    payload, signature = base64.b64decode(envelope["payload"]), envelope["signatures"][0]
    statement = json.loads(payload)
    [named] = statement["subject"]
    ref, version = named["name"].rsplit("@", 1)
    subject = {"ref": ref, "version": version, "digest": f"sha256:{named['digest']['sha256']}"}
    predicate = statement["predicate"]
    at = predicate.get("producedAt") or predicate["runDetails"]["metadata"]["finishedOn"]
    problems = about(where, subject, known, at)
    if predicate.get("subject", subject) != subject or signature["keyid"] != key_id(public):
        problems.append(f"{where}: subject or key id differs")
    try:
        signed = pae(envelope["payloadType"], payload)
        public.verify(base64.b64decode(signature["sig"]), signed, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        problems.append(f"{where}: the signature does not hold")
    return problems


def check_decisions(known: dict[tuple[str, str], str]) -> list[str]:
    """Reviews and registrations are about models and versions that exist."""
    reviews = yaml.safe_load((EXAMPLES / "evidence" / "reviews.yaml").read_text())
    registrations = yaml.safe_load((EXAMPLES / "evidence" / "registrations.yaml").read_text())
    problems = [problem for row in reviews for problem in about("reviews.yaml", row["subject"], known, row["at"])]
    refs = {ref for ref, _ in known}
    return problems + [f"registrations.yaml: no {row['ref']}" for row in registrations if row["ref"] not in refs]


def running_versions() -> dict[tuple[str, str], str]:
    """First recorded day on which a model version served; training runs come before a version and don't count."""
    first: dict[tuple[str, str], str] = {}
    for path in sorted(EXAMPLES.glob("cost/[0-9]*.json.gz")):
        for rows in json.loads(gzip.decompress(path.read_bytes()))["data"]:
            for row in rows.values():
                labels = (row.get("properties") or {}).get("labels") or {}
                if "modelyard_io_model" in labels and labels["modelyard_io_environment"] != "training":
                    key = (labels["modelyard_io_model"], labels["modelyard_io_model_version"])
                    first.setdefault(key, path.name[:10])
    return first


def check_cost(models: dict[str, dict]) -> list[str]:
    """What the cost days run has a manifest entry, created before it ran."""
    problems = []
    for (model, version), day in running_versions().items():
        entries = models.get(model, {"spec": {"versions": []}})["spec"]["versions"]
        created = [entry["createdAt"][:10] for entry in entries if entry["version"] == version]
        if not created or created[0] > day:
            problems.append(f"cost: {model} {version} runs on {day}, created {created or 'never'}")
    return problems


def main() -> None:
    """Runs every check and prints what it found."""
    models = manifests()
    known = digests(models)
    problems = check_manifests(models) + check_evidence(known) + check_decisions(known) + check_cost(models)
    if len(set(known.values())) != len(known):
        problems.append("two versions share a digest")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        sys.exit(1)
    print(f"{len(models)} models, {len(known)} versions, every digest, signature and cost day agrees")


if __name__ == "__main__":
    main()
