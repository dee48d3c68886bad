/** A definition of a kind that Kubernetes itself does not have. */
interface CustomResource {
  /** `group/Kind` */
  type: string;
  /** On GitHub. */
  repository: string;
  commit: string;
  path: string;
  /** Of the file's bytes at the commit. */
  sha256: string;
}

function at(
  repository: string,
  commit: string,
  files: readonly (readonly [type: string, path: string, sha256: string])[],
): CustomResource[] {
  return files.map(([type, path, sha256]) => ({
    type,
    repository,
    commit,
    path,
    sha256,
  }));
}

/** Definitions of every kind that a repository may render, by upstream release. */
export const customResources: readonly CustomResource[] = [
  // v0.20.0
  ...at('kserve/kserve', '1fb781055dd1567164358233e1125142ca6ef1fe', [
    [
      'serving.kserve.io/InferenceService',
      'config/crd/full/serving.kserve.io_inferenceservices.yaml',
      '57c3bf13f77de94678bf2ae3748056ec071ad2b9e88d6a28f44fb4710758fcff',
    ],
    [
      'serving.kserve.io/LLMInferenceService',
      'config/crd/full/llmisvc/serving.kserve.io_llminferenceservices.yaml',
      '4377745d253c5c6407ccd46aecdfadcea160ba77a0976dd2d112f0ca9a1ac53f',
    ],
  ]),
  // v1.21.3
  ...at('knative/serving', 'e8037506125f77f3e552141ef5f0804b8f116b44', [
    [
      'serving.knative.dev/Service',
      'config/core/300-resources/service.yaml',
      'a931dda52f4ac376196e5bfc238214b8a54308b37336af3fdd41b002960a1bca',
    ],
  ]),
  // v2.20.2
  ...at('kedacore/keda', '68a5b5028f35b22d50597c69819ab32c4e92f21a', [
    [
      'keda.sh/ScaledObject',
      'config/crd/bases/keda.sh_scaledobjects.yaml',
      'af35555862a83933b074af14ad439c4b4ceabaf4daa3e9338e9b23e36d308d80',
    ],
    [
      'keda.sh/ScaledJob',
      'config/crd/bases/keda.sh_scaledjobs.yaml',
      '8805cd6c5b05161fb1541726e2c32c8e2990f435649fa74cbc616600b84b583a',
    ],
    [
      'keda.sh/TriggerAuthentication',
      'config/crd/bases/keda.sh_triggerauthentications.yaml',
      '275307b4cb19ca8f0f506a879282aa4c67587ac16ec757f494d6585c5c185d65',
    ],
  ]),
  // vertical-pod-autoscaler/v1.7.1
  ...at('kubernetes/autoscaler', '352365899477910018f40d89fa3ea30b2c5d0e78', [
    [
      'autoscaling.k8s.io/VerticalPodAutoscaler',
      'vertical-pod-autoscaler/deploy/vpa-v1-crd-gen.yaml',
      '92240d0f43a78bc9d64ce70825e84e0cd32d2793b0b605df4772cdcfc36d3fca',
    ],
  ]),
  // v1.9.1
  ...at('argoproj/argo-rollouts', 'b6bd3bcf8f60d717a98763d26acc983db7f97cb0', [
    [
      'argoproj.io/Rollout',
      'manifests/crds/rollout-crd.yaml',
      'd79c0dab9bb386b1c9329fb69cf0d843fff2152b3f7916839755c1aabc7387f5',
    ],
    [
      'argoproj.io/AnalysisTemplate',
      'manifests/crds/analysis-template-crd.yaml',
      '96a871705477bb8876f91630789ce753c8291f0ff5457a8cbc781ff150522369',
    ],
  ]),
  // v4.1.2
  ...at('argoproj/argo-workflows', '16a52d67daf2f4a8a76fa8bec02a76a46aa46257', [
    [
      'argoproj.io/CronWorkflow',
      'manifests/base/crds/full/argoproj.io_cronworkflows.yaml',
      '31abde1c89c6c11cf1c97753676327e02b2f8dc47827e49383732ac6b1d828c6',
    ],
  ]),
  // v2.9.0
  ...at(
    'external-secrets/external-secrets',
    '378bdb622ed9712ef4a58370f6a17af033b7d343',
    [
      [
        'external-secrets.io/ExternalSecret',
        'config/crds/bases/external-secrets.io_externalsecrets.yaml',
        '5044be5a610ca90a075f34f03ed20b462695c43387ba9410db7f4250e47b1e2f',
      ],
    ],
  ),
  // v1.6.1
  ...at(
    'kubernetes-sigs/gateway-api',
    '8bb74df00e56ec8f944d48c25e6c1c9c2f6848e3',
    [
      [
        'gateway.networking.k8s.io/HTTPRoute',
        'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml',
        'a424a0d6c953b162e71d1d97bb7e75012d8f1ac264e7274f2763d1b96ab39852',
      ],
    ],
  ),
  // v0.93.0
  ...at(
    'prometheus-operator/prometheus-operator',
    'f8fafd475f3d132e239432ae6172de60a6cb6516',
    [
      [
        'monitoring.coreos.com/ServiceMonitor',
        'example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml',
        'a99047972c9dd7679ce2050b9968e8a08773492e671b3e17abd476d42aa78a32',
      ],
      [
        'monitoring.coreos.com/PodMonitor',
        'example/prometheus-operator-crd/monitoring.coreos.com_podmonitors.yaml',
        '45a93443daa687d3654f7e9631909ff7edcdf3ec09c5e60251b74aa2722aee5d',
      ],
      [
        'monitoring.coreos.com/PrometheusRule',
        'example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml',
        '78be98554b9c8506ab2b4f4feb91c5f3a56e536a0a510f3a8e876a459970d56d',
      ],
    ],
  ),
];
