import { modelAnnotations } from '@modelyard/plugin-model-catalog-common';
import { script } from './preamble';

/** `ci/build.sh` */
export const buildScript = script(
  `Renders every overlay to ci-output/rendered/<environment>.yaml, and lists in
ci-output/releases.tsv which version of which model each of them brings:
environment, model, version, file.`,
  String.raw`yq --version | grep -q mikefarah || fail "yq of github.com/mikefarah/yq is missing: run ci/tools.sh yq"
rendered=ci-output/rendered
releases=ci-output/releases.tsv
rm -rf "$rendered" "$releases"
mkdir -p "$rendered"

for overlay in overlays/*/; do
  [ -f "$overlay"kustomization.yaml ] || fail "$overlay has no kustomization.yaml"
  file="$rendered/$(basename "$overlay").yaml"
  export file
  kustomize build "$overlay" >"$file"
  # A patch that meets nothing is no error to kustomize: what it sets must be there.
  grep -q '${modelAnnotations.modelDigest}: ' "$file" || fail "$overlay pins no digest of a model"
  found=$(yq -N '.metadata.annotations
    | select(has("${modelAnnotations.modelRef}") and has("modelyard.io/model-version-ref"))
    | [.["modelyard.io/environment-ref"], .["${modelAnnotations.modelRef}"], .["modelyard.io/model-version-ref"], strenv(file)]
    | @tsv' "$file" | sed '/^$/d' | sort -u)
  [ -n "$found" ] || fail "$overlay does not say which version of a model it brings"
  echo "$found" >>"$releases"
  echo "$file"
done
`,
);
