import { TestDatabases } from '@backstage/backend-test-utils';
import { RESOURCE_TYPE_MODEL } from '@modelyard/plugin-model-catalog-common';
import {
  Condition,
  owners,
  refs,
  startGuardedPortal,
} from './__testUtils__/guardedPortal';
import { createManifestFolder } from './__testUtils__/manifestFolder';
import { sync } from './__testUtils__/portal';
import { modelCatalogConditions, modelCatalogSourceConditions } from './index';

jest.setTimeout(120_000);

const base = '/api/model-catalog';
const { open, too, secret, child } = refs;
const { isOwner, hasTier, isFromSource } = modelCatalogConditions;
const absent = 'model:default/absent';
const folder = createManifestFolder();

/** Each lets through the two models of the source `examples`, and nothing else. */
const conditions: [string, Condition][] = [
  ['an owner', isOwner({ claims: [owners.examples, 'user:default/somebody'] })],
  ['a tier', hasTier({ tiers: ['limited'] })],
  ['a source', isFromSource({ sources: ['examples'] })],
  ['not an owner', { not: isOwner({ claims: [owners.other] }) }],
  [
    'a tier of a source, or an owner',
    {
      anyOf: [
        {
          allOf: [
            hasTier({ tiers: ['limited', 'high'] }),
            isFromSource({ sources: ['examples'] }),
          ],
        },
        isOwner({ claims: ['group:default/nobody'] }),
      ],
    },
  ],
];

describe.each(TestDatabases.create().eachSupportedId())(
  'permissions by condition, over HTTP, on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    let portal: Awaited<ReturnType<typeof startGuardedPortal>>;

    beforeAll(async () => {
      portal = await startGuardedPortal(await databases.init(id), folder);
    });
    beforeEach(() => {
      portal.policy.reading = undefined;
      portal.policy.administration = undefined;
    });

    const read = (path: string) => portal.read(path);
    /** Status and message for a model, without its name. */
    const refusal = async (name: string, path: string) => {
      const at = `${base}/models/default/${name}${path}`;
      const { status, body } = await portal.api.get(at);
      return [status, body.error?.message.replaceAll(name, 'it')];
    };

    describe.each(conditions)('by %s', (_name, condition) => {
      beforeEach(() => {
        portal.policy.reading = condition;
      });

      it('lists, pages and counts nothing else', async () => {
        expect(await read('/models')).toMatchObject({
          items: [{ ref: open }, { ref: too }],
          totalItems: 2,
        });
        for (const sort of [
          'name',
          '-name',
          'owner',
          'task',
          'tier',
          '-latest',
        ])
          for (let cursor = '', page = 1; page <= 2; page += 1) {
            const found = await read(
              `/models?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`,
            );
            expect([found.items.length, found.totalItems]).toEqual([1, 2]);
            expect([open, too]).toContain(found.items[0].ref);
            expect(found.nextCursor === undefined).toBe(page === 2);
            cursor = found.nextCursor ?? '';
            expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(
              /secret|risk-ml|hidden/,
            );
          }
        for (const query of [
          'q=secret',
          `owner=${owners.other}`,
          'task=hidden-task',
          'tier=high',
          'alias=hidden-alias',
          'license=MIT',
          'source=other',
        ])
          expect([query, await read(`/models?${query}`)]).toEqual([
            query,
            { items: [], totalItems: 0 },
          ]);
        expect((await read('/models?removed=true')).totalItems).toBe(2);
      });

      it('counts nothing else in facets, findings and sources', async () => {
        const one = (value: string) => [{ value, count: 2 }];
        expect(await read('/models/facets')).toEqual({
          owner: one(owners.examples),
          task: one('tabular'),
          tier: one('limited'),
          license: one('Apache-2.0'),
          source: one('examples'),
          freshness: one('fresh'),
          lifecycle: one('production'),
          alias: [{ value: 'champion', count: 1 }],
        });
        for (const list of ['/removals', '/conflicts']) {
          const { items, totalItems, nextCursor } = await read(
            `${list}?limit=1`,
          );
          expect([items[0].ref, totalItems]).toEqual([open, 1]);
          expect(nextCursor).toBeUndefined();
          expect((await read(`${list}?source=other`)).totalItems).toBe(0);
        }
        const { items } = await read('/sources');
        expect(items).toMatchObject([
          { counts: { models: 2, versions: 2, tombstones: 1, conflicts: 1 } },
          { counts: { models: 0, versions: 0, tombstones: 0, conflicts: 0 } },
        ]);
      });

      it('answers for the others as if there were none', async () => {
        for (const path of [
          '',
          '/versions',
          '/versions/1',
          '/versions/2',
          '/aliases',
          '/lineage',
          '/lineage?version=1',
          '/links',
          '/versions/1/ml-bom',
          '/compare?left=1&right=2',
          `/compare?left=1&right=1&rightModel=${open}`,
        ]) {
          const answer = await refusal('secret', path);
          expect([path, answer[0]]).toEqual([path, 404]);
          expect(answer).toEqual(await refusal('absent', path));
        }
        const across = '/models/default/open/compare?left=1&right=1&rightModel';
        for (const name of ['secret', 'absent'])
          expect(
            (await portal.api.get(`${base}${across}=${name}`)).status,
          ).toBe(404);
        const links = `${base}/models/default/open/links`;
        for (const ref of [secret, absent])
          expect((await portal.api.post(links).send({ ref })).status).toBe(404);
        for (const name of ['secret', 'absent'])
          expect(
            (await portal.api.delete(`${links}/default/${name}`)).status,
          ).toBe(404);
      });

      it('leaves the others out of what is told of one that may be read', async () => {
        for (const depth of [1, 6]) {
          const path = `/models/default/open/lineage?depth=${depth}`;
          const { nodes, edges, truncated } = await read(path);
          expect(nodes.map((node: { id: string }) => node.id)).toEqual([open]);
          expect([edges, truncated]).toEqual([[], false]);
        }
        expect(await read('/models/default/open/links')).toEqual({ items: [] });
        expect(await read('/models/default/open/versions')).toMatchObject({
          items: [{ version: '2' }, { version: '1' }],
        });
        expect(await read('/models/default/open/aliases')).toMatchObject({
          items: [{ alias: 'champion' }],
        });
        const bom = await read('/models/default/open/versions/1/ml-bom');
        expect(bom.bomFormat).toBe('CycloneDX');
      });

      it('says the same of a single model', async () => {
        expect(
          await portal.apply(
            RESOURCE_TYPE_MODEL,
            [open, too, secret, absent],
            condition,
          ),
        ).toEqual(['ALLOW', 'ALLOW', 'DENY', 'DENY']);
      });
    });

    it('shows all to who may read all, with the links and lineage between them', async () => {
      const { nodes } = await read('/models/default/open/lineage');
      expect(nodes.map((node: { id: string }) => node.id)).toEqual([
        open,
        secret,
        child,
      ]);
      const { items } = await read('/models/default/open/links');
      expect(items).toMatchObject([{ ref: secret }]);
    });

    it('lets somebody administer a source, and no other', async () => {
      portal.policy.administration = modelCatalogSourceConditions.isSource({
        sources: ['examples'],
      });
      const asked = async (source: string) =>
        (await portal.api.post(`${base}/sources/${source}/sync`)).status;
      expect(await sync(portal.api)).toMatchObject({ state: 'succeeded' });
      expect(await asked('other')).toBe(403);
      expect(await asked('absent')).toBe(403);
      const links = `${base}/models/default/open/links`;
      const within = await portal.api.post(links).send({ ref: too });
      expect(within.status).toBe(201);
      const remove = (name: string) =>
        portal.api.delete(`${links}/default/${name}`);
      // Both models have to be the administrator's.
      const across = await portal.api.post(links).send({ ref: secret });
      expect([across.status, across.body.error.message]).toEqual([
        403,
        expect.stringMatching(/administer for other$/),
      ]);
      expect((await remove('secret')).status).toBe(403);
      expect((await remove('open-too')).status).toBe(204);
    });
  },
);
