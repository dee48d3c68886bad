"""Measures more of a two-class model on a table than its figures: groups, slices, explanations, drift."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.inspection import partial_dependence, permutation_importance

import data
import train
from measure import interval, number

SEED = train.SEED


@dataclass(frozen=True)
class Assessed:
    """A trained classifier with its test part."""

    split: data.Split
    without: list[str]
    model: object
    features: pd.DataFrame
    score: np.ndarray

    @property
    def truth(self) -> np.ndarray:
        return self.split.test[self.split.target].to_numpy()

    @property
    def label(self) -> np.ndarray:
        return (self.score >= 0.5).astype(int)

    def group(self) -> pd.Series:
        return self.split.test[self.split.sensitive.attribute]


def assess(settings: dict) -> Assessed:
    """Trains as `train.classifier` does; only models with one threshold for all."""
    split, without = data.load(settings["data"]), settings.get("without", [])
    fitted = train.estimator(settings).fit(train._features(split.train, split, without), split.train[split.target])
    features = train._features(split.test, split, without)
    return Assessed(split, without, fitted, features, fitted.predict_proba(features)[:, 1])


def rates(found: Assessed, rows: np.ndarray, member: np.ndarray) -> dict[str, float]:
    """Selection, true positive and false positive rate of some rows of a group."""
    truth, label = found.truth[rows][member[rows]], found.label[rows][member[rows]]
    return {
        "selection_rate": label.mean(),
        "true_positive_rate": label[truth == 1].mean(),
        "false_positive_rate": label[truth == 0].mean(),
    }


PAIRS = {
    "dir": lambda a, b: a["selection_rate"] / b["selection_rate"],
    "eod": lambda a, b: a["true_positive_rate"] - b["true_positive_rate"],
    "eqodds": lambda a, b: max(
        abs(a["true_positive_rate"] - b["true_positive_rate"]),
        abs(a["false_positive_rate"] - b["false_positive_rate"]),
    ),
}


def fairness(found: Assessed) -> list[dict]:
    """Ratio and differences of the compared groups, and the error rates of each."""
    compared, groups, n = found.split.sensitive, found.group(), len(found.truth)
    inside = {name: (groups == name).to_numpy() for name in (compared.group, compared.reference)}
    sizes = {name: int(member.sum()) for name, member in inside.items()}
    pair = {
        "attr": compared.attribute, "group": compared.group, "ref": compared.reference,
        "n": sizes[compared.group], "nRef": sizes[compared.reference],
    }

    def figure(compare, rows: np.ndarray) -> float:
        return compare(*(rates(found, rows, member) for member in inside.values()))

    metrics = [
        {
            "key": key, "value": number(figure(compare, np.arange(n))), "n": n,
            "ci": interval(lambda rows, compare=compare: figure(compare, rows), n, SEED), "slice": pair,
        }
        for key, compare in PAIRS.items()
    ]
    for name, member in inside.items():
        positive = int(found.truth[member].sum())
        sizes_of = {"true_positive_rate": positive, "false_positive_rate": int(member.sum()) - positive}
        of_group = rates(found, np.arange(n), member)
        metrics += [
            {"key": key, "value": number(of_group[key]), "n": size,
             "slice": {"attr": compared.attribute, "group": name, "n": sizes[name]}}
            for key, size in sizes_of.items()
        ]
    return metrics


def calibration(found: Assessed) -> tuple[list[dict], dict]:
    """Expected calibration error over ten bins of the same width."""
    bins = np.minimum((found.score * 10).astype(int), 9)
    n = len(bins)
    gaps = [
        (bins == b).sum() / n * abs(found.truth[bins == b].mean() - found.score[bins == b].mean())
        for b in range(10) if (bins == b).any()
    ]
    return [{"key": "ece", "value": number(sum(gaps)), "n": n}], {"bins": 10}


def slices(found: Assessed) -> tuple[list[dict], dict]:
    """Accuracy by the sensitive attribute and by quarter of the first number column."""
    right = found.truth == found.label
    column = next(name for name in found.split.test if found.split.test[name].dtype.kind == "f")
    quarters = pd.qcut(found.split.test[column], 4, labels=["lowest", "low", "high", "highest"])
    metrics = [{"key": "overall", "value": number(right.mean()), "n": len(right)}]
    for attr, groups in ((found.split.sensitive.attribute, found.group()), (column, quarters)):
        for name in sorted(groups.unique()):
            member = (groups == name).to_numpy()
            metrics.append({
                "key": "score", "value": number(right[member].mean()), "n": int(member.sum()),
                "ci": interval(lambda rows, m=member: right[m][rows].mean(), int(member.sum()), SEED),
                "slice": {"attr": attr, "group": str(name), "n": int(member.sum())},
            })
    return metrics, {"metric": "accuracy", "higherIsBetter": True}


def importance(found: Assessed) -> tuple[list[dict], dict]:
    """Loss of accuracy when one column is shuffled."""
    shuffled = permutation_importance(found.model, found.features, found.truth, n_repeats=10, random_state=SEED, n_jobs=1)
    metrics = [
        {"key": "importance", "value": number(max(0.0, mean)), "n": len(found.truth),
         "slice": {"attr": "feature", "group": name}}
        for name, mean in sorted(zip(found.features, shuffled.importances_mean), key=lambda pair: -pair[1])
    ]
    return metrics, {"method": "permutation", "proxies": ["none"]}


def dependence(found: Assessed) -> tuple[list[dict], dict]:
    """Partial dependence of the number columns on a grid of ten."""
    metrics, n = [], len(found.truth)
    names = [name for name in found.features if found.features[name].nunique() > 10]
    for name in names:
        curve = partial_dependence(found.model, found.features.astype(float), [name], grid_resolution=10)
        grid, average = curve["grid_values"][0], curve["average"][0]
        metrics.append({"key": "range", "value": number(average.max() - average.min()), "n": n,
                        "slice": {"attr": "feature", "group": name}})
        metrics += [
            {"key": "effect", "value": number(effect), "n": n, "slice": {"attr": name, "group": f"{at:.6g}"}}
            for at, effect in zip(grid, average)
        ]
    return metrics, {"method": "pdp", "features": names}


def perturbation(found: Assessed) -> tuple[list[dict], dict]:
    """Accuracy with noise of a tenth of the standard deviation, and with one column missing."""
    rng, n = np.random.default_rng(SEED), len(found.truth)
    noisy = found.features + rng.normal(0, 0.1, found.features.shape) * found.features.std().to_numpy()
    first = found.features.columns[0]
    changed = {"noise": noisy, f"{first} unknown": found.features.assign(**{first: found.features[first].mean()})}
    metrics = [{"key": "clean", "value": number((found.truth == found.label).mean()), "n": n}]
    for name, frame in changed.items():
        right = (found.model.predict(frame) == found.truth).mean()
        metrics.append({"key": "perturbed", "value": number(right), "n": n,
                        "slice": {"attr": "perturbation", "group": name}})
    return metrics, {"metric": "accuracy"}


def psi(before: np.ndarray, after: np.ndarray) -> float:
    """Population stability index over tenths of `before`; empty bins count as one row."""
    edges = np.unique(np.quantile(before, np.linspace(0, 1, 11)))[1:-1]
    shares = [np.maximum(np.bincount(np.searchsorted(edges, part, "right"), minlength=len(edges) + 1), 1) / len(part)
              for part in (before, after)]
    return float(((shares[1] - shares[0]) * np.log(shares[1] / shares[0])).sum())


def drift(found: Assessed) -> tuple[list[dict], dict]:
    """Stability of every column from the training to the test part."""
    trained = train._features(found.split.train, found.split, found.without)
    scores = {name: psi(trained[name].to_numpy(), found.features[name].to_numpy()) for name in found.features}
    moved = sum(score >= 0.25 for score in scores.values())
    metrics = [
        {"key": "drifted_columns", "value": moved, "n": len(scores)},
        {"key": "drifted_share", "value": number(moved / len(scores)), "n": len(scores)},
    ]
    for name, score in scores.items():
        metrics.append({"key": "psi", "value": number(score), "n": len(found.truth),
                        "slice": {"attr": "column", "group": name}})
    return metrics, {"thresholds": [f"{name}: PSI 0.25" for name in scores]}


def quality(found: Assessed) -> tuple[list[dict], dict]:
    """Four expectations on the training rows."""
    frame = found.split.train
    held = [
        not frame.isna().any().any(),
        not frame.duplicated().any(),
        frame[found.split.target].isin([0, 1]).all(),
        len(frame) >= 1000,
    ]
    failed = sum(not one for one in held)
    metrics = [{"key": "evaluated", "value": 4, "n": 4}, {"key": "failed", "value": failed, "n": 4},
               {"key": "errored", "value": 0, "n": 4}]
    return metrics, {"suite": "no gaps, no duplicates, known labels, enough rows"}


def lineage(found: Assessed) -> tuple[list[dict], dict]:
    """Digest and source of each part; the last fifth of the training rows chose the settings."""
    cut = len(found.split.train) * 4 // 5
    parts = {"train": found.split.train[:cut], "validation": found.split.train[cut:], "test": found.split.test}
    metrics = [
        {"key": key, "value": 1, "slice": {"attr": "role", "group": role}} for key in ("digested", "sourced") for role in parts
    ]
    named = [f"{found.split.name} {role} {data.digest(frame)}" for role, frame in parts.items()]
    return metrics, {"datasets": named}


def change(found: Assessed, baseline: Assessed, against: str) -> tuple[list[dict], dict]:
    """ROC AUC of this version minus that of the baseline, on the same test rows."""
    from sklearn.metrics import roc_auc_score

    frame = train._features(found.split.test, found.split, baseline.without)[list(baseline.features)]
    other, truth = baseline.model.predict_proba(frame)[:, 1], found.truth

    def delta(rows: np.ndarray) -> float:
        return roc_auc_score(truth[rows], found.score[rows]) - roc_auc_score(truth[rows], other[rows])

    n = len(truth)
    metric = {"key": "delta", "value": number(delta(np.arange(n))), "n": n, "ci": interval(delta, n, SEED)}
    return [metric], {"metric": "roc_auc", "baseline": against}


MEASURED = {
    "calibration": calibration, "performance-slices": slices, "importance": importance,
    "partial-dependence": dependence, "perturbation": perturbation, "drift": drift,
    "data-quality": quality, "data-lineage": lineage,
}
