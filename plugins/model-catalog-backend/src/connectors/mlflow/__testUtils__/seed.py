"""Fills an MLflow store with models, and prints what MLflow's own client lists.

usage: seed.py STORE_URI MODELS VERSIONS
       seed.py --list TRACKING_URI

Prints one JSON object: per title what the client lists of a model, and of each of
its versions with the run and the logged model that it comes from.
"""

import json
import math
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
from sqlalchemy import event
from sqlalchemy.engine import Engine

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

STAGES = ["Staging", "Production", "Archived"]


@event.listens_for(Engine, "connect")
def do_not_wait_for_the_disk(connection, _record):
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA journal_mode=MEMORY")


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
        tags={
            "team": "risk-ml",
            "task": "tabular-classification",
            "reviewed": "true",
            "where": f"a:b:{index}",
        },
        description=f"Model **{index}** – läuft" if index % 3 else None,
    )
    runs = [seed_run(client, experiment, name, n) for n in range(2)]
    logged = seed_logged_model(client, experiment, runs[0])
    for number in range(1, versions + 1):
        source = f"runs:/{runs[1]}/model" if number % 2 else f"models:/{logged}"
        client.create_model_version(
            name,
            source,
            runs[1] if number % 2 else runs[0],
            tags={"n": str(number), "größe": "ünï", "empty": ""},
            description=f"Version **{number}**" if number % 5 else None,
        )
    for number, stage in enumerate(STAGES[: versions - 1], start=2):
        client.transition_model_version_stage(name, str(number), stage)
    client.set_registered_model_alias(name, "champion", str(versions))
    client.set_registered_model_alias(name, "ünï", "1")
    # MLflow tells these two apart.
    client.set_registered_model_alias(name, "Prod", "1")
    client.set_registered_model_alias(name, "prod", str(versions))


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


def pages(search):
    token = None
    while True:
        page = search(token)
        yield from page
        token = page.token
        if not token:
            return


def measured(metrics):
    return {key: value for key, value in metrics.items() if usable(value)}


def usable(value):
    # The server writes infinity as the largest number.
    return math.isfinite(value) and abs(value) < sys.float_info.max


def list_runs(client, experiments):
    search = lambda token: client.search_runs(experiments, page_token=token)
    return {run.info.run_id: run for run in pages(search)}


def list_logged_models(client, experiments):
    search = lambda token: client.search_logged_models(experiments, page_token=token)
    return {model.model_id: model for model in pages(search)}


def to_version(version, runs, logged):
    run = runs.get(version.run_id)
    model = logged.get(version.source.removeprefix("models:/"))
    # What was logged with the model itself comes before what its run holds.
    metrics = {m.key: m.value for m in (model.metrics or [])} if model else {}
    params = model.params if model else {}
    inputs = run.inputs.dataset_inputs if run else []
    return {
        "source": version.source,
        "createdAt": version.creation_timestamp,
        "description": version.description or "",
        "stage": version.current_stage,
        "status": version.status,
        "runId": version.run_id or "",
        "tags": version.tags,
        "metrics": measured(metrics or (run.data.metrics if run else {})),
        "params": params or (run.data.params if run else {}),
        "datasets": {i.dataset.name: i.dataset.digest for i in inputs},
    }


def list_all(uri):
    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    client = MlflowClient()
    models = {}
    for model in pages(
        lambda token: client.search_registered_models(page_token=token)
    ):
        models[model.name] = {
            "description": model.description or "",
            "aliases": {k: str(v) for k, v in model.aliases.items()},
            "tags": model.tags,
            "versions": {},
        }
    experiments = [e.experiment_id for e in client.search_experiments()]
    runs = list_runs(client, experiments)
    logged = list_logged_models(client, experiments)
    for version in pages(
        lambda token: client.search_model_versions(max_results=1000, page_token=token)
    ):
        if version.name in models:
            models[version.name]["versions"][str(version.version)] = to_version(
                version, runs, logged
            )
    print(json.dumps(models))


if __name__ == "__main__":
    if sys.argv[1] == "--list":
        list_all(sys.argv[2])
    else:
        seed(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
