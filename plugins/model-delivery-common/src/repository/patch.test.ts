import { additions, applyPatch } from './patch';

describe('additions', () => {
  const base = {
    metadata: { labels: { a: '1' } },
    spec: { containers: [{ name: 'x', image: 'a' }], 'a/b~c': {} },
  };

  it.each([
    ['nothing', base, []],
    [
      'a label, which sets the labels whole',
      { ...base, metadata: { labels: { a: '1', b: '2' } } },
      ['/metadata/labels'],
    ],
    [
      'a field of a named item of a list',
      {
        ...base,
        spec: {
          ...base.spec,
          containers: [{ name: 'x', image: 'a', env: [] }],
        },
      },
      ['/spec/containers/0/env'],
    ],
    [
      'another item, which sets the list whole',
      { ...base, spec: { ...base.spec, containers: [{ name: 'y' }] } },
      ['/spec/containers'],
    ],
    [
      'below a key with signs of its own',
      { ...base, spec: { ...base.spec, 'a/b~c': { d: 1 } } },
      ['/spec/a~1b~0c/d'],
    ],
    [
      'a lost key, which sets its parent anew',
      { ...base, spec: { containers: base.spec.containers } },
      ['/spec'],
    ],
  ])('adds %s', (_, to, paths) => {
    const operations = additions(base, to);
    expect(operations.map(o => o.path)).toEqual(paths);
    expect(applyPatch(base, operations)).toEqual(to);
  });

  it('refuses a loss at the top, which nothing can add', () => {
    expect(() => additions(base, { spec: base.spec })).toThrow('/metadata');
  });
});

describe('applyPatch', () => {
  it.each([
    '/none/x',
    '/metadata/labels/a/b',
    '/__proto__/x',
    '/spec/__proto__',
  ])('refuses to add at %s', path => {
    const object = { metadata: { labels: { a: '1' } }, spec: {} };
    expect(() => applyPatch(object, [{ op: 'add', path, value: 1 }])).toThrow(
      path,
    );
  });

  it('leaves what it is given as it is', () => {
    const object = { spec: {} };
    applyPatch(object, [{ op: 'add', path: '/spec/x', value: 1 }]);
    expect(object).toEqual({ spec: {} });
  });
});
