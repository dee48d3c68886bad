import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { matrixCases, pairsOf } from '../__fixtures__/matrix';
import {
  RenderedMatrix,
  renderMatrix,
  sorted,
} from '../__fixtures__/renderMatrix';
import { withTool } from '../__fixtures__/tools';
import { RuntimeKey, runtimeOptions } from '../input/runtimeOptions';

const schemas = join(__dirname, '../__fixtures__/schemas');
const cases = matrixCases();
const keys = Object.keys(runtimeOptions) as RuntimeKey[];

it('plans every pair of choices of every runtime', () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
  for (const key of keys) {
    const choices = cases.filter(c => c.key === key).map(c => c.choice);
    expect(pairsOf(key, choices)).toEqual(pairsOf(key, 'all'));
  }
});

const { describeTool, title } = withTool('kustomize');

describeTool(title, () => {
  let matrix: RenderedMatrix;

  beforeAll(async () => {
    matrix = await renderMatrix(cases);
  }, 120_000);

  afterAll(() => rmSync(matrix.root, { recursive: true }));

  it('renders what was planned, field by field', () => {
    const count = cases.reduce(
      (sum, c) => sum + c.input.environments.length,
      0,
    );
    expect(matrix.overlays).toHaveLength(count);
    for (const { rendered, planned, index } of matrix.overlays) {
      expect([index, sorted(rendered)]).toEqual([index, sorted(planned)]);
    }
  });

  it('renders objects that strict schemas accept', () => {
    const output = execFileSync(
      'kubeconform',
      [
        '-strict',
        '-summary',
        '-output=json',
        `-schema-location=${schemas}/{{.ResourceKind}}-{{.Group}}-{{.ResourceAPIVersion}}.json`,
        `-schema-location=${schemas}/{{.ResourceKind}}{{.KindSuffix}}.json`,
        join(matrix.root, 'rendered'),
      ],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    const { summary, resources } = JSON.parse(output);
    const count = matrix.overlays.flatMap(o => o.rendered).length;
    expect(resources ?? []).toEqual([]);
    expect(summary).toEqual({
      valid: count,
      invalid: 0,
      errors: 0,
      skipped: 0,
    });
  });
});
