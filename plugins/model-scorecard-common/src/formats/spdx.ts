import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  shortText,
  shortTexts,
  startRecord,
  unknownReport,
} from './assuranceRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const spdxPackage = z.looseObject({
  SPDXID: z.string().min(1),
  name: z.string().min(1),
  checksums: z.array(z.looseObject({ checksumValue: z.string() })).nullish(),
  licenseConcluded: z.string().nullish(),
  licenseDeclared: z.string().nullish(),
});

const spdxDocument = z.looseObject({
  spdxVersion: z.literal('SPDX-2.3'),
  creationInfo: z.looseObject({
    created: z.string(),
    creators: z.array(z.string()),
  }),
  documentDescribes: z.array(z.string()).nullish(),
  packages: z.array(spdxPackage).nullish(),
  relationships: z
    .array(
      z.looseObject({
        spdxElementId: z.string(),
        relatedSpdxElement: z.string(),
        relationshipType: z.string(),
      }),
    )
    .nullish(),
});

type SpdxDocument = z.infer<typeof spdxDocument>;
type SpdxPackage = z.infer<typeof spdxPackage>;

/** Packages without the one that the document is about, unless it is the only one. */
function packagesOf(document: SpdxDocument): SpdxPackage[] {
  const packages = document.packages ?? [];
  const described = new Set(document.documentDescribes ?? []);
  for (const relation of document.relationships ?? [])
    if (relation.relationshipType === 'DESCRIBES')
      described.add(relation.relatedSpdxElement);
  const parts = packages.filter(({ SPDXID }) => !described.has(SPDXID));
  return parts.length ? parts : packages;
}

const isStated = (license: string | null | undefined) =>
  Boolean(license) && license !== 'NOASSERTION' && license !== 'NONE';

const licenseOf = ({ licenseConcluded, licenseDeclared }: SpdxPackage) =>
  [licenseConcluded, licenseDeclared].find(isStated) ?? undefined;

function toolOf({ creationInfo }: SpdxDocument) {
  const creator = creationInfo.creators.find(item => item.startsWith('Tool:'));
  const text = shortText(creator?.slice('Tool:'.length));
  const match = text?.match(/^(.+?)-(\[not provided\]|v?\d[\w.+-]*)$/);
  return { tool: match?.[1] ?? text ?? 'spdx', version: match?.[2] };
}

function adapt(report: RawReport): AdaptedReport {
  const stated = z
    .looseObject({ spdxVersion: z.string() })
    .safeParse(report.document).data?.spdxVersion;
  const version = stated?.replace(/^SPDX-/, '');
  const origin = { kind: 'sbom', format: `spdx/${shortText(version)}` };
  const unknown =
    version !== undefined && unknownVersion('SPDX', version, ['2.3']);
  if (unknown)
    return unknownReport(
      startRecord(report, { ...origin, tool: 'spdx' }),
      unknown,
    );
  const reading = readDocument(spdxDocument, report.document);
  if (!reading.ok) return reading;
  const packages = packagesOf(reading.value);
  const licenses = shortTexts(packages.map(licenseOf));
  const counts = {
    components: packages.length,
    hashed: packages.filter(({ checksums }) => checksums?.length).length,
    licensed: packages.filter(item => licenseOf(item)).length,
  };
  const record = {
    ...startRecord(report, {
      ...origin,
      ...toolOf(reading.value),
      time: reading.value.creationInfo.created,
    }),
    metrics: countMetrics(counts, packages.length),
    claims: { specVersion: '2.3', ...(licenses && { licenses }) },
  };
  const problems = packages.length
    ? []
    : ['lists no package; make it from the place where the packages are'];
  return { ok: true, records: [{ record, problems }] };
}

/** SPDX 2.3 in JSON. */
export const spdxFormat: EvidenceFormat = {
  id: 'spdx',
  title: 'SPDX bill of materials',
  predicateTypes: ['https://spdx.dev/Document'],
  detect: document =>
    hasMembers(document, 'spdxVersion', 'SPDXID', 'creationInfo'),
  adapt,
};
