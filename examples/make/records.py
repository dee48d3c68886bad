"""Canonical evidence records of one version."""

import json
from importlib.metadata import version as installed
from pathlib import Path

from measure import LOWER_IS_BETTER
from train import Trained

RECORDED = Path(__file__).parent / "recorded"
EXAMPLE = {"name": "example", "version": "1"}


def _tool(name: str) -> dict:
    return {"name": name, "version": installed(name)}


def _record(kind: str, tool: dict, at: str, metrics: list[dict], **rest: dict) -> dict:
    return {"kind": kind, "format": "canonical/1", "tool": tool, "producedAt": at, **rest, "metrics": metrics}


def recorded_name(model: str, version: str) -> str:
    """How the recorded documents of a version end."""
    return f"{model}-v{version}.json"


def recorded_figures(model: str, version: str) -> list[dict]:
    """Figures scikit-learn recorded for a version whose model file was not kept."""
    found = json.loads((RECORDED / "scikit-learn-1.9.1" / f"evaluation-{recorded_name(model, version)}").read_text())
    return [{"key": key, "value": found[key], "n": found["n"]} for key in ("roc_auc", "accuracy", "log_loss")]


def recorded_fairness(model: str, version: str) -> dict:
    """The fairness record of such a version."""
    return json.loads((RECORDED / "modelyard-1" / f"fairness-{recorded_name(model, version)}").read_text())


def recorded_importance(model: str, version: str) -> dict[str, float]:
    """Mean absolute SHAP value by feature of such a version."""
    path = RECORDED / "shap-0.51.0" / f"global-importance-{recorded_name(model, version)}"
    return json.loads(path.read_text())["mean_abs_shap"]


def figures(model: str, version: dict, trained: Trained) -> tuple[list[dict], dict]:
    """The version's figures and the data set they were measured on."""
    if "recorded" not in version:
        return trained.figures, trained.dataset
    found = recorded_figures(model, version["version"])
    return found, {"name": version["recorded"]["test"], "split": "test", "n": found[0]["n"]}


def performance(model: dict, version: dict, trained: Trained, at: str) -> dict:
    """Figures against the declared target."""
    name, primary = model["metadata"]["name"], model["primary"]
    measured, dataset = figures(name, version, trained)
    claims = {
        "primary": primary["metric"],
        "target": primary["target"],
        "higherIsBetter": primary["metric"] not in LOWER_IS_BETTER,
    }
    tool = _tool("scikit-learn")
    if "recorded" in version:
        tool = {"name": "scikit-learn", "version": "1.9.1"}
        claims["recorded"] = f"scikit-learn-1.9.1/evaluation-{recorded_name(name, version['version'])}"
    elif version["train"]["family"] == "text":
        tool = _tool("numpy")
    return {**_record("performance", tool, at, measured, dataset=dataset), "claims": claims}


def fairness(model: dict, version: dict, trained: Trained, at: str) -> dict:
    """Statistical parity and selection rates."""
    if "recorded" not in version:
        return _record("fairness", _tool("fairlearn"), at, trained.fairness, dataset=trained.dataset)
    name = model["metadata"]["name"]
    found = recorded_fairness(name, version["version"])
    record = _record("fairness", found["tool"], found["producedAt"], found["metrics"], dataset=found["dataset"])
    ending = recorded_name(name, version["version"])
    return {**record, "claims": {"recorded": f"fairlearn-0.15.0/metricframe-{ending}"}}


def vulnerabilities(_model: dict, _version: dict, _trained: Trained, found: dict) -> dict:
    """An example: no scanner could reach its database, so the tool says `example`."""
    packages = found.get("packages", 41)
    counts = {
        "critical": found.get("critical", 0),
        "high": found.get("high", 0),
        "fixable_high": found.get("fixableHigh", 0),
    }
    metrics = [{"key": key, "value": value, "n": packages} for key, value in counts.items()]
    claims = {"databaseAt": found["at"][:10] + "T00:00:00Z"}
    return {**_record("vulnerabilities", EXAMPLE, found["at"], metrics), "claims": claims}


def signature(artifacts: int, at: str) -> dict:
    """What the signed statement of a version says: how many artifacts its digest covers."""
    return _record("signature", _tool("cryptography"), at, [{"key": "artifacts", "value": artifacts, "n": artifacts}])


KINDS = {"performance": performance, "fairness": fairness, "vulnerabilities": vulnerabilities}
