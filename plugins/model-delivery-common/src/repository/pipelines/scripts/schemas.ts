import { customResources } from './customResources';
import { script } from './preamble';

const table = customResources
  .map(
    ({ type, repository, commit, path, sha256 }) =>
      `${type} ${repository} ${commit} ${path} ${sha256}\n`,
  )
  .join('');

/**
 * `ci/schemas.sh`. kubectl-validate decides as the API server does, with
 * Kubernetes' own kinds inside and any CRD as it comes from upstream; a kind
 * without a schema is an error to it. So only definitions are fetched whose kind
 * is rendered, by commit, and compared with the sum they had when they were read.
 */
export const schemasScript = script(
  `Checks the rendered manifests as an API server would: unknown fields, types, names.
Kinds that are not of Kubernetes itself are looked up below, each at a commit and with
the SHA-256 of its definition. A kind that is nowhere fails.`,
  String.raw`# group/Kind repository commit path sha256
definitions='
${table}'
version=$(printenv KUBERNETES_VERSION || echo 1.30)
downloads=ci-output/downloads
crds=ci-output/crds
rm -rf "$crds"
mkdir -p "$downloads" "$crds"

kinds=
for file in ci-output/rendered/*.yaml; do
  [ -f "$file" ] || fail "nothing is rendered: run ci/build.sh"
  kinds="$kinds $(yq -N 'select(. != null) | (.apiVersion | sub("/[^/]*$", "")) + "/" + .kind' "$file" | tr '\n' ' ')"
done

while read -r kind repository commit path sum; do
  case "$kinds " in *" $kind "*) ;; *) continue ;; esac
  file="$downloads/$sum.yaml"
  if ! echo "$sum  $file" | sha256sum --check --status 2>/dev/null; then
    curl --proto '=https' --tlsv1.2 -fsSL --retry 3 -o "$file" "https://raw.githubusercontent.com/$repository/$commit/$path"
    echo "$sum  $file" | sha256sum --check
  fi
  cp "$file" "$crds/"
done <<<"$(echo "$definitions" | sed '/^$/d')"

kubectl-validate ci-output/rendered --local-crds "$crds" --version "$version"
`,
);
