"""Records that are part of the story: nobody measured them, so their tool is called `example`."""

EXAMPLE = {"name": "example", "version": "1"}
BUILDER = "https://ci.example.com/builders/train"


def record(kind: str, at: str, metrics: list[dict], claims: dict | None = None, tool: dict | None = None) -> dict:
    """A canonical record without a dataset."""
    head = {"kind": kind, "format": "canonical/1", "tool": tool or EXAMPLE, "producedAt": at, "metrics": metrics}
    return {**head, "claims": claims} if claims else head


def counts(n: int, **values: float) -> list[dict]:
    """Metrics of counts over the same number of things."""
    return [{"key": key, "value": value, "n": n} for key, value in values.items()]


def model_scan(at: str, files: int) -> dict:
    """A scan of every file that found nothing."""
    return record("model-scan", at, counts(files, scanned=files, critical=0, high=0, medium=0, low=0, errors=0))


def unsafe_scan(at: str, files: int) -> dict:
    """A scan that found an operator which runs code."""
    metrics = counts(files, scanned=files, critical=1, high=0, medium=0, low=0, errors=0)
    return record("model-scan", at, metrics, {"findings": ["CRITICAL posix.system"]})


def impact_assessment(at: str, _files: int) -> dict:
    claims = {
        "status": "approved", "approvedBy": "model-risk", "residualRisk": "medium",
        "affectedGroups": ["applicants", "co-applicants"],
    }
    return record("impact-assessment", at, counts(5, risks=5, open_risks=0), claims)


def dpia(at: str, _files: int) -> dict:
    claims = {"status": "approved", "approvedBy": "data-protection-officer", "lawfulBasis": "contract"}
    return record("dpia", at, counts(4, risks=4, open_risks=0), claims)


def pii_scan(at: str, files: int) -> dict:
    return record("pii-scan", at, counts(files, findings=0), {"scanner": "example"})


def privacy(at: str, _files: int) -> dict:
    claims = {"mechanism": "k-anonymity", "quasiIdentifiers": ["age", "region"]}
    return record("privacy", at, [{"key": "parameter", "value": 8}, {"key": "k_anonymity", "value": 8}], claims)


def operations(at: str, _files: int) -> dict:
    claims = {"logging": True, "override": True, "rollback": True, "incidentContact": "the team on call"}
    return record("operations", at, [], claims)


def disclosure(at: str, _files: int) -> dict:
    return record("disclosure", at, [], {"marked": True, "where": "beside every answer"})


def mitigation(at: str, _files: int) -> dict:
    claims = {
        "metric": "spd", "technique": "post-processing",
        "residualRisk": "one threshold a group; equalised odds got worse and are watched",
    }
    return record("mitigation", at, [{"key": "before", "value": 0.270009}, {"key": "after", "value": 0.046969}], claims)


def red_team(at: str, _files: int) -> dict:
    """Attacks by family and how many of them succeeded."""
    families = {"promptinject": (4, 600), "dan": (2, 480), "leakreplay": (0, 320)}
    metrics = [
        {"key": "asr", "value": won / n, "n": n, "slice": {"attr": "family", "group": name, "n": n}}
        for name, (won, n) in families.items()
    ]
    return record("red-team", at, metrics, {"scanner": "example"})


def red_team_few(at: str, _files: int) -> dict:
    metrics = [{"key": "asr", "value": 0.025, "n": 40, "slice": {"attr": "family", "group": "promptinject", "n": 40}}]
    return record("red-team", at, metrics, {"scanner": "example"})


def provenance(at: str, created: str) -> dict:
    """A SLSA v1 predicate; it becomes believable by the signature around it."""
    return {
        "buildDefinition": {
            "buildType": "https://modelyard.example/train/v1",
            "externalParameters": {"repository": "https://git.example.com/ml/models"},
            "internalParameters": {},
            "resolvedDependencies": [
                {"uri": "git+https://git.example.com/ml/models", "digest": {"gitCommit": "c" * 40}}
            ],
        },
        "runDetails": {
            "builder": {"id": BUILDER},
            "metadata": {"invocationId": "https://ci.example.com/runs/1", "startedOn": created, "finishedOn": at},
        },
    }


TOLD = {
    "model-scan": model_scan,
    "model-scan-unsafe": unsafe_scan,
    "impact-assessment": impact_assessment,
    "dpia": dpia,
    "pii-scan": pii_scan,
    "privacy": privacy,
    "operations": operations,
    "disclosure": disclosure,
    "mitigation": mitigation,
    "red-team": red_team,
    "red-team-few": red_team_few,
}
