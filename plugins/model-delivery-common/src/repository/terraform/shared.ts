import { Block, block, code } from './hcl';

/** Terraform for one cloud; the same blocks for every service. */
export interface CloudModule {
  versions: readonly Block[];
  variables: readonly Block[];
  main: readonly Block[];
  outputs: readonly Block[];
}

/** Newest releases in November 2026; Renovate raises them. */
const kubernetesProvider = { source: 'hashicorp/kubernetes', version: '3.2.1' };

/** What Terraform has to be, and where its state lies. */
export function terraformBlock(
  backend: string,
  provider: Readonly<Record<string, { source: string; version: string }>>,
): Block {
  return block(
    'terraform',
    { required_version: '>= 1.9.0' },
    {
      blocks: [
        block(
          `backend ${backend}`,
          {},
          {
            comment: [
              ' Bucket and key come with: terraform init -backend-config=…, one key an environment.',
            ],
          },
        ),
        block('required_providers', {
          ...provider,
          kubernetes: kubernetesProvider,
        }),
      ],
    },
  );
}

/** A variable; it has to be given where it has no default. */
export function variable(
  name: string,
  type: string,
  description: string,
  more: { default?: Block['attributes'][string] } = {},
): Block {
  return block(`variable ${name}`, {
    description,
    type: code(type),
    ...(more.default !== undefined && { default: more.default }),
  });
}

/** An output. */
export function output(name: string, description: string, of: string): Block {
  return block(`output ${name}`, { description, value: code(of) });
}

/** Variables of every cloud. */
export const sharedVariables: readonly Block[] = [
  variable(
    'service',
    'string',
    'Name of the service and of its service account.',
  ),
  variable('environment', 'string', 'Name of the environment.'),
  variable('namespace', 'string', 'Namespace that the service runs in.'),
  variable(
    'create_namespace',
    'bool',
    'False where the namespace is there already, such as for a second service in it.',
    { default: true },
  ),
  variable('labels', 'map(string)', 'Labels of everything that costs money.'),
  variable(
    'writes_results',
    'bool',
    'Whether the service writes into its bucket, as a job does.',
  ),
  variable('cluster_name', 'string', 'Name of the Kubernetes cluster.'),
  variable('log_bucket', 'string', 'Bucket that takes the logs of access.'),
];

/** The namespace and the service account, which carries a cloud identity. */
export function kubernetesBlocks(identity: {
  annotation: string;
  value: string;
}): Block[] {
  return [
    block(
      'resource kubernetes_namespace_v1 this',
      { count: code('var.create_namespace ? 1 : 0') },
      {
        blocks: [
          block('metadata', {
            name: code('var.namespace'),
            labels: {
              'pod-security.kubernetes.io/enforce': 'baseline',
              'pod-security.kubernetes.io/warn': 'restricted',
            },
          }),
          block(
            'lifecycle',
            { prevent_destroy: true },
            { comment: [' With it would go everything that runs there.'] },
          ),
        ],
      },
    ),
    block(
      'resource kubernetes_service_account_v1 this',
      {
        automount_service_account_token: false,
        depends_on: [code('kubernetes_namespace_v1.this')],
      },
      {
        blocks: [
          block('metadata', {
            name: code('var.service'),
            namespace: code('var.namespace'),
            annotations: { [identity.annotation]: code(identity.value) },
          }),
          block(
            'lifecycle',
            {
              ignore_changes: [
                code('metadata[0].labels'),
                code(
                  'metadata[0].annotations["argocd.argoproj.io/tracking-id"]',
                ),
              ],
            },
            {
              comment: [
                ' The same account lies in base/: Git gives it labels, Terraform the identity.',
              ],
            },
          ),
        ],
      },
    ),
  ];
}
