"""Writes ../usage: how the example services would have been used, day by day.

    python3 usage.py

No traffic ran. Requests and tokens follow the CPU and GPU that the recorded cost days
say were busy, so that they rise and fall with the replicas. Needs nothing but Python.
"""

import gzip
import json
from datetime import date
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent
LABELS = ("service", "model", "model_version", "environment", "tenant")
QUIET = 0.45  # share of the traffic of a weekday that comes on a day of the weekend

# What a busy core-hour or GPU-hour serves; `failed` is a share, latencies are seconds.
# legacy-scoring counts nothing. demand-forecast serves too little for a unit cost.
SERVICES = {
    "credit-risk-api": {"per": "cpu", "requests": 2600, "failed": 0.0008, "latency": (0.021, 0.064, 0.140), "quiet_weekend": True},
    "churn-api": {"per": "cpu", "requests": 1900, "failed": 0.0021, "latency": (0.034, 0.090, 0.210), "quiet_weekend": True},
    "tumour-screening": {"per": "cpu", "requests": 240, "failed": 0.0, "latency": (0.110, 0.260, 0.420), "quiet_weekend": True},
    "defect-detector": {"per": "gpu", "requests": 11500, "failed": 0.0004, "latency": (0.042, 0.075, 0.098), "quiet_weekend": False},
    "demand-forecast": {"per": "cpu", "requests": 1.5, "failed": 0.0, "latency": (1.9, 3.2, 3.4), "quiet_weekend": False},
    "support-assistant": {
        "per": "gpu",
        "requests": 310,
        "failed": 0.0035,
        "latency": (1.4, 4.8, 9.7),
        "quiet_weekend": True,
        "prompt": 1480,
        "generated": 265,
    },
}


def busy_hours(row: dict) -> dict[str, float]:
    """Hours of CPU and GPU that a row was busy."""
    hours = row["minutes"] / 60
    gpu = row.get("gpuUsageAverage") or 0
    return {"cpu": row["cpuCoreUsageAverage"] * hours, "gpu": gpu * hours}


def read_places(document: dict) -> dict[tuple, dict[str, float]]:
    """Busy hours by the labels of what served."""
    places: dict[tuple, dict[str, float]] = {}
    for row in document["data"][0].values():
        labels = row["properties"].get("labels") or {}
        place = tuple(labels.get(f"modelyard_io_{name}") for name in LABELS)
        if place[0] not in SERVICES:
            continue
        total = places.setdefault(place, {"cpu": 0.0, "gpu": 0.0})
        for unit, hours in busy_hours(row).items():
            total[unit] += hours
    return places


def to_usage(place: tuple, busy: dict[str, float], day: date) -> dict:
    """One entry of a day."""
    told = SERVICES[place[0]]
    share = QUIET if told["quiet_weekend"] and day.weekday() >= 5 else 1
    requests = round(busy[told["per"]] * told["requests"] * share)
    usage = {
        "labels": {
            f"modelyard.io/{name.replace('_', '-')}": value
            for name, value in zip(LABELS, place)
            if value is not None
        },
        "requests": requests,
        "failedRequests": round(requests * told["failed"]),
    }
    if "prompt" in told:
        usage["promptTokens"] = requests * told["prompt"]
        usage["generatedTokens"] = requests * told["generated"]
    if told["per"] == "gpu" and busy["gpu"] > 0:
        usage["gpuHoursUsed"] = round(busy["gpu"] * share, 2)
    usage["latencySeconds"] = dict(zip(("p50", "p95", "p99"), told["latency"]))
    return usage


def main() -> None:
    target = EXAMPLES / "usage"
    target.mkdir(exist_ok=True)
    for path in sorted(EXAMPLES.glob("cost/20*.json.gz")):
        day = date.fromisoformat(path.name[:10])
        places = read_places(json.loads(gzip.decompress(path.read_bytes())))
        entries = [to_usage(place, busy, day) for place, busy in sorted(places.items(), key=lambda item: str(item[0]))]
        text = json.dumps({"usage": entries}, separators=(",", ":"))
        (target / path.name).write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
