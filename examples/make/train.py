"""Trains one version: files with digests, figures, parameters and data sets."""

import hashlib
import io
import json
from dataclasses import dataclass, field

import joblib
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

import data
import language
import measure

SEED = 20261120


@dataclass(frozen=True)
class Trained:
    """What training leaves behind. `files` is (path, format, content); nothing here is written to disk."""

    files: list[tuple[str, str, bytes]]
    figures: list[dict]
    dataset: dict
    datasets: list[dict]
    params: dict[str, str]
    fairness: list[dict] = field(default_factory=list)


def estimator(settings: dict):
    """The scikit-learn estimator named by `settings`, every random choice seeded."""
    kind, options = settings["estimator"], settings.get("options", {})
    if kind == "logistic":
        return make_pipeline(StandardScaler(), LogisticRegression(max_iter=500, **options))
    if kind == "forest":
        return RandomForestClassifier(random_state=SEED, n_jobs=1, **options)
    if kind == "boosting":
        return GradientBoostingClassifier(random_state=SEED, **options)
    if kind == "boosting-regression":
        return GradientBoostingRegressor(random_state=SEED, **options)
    if kind == "svc":
        parts = settings.get("components")
        steps = [StandardScaler()] if settings.get("scaled") else []
        steps += [PCA(parts, random_state=SEED)] if parts else []
        return make_pipeline(*steps, SVC(**options))
    raise ValueError(f"story.yaml names an unknown estimator: {kind}")


def dump(model: object) -> bytes:
    """The model as joblib writes it."""
    buffer = io.BytesIO()
    joblib.dump(model, buffer)
    return buffer.getvalue()


def _features(frame: pd.DataFrame, split: data.Split, without: list[str]) -> pd.DataFrame:
    kept = frame.drop(columns=[split.target, *[name for name in without if name in frame]])
    return pd.get_dummies(kept, dtype=float)


def _datasets(split: data.Split) -> tuple[dict, list[dict]]:
    test = {"name": split.name, "digest": data.digest(split.test), "split": "test", "n": len(split.test)}
    rows = [
        {"name": split.name, "digest": data.digest(split.train), "role": "train"},
        {"name": split.name, "digest": test["digest"], "role": "test"},
    ]
    return test, rows


def _params(settings: dict) -> dict[str, str]:
    shown = {"estimator": settings["estimator"], **settings.get("options", {})}
    for name in ("components", "scaled", "equal_rate", "without"):
        if settings.get(name):
            shown[name] = ",".join(settings[name]) if isinstance(settings[name], list) else settings[name]
    return {key: str(value) for key, value in {**shown, "seed": SEED}.items()}


def thresholds(score: np.ndarray, groups: pd.Series, rate: float) -> dict[str, float]:
    """One threshold a group, so that each group is selected at the same rate."""
    return {str(name): measure.number(np.quantile(score[(groups == name).to_numpy()], 1 - rate)) for name in sorted(groups.unique())}


def classifier(settings: dict) -> Trained:
    """A two-class model on a table, with fairness where the data has a sensitive attribute."""
    split = data.load(settings["data"])
    without = settings.get("without", [])
    model = estimator(settings).fit(_features(split.train, split, without), split.train[split.target])
    score = model.predict_proba(_features(split.test, split, without))[:, 1]
    truth = split.test[split.target].to_numpy()
    files = [("model.joblib", "joblib", dump(model))]
    label = (score >= 0.5).astype(int)
    if settings.get("equal_rate"):
        groups = split.train[split.sensitive.attribute]
        trained = model.predict_proba(_features(split.train, split, without))[:, 1]
        cuts = thresholds(trained, groups, settings["equal_rate"])
        files.append(("thresholds.json", "json", (json.dumps(cuts, indent=1) + "\n").encode()))
        label = (score >= split.test[split.sensitive.attribute].map(cuts).to_numpy(float)).astype(int)
    dataset, datasets = _datasets(split)
    fairness = []
    if split.sensitive:
        fairness = measure.fairness(truth, label, split.test[split.sensitive.attribute], split.sensitive, SEED)
    return Trained(files, measure.binary(truth, score, SEED), dataset, datasets, _params(settings), fairness)


def images(settings: dict) -> Trained:
    """A picture classifier: preprocessing and labels travel beside the model."""
    split = data.load(settings["data"])
    model = estimator(settings).fit(_features(split.train, split, []), split.train[split.target])
    label = model.predict(_features(split.test, split, []))
    preprocessing = {"width": 8, "height": 8, "channels": 1, "range": [0, 16]}
    files = [
        ("model.joblib", "joblib", dump(model)),
        ("preprocessing.json", "json", (json.dumps(preprocessing, indent=1) + "\n").encode()),
        ("labels.json", "json", (json.dumps([f"class-{i}" for i in range(10)], indent=1) + "\n").encode()),
    ]
    dataset, datasets = _datasets(split)
    figures = measure.multiclass(split.test[split.target].to_numpy(), label, SEED)
    return Trained(files, figures, dataset, datasets, _params(settings))


def series(settings: dict) -> Trained:
    """A forecast of daily demand."""
    split = data.load(settings["data"])
    model = estimator(settings).fit(_features(split.train, split, []), split.train[split.target])
    guess = model.predict(_features(split.test, split, []))
    dataset, datasets = _datasets(split)
    figures = measure.forecast(split.test[split.target].to_numpy(), guess, SEED)
    return Trained([("model.joblib", "joblib", dump(model))], figures, dataset, datasets, _params(settings))


def text(settings: dict) -> Trained:
    """The word-count language model: general sentences, then support dialogues."""
    order, weight = settings["order"], settings["weight"]
    train = language.dialogues(settings["train"], settings["seed"])
    test = language.dialogues(settings["test"], SEED + settings["seed"])
    counts = language.train([(language.base_corpus(), 1), (train, weight)], order)
    digests = ["sha256:" + hashlib.sha256(json.dumps(part).encode()).hexdigest() for part in (train, test)]
    name = settings["dataset"]
    return Trained(
        language.files(counts, order),
        measure.next_word(language.hits(counts, order, test), SEED),
        {"name": name, "digest": digests[1], "split": "test", "n": len(test)},
        [{"name": name, "digest": digests[0], "role": "train"}, {"name": name, "digest": digests[1], "role": "test"}],
        {"order": str(order), "weight": str(weight), "seed": str(settings["seed"])},
    )


FAMILIES = {"classifier": classifier, "images": images, "series": series, "text": text}


def train(settings: dict) -> Trained:
    """Trains the version that `settings` of story.yaml describe."""
    return FAMILIES[settings["family"]](settings)
