import { script } from './preamble';

/**
 * `ci/scan.sh`. What a vulnerability means for a release is the scorecard's to
 * say, from the report that `ci/evidence.sh` hands in; here only a critical
 * misconfiguration stops a change.
 */
export const scanScript = script(
  `Scans the rendered manifests, every image that is pinned in them, and Terraform where
there is some, with Trivy. Reports lie in ci-output/reports; images.tsv there says which
is of which image. SCAN_SEVERITY names the misconfigurations that fail. A private
registry takes TRIVY_USERNAME and TRIVY_PASSWORD, or what Docker is signed in with.`,
  String.raw`command -v trivy >/dev/null || fail "trivy is missing: run ci/tools.sh trivy"
severity=$(printenv SCAN_SEVERITY || echo CRITICAL)
reports=ci-output/reports
rm -rf "$reports"
mkdir -p "$reports"
: >"$reports/images.tsv"

for file in ci-output/rendered/*.yaml; do
  [ -f "$file" ] || fail "nothing is rendered: run ci/build.sh"
  yq -N '.. | select(tag == "!!map") | .image | select(tag == "!!str")
    | select(test("^[a-z0-9][^ ]*@sha256:[0-9a-f]{64}$"))' "$file" >>"$reports/images.txt"
done

number=0
while IFS= read -r image; do
  number=$((number + 1))
  report="$reports/image-$number.json"
  trivy image --quiet --format json --list-all-pkgs --output "$report" "$image" </dev/null
  trivy convert --format table --severity HIGH,CRITICAL "$report"
  printf '%s\t%s\n' "$image" "$report" >>"$reports/images.tsv"
done < <(sort -u "$reports/images.txt")

for folder in ci-output/rendered terraform; do
  [ -d "$folder" ] || continue
  report="$reports/config-$(basename "$folder").json"
  trivy config --quiet --format json --output "$report" "$folder"
  trivy convert --format table --severity "$severity" --exit-code 1 "$report"
done
`,
);
