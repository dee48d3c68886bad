import { Block, block, code } from './hcl';
import {
  CloudModule,
  kubernetesBlocks,
  output,
  sharedVariables,
  terraformBlock,
  variable,
} from './shared';

const quarter = '7776000s';

const providers: readonly Block[] = [
  block('provider google', {
    project: code('var.project'),
    region: code('var.region'),
    default_labels: code('var.labels'),
  }),
  block('provider kubernetes', {
    host: code('"https://${data.google_container_cluster.this.endpoint}"'),
    token: code('data.google_client_config.current.access_token'),
    cluster_ca_certificate: code(
      'base64decode(data.google_container_cluster.this.master_auth[0].cluster_ca_certificate)',
    ),
  }),
];

const lookUps: readonly Block[] = [
  block('data google_client_config current', {}),
  block('data google_container_cluster this', {
    name: code('var.cluster_name'),
    location: code('var.cluster_location'),
  }),
  block('data google_storage_project_service_account this', {}),
  block('locals', {
    place: code('"${var.service}-${var.environment}"'),
    // Names of buckets are unique in the world, those of accounts short.
    hash: code(
      'substr(sha256("${var.project}/${var.service}/${var.environment}"), 0, 8)',
    ),
  }),
];

const key: readonly Block[] = [
  block('resource google_kms_key_ring this', {
    name: code('"${substr(local.place, 0, 54)}-${local.hash}"'),
    location: code('var.region'),
  }),
  block(
    'resource google_kms_crypto_key this',
    {
      name: 'bucket',
      key_ring: code('google_kms_key_ring.this.id'),
      rotation_period: quarter,
    },
    { blocks: [block('lifecycle', { prevent_destroy: true })] },
  ),
  block('resource google_kms_crypto_key_iam_member storage', {
    crypto_key_id: code('google_kms_crypto_key.this.id'),
    role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
    member: code(
      '"serviceAccount:${data.google_storage_project_service_account.this.email_address}"',
    ),
  }),
];

function lifecycleRule(type: string, condition: Block['attributes']): Block {
  return block(
    'lifecycle_rule',
    {},
    {
      blocks: [block('action', { type }), block('condition', condition)],
    },
  );
}

const bucket: Block = block(
  'resource google_storage_bucket this',
  {
    name: code('"${substr(local.place, 0, 54)}-${local.hash}"'),
    location: code('var.region'),
    uniform_bucket_level_access: true,
    public_access_prevention: 'enforced',
    force_destroy: false,
    depends_on: [code('google_kms_crypto_key_iam_member.storage')],
  },
  {
    comment: [
      ' A bucket has no policy about TLS: storage.secureHttpTransport is one of the organisation.',
    ],
    blocks: [
      block('versioning', { enabled: true }),
      block('encryption', {
        default_kms_key_name: code('google_kms_crypto_key.this.id'),
      }),
      block('logging', {
        log_bucket: code('var.log_bucket'),
        log_object_prefix: code('local.place'),
      }),
      lifecycleRule('Delete', { days_since_noncurrent_time: 90 }),
      lifecycleRule('AbortIncompleteMultipartUpload', { age: 7 }),
      block('lifecycle', { prevent_destroy: true }),
    ],
  },
);

const member = code('google_service_account.this.member');

const identity: readonly Block[] = [
  block('resource google_service_account this', {
    account_id: code('"${substr(var.service, 0, 20)}-${local.hash}"'),
    display_name: code('"${var.service} in ${var.environment}"'),
  }),
  block('resource google_service_account_iam_member this', {
    service_account_id: code('google_service_account.this.name'),
    role: 'roles/iam.workloadIdentityUser',
    member: code(
      '"serviceAccount:${data.google_container_cluster.this.project}.svc.id.goog[${var.namespace}/${var.service}]"',
    ),
  }),
];

const access: readonly Block[] = [
  block('resource google_storage_bucket_iam_member own', {
    bucket: code('google_storage_bucket.this.name'),
    role: code(
      'var.writes_results ? "roles/storage.objectUser" : "roles/storage.objectViewer"',
    ),
    member,
  }),
  block('resource google_storage_bucket_iam_member models', {
    for_each: code('toset(var.model_buckets)'),
    bucket: code('each.value'),
    role: 'roles/storage.objectViewer',
    member,
  }),
  block('resource google_artifact_registry_repository_iam_member images', {
    for_each: code('toset(var.image_repositories)'),
    project: code('split("/", each.value)[1]'),
    location: code('split("/", each.value)[3]'),
    repository: code('split("/", each.value)[5]'),
    role: 'roles/artifactregistry.reader',
    member,
  }),
];

/** Terraform for Google Cloud: GKE with workload identity, Storage and Artifact Registry. */
export const gcpModule: CloudModule = {
  versions: [
    terraformBlock('gcs', {
      google: { source: 'hashicorp/google', version: '7.45.0' },
    }),
    ...providers,
  ],
  variables: [
    variable('project', 'string', 'Project of the bucket and the identity.'),
    variable('region', 'string', 'Region of the bucket.'),
    ...sharedVariables,
    variable('cluster_location', 'string', 'Region or zone of the cluster.'),
    variable(
      'model_buckets',
      'list(string)',
      'Names of buckets that hold the model.',
      { default: [] },
    ),
    variable(
      'image_repositories',
      'list(string)',
      'Repositories of Artifact Registry that hold the image, as projects/…/locations/…/repositories/…; nodes pull with an identity of their own.',
      { default: [] },
    ),
  ],
  main: [
    ...lookUps,
    ...key,
    bucket,
    ...identity,
    ...access,
    ...kubernetesBlocks({
      annotation: 'iam.gke.io/gcp-service-account',
      value: 'google_service_account.this.email',
    }),
  ],
  outputs: [
    output('bucket', 'Name of the bucket.', 'google_storage_bucket.this.name'),
    output(
      'identity',
      'Account of the service.',
      'google_service_account.this.email',
    ),
  ],
};
