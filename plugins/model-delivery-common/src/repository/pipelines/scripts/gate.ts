import { script } from './preamble';

/** `ci/gate.sh` */
export const gateScript = script(
  `Asks for each overlay whether its version may enter its environment. Wants
MODELYARD_URL and MODELYARD_TOKEN. Writes SARIF for each environment and one summary
in Markdown, which GitHub shows with the run.`,
  String.raw`releases=ci-output/releases.tsv
reports=ci-output/reports
[ -s "$releases" ] || fail "nothing is rendered: run ci/build.sh"
command -v modelyard >/dev/null || fail "modelyard is missing: run ci/tools.sh modelyard"
mkdir -p "$reports"
summary=$(printenv GITHUB_STEP_SUMMARY || echo "$reports/gate.md")

closed=0
while IFS=$'\t' read -r environment model version _; do
  modelyard gate --env="$environment" --sarif="$reports/gate-$environment.sarif" \
    --markdown="$summary" -- "$model" "$version" </dev/null || closed=$((closed + 1))
done <"$releases"
[ "$closed" -eq 0 ] || fail "$closed gates are not open"
`,
);
