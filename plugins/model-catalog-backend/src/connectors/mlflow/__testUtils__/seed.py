"""Fills an MLflow store with models, and prints what MLflow's own client lists.

usage: seed.py STORE_URI MODELS VERSIONS
       seed.py --list TRACKING_URI

Prints one JSON object: per model its title, aliases and versions.
"""

import json
import sys
import time

import mlflow
from mlflow import MlflowClient
from mlflow.entities import (
    Dataset,
    DatasetInput,
    InputTag,
    Metric,
    Param,
    RunTag,
)

NAMES = [
    "Kreditrisiko Österreich – v2 🧪",
    "信用リスク",
    "Foo Bar",
    "FOO.bar",
    "foo-bar",
    " leading and trailing ",
    "<script>alert(1)<\\script>",
    "100%25 %2F ?#&=",
    "it's \"quoted\"",
    "dots .. inside",
]


def seed_run(client, experiment, model, number):
    run = client.create_run(experiment, run_name=f"{model} #{number}")
    run_id = run.info.run_id
    now = int(time.time() * 1000)
    client.log_batch(
        run_id,
        metrics=[
            Metric("roc_auc", 0.8 + number / 100, now, 0),
            Metric("roc_auc", 0.7 + number / 100, now - 1000, 0),
            Metric("broken", float("nan"), now, 0),
            Metric("endless", float("inf"), now, 0),
        ],
        params=[
            Param("max_depth", str(number)),
            Param("api_key", "should-never-be-stored"),
        ],
        tags=[RunTag("mlflow.source.git.commit", "c" * 40)],
    )
    data = Dataset("loans", "abcd1234", "local", json.dumps({"uri": "loans.csv"}))
    client.log_inputs(
        run_id,
        [DatasetInput(data, [InputTag("mlflow.data.context", "training")])],
    )
    return run_id


def seed_logged_model(client, experiment, run_id):
    logged = client.create_logged_model(
        experiment, name="model", source_run_id=run_id, params={"from": "model"}
    )
    now = int(time.time() * 1000)
    metric = Metric("f1", 0.77, now, 0, logged.model_id, "loans", "abcd1234")
    client.log_batch(run_id, metrics=[metric])
    client.finalize_logged_model(logged.model_id, "READY")
    return logged.model_id


def seed_model(client, experiment, name, index, versions):
    client.create_registered_model(
        name,
        tags={"team": "risk-ml", "task": "tabular-classification"},
        description=f"Model {index}",
    )
    runs = [seed_run(client, experiment, name, n) for n in range(2)]
    logged = seed_logged_model(client, experiment, runs[0])
    for number in range(1, versions + 1):
        source = f"runs:/{runs[1]}/model" if number % 2 else f"models:/{logged}"
        client.create_model_version(
            name,
            source,
            runs[1] if number % 2 else runs[0],
            tags={"n": str(number)},
            description=f"Version **{number}**",
        )
    client.set_registered_model_alias(name, "champion", str(versions))
    client.set_registered_model_alias(name, "ünï", "1")


def seed(uri, models, versions):
    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    client = MlflowClient()
    experiment = client.create_experiment("seed")
    names = (NAMES + [f"model-{n}" for n in range(models)])[:models]
    for index, name in enumerate(names):
        seed_model(client, experiment, name, index, versions)
    client.create_registered_model("empty")
    for name in ("a-prompt", "another-prompt"):
        client.register_prompt(name, "Say {{thing}}")


def list_all(uri):
    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    client = MlflowClient()
    models = {}
    token = None
    while True:
        page = client.search_registered_models(max_results=100, page_token=token)
        for model in page:
            models[model.name] = {
                "aliases": {k: str(v) for k, v in model.aliases.items()},
                "tags": model.tags,
                "versions": {},
            }
        token = page.token
        if not token:
            break
    token = None
    while True:
        page = client.search_model_versions(max_results=1000, page_token=token)
        for version in page:
            if version.name in models:
                models[version.name]["versions"][str(version.version)] = {
                    "source": version.source,
                    "createdAt": version.creation_timestamp,
                    "description": version.description,
                    "stage": version.current_stage,
                    "status": version.status,
                }
        token = page.token
        if not token:
            break
    print(json.dumps(models))


if __name__ == "__main__":
    if sys.argv[1] == "--list":
        list_all(sys.argv[2])
    else:
        seed(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
