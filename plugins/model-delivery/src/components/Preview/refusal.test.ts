import { closedEnvironments } from './closedEnvironments';
import { fieldsOf, statusOf } from './refusal';

describe('fieldsOf', () => {
  it('reads the fields of a refused request', () => {
    const fields = [{ path: '/name', message: 'is taken' }, { path: 7 }];
    const error = Object.assign(new Error('no'), {
      statusCode: 400,
      body: { error: { name: 'InputError', fields } },
    });
    expect(fieldsOf(error)).toEqual([
      { severity: 'error', field: '/name', message: 'is taken' },
    ]);
    expect(statusOf(error)).toBe(400);
  });

  it.each([undefined, 'no', new Error('no'), { body: { error: {} } }])(
    'finds none in %p',
    error => {
      expect(fieldsOf(error)).toBeUndefined();
      expect(statusOf(error)).toBeUndefined();
    },
  );
});

describe('closedEnvironments', () => {
  it('reads them from the warnings about environments', () => {
    expect(
      closedEnvironments([
        {
          severity: 'warning',
          field: '/environments/2',
          check: 'hum.approval, fair.spd',
          message: 'is closed',
        },
        { severity: 'warning', field: '/environments/2/name', message: 'x' },
        { severity: 'info', field: '/environments/1', message: 'x' },
      ]),
    ).toEqual([
      {
        index: 2,
        blockers: ['hum.approval', 'fair.spd'],
        message: 'is closed',
      },
    ]);
  });
});
