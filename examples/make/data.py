"""The data sets the example models learn from: bundled with scikit-learn, or generated from a seed."""

import hashlib
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.model_selection import train_test_split


@dataclass(frozen=True)
class Sensitive:
    """The attribute fairness is measured on, and which two groups are compared."""

    attribute: str
    group: str
    reference: str


@dataclass(frozen=True)
class Split:
    """One data set cut into a train and a test part; `target` is a column of both."""

    name: str
    train: pd.DataFrame
    test: pd.DataFrame
    target: str
    sensitive: Sensitive | None = None


def digest(frame: pd.DataFrame) -> str:
    """sha256 of the frame as CSV with six significant digits."""
    text = frame.to_csv(index=False, float_format="%.6g", lineterminator="\n")
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _split(frame: pd.DataFrame, test_size: int, seed: int, target: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    train, test = train_test_split(frame, test_size=test_size, random_state=seed, stratify=frame[target])
    return train.reset_index(drop=True), test.reset_index(drop=True)


def loans(name: str, seed: int, train: int, test: int, bias: float) -> Split:
    """Generated loans. `bias` is how much past decisions favoured M over F, in log-odds."""
    rng = np.random.default_rng(seed)
    n = train + test
    sex = np.where(rng.random(n) < 0.46, "F", "M")
    age = np.clip(rng.normal(42, 12, n), 18, 80).round()
    income = np.exp(rng.normal(10.4, 0.45, n) - 0.04 * (sex == "F")).round()
    debt_ratio = rng.beta(2, 5, n).round(4)
    employment_years = np.clip(rng.exponential(6, n), 0, age - 17).round(1)
    prior_defaults = rng.poisson(0.35, n)
    score = (
        1.9
        + 1.5 * (np.log(income) - 10.4) / 0.45
        - 6.0 * (debt_ratio - 0.285)
        - 1.5 * prior_defaults
        + 0.08 * (employment_years - 6)
        + bias * np.where(sex == "M", 0.5, -0.5)
    )
    repaid = (rng.random(n) < 1 / (1 + np.exp(-score))).astype(int)
    frame = pd.DataFrame(
        {
            "age": age, "income": income, "debt_ratio": debt_ratio, "employment_years": employment_years,
            "prior_defaults": prior_defaults, "sex": sex, "repaid": repaid,
        }
    )
    return Split(name, *_split(frame, test, seed, "repaid"), "repaid", Sensitive("sex", "F", "M"))


def churn(name: str, seed: int, train: int, test: int) -> Split:
    """Generated telecoms customers of three regions."""
    rng = np.random.default_rng(seed)
    n = train + test
    frame = pd.DataFrame(
        {
            "region": rng.choice(["north", "south", "west"], n, p=[0.33, 0.34, 0.33]),
            "tenure": rng.integers(1, 72, n),
            "monthly_charge": rng.normal(38, 9, n).round(2),
            "complaints": rng.poisson(0.7, n),
            "late_bills": rng.poisson(0.4, n),
            "contract_len": rng.choice([1, 12, 24], n, p=[0.4, 0.35, 0.25]),
            "data_gb": np.exp(rng.normal(2.2, 0.7, n)).round(2),
            "calls": rng.poisson(40, n),
            "discount": rng.choice([0, 5, 10], n, p=[0.6, 0.25, 0.15]),
        }
    )
    score = (
        -0.9 - 0.09 * frame.contract_len - 0.02 * frame.tenure + 0.9 * frame.complaints + 0.6 * frame.late_bills
        + 0.06 * (frame.monthly_charge - 38) - 0.9 * (np.log(frame.data_gb) - 2.2) - 0.05 * frame.discount
    )
    frame["churned"] = (rng.random(n) < 1 / (1 + np.exp(-1.6 * score))).astype(int)
    return Split(name, *_split(frame, test, seed, "churned"), "churned", Sensitive("region", "west", "north"))


def breast_cancer(name: str, seed: int, test: int) -> Split:
    """The diagnostic set bundled with scikit-learn; 1 means malignant. It has no attribute of a person."""
    frame = load_breast_cancer(as_frame=True).frame.copy()
    frame["malignant"] = 1 - frame.pop("target")
    return Split(name, *_split(frame, test, seed, "malignant"), "malignant")


def digits(name: str, seed: int, test: int) -> Split:
    """The 8 by 8 pictures bundled with scikit-learn, standing in for pictures of ten defect classes."""
    bunch = load_digits()
    frame = pd.DataFrame(bunch.data, columns=[f"p{i}" for i in range(64)])
    frame["defect_class"] = bunch.target
    return Split(name, *_split(frame, test, seed, "defect_class"), "defect_class")


def demand(name: str, seed: int, days: int, test: int) -> Split:
    """Generated daily demand with a week, a year and a trend; the last `test` days are the test part."""
    rng = np.random.default_rng(seed)
    day = np.arange(days)
    level = 400 + 0.15 * day + 60 * np.sin(2 * np.pi * day / 365.25) + 45 * np.isin(day % 7, (4, 5))
    units = np.maximum(0, level + rng.normal(0, 28, days)).round()
    frame = pd.DataFrame({"day": day, "weekday": day % 7, "lag_7": np.roll(units, 7), "lag_28": np.roll(units, 28)})
    frame["year_sin"] = np.sin(2 * np.pi * day / 365.25)
    frame["units"] = units
    frame = frame.iloc[28:]
    train, test_part = frame.iloc[:-test].reset_index(drop=True), frame.iloc[-test:].reset_index(drop=True)
    return Split(name, train, test_part, "units")


SOURCES = {"loans": loans, "churn": churn, "breast_cancer": breast_cancer, "digits": digits, "demand": demand}


def load(settings: dict) -> Split:
    """The data set that `settings` (`source` plus that function's arguments) describes."""
    arguments = {key: value for key, value in settings.items() if key != "source"}
    return SOURCES[settings["source"]](**arguments)
