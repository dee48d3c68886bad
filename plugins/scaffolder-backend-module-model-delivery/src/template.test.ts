import { valuesOf } from './__testUtils__/templateValues';
import {
  links,
  parseAnswersHere,
  startScaffolder,
  templateOf,
} from './__testUtils__/startScaffolder';

const names = Object.keys(valuesOf);

describe('the templates', () => {
  let portal: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    parseAnswersHere();
    portal = await startScaffolder();
  });

  afterAll(() => {
    jest.restoreAllMocks();
  });

  const create = (name: string, values: object) =>
    portal.send('POST', '/v2/tasks', {
      templateRef: `template:default/${name}`,
      values,
    });

  it.each(names)(
    '%s takes the service input as its values and hands it on untouched',
    async name => {
      const { run, written } = portal;
      written.length = 0;
      const values = valuesOf[name];
      const task = await run(name, values);
      expect(task).toMatchObject({ status: 'completed', output: links });
      expect(written).toEqual([values]);
    },
  );

  it.each(names)(
    '%s renders every file in a dry run, and writes nothing',
    async name => {
      const before = portal.written.length;
      const { status, body } = await portal.send('POST', '/v2/dry-run', {
        template: templateOf(name),
        values: valuesOf[name],
        directoryContents: [],
      });
      expect({ status, body }).toMatchObject({ status: 200 });
      const paths = body.directoryContents.map((f: { path: string }) => f.path);
      expect(paths).toEqual(['README.md']);
      expect(body.output).toMatchObject(links);
      expect(portal.written).toHaveLength(before);
    },
  );

  const foreign = { kind: 'knative', mode: 'standard' };
  it.each(
    names.flatMap(
      name =>
        [
          [name, 'no model', { model: undefined }],
          [name, 'a name that is too long', { name: 'a'.repeat(80) }],
          [name, 'a name that is none', { name: 'Api_1' }],
          [name, 'no environment', { environments: [] }],
          [name, 'an image without a digest', { image: 'nginx:latest' }],
          ...(name === 'inference-service'
            ? [
                [
                  name,
                  'a runtime of its own and no image',
                  { runtime: foreign },
                ],
              ]
            : [
                [name, 'the runtime of another template', { runtime: foreign }],
              ]),
        ] as [string, string, object][],
    ),
  )('%s is refused with %s', async (name, _title, change) => {
    const before = portal.written.length;
    const { status } = await create(name, { ...valuesOf[name], ...change });
    expect(status).toBe(400);
    expect(portal.written).toHaveLength(before);
  });
});
