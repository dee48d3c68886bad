import { z } from 'zod';
import { FieldProblem } from '../json/jsonPointer';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  shortText,
  startRecord,
  unknownReport,
} from './assuranceRecord';
import { DocumentReading, hasMembers, readDocument } from './readDocument';
import { isStatement, predicateOf, unsignedProblem } from './statement';

const prefix = 'https://slsa.dev/provenance/';
const v1 = `${prefix}v1`;
const v02 = `${prefix}v0.2`;

const material = z.looseObject({
  uri: z.string().nullish(),
  digest: z.record(z.string(), z.string()).nullish(),
});

type Material = z.infer<typeof material>;

const provenanceV1 = z.looseObject({
  buildDefinition: z.looseObject({
    buildType: z.string().min(1),
    externalParameters: z.record(z.string(), z.unknown()),
    resolvedDependencies: z.array(material).nullish(),
  }),
  runDetails: z.looseObject({
    builder: z.looseObject({ id: z.string().min(1) }),
    metadata: z
      .looseObject({
        invocationId: z.string().nullish(),
        finishedOn: z.string().nullish(),
      })
      .nullish(),
  }),
});

const provenanceV02 = z.looseObject({
  builder: z.looseObject({ id: z.string().min(1) }),
  buildType: z.string().min(1),
  invocation: z.looseObject({ configSource: material.nullish() }).nullish(),
  metadata: z
    .looseObject({
      buildInvocationId: z.string().nullish(),
      buildFinishedOn: z.string().nullish(),
    })
    .nullish(),
  materials: z.array(material).nullish(),
});

interface Provenance {
  version: string;
  builder: string;
  buildType: string;
  invocation?: string | null;
  finishedOn?: string | null;
  materials: Material[];
  /** What the build was told to build, where it says so. */
  source?: Material;
}

/** `git+https://user@host/repo@refs/heads/main` as `https://host/repo`. */
function repositoryOf({ uri }: Material): string | undefined {
  const address = (uri ?? '')
    .replace(/^git\+/, '')
    .replace(/^([a-z][a-z+.-]*:\/\/)[^/@]*@/i, '$1');
  const path = address.indexOf('/', address.indexOf('://') + 3);
  const ref = path === -1 ? -1 : address.indexOf('@', path);
  return address.slice(0, ref === -1 ? undefined : ref).replace(/\.git$/, '');
}

const commitOf = ({ digest }: Material) => digest?.gitCommit ?? digest?.sha1;

const isCheckout = (item: Material) =>
  Boolean(commitOf(item)) &&
  Boolean(item.uri?.startsWith('git+') || item.digest?.gitCommit);

/** What `source` or `workflow.repository`, as GitHub and others write it, names. */
function sourceOfParameters(parameters: Record<string, unknown>) {
  const { source, workflow } = parameters;
  const named = z.looseObject({ repository: z.string() }).safeParse(workflow);
  if (named.success) return { uri: named.data.repository };
  if (typeof source === 'string') return { uri: source };
  return material.safeParse(source).data;
}

/** The checkout that was built; undefined where several could be it. */
function checkoutOf({ materials, source }: Provenance): Material | undefined {
  const checkouts = materials.filter(isCheckout);
  if (source && isCheckout(source)) return source;
  if (!source?.uri) return checkouts.length === 1 ? checkouts[0] : source;
  const same = checkouts.filter(
    item => repositoryOf(item) === repositoryOf(source),
  );
  const commits = new Set(same.map(commitOf));
  return commits.size === 1 ? same[0] : source;
}

function readV1(predicate: unknown): DocumentReading<Provenance> {
  const reading = readDocument(provenanceV1, predicate);
  if (!reading.ok) return reading;
  const { buildDefinition, runDetails } = reading.value;
  const value = {
    version: '1',
    builder: runDetails.builder.id,
    buildType: buildDefinition.buildType,
    invocation: runDetails.metadata?.invocationId,
    finishedOn: runDetails.metadata?.finishedOn,
    materials: buildDefinition.resolvedDependencies ?? [],
    source: sourceOfParameters(buildDefinition.externalParameters),
  };
  return { ok: true, value };
}

function readV02(predicate: unknown): DocumentReading<Provenance> {
  const reading = readDocument(provenanceV02, predicate);
  if (!reading.ok) return reading;
  const { builder, buildType, metadata, materials, invocation } = reading.value;
  const value = {
    version: '0.2',
    builder: builder.id,
    buildType,
    invocation: metadata?.buildInvocationId,
    finishedOn: metadata?.buildFinishedOn,
    materials: materials ?? [],
    source: invocation?.configSource ?? undefined,
  };
  return { ok: true, value };
}

function adaptProvenance(report: RawReport, found: Provenance): AdaptedReport {
  const checkout = checkoutOf(found);
  const texts = {
    builder: found.builder,
    buildType: found.buildType,
    commit: checkout && commitOf(checkout),
    repository: checkout && repositoryOf(checkout),
    invocation: found.invocation,
  };
  const claims: Record<string, string> = {};
  for (const [name, value] of Object.entries(texts)) {
    const text = shortText(value ?? undefined);
    if (text) claims[name] = text;
  }
  const record = {
    ...startRecord(report, {
      kind: 'provenance',
      format: `slsa-provenance/${found.version}`,
      tool: 'slsa-provenance',
      time: found.finishedOn ?? undefined,
    }),
    metrics: countMetrics({ materials: found.materials.length }),
    claims,
  };
  const problems = report.statement ? [] : [unsignedProblem];
  return { ok: true, records: [{ record, problems }] };
}

function adapt(report: RawReport): AdaptedReport {
  const { predicate, predicateType } = predicateOf(report);
  if (predicateType !== undefined && !predicateType.startsWith(prefix)) {
    const problem: FieldProblem = {
      path: '/predicateType',
      message: `must be ${v1} or ${v02}`,
    };
    return { ok: false, problems: [problem] };
  }
  if (predicateType !== undefined && ![v1, v02].includes(predicateType)) {
    const version = shortText(predicateType.slice(`${prefix}v`.length));
    const record = startRecord(report, {
      kind: 'provenance',
      format: `slsa-provenance/${version}`,
      tool: 'slsa-provenance',
    });
    const known = `is not a version that is known; known: ${v1}, ${v02}`;
    return unknownReport(record, `${shortText(predicateType)} ${known}`);
  }
  const isV1 = predicateType
    ? predicateType === v1
    : hasMembers(predicate, 'buildDefinition');
  const reading = isV1 ? readV1(predicate) : readV02(predicate);
  return reading.ok ? adaptProvenance(report, reading.value) : reading;
}

/** SLSA provenance v1 and v0.2: who built the version, from which commit. */
export const slsaProvenanceFormat: EvidenceFormat = {
  id: 'slsa-provenance',
  title: 'SLSA provenance',
  predicateTypes: [v1, v02],
  detect: document => {
    if (isStatement(document))
      return (
        hasMembers(document, 'predicateType') &&
        typeof document.predicateType === 'string' &&
        document.predicateType.startsWith(prefix)
      );
    return (
      hasMembers(document, 'buildDefinition', 'runDetails') ||
      (hasMembers(document, 'builder', 'buildType') &&
        hasMembers(document.builder, 'id'))
    );
  },
  adapt,
};
