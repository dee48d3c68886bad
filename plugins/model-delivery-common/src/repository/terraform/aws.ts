import { awsBucket } from './awsBucket';
import { Block, block, code } from './hcl';
import {
  CloudModule,
  kubernetesBlocks,
  output,
  sharedVariables,
  terraformBlock,
  variable,
} from './shared';

const providers: readonly Block[] = [
  block(
    'provider aws',
    { region: code('var.region') },
    { blocks: [block('default_tags', { tags: code('var.labels') })] },
  ),
  block(
    'provider kubernetes',
    {
      host: code('data.aws_eks_cluster.this.endpoint'),
      cluster_ca_certificate: code(
        'base64decode(data.aws_eks_cluster.this.certificate_authority[0].data)',
      ),
    },
    {
      blocks: [
        block('exec', {
          api_version: 'client.authentication.k8s.io/v1',
          command: 'aws',
          args: [
            'eks',
            'get-token',
            '--region',
            code('var.region'),
            '--cluster-name',
            code('var.cluster_name'),
          ],
        }),
      ],
    },
  ),
];

const lookUps: readonly Block[] = [
  block('data aws_caller_identity current', {}),
  block('data aws_partition current', {}),
  block('data aws_eks_cluster this', { name: code('var.cluster_name') }),
  block('data aws_iam_openid_connect_provider this', {
    url: code('data.aws_eks_cluster.this.identity[0].oidc[0].issuer'),
  }),
  block('locals', {
    oidc_issuer: code(
      'replace(data.aws_iam_openid_connect_provider.this.url, "https://", "")',
    ),
    readable_buckets: code(
      'concat([aws_s3_bucket.this.arn], [for name in var.model_buckets : "arn:${data.aws_partition.current.partition}:s3:::${name}"])',
    ),
  }),
];

function equals(claim: string, value: string): Block {
  return block('condition', {
    test: 'StringEquals',
    variable: code(`"\${local.oidc_issuer}:${claim}"`),
    values: [code(value)],
  });
}

const role: readonly Block[] = [
  block(
    'data aws_iam_policy_document trust',
    {},
    {
      blocks: [
        block(
          'statement',
          { actions: ['sts:AssumeRoleWithWebIdentity'] },
          {
            blocks: [
              block('principals', {
                type: 'Federated',
                identifiers: [
                  code('data.aws_iam_openid_connect_provider.this.arn'),
                ],
              }),
              equals(
                'sub',
                '"system:serviceaccount:${var.namespace}:${var.service}"',
              ),
              equals('aud', '"sts.amazonaws.com"'),
            ],
          },
        ),
      ],
    },
  ),
  block('resource aws_iam_role this', {
    name_prefix: code('"${substr(var.service, 0, 36)}-"'),
    assume_role_policy: code('data.aws_iam_policy_document.trust.json'),
  }),
];

/** A statement that is there only under a condition. */
function optional(
  condition: string,
  sid: string,
  actions: readonly string[],
  resources: string,
): Block {
  return block(
    'dynamic statement',
    { for_each: code(`${condition} ? [1] : []`) },
    {
      blocks: [block('content', { sid, actions, resources: code(resources) })],
    },
  );
}

const pulls = 'length(var.image_repositories) > 0';

const access: readonly Block[] = [
  block(
    'data aws_iam_policy_document access',
    {},
    {
      blocks: [
        block('statement', {
          sid: 'FindModels',
          actions: ['s3:GetBucketLocation', 's3:ListBucket'],
          resources: code('local.readable_buckets'),
        }),
        block('statement', {
          sid: 'ReadModels',
          actions: ['s3:GetObject'],
          resources: code('[for arn in local.readable_buckets : "${arn}/*"]'),
        }),
        block('statement', {
          sid: 'Decrypt',
          actions: ['kms:Decrypt'],
          resources: [code('aws_kms_key.this.arn')],
        }),
        optional(
          'var.writes_results',
          'WriteResults',
          ['s3:AbortMultipartUpload', 's3:PutObject'],
          '["${aws_s3_bucket.this.arn}/*"]',
        ),
        optional(
          'var.writes_results',
          'Encrypt',
          ['kms:GenerateDataKey'],
          '[aws_kms_key.this.arn]',
        ),
        optional(
          pulls,
          'SignInToRegistry',
          ['ecr:GetAuthorizationToken'],
          '["*"]',
        ),
        optional(
          pulls,
          'PullImages',
          [
            'ecr:BatchCheckLayerAvailability',
            'ecr:BatchGetImage',
            'ecr:GetDownloadUrlForLayer',
          ],
          'var.image_repositories',
        ),
      ],
    },
  ),
  block('resource aws_iam_role_policy this', {
    name: 'model',
    role: code('aws_iam_role.this.id'),
    policy: code('data.aws_iam_policy_document.access.json'),
  }),
];

/** Terraform for AWS: EKS with IAM roles for service accounts, S3 and ECR. */
export const awsModule: CloudModule = {
  versions: [
    terraformBlock('s3', {
      aws: { source: 'hashicorp/aws', version: '6.32.1' },
    }),
    ...providers,
  ],
  variables: [
    variable('region', 'string', 'Region of the cluster and the bucket.'),
    ...sharedVariables,
    variable(
      'model_buckets',
      'list(string)',
      'Names of buckets that hold the model; a key of their own must allow the role.',
      { default: [] },
    ),
    variable(
      'image_repositories',
      'list(string)',
      'ARNs of repositories of ECR that hold the image, for pulls with the identity of the Pod; nodes have their own.',
      { default: [] },
    ),
  ],
  main: [
    ...lookUps,
    ...awsBucket,
    ...role,
    ...access,
    ...kubernetesBlocks({
      annotation: 'eks.amazonaws.com/role-arn',
      value: 'aws_iam_role.this.arn',
    }),
  ],
  outputs: [
    output('bucket', 'Name of the bucket.', 'aws_s3_bucket.this.bucket'),
    output('identity', 'Role of the service.', 'aws_iam_role.this.arn'),
  ],
};
