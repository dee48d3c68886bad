import { Block, block, code } from './hcl';

const bucket = code('aws_s3_bucket.this.id');
const account = code(
  '"arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root"',
);
const ownKey = 'a key policy speaks of its own key: "*" is nothing else';

const key: readonly Block[] = [
  block(
    'data aws_iam_policy_document key',
    {},
    {
      comment: [
        `checkov:skip=CKV_AWS_109:${ownKey}`,
        `checkov:skip=CKV_AWS_111:${ownKey}`,
        `checkov:skip=CKV_AWS_356:${ownKey}`,
      ],
      blocks: [
        block(
          'statement',
          {
            sid: 'Account',
            actions: ['kms:*'],
            resources: ['*'],
          },
          {
            blocks: [
              block('principals', { type: 'AWS', identifiers: [account] }),
            ],
          },
        ),
      ],
    },
  ),
  block('resource aws_kms_key this', {
    description: code('"Bucket of ${var.service} in ${var.environment}"'),
    enable_key_rotation: true,
    deletion_window_in_days: 30,
    policy: code('data.aws_iam_policy_document.key.json'),
  }),
];

const rules: readonly Block[] = [
  block(
    'rule',
    { id: 'noncurrent', status: 'Enabled' },
    {
      blocks: [
        block('filter', {}),
        block('noncurrent_version_expiration', { noncurrent_days: 90 }),
        block('abort_incomplete_multipart_upload', {
          days_after_initiation: 7,
        }),
      ],
    },
  ),
];

const configuration: readonly Block[] = [
  block('resource aws_s3_bucket_public_access_block this', {
    bucket,
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  }),
  block(
    'resource aws_s3_bucket_ownership_controls this',
    { bucket },
    { blocks: [block('rule', { object_ownership: 'BucketOwnerEnforced' })] },
  ),
  block(
    'resource aws_s3_bucket_versioning this',
    { bucket },
    { blocks: [block('versioning_configuration', { status: 'Enabled' })] },
  ),
  block(
    'resource aws_s3_bucket_server_side_encryption_configuration this',
    { bucket },
    {
      blocks: [
        block(
          'rule',
          { bucket_key_enabled: true },
          {
            blocks: [
              block('apply_server_side_encryption_by_default', {
                sse_algorithm: 'aws:kms',
                kms_master_key_id: code('aws_kms_key.this.arn'),
              }),
            ],
          },
        ),
      ],
    },
  ),
  block(
    'resource aws_s3_bucket_lifecycle_configuration this',
    { bucket, depends_on: [code('aws_s3_bucket_versioning.this')] },
    { blocks: rules },
  ),
  block('resource aws_s3_bucket_logging this', {
    bucket,
    target_bucket: code('var.log_bucket'),
    target_prefix: code('"${var.service}/${var.environment}/"'),
  }),
];

const onlyTls: readonly Block[] = [
  block(
    'data aws_iam_policy_document bucket',
    {},
    {
      blocks: [
        block(
          'statement',
          {
            sid: 'OnlyTls',
            effect: 'Deny',
            actions: ['s3:*'],
            resources: [
              code('aws_s3_bucket.this.arn'),
              code('"${aws_s3_bucket.this.arn}/*"'),
            ],
          },
          {
            blocks: [
              block('principals', { type: '*', identifiers: ['*'] }),
              block('condition', {
                test: 'Bool',
                variable: 'aws:SecureTransport',
                values: ['false'],
              }),
            ],
          },
        ),
      ],
    },
  ),
  block('resource aws_s3_bucket_policy this', {
    bucket,
    policy: code('data.aws_iam_policy_document.bucket.json'),
    depends_on: [code('aws_s3_bucket_public_access_block.this')],
  }),
];

/** The bucket of a service on AWS, its key and what keeps it closed. */
export const awsBucket: readonly Block[] = [
  ...key,
  block(
    'resource aws_s3_bucket this',
    {
      bucket_prefix: code(
        '"${substr("${var.service}-${var.environment}", 0, 36)}-"',
      ),
    },
    {
      comment: [
        'checkov:skip=CKV_AWS_144:results are made again from data and version; another region would hold personal data twice',
        'checkov:skip=CKV2_AWS_62:nothing listens to this bucket; jobs are started by their schedule or trigger',
      ],
      blocks: [block('lifecycle', { prevent_destroy: true })],
    },
  ),
  ...configuration,
  ...onlyTls,
];
