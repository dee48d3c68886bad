import { completeRecord } from '../evidence/completeRecord';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import {
  fixture,
  fixtureText,
  onlyRecord,
  pointersOf,
  valuesOf,
} from './__testUtils__/adapted';
import { aif360Format } from './aif360';
import { EvidenceFormat, RawReport } from './EvidenceFormat';
import { limeFormat, pdpFormat, shapFormat } from './explanations';
import { fairlearnFormat } from './fairlearn';
import { giskardFormat } from './giskard';
import { huggingfaceCardFormat } from './huggingfaceCard';
import { mlflowEvaluateFormat } from './mlflowEvaluate';
import { robustnessFormat } from './robustness';
import { scikitLearnFormat } from './scikitLearn';
import { whatIfToolFormat } from './whatIfTool';

const producedAt = '2026-11-20T09:00:00.000Z';

function adapt(
  format: EvidenceFormat,
  document: unknown,
  declared?: RawReport['declared'],
) {
  return format.adapt({ document, producedAt, declared });
}

function recordsOf(
  format: EvidenceFormat,
  document: unknown,
  declared?: RawReport['declared'],
) {
  const result = adapt(format, document, declared);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return Object.fromEntries(
    result.records.map(({ record, ...rest }) => [
      record.kind,
      { ...record, ...rest },
    ]),
  );
}

function find(metrics: EvidenceMetric[], key: string, group?: string) {
  return metrics.find(
    metric => metric.key === key && (!group || metric.slice?.group === group),
  );
}

describe('Fairlearn 0.15.0', () => {
  const folder = 'fairlearn-0.15.0';
  const v4 = fixture(`${folder}/metricframe-credit-risk-v4.json`);

  it.each([
    [
      'credit-risk-v4',
      { reference: 'M' },
      'F',
      {
        spd: -0.2700091443208733,
        dir: 0.7191731816278096,
        eod: -0.11083640359382074,
        eqodds: 0.3577556225365175,
      },
      [551, 649, 1200],
    ],
    [
      'credit-risk-v5',
      { reference: 'M' },
      'F',
      {
        spd: 0.04696881143403642,
        dir: 1.0576233622319275,
        eod: 0.10230431129209494,
        eqodds: 0.34077208439601203,
      },
      [551, 649, 1200],
    ],
    [
      'churn-telco-eu-v4',
      { reference: 'north' },
      'west',
      {
        spd: 0.016368203549145116,
        dir: 1.0745662606127722,
        eod: 0.05972222222222223,
        eqodds: 0.05972222222222223,
      },
      [301, 287, 900],
    ],
  ])(
    'of %s: signed figures against the declared reference',
    (name, declared, group, expected, [n, nRef, total]) => {
      const document = fixture(`${folder}/metricframe-${name}.json`);
      const { record, problems } = onlyRecord(
        adapt(fairlearnFormat, document, declared),
      );
      expect(problems).toEqual([]);
      expect(record).toMatchObject({
        kind: 'fairness',
        tool: { name: 'fairlearn', version: '0.15.0' },
        producedAt,
      });
      for (const [key, value] of Object.entries(expected)) {
        const metric = find(record.metrics, key, group);
        expect(metric?.value).toBeCloseTo(value, 9);
        expect(metric).toMatchObject({ n: total, slice: { n, nRef } });
      }
    },
  );

  it('compares with the group of the highest rate when none is declared', () => {
    const { record } = onlyRecord(adapt(fairlearnFormat, v4));
    expect(find(record.metrics, 'spd')).toMatchObject({
      value: -0.2700091443208733,
      slice: { attr: 'sex', group: 'F', ref: 'M' },
    });
  });

  it('finds out how many were positive, so that every interval follows', () => {
    const { record } = onlyRecord(adapt(fairlearnFormat, v4));
    expect(find(record.metrics, 'true_positive_rate', 'F')?.n).toBe(324);
    expect(find(record.metrics, 'false_positive_rate', 'F')?.n).toBe(227);
    const { metrics } = completeRecord({ ...record, producedAt });
    for (const key of ['spd', 'eod'])
      expect(find(metrics, key)?.ci?.method).toBe('newcombe');
    expect(find(metrics, 'dir')?.ci?.method).toBe('katz-log');
    expect(find(metrics, 'selection_rate', 'F')?.ci).toMatchObject({
      low: 0.653555308,
      method: 'bootstrap',
    });
  });

  it('refuses text for a number, doubts contradictions and empty groups', () => {
    const rate = { F: '0.5', M: 0.9 };
    expect(
      pointersOf(
        adapt(fairlearnFormat, { ...v4, by_group: { selection_rate: rate } }),
      ),
    ).toEqual(['/by_group/selection_rate/F']);
    const turned = { ...v4, difference: { selection_rate: 0.01 } };
    expect(onlyRecord(adapt(fairlearnFormat, turned)).problems[0]).toMatch(
      'selection_rate',
    );
    const selection = { ...v4.by_group.selection_rate, X: null };
    const empty = {
      ...v4,
      by_group: { ...v4.by_group, selection_rate: selection },
    };
    expect(onlyRecord(adapt(fairlearnFormat, empty)).problems[0]).toMatch(
      'the group X has no selection rate',
    );
    expect(
      onlyRecord(adapt(fairlearnFormat, { ...v4, fairlearn: '0.19.0' })),
    ).toMatchObject({ invalid: true, record: { metrics: [] } });
  });
});

describe('AIF360 0.6.1', () => {
  it('gives signed figures without n', () => {
    const { record } = onlyRecord(
      adapt(aif360Format, fixture('aif360-0.6.1/metrics-credit-risk.json'), {
        dataset: { name: 'credit', n: 1200 },
      }),
    );
    expect(valuesOf(record.metrics)).toEqual({
      'spd group=unprivileged': -0.010959468334984623,
      'dir group=unprivileged': 0.985277624082188,
      'eod group=unprivileged': 0.01524904214559386,
      'aod group=unprivileged': 0.04865428776628042,
      theil_index: 0.1252677638570283,
    });
  });

  it('recomputes what its explainer says from the counts', () => {
    const document = fixture('aif360-0.6.1/explainer-credit-risk.json');
    const { record } = onlyRecord(adapt(aif360Format, document));
    const spd = find(record.metrics, 'spd');
    expect(spd?.value).toBeCloseTo(-0.010959468334984623, 12);
    expect(spd?.slice).toMatchObject({ n: 574, nRef: 626 });
    const lying = [
      { ...document[0], message: 'Statistical parity difference: 0.0' },
    ];
    expect(pointersOf(adapt(aif360Format, lying))).toEqual(['/0/message']);
  });
});

describe('scikit-learn 1.9.1', () => {
  it('gives performance with the declared target, and calibration', () => {
    const records = recordsOf(
      scikitLearnFormat,
      fixture('scikit-learn-1.9.1/evaluation-credit-risk-v4.json'),
      { primary: 'accuracy', target: 0.8, higherIsBetter: true },
    );
    expect(find(records.performance.metrics, 'accuracy')).toEqual({
      key: 'accuracy',
      value: 0.8266666666666667,
      n: 1200,
    });
    expect(records.performance.claims).toEqual({
      primary: 'accuracy',
      target: 0.8,
      higherIsBetter: true,
    });
    expect(records.calibration.metrics).toEqual([
      { key: 'ece', value: 0.03239769972819207, n: 1200 },
    ]);
  });

  it('takes slices when they are there', () => {
    const document = {
      ...fixture('scikit-learn-1.9.1/evaluation-credit-risk-v4.json'),
      slices: { sex: { F: { n: 551, accuracy: 0.75 } } },
    };
    const { 'performance-slices': slices } = recordsOf(
      scikitLearnFormat,
      document,
    );
    expect(valuesOf(slices.metrics)).toEqual({
      overall: 0.8266666666666667,
      'score sex=F': 0.75,
    });
  });
});

describe('explanations', () => {
  it('of SHAP 0.51.0: importance with declared proxies', () => {
    const { record, problems } = onlyRecord(
      adapt(
        shapFormat,
        fixture('shap-0.51.0/global-importance-credit-risk-v4.json'),
        { proxies: ['income'] },
      ),
    );
    expect(problems).toEqual([]);
    expect(record.metrics).toHaveLength(6);
    expect(record.metrics[0]).toMatchObject({
      key: 'importance',
      value: 0.9746553589431585,
      n: 1200,
      slice: { attr: 'feature', group: 'sex' },
    });
    expect(record.claims).toEqual({ method: 'shap', proxies: ['income'] });
  });

  it('of single decisions, by SHAP and LIME', () => {
    const shap = {
      shap: '0.51.0',
      feature_names: ['a', 'b'],
      shap_values: [
        [0.1, 0.2],
        [0.3, -0.1],
      ],
    };
    expect(onlyRecord(adapt(shapFormat, shap)).record).toMatchObject({
      kind: 'local-explanation',
      metrics: [{ key: 'explained', value: 2 }],
      claims: { method: 'shap' },
    });
    const lime = { lime: '0.2.0.1', explanations: [[['income > 3', 0.4]]] };
    expect(onlyRecord(adapt(limeFormat, lime)).record.claims).toEqual({
      method: 'lime',
    });
    const nothing = { lime: '0.2.0.1', explanations: [] };
    expect(onlyRecord(adapt(limeFormat, nothing)).problems).toHaveLength(1);
    expect(
      onlyRecord(adapt(limeFormat, { ...lime, lime: '9.0' })).invalid,
    ).toBe(true);
  });

  it('of partial dependence: range and curve', () => {
    const curve = { grid_values: [1, 2, 3], average: [0.1, 0.5, 0.4] };
    const document = { n: 1200, partial_dependence: { income: curve } };
    const { record } = onlyRecord(adapt(pdpFormat, document));
    expect(valuesOf(record.metrics)).toEqual({
      'range feature=income': 0.4,
      'effect income=1': 0.1,
      'effect income=2': 0.5,
      'effect income=3': 0.4,
    });
    const short = { ...curve, average: [0.1] };
    expect(
      pointersOf(adapt(pdpFormat, { partial_dependence: { income: short } })),
    ).toEqual(['/partial_dependence/income/average']);
  });
});

describe('robustness reports', () => {
  const report = { robustness: 1, metric: 'accuracy', n: 1000, clean: 0.9 };

  it('give perturbations and attacks', () => {
    const records = recordsOf(robustnessFormat, {
      ...report,
      perturbations: [{ name: 'noise', value: 0.88 }],
      attacks: [{ attack: 'pgd', norm: 'linf', eps: 0.03, value: 0.7 }],
    });
    expect(valuesOf(records.perturbation.metrics)).toEqual({
      clean: 0.9,
      'perturbed perturbation=noise': 0.88,
    });
    expect(records.adversarial).toMatchObject({
      problems: [],
      claims: { attack: 'pgd', norm: 'linf', epsilon: 0.03 },
    });
  });

  it('prove nothing without norm, epsilon and n', () => {
    const { adversarial } = recordsOf(robustnessFormat, {
      ...report,
      n: undefined,
      attacks: [{ attack: 'pgd', value: 0.7 }],
    });
    expect(adversarial.problems).toHaveLength(3);
    expect(pointersOf(adapt(robustnessFormat, report))).toEqual(['']);
    expect(
      onlyRecord(adapt(robustnessFormat, { ...report, robustness: 2 })).invalid,
    ).toBe(true);
  });
});

describe('forms that are built from a schema', () => {
  it('What-If Tool: fairness and slices from the counts', () => {
    const records = recordsOf(
      whatIfToolFormat,
      fixture('what-if-tool-schema/from-schema-fairness.json'),
    );
    expect(find(records.fairness.metrics, 'spd', 'F')?.value).toBeCloseTo(
      0.5 - 0.6,
      12,
    );
    expect(find(records.fairness.metrics, 'eod', 'F')?.value).toBeCloseTo(
      200 / 230 - 300 / 340,
      12,
    );
    expect(valuesOf(records['performance-slices'].metrics)).toMatchObject({
      overall: 920 / 1100,
      'score sex=F': 0.84,
    });
  });

  it('Giskard: findings; a scan without any proves nothing', () => {
    const scan = fixture('giskard-schema/from-schema-scan.json');
    expect(
      valuesOf(onlyRecord(adapt(giskardFormat, scan)).record.metrics),
    ).toEqual({ evaluated: 2, failed: 2 });
    expect(
      onlyRecord(adapt(giskardFormat, { ...scan, data: [] })).problems[0],
    ).toMatch('never ran');
  });

  it('MLflow: numbers by our names, with the size of the data', () => {
    const document = fixture('mlflow-schema/from-schema-evaluation.json');
    const { record } = onlyRecord(adapt(mlflowEvaluateFormat, document));
    expect(valuesOf(record.metrics)).toEqual({
      accuracy: 0.82,
      f1: 0.88,
      roc_auc: 0.886,
      log_loss: 0.36,
    });
    expect(record.metrics[0].n).toBe(1200);
    expect(
      pointersOf(adapt(mlflowEvaluateFormat, { metrics: { f1_score: null } })),
    ).toEqual(['/metrics/f1_score']);
  });

  it('Hugging Face card: licence, headings, and figures that are only claimed', () => {
    const text = fixtureText('huggingface-card-schema/from-schema-card.md');
    const records = recordsOf(huggingfaceCardFormat, text);
    expect(records.license.claims).toEqual({ license: ['Apache-2.0'] });
    expect(records.card.claims).toEqual({
      present: true,
      headings: ['tiny', 'intended use', 'limits'],
    });
    expect(records.performance.problems[0]).toMatch('self-reported');
    const bomb = `---\n${'a: &a [1]\n'}${Array.from({ length: 30 }, (_, i) => `b${i}: *a`).join('\n')}\n---\n`;
    expect(pointersOf(adapt(huggingfaceCardFormat, bomb))).toEqual(['']);
  });
});
