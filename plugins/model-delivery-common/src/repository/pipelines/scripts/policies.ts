import { script } from './preamble';

/** `ci/policies.sh` */
export const policiesScript = script(
  `Tests the Gatekeeper policies against their own samples, then every rendered
overlay against the policies. gator is content where there is nothing to look at, so
what it looked at is counted.`,
  String.raw`folder=policies/gatekeeper
policies=ci-output/policies.yaml
result=ci-output/policies.json
kustomize build "$folder" >"$policies"

verified=$(gator verify --verbose "$folder/..." 2>&1) || fail "$verified"
echo "$verified"
# Cases are indented below the test they belong to.
cases=$(echo "$verified" | grep -c '^  *--- PASS') || true
[ "$cases" -gt 0 ] || fail "$folder tests no policy: a suite with cases is missing"

files=0
for file in ci-output/rendered/*.yaml; do
  [ -f "$file" ] || fail "nothing is rendered: run ci/build.sh"
  if ! gator test --stats --output json -f "$policies" -f "$file" >"$result"; then
    gator test -f "$policies" -f "$file" || true
    fail "$file breaks a policy"
  fi
  # shellcheck disable=SC2016 # yq reads it
  evaluated=$(yq -p json -o yaml '[.stats[].stats[] | select(.name == "constraintCount") | .value] | .[] as $n ireduce (0; . + $n)' "$result")
  [ "$evaluated" -gt 0 ] || fail "$file: no policy looks at anything in it"
  echo "$file: $evaluated evaluations, nothing denied"
  files=$((files + 1))
done
echo "$cases cases and $files overlays"
`,
);
