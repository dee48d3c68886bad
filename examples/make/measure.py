"""Figures with intervals, in the shape of the canonical evidence record's `metrics`."""

from typing import Callable

import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, count, selection_rate
from sklearn.metrics import accuracy_score, f1_score, log_loss, mean_absolute_percentage_error, recall_score, roc_auc_score

from data import Sensitive

RESAMPLES = 1000
LOWER_IS_BETTER = {"log_loss", "mape"}


def number(value: float) -> float:
    """Six decimals: more than the intervals support, few enough to read."""
    return round(float(value), 6)


def interval(statistic: Callable[[np.ndarray], float], n: int, seed: int) -> dict:
    """95 % percentile bootstrap over `n` rows; `statistic` takes the drawn row numbers."""
    rng = np.random.default_rng(seed)
    drawn = [statistic(rng.integers(0, n, n)) for _ in range(RESAMPLES)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return {"low": number(low), "high": number(high), "level": 0.95, "method": "bootstrap"}


def _record(key: str, statistic: Callable[[np.ndarray], float], n: int, seed: int) -> dict:
    value = number(statistic(np.arange(n)))
    return {"key": key, "value": value, "n": n, "ci": interval(statistic, n, seed)}


def binary(truth: np.ndarray, score: np.ndarray, seed: int) -> list[dict]:
    """ROC AUC (the primary metric), accuracy and log loss of a two-class model."""
    n = len(truth)
    label = (score >= 0.5).astype(int)
    return [
        _record("roc_auc", lambda rows: roc_auc_score(truth[rows], score[rows]), n, seed),
        _record("accuracy", lambda rows: accuracy_score(truth[rows], label[rows]), n, seed),
        _record("log_loss", lambda rows: log_loss(truth[rows], score[rows], labels=[0, 1]), n, seed),
    ]


def multiclass(truth: np.ndarray, label: np.ndarray, seed: int) -> list[dict]:
    """Accuracy (the primary metric) and macro F1, then the recall of the weakest class."""
    n = len(truth)
    figures = [
        _record("accuracy", lambda rows: accuracy_score(truth[rows], label[rows]), n, seed),
        _record("macro_f1", lambda rows: f1_score(truth[rows], label[rows], average="macro"), n, seed),
    ]
    recalls = recall_score(truth, label, average=None)
    weakest = int(np.argmin(recalls))
    members = int((truth == weakest).sum())
    worst = {"key": "worst_class_recall", "value": number(recalls[weakest]), "n": members}
    return figures + [{**worst, "slice": {"attr": "defect_class", "group": str(weakest), "n": members}}]


def forecast(truth: np.ndarray, guess: np.ndarray, seed: int) -> list[dict]:
    """Mean absolute percentage error as a share of one."""
    return [_record("mape", lambda rows: mean_absolute_percentage_error(truth[rows], guess[rows]), len(truth), seed)]


def next_word(rows: np.ndarray, seed: int) -> list[dict]:
    """Share of next words predicted; `rows` is right and all per dialogue, drawn by dialogue."""
    return [_record("next_token_accuracy", lambda drawn: rows[drawn, 0].sum() / rows[drawn, 1].sum(), len(rows), seed)]


def fairness(truth: np.ndarray, label: np.ndarray, groups: pd.Series, compared: Sensitive, seed: int) -> list[dict]:
    """Statistical parity difference (group minus reference) and the selection rate of each group."""
    frame = MetricFrame(
        metrics={"rate": selection_rate, "count": count}, y_true=truth, y_pred=label, sensitive_features=groups
    )
    rates, sizes = frame.by_group["rate"], frame.by_group["count"].astype(int)
    member, reference = (groups == compared.group).to_numpy(), (groups == compared.reference).to_numpy()

    def difference(rows: np.ndarray) -> float:
        return label[rows][member[rows]].mean() - label[rows][reference[rows]].mean()

    spd = {
        "key": "spd",
        "value": number(rates[compared.group] - rates[compared.reference]),
        "n": len(label),
        "ci": interval(difference, len(label), seed),
        "slice": {
            "attr": compared.attribute, "group": compared.group, "ref": compared.reference,
            "n": int(sizes[compared.group]), "nRef": int(sizes[compared.reference]),
        },
    }
    per_group = [
        {"key": "selection_rate", "value": number(rate), "n": int(sizes[group]),
         "slice": {"attr": compared.attribute, "group": str(group)}}
        for group, rate in rates.items()
    ]
    return [spd] + per_group
