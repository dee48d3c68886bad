import { z } from 'zod';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const tool = {
  tool: z.string().min(1).optional(),
  toolVersion: z.string().min(1).optional(),
  producedAt: z.string().optional(),
};

/** k-anonymity of a table, with l-diversity where it was computed. */
export const anonymity = z.looseObject({
  ...tool,
  /** Size of the smallest group with equal quasi-identifiers. */
  k: z.int().min(1),
  l: z.int().min(1).optional(),
  quasiIdentifiers: z.array(z.string().min(1)).min(1),
  rows: count.optional(),
});

/** As `pycanon.report.get_json_report` writes it. */
export const pycanon = z
  .looseObject({
    data: z.looseObject({
      'quasi-identifiers': z.array(z.string().min(1)).min(1),
    }),
    k_anonymity: z.looseObject({ k: z.int().min(1) }),
    l_diversity: z.looseObject({ l: z.int().min(1) }).optional(),
  })
  .transform(({ data, k_anonymity, l_diversity }) => ({
    tool: 'pycanon',
    k: k_anonymity.k,
    l: l_diversity?.l,
    quasiIdentifiers: data['quasi-identifiers'],
    rows: undefined,
    toolVersion: undefined,
    producedAt: undefined,
  }));

/** A guarantee of differential privacy. */
export const differentialPrivacy = z.looseObject({
  ...tool,
  epsilon: z.number().gt(0),
  delta: z.number().min(0).lt(1),
  /** Records that the guarantee was computed for. */
  n: count.optional(),
});

/** How close synthetic data is to the real data. */
export const syntheticData = z.looseObject({
  ...tool,
  /** Synthetic rows that were compared with the real ones. */
  rows: count,
  /** Share of rows that are also in the real data. */
  duplicateRate: share,
  /** Median distance to the closest real row, scaled per column. */
  nearestDistance: z.number().min(0).optional(),
});

/** A scan for personal data; also with names of entities as Presidio has them. */
export const piiScan = z.looseObject({
  scanner: z.string().min(1),
  scannerVersion: z.string().min(1).optional(),
  producedAt: z.string().optional(),
  /** Values that were looked at. */
  values: count,
  findings: z.array(
    z.union([
      z.looseObject({ type: z.string().min(1), count }),
      z
        .looseObject({ entity_type: z.string().min(1), count })
        .transform(item => ({ type: item.entity_type, count: item.count })),
    ]),
  ),
});
