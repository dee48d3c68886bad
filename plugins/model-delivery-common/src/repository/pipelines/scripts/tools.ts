import { script } from './preamble';

/**
 * `ci/tools.sh`. Trivy's go.mod has `replace`, which `go install` refuses, so it
 * comes as an archive; both sums stand in the checksums of release 0.74.0.
 */
export const toolsScript = script(
  `Installs the tools that are named, or those that check a change, into ci-output/bin.
Versions stand here and nowhere else. Go compares what it builds with its checksum
database, npm with its registry; Trivy is compared with the sum beside its version.`,
  String.raw`# renovate: datasource=go depName=sigs.k8s.io/kustomize/kustomize/v5
kustomize_version=v5.8.2
# renovate: datasource=go depName=sigs.k8s.io/kubectl-validate
kubectl_validate_version=v0.0.4
# renovate: datasource=go depName=github.com/open-policy-agent/gatekeeper/v3
gator_version=v3.23.1
# renovate: datasource=go depName=github.com/mikefarah/yq/v4
yq_version=v4.54.3
# renovate: datasource=npm depName=@modelyard/cli
modelyard_version=0.1.0
# renovate: datasource=github-release-attachments depName=aquasecurity/trivy
trivy_x86_64=v0.74.0@2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a
# renovate: datasource=github-release-attachments depName=aquasecurity/trivy
trivy_aarch64=v0.74.0@b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5

export GOBIN="$PWD/ci-output/bin"
mkdir -p "$GOBIN"

install_trivy() {
  case "$(uname -s) $(uname -m)" in
    "Linux x86_64") platform=Linux-64bit pin=$trivy_x86_64 ;;
    "Linux aarch64") platform=Linux-ARM64 pin=$trivy_aarch64 ;;
    *)
      command -v trivy >/dev/null || fail "Trivy is not installed: put trivy $trivy_x86_64 on the PATH"
      return
      ;;
  esac
  version=$(echo "$pin" | cut -d@ -f1)
  archive=ci-output/trivy.tar.gz
  curl --proto '=https' --tlsv1.2 -fsSL --retry 3 -o "$archive" \
    "https://github.com/aquasecurity/trivy/releases/download/$version/trivy_$(echo "$version" | cut -c2-)_$platform.tar.gz"
  echo "$(echo "$pin" | cut -d@ -f2)  $archive" | sha256sum --check
  tar -xzf "$archive" -C "$GOBIN" trivy
  rm "$archive"
}

if [ "$#" -eq 0 ]; then
  set -- kustomize yq kubectl-validate trivy
  if [ -d policies/gatekeeper ]; then set -- "$@" gator; fi
fi

for tool in "$@"; do
  case "$tool" in
    kustomize) go install "sigs.k8s.io/kustomize/kustomize/v5@$kustomize_version" ;;
    kubectl-validate) go install "sigs.k8s.io/kubectl-validate@$kubectl_validate_version" ;;
    gator) go install "github.com/open-policy-agent/gatekeeper/v3/cmd/gator@$gator_version" ;;
    yq) go install "github.com/mikefarah/yq/v4@$yq_version" ;;
    trivy) install_trivy ;;
    modelyard) npm install --global --prefix ci-output --ignore-scripts "@modelyard/cli@$modelyard_version" ;;
    *) fail "no such tool: $tool" ;;
  esac
done
`,
);
