"""Trains the example models and writes manifests, cards, evidence and reviews beside this folder.

    python make.py                 everything, about three minutes
    python make.py credit-risk     one model; the others stay as they are (signatures of all are renewed)

Run assurance.py after it: it adds everything else that the checks ask for.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"  # several threads add up in another order, and digests change

import hashlib
import json
import shutil
import sys
from pathlib import Path

import yaml

import cards
import check
import measure
import records
from digests import version_digest
from sign import Producer
from train import Trained, train

HERE = Path(__file__).parent
EXAMPLES = HERE.parent
BUCKET = "s3://modelyard-examples"


def dump(path: Path, value: object) -> None:
    """Writes YAML or JSON, as the file's ending says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".yaml":
        path.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=10**6))
    else:
        path.write_text(json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def subject(model: str, entry: dict) -> dict:
    """How evidence and reviews name a version."""
    digest = version_digest(entry["artifacts"])
    return {"ref": f"model:default/{model}", "version": entry["version"], "digest": digest}


def artifacts(model: str, version: str, trained: Trained) -> list[dict]:
    """The files of a version, which themselves are not kept."""
    return [
        {
            "uri": f"{BUCKET}/{model}/{version}/{path}",
            "digest": "sha256:" + hashlib.sha256(content).hexdigest(),
            "sizeBytes": len(content),
            "format": kind,
        }
        for path, kind, content in trained.files
    ]


def manifest_metrics(name: str, version: dict, trained: Trained) -> list[dict]:
    """The version's figures without intervals; figures of a slice stay in the evidence."""
    figures, dataset = records.figures(name, version, trained)
    return [
        {
            "name": figure["key"],
            "value": figure["value"],
            "higherIsBetter": figure["key"] not in measure.LOWER_IS_BETTER,
            "dataset": dataset["name"],
            "split": dataset["split"],
            "n": figure["n"],
        }
        for figure in figures
        if "slice" not in figure
    ]


def manifest_version(model: dict, version: dict, trained: Trained) -> dict:
    """One entry of `spec.versions`."""
    name = model["metadata"]["name"]
    creator = {"createdBy": model["createdBy"]} if "createdBy" in model else {}
    card = {} if version.get("withoutCard") else {"card": f"./cards/{version['version']}.md"}
    return {
        "version": version["version"],
        "createdAt": version["createdAt"],
        **creator,
        "artifacts": artifacts(name, version["version"], trained),
        "metrics": manifest_metrics(name, version, trained),
        "params": trained.params,
        "datasets": cards.listed(version, trained),
        **card,
    }


def write_version(model: dict, version: dict) -> dict:
    """Trains one version, writes its card and evidence, returns its manifest entry."""
    name, number = model["metadata"]["name"], version["version"]
    trained = train(version["train"])
    entry = manifest_version(model, version, trained)
    if "card" in entry:
        path = EXAMPLES / "models" / name / "cards" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(cards.card(model, version, trained))
    for kind, told in version.get("evidence", {}).items():
        if kind in records.KINDS:
            document = records.KINDS[kind](model, version, trained, told)
            body = {"subject": subject(name, entry), "format": "canonical/1", "document": document}
            dump(EXAMPLES / "evidence" / name / number / f"{kind}.json", body)
    print(f"{name} {number}", flush=True)
    return entry


def write_model(model: dict) -> None:
    """Writes everything of one model but its signatures."""
    name = model["metadata"]["name"]
    for folder in ("models", "evidence"):
        shutil.rmtree(EXAMPLES / folder / name, ignore_errors=True)
    spec = {**model["spec"], "versions": [write_version(model, version) for version in model["versions"]]}
    metadata = {"name": name, "namespace": "default", **model["metadata"]}
    head = {"apiVersion": "modelyard.io/v1alpha1", "kind": "ModelManifest"}
    dump(EXAMPLES / "models" / name / "model.yaml", {**head, "metadata": metadata, "spec": spec})


def manifest_entries(model: str) -> dict[str, dict]:
    """The written manifest's versions by number."""
    manifest = yaml.safe_load((EXAMPLES / "models" / model / "model.yaml").read_text())
    return {entry["version"]: entry for entry in manifest["spec"]["versions"]}


def write_signatures(models: list[dict]) -> Producer:
    """Signs every version the story signs with one new key; keeps its public half."""
    producer = Producer()
    (EXAMPLES / "evidence" / "producer.pub").write_bytes(producer.public_pem())
    for model in models:
        name = model["metadata"]["name"]
        entries = manifest_entries(name)
        for version in model["versions"]:
            at, entry = version.get("evidence", {}).get("signature"), entries[version["version"]]
            if at:
                record = records.signature(len(entry["artifacts"]), at)
                path = EXAMPLES / "evidence" / name / version["version"] / "signature.dsse.json"
                dump(path, producer.envelope(subject(name, entry), record))
    return producer


def write_decisions(models: list[dict]) -> None:
    """Registrations of models and reviews of versions."""
    registrations, reviews = [], []
    assurance = yaml.safe_load((HERE / "assurance.yaml").read_text())
    for model in models:
        name = model["metadata"]["name"]
        entries = manifest_entries(name)
        if "registration" in model:
            told = model["registration"]
            by = {"by": "user:default/reviewer", "at": told["at"]}
            personal = {"personalData": assurance[name]["personalData"]}
            about = {"ref": f"model:default/{name}", "tier": told["tier"], "purpose": told["purpose"]}
            registrations.append({**about, **personal, **by})
        for version in model["versions"]:
            for told in version.get("reviews", []):
                about = subject(name, entries[version["version"]])
                decision = {key: told[key] for key in ("role", "decision", "comment")}
                by = {"by": f"user:default/{told['role']}", "at": told["at"]}
                reviews.append({"subject": about, "environment": "prod", **decision, **by})
    dump(EXAMPLES / "evidence" / "registrations.yaml", registrations)
    dump(EXAMPLES / "evidence" / "reviews.yaml", sorted(reviews, key=lambda review: review["at"]))


def main(wanted: list[str]) -> None:
    """Makes the wanted models (all when none is named), then signatures and decisions of all."""
    models = yaml.safe_load((HERE / "story.yaml").read_text())["models"]
    for model in models:
        if not wanted or model["metadata"]["name"] in wanted:
            write_model(model)
    write_signatures(models)
    write_decisions(models)
    check.main()


if __name__ == "__main__":
    main(sys.argv[1:])
