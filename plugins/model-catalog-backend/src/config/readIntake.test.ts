import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { model, version } from '../__testUtils__/syncFixture';
import { normalizeModel } from '../domain/normalizeModel';
import { settleOwner } from '../domain/settleOwner';
import { readIntake } from './readIntake';

const intakeOf = (config: JsonObject) =>
  readIntake(new ConfigReader(config), {
    sourceId: 'one',
    key: 'modelCatalog.sources[0]',
  });

describe('include and exclude', () => {
  it.each([
    ['everything when nothing is said', {}, ['fraud-a', 'Fraud-a', 'x/y']],
    [
      'what fits a pattern, by case',
      { include: ['fraud-*', 'x/**'] },
      ['fraud-a', 'x/y'],
    ],
    ['what is not left out', { exclude: ['fraud-*'] }, ['Fraud-a', 'x/y']],
    [
      'what fits one and is not left out',
      { include: ['fraud-*', 'x/**'], exclude: ['*-a'] },
      ['x/y'],
    ],
  ])('let in %s', (_what, config, expected) => {
    const { accepts } = intakeOf(config);
    expect(['fraud-a', 'Fraud-a', 'x/y'].filter(accepts)).toEqual(expected);
  });

  it('take names as they are, odd ones too', () => {
    const { accepts } = intakeOf({ include: ['信用*', '.hidden', '#*'] });
    const titles = ['信用リスク', '.hidden', '#1', 'other'];
    expect(titles.filter(accepts)).toEqual(titles.slice(0, 3));
  });
});

describe('the allow-list of tags', () => {
  const labels = {
    team: 'risk-ml',
    dataset_a: '1',
    dataset_b: '',
    note: 'private',
    api_key: 'AKIA',
    reviewed: 'true',
  };
  const stored = (tags: string[]) => {
    const record = normalizeModel(
      model([version('1', { labels })], { labels }),
      intakeOf(tags.length > 0 ? { tags } : {}),
    );
    return { tags: record.tags, labels: record.versions[0].labels };
  };

  it('lets none in unless it names some', () => {
    expect(stored([])).toEqual({ tags: [], labels: {} });
  });

  it('lets in what it names, of models and of versions', () => {
    expect(stored(['team', 'dataset_*', 'reviewed'])).toEqual({
      tags: ['dataset_a:1', 'dataset_b', 'reviewed', 'team:risk-ml'],
      labels: {
        dataset_a: '1',
        dataset_b: '',
        reviewed: 'true',
        team: 'risk-ml',
      },
    });
  });

  it('lets in no secret, whatever it names', () => {
    const { labels: kept } = stored(['**']);
    expect(Object.keys(kept)).toEqual(Object.keys(labels).sort());
    expect(JSON.stringify(stored(['**']))).not.toContain('AKIA');
  });
});

describe('owner rules', () => {
  const owner = {
    default: 'group:default/ml-platform',
    rules: [
      { match: { tag: 'team' }, group: 'group:default/${value}' },
      {
        match: { tag: 'area', value: 'eu-*' },
        group: 'group:default/europe',
      },
      { match: { path: 'risk/**' }, group: 'Group:Default/Risk-ML' },
      { match: { name: 'fraud-*' }, group: 'fraud' },
    ],
  };
  const groups = ['ml-platform', 'risk-ml', 'europe', 'fraud', 'growth'].map(
    name => `group:default/${name}`,
  );

  /** Who owns a model of this kind, when these groups exist. */
  function ownerOf(
    more: Parameters<typeof model>[1],
    options: { rules?: JsonObject; existing?: string[] } = {},
  ) {
    const intake = intakeOf({ owner: options.rules ?? owner });
    const record = normalizeModel(model([], { title: 'm', ...more }), intake);
    return settleOwner(record, new Set(options.existing ?? groups)).owner;
  }

  it.each([
    ['the value of a tag', { labels: { team: 'Growth' } }, 'growth'],
    ['a pattern of a tag’s value', { labels: { area: 'eu-west' } }, 'europe'],
    ['a path', { location: 'risk/a/model.yaml' }, 'risk-ml'],
    ['a pattern of the name', { title: 'fraud-cards' }, 'fraud'],
    ['no rule: the default', { labels: { area: 'us' } }, 'ml-platform'],
    [
      'the first rule that fits',
      { title: 'fraud-a', location: 'risk/a', labels: { team: 'growth' } },
      'growth',
    ],
  ])('give a model to the group by %s', (_by, more, name) => {
    expect(ownerOf(more)).toBe(`group:default/${name}`);
  });

  it('pass over a group that does not exist, down to nobody', () => {
    const more = { labels: { team: 'left-long-ago' }, title: 'fraud-a' };
    expect(ownerOf(more)).toBe('group:default/fraud');
    const existing = ['group:default/ml-platform'];
    expect(ownerOf(more, { existing })).toBe('group:default/ml-platform');
    expect(ownerOf(more, { existing: [] })).toBeUndefined();
  });

  it('leave a model unowned where no rule fits and there is no default', () => {
    const rules = { rules: owner.rules };
    expect(ownerOf({}, { rules })).toBeUndefined();
    expect(ownerOf({}, { rules: {} })).toBeUndefined();
  });

  it('do not overrule the owner that a source names itself', () => {
    const more = { owner: 'growth', labels: { team: 'risk-ml' } };
    expect(ownerOf(more)).toBe('group:default/growth');
  });

  it('make no ref of a value that is none', () => {
    const more = { labels: { team: '../../user:default/admin' } };
    expect(ownerOf(more, { existing: ['user:default/admin'] })).toBeUndefined();
    expect(ownerOf({ labels: { team: '💳' } })).toBe(
      'group:default/ml-platform',
    );
  });
});
