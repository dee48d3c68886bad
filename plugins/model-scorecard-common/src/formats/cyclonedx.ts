import { z } from 'zod';
import { EvidenceClaim } from '../evidence/EvidenceRecord';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  shortText,
  shortTexts,
  startRecord,
  unknownReport,
} from './assuranceRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const knownVersions = ['1.4', '1.5', '1.6'];

const license = z.looseObject({
  license: z
    .looseObject({ id: z.string().nullish(), name: z.string().nullish() })
    .nullish(),
  expression: z.string().nullish(),
});

const component = z.looseObject({
  type: z.string().min(1),
  name: z.string().min(1),
  hashes: z.array(z.looseObject({ content: z.string().min(1) })).nullish(),
  licenses: z.array(license).nullish(),
  modelCard: z.record(z.string(), z.unknown()).nullish(),
  get components() {
    return z.array(component).nullish();
  },
});

type Component = z.infer<typeof component>;

const tool = z.looseObject({
  name: z.string().nullish(),
  version: z.string().nullish(),
});

const bom = z.looseObject({
  specVersion: z.enum(knownVersions),
  metadata: z
    .looseObject({
      timestamp: z.string().nullish(),
      tools: z
        .union([
          z.array(tool),
          z.looseObject({ components: z.array(tool).nullish() }),
        ])
        .nullish(),
      component: component.nullish(),
    })
    .nullish(),
  components: z.array(component).nullish(),
});

type Bom = z.infer<typeof bom>;

const isModel = ({ type }: Component) => type === 'machine-learning-model';

/** All components, also nested ones; the subject of the document only when it is a model. */
function componentsOf({ metadata, components }: Bom): Component[] {
  const subject = metadata?.component;
  const open = [...(components ?? [])];
  if (subject && isModel(subject)) open.push(subject);
  const all: Component[] = [];
  for (let next = open.pop(); next; next = open.pop()) {
    all.push(next);
    open.push(...(next.components ?? []));
  }
  return all;
}

const licensesOf = (components: Component[]) =>
  shortTexts(
    components.flatMap(({ licenses }) =>
      (licenses ?? []).map(
        entry =>
          entry.expression ?? entry.license?.id ?? entry.license?.name ?? '',
      ),
    ),
  );

function toolOf({ metadata }: Bom) {
  const tools = metadata?.tools;
  const first = (Array.isArray(tools) ? tools : tools?.components)?.[0];
  return {
    tool: shortText(first?.name ?? undefined) ?? 'cyclonedx',
    version: first?.version ?? undefined,
  };
}

function describe(components: Component[], specVersion: string) {
  const models = components.filter(isModel);
  const licenses = licensesOf(models.length ? models : components);
  const counts: Record<string, number> = {
    components: components.length,
    hashed: components.filter(item => item.hashes?.length).length,
  };
  const claims: Record<string, EvidenceClaim> = { specVersion };
  if (models.length) {
    counts.model_cards = models.filter(
      ({ modelCard }) => Object.keys(modelCard ?? {}).length,
    ).length;
    counts.models = models.length;
    if (licenses) claims.license = licenses;
  } else {
    counts.licensed = components.filter(item => licensesOf([item])).length;
    if (licenses) claims.licenses = licenses;
  }
  return { metrics: countMetrics(counts, components.length), claims };
}

function adapt(report: RawReport): AdaptedReport {
  const stated = z
    .looseObject({ specVersion: z.string() })
    .safeParse(report.document).data?.specVersion;
  const unknown =
    stated !== undefined && unknownVersion('CycloneDX', stated, knownVersions);
  if (unknown)
    return unknownReport(
      startRecord(report, {
        kind: 'sbom',
        format: `cyclonedx/${shortText(stated)}`,
        tool: 'cyclonedx',
      }),
      unknown,
    );
  const reading = readDocument(bom, report.document);
  if (!reading.ok) return reading;
  const { specVersion, metadata } = reading.value;
  const components = componentsOf(reading.value);
  const record = {
    ...startRecord(report, {
      ...toolOf(reading.value),
      kind: components.some(isModel) ? 'ml-bom' : 'sbom',
      format: `cyclonedx/${specVersion}`,
      time: metadata?.timestamp ?? undefined,
    }),
    ...describe(components, specVersion),
  };
  const problems = components.length
    ? []
    : ['lists no component; make it from the place where the packages are'];
  return { ok: true, records: [{ record, problems }] };
}

/** CycloneDX 1.4 to 1.6 in JSON: an ML-BOM when a component is a model, else an SBOM. */
export const cyclonedxFormat: EvidenceFormat = {
  id: 'cyclonedx',
  title: 'CycloneDX bill of materials',
  predicateTypes: ['https://cyclonedx.org/bom'],
  detect: document =>
    hasMembers(document, 'bomFormat', 'specVersion') &&
    document.bomFormat === 'CycloneDX',
  adapt,
};
