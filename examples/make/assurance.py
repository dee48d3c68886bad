"""Adds to the written evidence what `assurance.yaml` tells, and signs everything anew.

    python assurance.py       after make.py, or alone: manifests and their digests stay as they are
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import hashlib
import json
from pathlib import Path

import yaml

import assess
import check
import make
import records
from sign import Producer
from told import TOLD, provenance
from train import dump

HERE = Path(__file__).parent
EVIDENCE = HERE.parent / "evidence"
DOCUMENTS = {
    "fairlearn": ("fairness", "fairlearn-0.15.0/metricframe", {"reference": True}),
    "scikit-learn": ("performance", "scikit-learn-1.9.1/evaluation", {"primary": True}),
    "shap": ("importance", "shap-0.51.0/global-importance", {"proxies": ["none"]}),
}


def write(folder: Path, name: str, subject: dict, format_id: str, document: dict, **rest: object) -> None:
    """One body of POST /evidence."""
    make.dump(folder / f"{name}.json", {"subject": subject, "format": format_id, "document": document, **rest})


def declared(model: dict, wanted: dict) -> dict:
    """What the sender says beside a recorded document."""
    told = {key: value for key, value in wanted.items() if key == "proxies"}
    if "reference" in wanted:
        told["reference"] = {"credit-risk": "M"}.get(model["metadata"]["name"], "north")
    if "primary" in wanted:
        primary = model["primary"]
        told |= {"primary": primary["metric"], "target": primary["target"], "higherIsBetter": True, "toolVersion": "1.9.1"}
    return told


def write_documents(folder: Path, model: dict, version: str, subject: dict, told: dict) -> None:
    """The recorded documents of real tools, as they are."""
    ending = records.recorded_name(model["metadata"]["name"], version)
    for format_id in told.get("documents", []):
        kind, start, wanted = DOCUMENTS[format_id]
        document = json.loads((records.RECORDED / f"{start}-{ending}").read_text())
        write(folder, kind, subject, format_id, document, producedAt=told["at"], declared=declared(model, wanted))


def check_digest(found: assess.Assessed, entry: dict) -> None:
    """Stops when the model that is measured is not the one of the manifest."""
    digest = "sha256:" + hashlib.sha256(dump(found.model)).hexdigest()
    if digest != entry["artifacts"][0]["digest"]:
        raise SystemExit(f"version {entry['version']} trains to another digest here; measure it where make.py ran")


def write_measured(folder: Path, subject: dict, found: assess.Assessed, at: str, dataset: dict) -> None:
    """Everything that is measured on the trained model."""
    tool = records._tool("scikit-learn")
    fair = json.loads((folder / "fairness.json").read_text())
    kept = [metric for metric in fair["document"]["metrics"] if metric["key"] in ("spd", "selection_rate")]
    fair["document"]["metrics"] = kept + assess.fairness(found)
    make.dump(folder / "fairness.json", fair)
    for kind, measure in assess.MEASURED.items():
        metrics, claims = measure(found)
        document = {**records._record(kind, tool, at, metrics, dataset=dataset), "claims": claims}
        write(folder, kind, subject, "canonical/1", document)


def write_version(folder: Path, model: dict, version: str, entry: dict, told: dict, trained: dict) -> None:
    """Everything of one version but what is signed."""
    subject, at = make.subject(model["metadata"]["name"], entry), told["at"]
    write_documents(folder, model, version, subject, told)
    for name in told.get("told", []):
        if name in TOLD:
            document = TOLD[name](at, len(entry["artifacts"]))
            write(folder, document["kind"], subject, "canonical/1", document)
    if not told.get("measured"):
        return
    found = trained[version]
    dataset = {"name": found.split.name, "digest": assess.data.digest(found.split.test), "split": "test", "n": len(found.truth)}
    write_measured(folder, subject, found, at, dataset)
    if "baseline" in told:
        metrics, claims = assess.change(found, trained[told["baseline"]], told["baseline"])
        document = {**records._record("performance-change", records._tool("scikit-learn"), at, metrics), "claims": claims}
        write(folder, "performance-change", subject, "canonical/1", document)


def write_provenance(producer: Producer, name: str, told: dict, entries: dict) -> None:
    """Signed SLSA provenance, by the same key as the signatures."""
    for version, one in told.get("versions", {}).items():
        if "provenance" in one.get("told", []):
            entry = entries[version]
            predicate = provenance(one["at"], entry["createdAt"])
            envelope = producer.envelope(make.subject(name, entry), predicate, "https://slsa.dev/provenance/v1")
            make.dump(EVIDENCE / name / version / "provenance.dsse.json", envelope)


def main() -> None:
    """Writes the records of every model that assurance.yaml tells of."""
    models = yaml.safe_load((HERE / "story.yaml").read_text())["models"]
    story = yaml.safe_load((HERE / "assurance.yaml").read_text())
    producer = make.write_signatures(models)
    for model in models:
        name = model["metadata"]["name"]
        told, entries = story.get(name, {}), make.manifest_entries(name)
        settings = {version["version"]: version["train"] for version in model["versions"]}
        versions = told.get("versions", {})
        trained = {v: assess.assess(settings[v]) for v, one in versions.items() if one.get("measured")}
        for version, found in trained.items():
            check_digest(found, entries[version])
        for version, one in versions.items():
            write_version(EVIDENCE / name / version, model, version, entries[version], one, trained)
        write_provenance(producer, name, told, entries)
    make.write_decisions(models)
    check.main()


if __name__ == "__main__":
    main()
