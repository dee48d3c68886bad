import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils';
import { z } from 'zod';
import { sha256Digest } from '../json/canonicalJson';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  shortText,
  shortTexts,
  startRecord,
  unknownReport,
} from './assuranceRecord';
import { hasMembers, readDocument } from './readDocument';
import {
  Predicate,
  isStatement,
  predicateOf,
  unsignedProblem,
} from './statement';

const predicateType = 'https://model_signing/signature/v1.0';
const usuallyIgnored = new Set([
  '.git',
  '.github',
  '.gitignore',
  '.gitattributes',
]);

const signature = z.looseObject({
  serialization: z.looseObject({
    method: z.literal('files'),
    hash_type: z.literal('sha256'),
    ignore_paths: z.array(z.string()).optional(),
  }),
  resources: z.array(
    z.looseObject({
      name: z.string().min(1),
      algorithm: z.literal('sha256'),
      digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hex'),
    }),
  ),
});

type Signature = z.infer<typeof signature>;
type Resource = Signature['resources'][number];

const compare = (a: string, b: string) => Number(a > b) - Number(a < b);

/** The tool sorts paths part by part, so that `a/b` comes before `a.b`. */
function inOrderOfPath(resources: Resource[]): Resource[] {
  const byParts = (one: Resource, other: Resource) => {
    const [a, b] = [one.name.split('/'), other.name.split('/')];
    const differs = a.findIndex((part, index) => part !== b[index]);
    return differs === -1
      ? a.length - b.length
      : compare(a[differs], b[differs] ?? '');
  };
  return [...resources].sort(byParts);
}

function rootOf(resources: Resource[]): string {
  const digests = inOrderOfPath(resources).map(({ digest }) =>
    hexToBytes(digest),
  );
  return bytesToHex(sha256(concatBytes(...digests)));
}

/** The digest of the same files by the rule of the catalogue, without shared folders. */
function catalogDigest(resources: Resource[]): string {
  if (resources.length === 1) return `sha256:${resources[0].digest}`;
  const paths = resources.map(({ name }) => name.split('/'));
  const folders = paths[0].slice(0, -1);
  const differs = folders.findIndex((folder, index) =>
    paths.some(path => index >= path.length - 1 || path[index] !== folder),
  );
  const shared = differs === -1 ? folders.length : differs;
  const lines = resources.map(
    ({ digest }, index) =>
      `${digest}  ${paths[index].slice(shared).join('/')}\n`,
  );
  return sha256Digest(lines.sort().join(''));
}

function mismatchOf(
  { subject, predicateType: stated }: Predicate,
  root: string,
): { path: string; message: string } | undefined {
  if (stated !== undefined && stated !== predicateType)
    return { path: '/predicateType', message: `must be ${predicateType}` };
  if (!subject) return undefined;
  if (subject.length !== 1)
    return { path: '/subject', message: 'must name exactly one subject' };
  return subject[0].digest.sha256 === root
    ? undefined
    : {
        path: '/subject/0/digest/sha256',
        message: `is not the digest over the listed files, which is ${root}`,
      };
}

function problemsOf(
  isSigned: boolean,
  { resources, serialization }: Signature,
) {
  const problems = isSigned ? [] : [unsignedProblem];
  if (!resources.length)
    problems.push('lists no file; sign the model’s folder');
  const hidden = shortTexts(
    (serialization.ignore_paths ?? []).filter(
      path => !usuallyIgnored.has(path),
    ),
  );
  if (hidden)
    problems.push(
      `leaves out ${hidden.slice(0, 10).join(', ')}${hidden.length > 10 ? ' and more' : ''}, which may hold anything; sign without --ignore-paths and write the signature outside the model’s folder`,
    );
  return problems;
}

function unknownSerialization(predicate: unknown): string | undefined {
  const names = z.looseObject({ method: z.string(), hash_type: z.string() });
  const read = z.looseObject({ serialization: names }).safeParse(predicate);
  if (!read.success) return undefined;
  const { method, hash_type: hash } = read.data.serialization;
  return method === 'files' && hash === 'sha256'
    ? undefined
    : `serialization ${shortText(method)} with ${shortText(hash)} is not known; known: files with sha256`;
}

function adapt(report: RawReport): AdaptedReport {
  const unwrapped = predicateOf(report);
  const record = startRecord(report, {
    kind: 'signature',
    format: 'model-signing/1.0',
    tool: 'model-signing',
  });
  const unknown = unknownSerialization(unwrapped.predicate);
  if (unknown) return unknownReport(record, unknown);
  const reading = readDocument(signature, unwrapped.predicate);
  if (!reading.ok) return reading;
  const { resources, serialization } = reading.value;
  if (new Set(resources.map(({ name }) => name)).size < resources.length)
    return {
      ok: false,
      problems: [{ path: '/resources', message: 'names a file twice' }],
    };
  const root = rootOf(resources);
  const mismatch = mismatchOf(unwrapped, root);
  if (mismatch) return { ok: false, problems: [mismatch] };
  const ignored = shortTexts(serialization.ignore_paths ?? []);
  const count = resources.length;
  const claims = {
    root: `sha256:${root}`,
    method: serialization.method,
    ...(ignored && { ignored }),
  };
  const metrics = [{ key: 'artifacts', value: count, n: count }];
  const problems = problemsOf(Boolean(report.statement), reading.value);
  return {
    ok: true,
    records: [{ record: { ...record, metrics, claims }, problems }],
    ...(count && { digests: [`sha256:${root}`, catalogDigest(resources)] }),
  };
}

/** OpenSSF model signing v1.0: the predicate, of whose files the root digest is computed anew. */
export const modelSigningFormat: EvidenceFormat = {
  id: 'model-signing',
  title: 'OpenSSF model signature',
  predicateTypes: [predicateType],
  detect: document =>
    isStatement(document)
      ? hasMembers(document, 'predicateType') &&
        document.predicateType === predicateType
      : hasMembers(document, 'serialization', 'resources') &&
        hasMembers(document.serialization, 'method', 'hash_type'),
  adapt,
};
