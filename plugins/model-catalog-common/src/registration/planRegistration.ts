import { ModelBounds } from '../manifest/modelBoundsSchema';
import { proposeTier } from '../tier/proposeTier';
import { riskAssessmentSchema } from '../tier/riskAssessmentSchema';
import { tierReasons } from '../tier/tierReasons';
import { RiskTier } from '../tier/riskTiers';
import { buildManifest, firstCard } from './buildManifest';
import { checkFiles, manifestSchemaFile } from './checks/checkFiles';
import { checkRegistration } from './checkRegistration';
import { RegistrationFinding } from './findings';
import { modelCard } from './modelCard';
import { ModelRegistration } from './modelRegistrationSchema';
import { RegistrationFile } from './RegistrationFile';
import { toYaml } from './toYaml';

/**
 * What a registration would write.
 *
 * @public
 */
export interface RegistrationPlan {
  /** Folder of the model; absent when a finding is an `error`. */
  folder?: string;
  /** By path; empty when a finding is an `error`. */
  files: RegistrationFile[];
  findings: RegistrationFinding[];
  /** Absent when the questions are not all answered. */
  tier?: { proposed: RiskTier; reasons: string[] };
}

/** What has to be reached; undefined when nothing was said. */
function boundsOf({
  metrics = [],
}: ModelRegistration): ModelBounds | undefined {
  const bounds = metrics.flatMap(({ name, minimum, maximum }) =>
    minimum === undefined && maximum === undefined
      ? []
      : [
          {
            name,
            ...(minimum !== undefined && { minimum }),
            ...(maximum !== undefined && { maximum }),
          },
        ],
  );
  if (bounds.length === 0) return undefined;
  return {
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'ModelBounds',
    metrics: bounds,
  };
}

function manifestText(registration: ModelRegistration, folder: string): string {
  const up = folder.replace(/[^/]+/g, '..');
  return `# yaml-language-server: $schema=${up}/${manifestSchemaFile}\n${toYaml(
    buildManifest(registration),
  )}`;
}

function modelFiles(
  registration: ModelRegistration,
  folder: string,
): RegistrationFile[] {
  const bounds = boundsOf(registration);
  return [
    ...(bounds
      ? [{ path: `${folder}/bounds.yaml`, content: toYaml(bounds) }]
      : []),
    { path: `${folder}/${firstCard}`, content: modelCard(registration) },
    {
      path: `${folder}/model.yaml`,
      content: manifestText(registration, folder),
    },
  ];
}

function tierOf(value: unknown): RegistrationPlan['tier'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const parsed = riskAssessmentSchema.safeParse(
    Reflect.get(value, 'assessment'),
  );
  if (!parsed.success) return undefined;
  const { proposed, reasons } = proposeTier(parsed.data);
  return { proposed, reasons: reasons.map(reason => tierReasons[reason]) };
}

/**
 * Plans the files by which a new model comes into a repository that a source of
 * type `git` reads: its manifest, the card of its first version, what it has to
 * reach, and the checks of a change. Pure: the same input gives the same files.
 *
 * @param input - the values of the form; anything is taken and checked
 *
 * @public
 */
export function planRegistration(input: unknown): RegistrationPlan {
  const { registration, findings } = checkRegistration(input);
  const tier = tierOf(input);
  if (!registration) return { files: [], findings, ...(tier && { tier }) };
  const { repository, name, pipeline } = registration;
  const folder = repository?.path ?? `models/${name}`;
  const files = [...checkFiles(pipeline), ...modelFiles(registration, folder)];
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  return { folder, files, findings, ...(tier && { tier }) };
}
