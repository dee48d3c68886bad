import {
  CommonValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';
import { z } from 'zod';
import { isEntityRef } from '../entityRef';
import { modelManifestSchema } from '../manifest/modelManifestSchema';
import { sanitizeUri } from '../text/sanitizeUri';
import { isSpdxExpression } from '../text/spdx';
import { riskAssessmentSchema } from '../tier/riskAssessmentSchema';

const { metadata, spec } = modelManifestSchema.shape;
const version = spec.shape.versions.unwrap().element.shape;
const artifact = version.artifacts.unwrap().element.shape;
const metric = version.metrics.unwrap().element.shape;
const dataset = version.datasets.unwrap().element.shape;
const ref = spec.shape.owner.unwrap();
const text = metadata.shape.description.unwrap();

const isOfKind =
  (...kinds: string[]) =>
  (value: string) =>
    // What is no ref at all has been told already.
    !isEntityRef(value) ||
    kinds.includes(
      parseEntityRef(value, {
        defaultKind: kinds[0],
        defaultNamespace: 'default',
      }).kind.toLowerCase(),
    );

/** The name is a folder and part of a branch too, so it is less than a manifest allows. */
const name = metadata.shape.name.regex(
  /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
  'must be at most 63 lower-case letters, digits and "-", start with a letter and end with a letter or digit',
);

const weights = z.strictObject({
  uri: artifact.uri
    .regex(
      /^[a-z][a-z0-9+.-]*:\/\//i,
      'must be an address with its scheme, such as s3://models/credit-risk/1/model.pkl',
    )
    .refine(
      uri => sanitizeUri(uri) === uri,
      'holds a user, a password or a query that may be a key; name the place alone',
    ),
  digest: artifact.digest
    .unwrap()
    .describe(
      'Digest of what lies there: "sha256:" and 64 hexadecimal digits.',
    ),
  createdAt: version.createdAt.describe('When the version was made.'),
  sizeBytes: artifact.sizeBytes,
  format: artifact.format,
});

const metrics = z
  .array(
    z.strictObject({
      name: metric.name,
      value: metric.value.optional().describe('What the version reached.'),
      minimum: z.number().optional().describe('What it has to reach.'),
      maximum: z.number().optional().describe('What it must not exceed.'),
      dataset: metric.dataset,
      split: metric.split,
    }),
  )
  .max(50);

const datasets = z
  .array(
    z.strictObject({
      name: dataset.name,
      ref: ref
        .refine(isOfKind('resource'), 'must be a Resource of the catalog')
        .optional(),
      digest: artifact.digest,
      role: dataset.role,
    }),
  )
  .max(50);

const folder = /^[a-z0-9][-a-z0-9_.]{0,62}(\/[a-z0-9][-a-z0-9_.]{0,62}){0,7}$/i;

const repository = z.strictObject({
  url: z
    .string()
    .regex(
      /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[\w.~-]+)+$/i,
      'must be an address such as "https://git.example.com/team/models.git", without user and query',
    )
    .optional()
    .describe('Address of the repository that the change is for.'),
  path: z
    .string()
    .regex(
      folder,
      'must be a folder such as "models/credit-risk": at most 8 names of letters, digits, ".", "-" and "_" that begin with a letter or digit',
    )
    .refine(
      path => !/^(ci(\/|$)|(.*\/)?node_modules(\/|$))/i.test(path),
      'is a folder that the checks keep for themselves; choose another',
    )
    .optional()
    .describe('Folder of the model; models/<name> when absent.'),
});

/**
 * What the form of a new model collects. Unknown keys are refused. Fields that a
 * manifest has are those of its own schema. What joins several fields, and what
 * any text may hold, `checkRegistration` says.
 *
 * @public
 */
export const modelRegistrationSchema = z.strictObject({
  name,
  title: metadata.shape.title.describe('What people call it.'),
  description: text.describe('What it does, in a sentence or two.'),
  owner: ref
    .refine(isOfKind('group', 'user'), 'must be a Group or a User')
    .describe('Entity ref of a group or user.'),
  system: ref
    .refine(isOfKind('system'), 'must be a System')
    .optional()
    .describe('Entity ref of a System.'),
  type: spec.shape.type.describe('Such as classifier or language-model.'),
  task: spec.shape.task.unwrap().describe('Such as text-generation.'),
  framework: metric.name.optional().describe('Library, with its version.'),
  license: spec.shape.license
    .unwrap()
    .refine(
      isSpdxExpression,
      'must be an SPDX expression such as Apache-2.0, or LicenseRef-<name> for a licence of your own',
    ),
  tags: z
    .array(
      z
        .string()
        .refine(
          CommonValidatorFunctions.isValidTag,
          'must be at most 63 lower-case letters and digits, parted by "-"',
        ),
    )
    .max(20)
    .optional(),
  weights: weights
    .optional()
    .describe('The first version; left out, it is added later.'),
  intendedUse: text,
  outOfScopeUse: text,
  datasets: datasets.optional(),
  metrics: metrics.optional(),
  assessment: riskAssessmentSchema,
  pipeline: z
    .enum(['github', 'gitlab', 'none'])
    .optional()
    .describe('Where the checks run; github when absent.'),
  repository: repository.optional(),
});

/**
 * A model that is to be registered.
 *
 * @public
 */
export type ModelRegistration = z.infer<typeof modelRegistrationSchema>;
