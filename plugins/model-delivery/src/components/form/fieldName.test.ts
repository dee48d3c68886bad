import { translate } from '../../__testUtils__/texts';
import { fieldName, valueAt } from './fieldName';

const values = {
  environments: [{ name: 'dev' }, { name: 'prod', resources: { cpu: '1' } }],
};

describe('fieldName', () => {
  it.each([
    ['/environments/1/resources/cpu', 'CPU in prod'],
    ['/environments/1', 'prod'],
    ['/environments/7/namespace', 'Namespace in 7'],
    ['/environments/0/placement/nodeSelector/zone', 'Node labels in dev'],
    ['/repository/name', 'Repository'],
    ['/costCenter', 'Cost center'],
    ['/model/version', 'Model, version'],
    ['/job/trigger/cron', 'Job, Trigger, Schedule'],
    ['/env/LOG_LEVEL', 'Variables, LOG_LEVEL'],
    ['', 'The form'],
  ])('puts %p into words', (pointer, words) => {
    expect(fieldName(translate, pointer, values)).toBe(words);
  });
});

describe('valueAt', () => {
  it('finds what is there, and nothing else', () => {
    expect(valueAt(values, '/environments/1/resources/cpu')).toBe('1');
    expect(valueAt(values, '/environments/2/name')).toBeUndefined();
    expect(valueAt(values, '/constructor')).toBeUndefined();
    expect(valueAt('text', '/length')).toBeUndefined();
  });
});
