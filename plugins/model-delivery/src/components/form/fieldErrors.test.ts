import {
  errorAt,
  errorsAt,
  mergeErrors,
  readErrors,
  toFieldErrors,
} from './fieldErrors';

const cpu = {
  severity: 'error' as const,
  field: '/environments/0/resources/cpu',
  message: 'must be cores',
};

describe('errors of fields', () => {
  it('lie where the JSON Pointer says', () => {
    const errors = toFieldErrors([
      cpu,
      { severity: 'error', field: '/labels/a~1b', message: 'is no key' },
      { severity: 'error', message: 'is nowhere' },
    ]);
    expect(errorAt(errors, 'environments', 0, 'resources', 'cpu')).toBe(
      'must be cores',
    );
    expect(errorAt(errors, 'labels', 'a/b')).toBe('is no key');
    expect(errorAt(errors, 'environments')).toBeUndefined();
    expect(errorAt(errorsAt(errors, 'nothing'), 'here')).toBeUndefined();
  });

  it('are merged, each message once', () => {
    const once = toFieldErrors([cpu]);
    const other = toFieldErrors([
      { ...cpu, message: 'is too much' },
      { severity: 'error', field: '/name', message: 'is wrong' },
    ]);
    expect(mergeErrors(once, once)).toEqual(once);
    expect(mergeErrors(once, other)).toEqual({
      environments: {
        0: {
          resources: { cpu: { __errors: ['must be cores', 'is too much'] } },
        },
      },
      name: { __errors: ['is wrong'] },
    });
  });

  it('are read from anything', () => {
    expect(readErrors(undefined)).toBeUndefined();
    expect(readErrors('no')).toBeUndefined();
    expect(readErrors({})).toEqual({});
  });
});
