import { countProblems, failOnProblems, findManifests, script } from './script';

/** `ci/models/tools.sh` */
export const toolsScript = script(
  `Installs what checks the models into ci/models/.tools. Versions stand here and nowhere
else. Go compares what it builds with its checksum database.`,
  String.raw`# renovate: datasource=go depName=github.com/yannh/kubeconform
kubeconform_version=v0.8.0
# renovate: datasource=go depName=github.com/mikefarah/yq/v4
yq_version=v4.54.3

export GOBIN="$PWD/ci/models/.tools/bin"
mkdir -p "$GOBIN"
command -v go >/dev/null || fail "go is missing: install Go 1.26"
go install "github.com/yannh/kubeconform/cmd/kubeconform@$kubeconform_version"
go install "github.com/mikefarah/yq/v4@$yq_version"
`,
);

/**
 * `ci/models/schema.sh`. What it checks has `apiVersion` and `kind`, so kubeconform
 * reads it; it also finds a key that stands twice. An empty file is no error to it,
 * hence the count.
 */
export const schemaScript = script(
  `Checks every manifest, and the bounds beside it, against the JSON Schema of its kind:
fields, types, and that a digest, a version, a time and a ref look as they have to.`,
  findManifests,
  String.raw`command -v kubeconform >/dev/null || fail "kubeconform is missing: run ci/models/tools.sh"
files=("${'$'}{manifests[@]}")
for manifest in "${'$'}{manifests[@]}"; do
  bounds="$(dirname "$manifest")/bounds.yaml"
  if [ -f "$bounds" ]; then files+=("$bounds"); fi
done
count="${'$'}{#files[@]}"
result=$(kubeconform -strict -summary -schema-location 'ci/models/{{.ResourceKind}}.schema.json' "${'$'}{files[@]}") || fail "$result"
echo "$result"
case "$result" in
  *"Summary: $count resource"*"Valid: $count,"*) ;;
  *) fail "$count files have to be one document each" ;;
esac
`,
);

/**
 * `ci/models/files.sh`. The limits are those of the catalog's reader.
 */
export const filesScript = script(
  `Checks what a manifest names: cards and artifacts that lie beside it exist and lie below
it, a version is listed once, and an alias points to one that is there.`,
  findManifests,
  countProblems,
  String.raw`# Whether the folder of the manifest holds the file, also when links are followed.
lies_below() {
  case "$(realpath -m -- "$folder/$1")" in
    "$(realpath -- "$folder")"/*) ;;
    *) return 1 ;;
  esac
}

check_card() {
  if ! lies_below "$1"; then
    problem "the card \"$1\" leads out of the folder"
  elif [ ! -s "$folder/$1" ] || [ ! -f "$folder/$1" ]; then
    problem "there is no card \"$1\", or it is empty"
  elif [ "$(wc -c <"$folder/$1")" -gt 262144 ]; then
    problem "the card \"$1\" has more than 262144 bytes"
  fi
}

check_artifact() {
  if ! lies_below "$1"; then
    problem "the artifact \"$1\" leads out of the folder"
  elif [ ! -e "$folder/$1" ] && [ ! -f "$folder/$1.dvc" ]; then
    problem "there is no artifact \"$1\", nor a pointer to it"
  fi
}

twice() {
  problem "version \"$1\" is listed more than once"
}

astray() {
  problem "alias \"$1\" points to a version that is not listed"
}

for manifest in "${'$'}{manifests[@]}"; do
  folder=$(dirname "$manifest")
  [ "$(yq -N '.kind' "$manifest")" = ModelManifest ] || problem "is no ModelManifest"
  each check_card '.spec.versions[] | select(has("card")) | .card'
  each check_artifact '.spec.versions[].artifacts[].uri | select(test("^([a-zA-Z][a-zA-Z0-9+.-]*:|/)") | not)'
  each twice '[.spec.versions[].version] | group_by(.) | .[] | select(length > 1) | .[0]'
  # The variables in these expressions are yq's own.
  # shellcheck disable=SC2016
  each astray '[.spec.versions[].version] as $known | (.spec.aliases // {}) | to_entries | .[]
    | select(.value as $v | ($known | map(select(. == $v)) | length) == 0) | .key'
done
`,
  failOnProblems,
);

/** `ci/models/metrics.sh` */
export const metricsScript = script(
  `Compares the newest version of every model that has a file bounds.yaml beside its
manifest with what stands there: each metric is stated, and within its bounds.`,
  findManifests,
  countProblems,
  String.raw`newest='(.spec.versions // []) | sort_by(.createdAt | to_unix) | .[-1]'
# The variables in this expression are yq's own; its == would read a * in a name.
# shellcheck disable=SC2016
missed="($newest)"' as $version | load(strenv(bounds)).metrics[] as $bound
  | [$version.metrics[] | select(([.name, $bound.name] | unique | length) == 1) | .value] as $values
  | ($values | length) as $count
  | ($values | filter((. < ($bound.minimum // .)) or (. > ($bound.maximum // .))) | length) as $missed
  | select($count == 0 or $missed > 0)
  | "version " + $version.version + ": " + $bound.name + " is "
    + (($values | join(", ")) | select(. != "") // "not stated")
    + ", wanted at least " + ($bound.minimum // "anything" | tostring)
    + " and at most " + ($bound.maximum // "anything" | tostring)'

for manifest in "${'$'}{manifests[@]}"; do
  bounds="$(dirname "$manifest")/bounds.yaml"
  export bounds
  [ -f "$bounds" ] || continue
  if [ "$(yq -N '(.spec.versions // []) | length' "$manifest")" = 0 ]; then
    echo "$manifest: has no version yet"
  else
    each problem "$missed"
  fi
done
`,
  failOnProblems,
);
