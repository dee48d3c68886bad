import { script } from './preamble';

/** `ci/evidence.sh` */
export const evidenceScript = script(
  `Hands the reports of ci/scan.sh in as evidence about the version that each overlay
brings. Wants MODELYARD_URL and MODELYARD_TOKEN.`,
  String.raw`images=ci-output/reports/images.tsv
releases=ci-output/releases.tsv
[ -f "$images" ] || fail "nothing is scanned: run ci/scan.sh"
[ -s "$releases" ] || fail "nothing is rendered: run ci/build.sh"
command -v modelyard >/dev/null || fail "modelyard is missing: run ci/tools.sh modelyard"

# The same image of the same version in several environments is one report.
pushes=$(
  while IFS=$'\t' read -r _ model version file; do
    while IFS=$'\t' read -r image report; do
      if grep -qF -- "$image" "$file"; then printf '%s\t%s\t%s\n' "$report" "$model" "$version"; fi
    done <"$images"
  done <"$releases" | sort -u
)
if [ -z "$pushes" ]; then
  echo "No image is pinned in the manifests, so there is no report to hand in."
  exit 0
fi
while IFS=$'\t' read -r report model version; do
  modelyard evidence push "$report" --model="$model" --model-version="$version" </dev/null
done <<<"$pushes"
`,
);
