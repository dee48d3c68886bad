import { withoutEmpty } from './withoutEmpty';

describe('withoutEmpty', () => {
  it('leaves out what nobody entered, at any depth', () => {
    expect(
      withoutEmpty({
        name: 'api',
        description: '',
        system: undefined,
        monitoring: { rules: false, drift: { query: '' } },
        environments: [{ name: 'dev', quota: { cpu: '' } }],
      }),
    ).toEqual({
      name: 'api',
      monitoring: { rules: false },
      environments: [{ name: 'dev' }],
    });
  });

  it('keeps empty lists, zero and false', () => {
    const values = { policies: [], replicas: 0, spot: false };
    expect(withoutEmpty(values)).toEqual(values);
  });
});
