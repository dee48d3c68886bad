"""Writes ../usage: how the example services would have been used, day by day.

    python3 usage.py

No traffic ran. Requests and tokens follow the busy CPU and the reserved GPUs of the
recorded cost days, so that they rise and fall with the replicas. What those days say of
busy GPUs is not used: it reads 0 for every pod that has gone since. Needs only Python.
"""

import gzip
import json
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent
LABELS = ("service", "model", "model_version", "environment", "tenant")
DAY_HOURS = 24
TRAFFIC = {"prod": 1, "staging": 0.4, "dev": 0.02}  # share of what could be served

# What a busy core-hour or a GPU-hour serves; `failed` and `busy` are shares, latencies are
# seconds. legacy-scoring counts nothing, demand-forecast idles.
SERVICES = {
    "credit-risk-api": {"per": "cpu", "requests": 2600, "failed": 0.0008, "latency": (0.021, 0.064, 0.140)},
    "churn-api": {"per": "cpu", "requests": 1900, "failed": 0.0021, "latency": (0.034, 0.090, 0.210)},
    "tumour-screening": {"per": "cpu", "requests": 240, "failed": 0.0, "latency": (0.110, 0.260, 0.420)},
    "defect-detector": {"per": "gpu", "requests": 7100, "busy": 0.62, "failed": 0.0004, "latency": (0.042, 0.075, 0.098)},
    "demand-forecast": {"per": "cpu", "requests": 1.5, "failed": 0.0, "latency": (1.9, 3.2, 3.4)},
    "support-assistant": {
        "per": "gpu",
        "requests": 185,
        "busy": 0.6,
        "failed": 0.0035,
        "latency": (1.4, 4.8, 9.7),
        "prompt": 1480,
        "generated": 265,
    },
}


def hours_of(row: dict) -> dict[str, float]:
    """Busy hours of CPU, whose use is a rate over the whole day, and hours of GPU."""
    return {"cpu": row["cpuCoreUsageAverage"] * DAY_HOURS, "gpu": row["gpuHours"]}


def read_places(document: dict) -> dict[tuple, dict[str, float]]:
    """Hours by the labels of what served."""
    places: dict[tuple, dict[str, float]] = {}
    for row in document["data"][0].values():
        labels = row["properties"].get("labels") or {}
        place = tuple(labels.get(f"modelyard_io_{name}") for name in LABELS)
        if place[0] not in SERVICES:
            continue
        total = places.setdefault(place, {"cpu": 0.0, "gpu": 0.0})
        for unit, hours in hours_of(row).items():
            total[unit] += hours
    return places


def to_usage(place: tuple, hours: dict[str, float]) -> dict:
    """One entry of a day."""
    told = SERVICES[place[0]]
    traffic = TRAFFIC[place[LABELS.index("environment")]]
    requests = round(hours[told["per"]] * told["requests"] * traffic)
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
    if "busy" in told:
        usage["gpuHoursUsed"] = round(hours["gpu"] * told["busy"] * traffic, 2)
    usage["latencySeconds"] = dict(zip(("p50", "p95", "p99"), told["latency"]))
    return usage


def main() -> None:
    target = EXAMPLES / "usage"
    target.mkdir(exist_ok=True)
    for path in sorted(EXAMPLES.glob("cost/20*.json.gz")):
        places = read_places(json.loads(gzip.decompress(path.read_bytes())))
        entries = [to_usage(place, hours) for place, hours in sorted(places.items(), key=lambda item: str(item[0]))]
        text = json.dumps({"usage": entries}, separators=(",", ":"))
        (target / path.name).write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
