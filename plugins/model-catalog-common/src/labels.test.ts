import { maxLabelLength, toLabelValue, toOpenCostLabel } from './labels';

describe('toLabelValue', () => {
  it.each([
    ['credit-risk', 'credit-risk'],
    ['group:default/Risk ML', 'group-default-risk-ml'],
    ['--v1.2--', 'v1.2'],
    ['ünï', 'n'],
    ['/:', ''],
    [`${'a'.repeat(62)}--b`, 'a'.repeat(62)],
  ])('makes %j a legal value', (text, value) => {
    expect(toLabelValue(text)).toBe(value);
    expect(toLabelValue(text).length).toBeLessThanOrEqual(maxLabelLength);
  });
});

describe('toOpenCostLabel', () => {
  it('names a label as OpenCost does', () => {
    expect(toOpenCostLabel('modelyard.io/model-version')).toBe(
      'modelyard_io_model_version',
    );
  });
});
