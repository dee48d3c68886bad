import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  modelCatalogSourceAdministerPermission,
  RESOURCE_TYPE_SOURCE,
} from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import {
  createManifestFolder,
  exampleManifest,
  exampleVersion,
} from './manifestFolder';
import { get, startPortal, StartOptions, sync } from './portal';

/** What a policy may answer. */
export type Condition = PermissionCriteria<PermissionCondition>;

/** Refs of models: the first two are of source `examples`, the others of `other`. */
export const refs = {
  open: 'model:default/open',
  too: 'model:default/open-too',
  secret: 'model:default/secret',
  child: 'model:default/secret-child',
};

/** Who owns the models of each of the two sources. */
export const owners = {
  examples: 'group:default/growth',
  other: 'group:default/risk-ml',
};

const openSpec = {
  owner: owners.examples,
  riskTier: 'limited',
  task: 'tabular',
};
const secretSpec = {
  owner: owners.other,
  riskTier: 'high',
  task: 'hidden-task',
  license: 'MIT',
  aliases: { 'hidden-alias': '1' },
};

/** Two sources that know of each other's models, as they are at first and then. */
function write(
  folder: ReturnType<typeof createManifestFolder>,
  isChanged: boolean,
) {
  const changed = isChanged ? { params: { max_depth: '7' } } : {};
  const versions = [
    exampleVersion('1', changed),
    ...(isChanged ? [] : [exampleVersion('2')]),
  ];
  const alone = [exampleVersion('3')];
  const champion = { champion: '1' };
  const { open, too, secret } = refs;
  folder.setContent({
    'a/open/model.yaml': exampleManifest('open', {
      spec: { ...openSpec, aliases: champion, baseModels: [secret] },
      versions,
    }),
    'a/too/model.yaml': exampleManifest('open-too', {
      spec: openSpec,
      versions: alone,
    }),
    'b/secret/model.yaml': exampleManifest('secret', {
      spec: secretSpec,
      versions,
    }),
    'b/child/model.yaml': exampleManifest('secret-child', {
      spec: { ...secretSpec, baseModels: [open, too], aliases: {} },
      versions: alone,
    }),
  });
}

/**
 * A portal with two sources, each with a model that has a conflict, a version that
 * vanished, an alias, and links to the other source's. Whoever may read everything
 * has looked at all of it.
 *
 * @param folder - made outside of hooks, as it is removed after the tests
 */
export async function startGuardedPortal(
  knex: Knex,
  folder: ReturnType<typeof createManifestFolder>,
) {
  /** What the policy says; nothing but yes unless set. */
  const policy: { reading?: Condition; administration?: Condition } = {};
  const options: StartOptions = {
    target: folder.resolve('a'),
    features: [
      mockServices.database.mock({ getClient: async () => knex }).factory,
    ],
    sources: [
      {
        id: 'other',
        type: 'git',
        target: folder.resolve('b'),
        schedule: { frequency: { trigger: 'manual' }, timeout: { minutes: 1 } },
      },
    ],
    decide: async (permission, resourceRef) => {
      const isAdministration =
        permission === modelCatalogSourceAdministerPermission.name;
      if (!isAdministration || !policy.administration)
        return AuthorizeResult.ALLOW;
      const of = [String(resourceRef)];
      return (await apply(RESOURCE_TYPE_SOURCE, of, policy.administration))[0];
    },
    get condition() {
      return policy.reading;
    },
  };
  write(folder, false);
  const { api, baseUrl } = await startPortal(options);

  /** Asks the plugin what a condition says of resources, as the backend of permissions does. */
  async function apply(
    resourceType: string,
    resourceRef: string[],
    conditions: Condition,
  ): Promise<AuthorizeResult[]> {
    const path = '/.well-known/backstage/permissions/apply-conditions';
    const answer = await fetch(`${baseUrl}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: mockCredentials.service.header(),
      },
      body: JSON.stringify({
        items: [{ id: '1', resourceType, resourceRef, conditions }],
      }),
    });
    const { items } = await answer.json();
    return items[0].result;
  }

  for (const isChanged of [false, true]) {
    write(folder, isChanged);
    for (const source of ['examples', 'other'])
      expect(await sync(api, source)).toMatchObject({ state: 'succeeded' });
  }
  const read = (path: string) => get(api, path);
  expect((await read('/models')).totalItems).toBe(4);
  await read('/models/facets');
  for (const list of ['/removals', '/conflicts'])
    expect((await read(list)).totalItems).toBe(2);
  return { api, apply, policy, read };
}
