"""Model cards: what a person reads about one version, with who measured what."""

from importlib.metadata import version as installed

import records
from measure import LOWER_IS_BETTER
from train import Trained

STAND_IN = (
    "The figures were recorded on the test set `{test}` by the tools named here. The model file of that run was not"
    " kept: the artifacts of this version were trained again by `examples/make`, on generated data of the same kind, so"
    " the recorded figures were not measured on these very files."
)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _row(figure: dict) -> str:
    interval = figure.get("ci")
    bounds = f"{_share(interval['low'])} to {_share(interval['high'])}" if interval else "not measured"
    key = figure["key"]
    if "slice" in figure:
        key += f" ({figure['slice']['attr']} {figure['slice']['group']})"
    return f"| {key} | {_share(figure['value'])} | {bounds} | {figure['n']:,} |"


def _measured_with(version: dict) -> str:
    if "recorded" in version:
        return "Measured with scikit-learn 1.9.1; no interval was recorded."
    if version["train"]["family"] == "text":
        return f"Measured by `examples/make` with numpy {installed('numpy')}; intervals by bootstrap over dialogues (1,000 draws)."
    return f"Measured with scikit-learn {installed('scikit-learn')}; intervals by bootstrap (1,000 draws, numpy {installed('numpy')})."


def _fairness(model: str, version: dict, trained: Trained) -> list[str]:
    if "fairness" not in version.get("evidence", {}):
        return []
    found = trained.fairness
    if "recorded" in version:
        found = records.recorded_fairness(model, version["version"])["metrics"]
    spd = next(figure for figure in found if figure["key"] == "spd")
    cut, bounds = spd["slice"], spd["ci"]
    return [
        f"Measured with Fairlearn 0.15.0: statistical parity difference of {cut['attr']} {cut['group']} against"
        f" {cut['ref']} {_share(spd['value'])} (95 % interval {_share(bounds['low'])} to {_share(bounds['high'])},"
        f" n = {spd['n']:,}). The interval is a bootstrap of our own; Fairlearn gives none for a difference."
    ]


def _recorded(model: str, version: dict) -> list[str]:
    if "recorded" not in version:
        return []
    importance = records.recorded_importance(model, version["version"])
    first = ", ".join(sorted(importance, key=importance.get, reverse=True)[:3])
    shap = f"Recorded with SHAP 0.51.0: the features that weigh most are {first}."
    return [shap, STAND_IN.format(test=version["recorded"]["test"])]


def _example(version: dict) -> list[str]:
    if "vulnerabilities" not in version.get("evidence", {}):
        return []
    return ["Vulnerability record: Example figure: not measured. No scanner could reach its database."]


def _target(model: dict) -> str:
    primary = model["primary"]
    bound = "at most" if primary["metric"] in LOWER_IS_BETTER else "at least"
    return f"The target is {primary['metric']} of {bound} {primary['target']}."


def _data(model: dict, version: dict, trained: Trained) -> str:
    sets = "\n".join(f"- `{row['name']}` ({row['role']}): `{row['digest']}`" for row in listed(version, trained))
    return f"{model['card']['data']}\n\n{sets}"


def listed(version: dict, trained: Trained) -> list[dict]:
    """Data sets of the version whose digest is known; a recorded test set has none."""
    return [row for row in trained.datasets if "recorded" not in version or row["role"] == "train"]


def card(model: dict, version: dict, trained: Trained) -> str:
    """The card as Markdown. A section the story has no text for is left out."""
    name, text = model["metadata"]["name"], model["card"]
    figures, dataset = records.figures(name, version, trained)
    table = ["| Metric | Value | 95 % interval | n |", "| --- | ---: | ---: | ---: |", *map(_row, figures)]
    metrics = [
        f"On `{dataset['name']}`, {dataset['split']} part. {_target(model)}", "\n".join(table), _measured_with(version),
        *_fairness(name, version, trained), *_recorded(name, version), *_example(version),
    ]
    sections = {
        "Intended use": text["use"],
        "Limits": text.get("limits"),
        "Data": _data(model, version, trained),
        "Metrics": "\n\n".join(metrics),
        "Owner": text.get("owner"),
    }
    head = f"# {model['metadata']['title']}, version {version['version']}\n\n{version['note']}\n"
    return head + "".join(f"\n## {title}\n\n{body}\n" for title, body in sections.items() if body)
