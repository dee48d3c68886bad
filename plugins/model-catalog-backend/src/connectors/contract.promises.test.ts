import {
  KnownModel,
  SourceModel,
  SourcePage,
} from '@modelyard/plugin-model-catalog-node';
import {
  ContractStage,
  gitSubject,
  scriptedSubject,
} from './__testUtils__/contractStage';
import { huggingFaceDialect } from './__testUtils__/huggingFaceDialect';
import { kubeflowDialect } from './__testUtils__/kubeflowDialect';
import { mlflowDialect } from './__testUtils__/mlflowDialect';
import { ociDialect } from './__testUtils__/ociDialect';
import { knownOf, readAll } from './__testUtils__/readAll';
import { ScriptedModel } from './__testUtils__/scriptedRegistry';

jest.setTimeout(60_000);

const subjects = [
  ...[mlflowDialect, huggingFaceDialect, kubeflowDialect, ociDialect].map(
    scriptedSubject,
  ),
  gitSubject({ isCopied: false }),
  gitSubject({ isCopied: true }),
];

const modelOf = (name: string, count = 2): ScriptedModel => ({
  name,
  aliases: { champion: '1.0.0' },
  versions: Array.from({ length: count }, (_, n) => ({
    version: `${n + 1}.0.0`,
    createdAt: `2026-11-0${n + 1}T00:00:00.000Z`,
  })),
});

const few = ['a', 'b', 'c', 'd', 'e'].map(name => modelOf(name));
const many = Array.from({ length: 430 }, (_, n) =>
  modelOf(`m${String(n).padStart(3, '0')}`, 1),
);
const names = (models: { title: string }[]) =>
  models.map(({ title }) => title).sort();

describe.each(subjects)('a connector of type $title', subject => {
  const { signal } = new AbortController();
  let stage: ContractStage;

  const open = async (models: ScriptedModel[]) => {
    stage = await subject.open(models);
  };
  afterEach(() => stage.close());

  const list = (more: { cursor?: string; known?: KnownModel[] } = {}) =>
    stage.connector.listModels({ signal, known: [], ...more });

  async function pagesOf(cursor?: string): Promise<SourcePage[]> {
    const pages: SourcePage[] = [];
    for await (const page of list({ cursor })) pages.push(page);
    return pages;
  }

  const outline = (models: SourceModel[]) =>
    Object.fromEntries(
      models.map(({ title, aliases, versions }) => [
        title,
        { aliases, versions: versions.map(v => v.version).sort() },
      ]),
    );
  const expected = (models: ScriptedModel[]) =>
    Object.fromEntries(
      models.map(model => {
        const { aliases, versions } = subject.shownAs(model);
        return [model.name, { aliases, versions: [...versions].sort() }];
      }),
    );

  it('gives every model with all of its versions, and the same ones again', async () => {
    await open(few);
    const { models, problems } = await readAll(stage.connector);
    expect(problems).toEqual([]);
    expect(models).toHaveLength(few.length);
    expect(outline(models)).toEqual(expected(few));
    expect((await readAll(stage.connector)).models).toEqual(models);
  });

  it('reads every head whole when it is asked to', async () => {
    await open(few);
    const { models } = await readAll(stage.connector);
    const versions = models.flatMap(model => model.versions);
    const heads = versions.filter(version => version.extent === 'head');
    // Who gives heads can read them; who can't, gives whole versions.
    expect(heads).toHaveLength(
      stage.connector.readVersions ? versions.length : 0,
    );
    const read = await stage.connector.readVersions?.(heads, { signal });
    expect(read?.problems ?? []).toEqual([]);
    const whole = read?.versions ?? versions;
    expect(whole.map(v => v.nativeId).sort()).toEqual(
      versions.map(v => v.nativeId).sort(),
    );
    for (const version of whole) {
      expect(version.extent ?? 'whole').toBe('whole');
      expect(version.artifacts).not.toEqual([]);
      expect(version.createdAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    }
    // What a head says of itself holds.
    for (const head of heads.filter(({ digest }) => digest))
      expect(
        whole.find(({ nativeId }) => nativeId === head.nativeId)?.digest,
      ).toEqual(head.digest);
  });

  it('hands over many models page by page, each once', async () => {
    await open(many);
    const pages = await pagesOf();
    const sizes = pages.map(page => page.models.length);
    expect(sizes.filter(size => size > 0).length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
    expect(names(pages.flatMap(page => page.models))).toEqual(
      many.map(({ name }) => name),
    );
  });

  it('goes on after each cursor that it gives', async () => {
    await open(few);
    const pages = await pagesOf();
    const cursors = pages.flatMap(({ cursor }, index) =>
      cursor === undefined ? [] : [{ cursor, index }],
    );
    expect(cursors.length > 1).toBe(subject.isResumable);
    for (const { cursor, index } of cursors) {
      const rest = pages.slice(index + 1).flatMap(page => page.models);
      const found = (await pagesOf(cursor)).flatMap(page => page.models);
      expect(rest.length).toBeGreaterThan(0);
      expect(found).toEqual(rest);
    }
  });

  it('names what has kept its mark, and reads only what has not', async () => {
    await open(few);
    const { models } = await readAll(stage.connector);
    const known = knownOf(models);
    expect(known).toHaveLength(subject.hasMarks ? few.length : 0);
    const unchangedNow = async () => {
      const again = await readAll(stage.connector, known);
      expect(again.problems).toEqual([]);
      return { read: names(again.models), kept: again.unchanged.length };
    };
    const all = few.map(({ name }) => name);
    expect(await unchangedNow()).toEqual(
      subject.hasMarks ? { read: [], kept: 5 } : { read: all, kept: 0 },
    );
    stage.hold(few.map(m => (m.name === 'b' ? modelOf('b', 3) : m)));
    expect(await unchangedNow()).toEqual(
      subject.hasMarks ? { read: ['b'], kept: 4 } : { read: all, kept: 0 },
    );
  });

  it('names one model that is malformed, and gives the others', async () => {
    await open(few);
    stage.spoil('c');
    const { models, problems } = await readAll(stage.connector);
    expect(names(models)).toEqual(['a', 'b', 'd', 'e']);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem.file.split('/')).toContain('c');
      expect(problem.severity ?? 'error').toBe('error');
      expect(problem.message).not.toBe('');
    }
  });

  it('ends at the signal, before it begins and between two pages', async () => {
    await open(many);
    const ended = new AbortController();
    ended.abort(new Error('told to stop'));
    const none = stage.connector.listModels({
      signal: ended.signal,
      known: [],
    });
    await expect(none[Symbol.asyncIterator]().next()).rejects.toThrow(
      'told to stop',
    );
    const controller = new AbortController();
    let read = 0;
    const readOn = async () => {
      for await (const page of stage.connector.listModels({
        signal: controller.signal,
        known: [],
      })) {
        read += page.models.length;
        if (read > 0) controller.abort(new Error('told to stop'));
      }
    };
    await expect(readOn()).rejects.toThrow('told to stop');
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(many.length);
  });
});
