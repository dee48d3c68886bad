import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ModelAccess } from './ModelAccess';

const credentials = mockCredentials.user();

const entity = (kind: string, name: string): Entity => ({
  apiVersion: 'modelyard.io/v1alpha1',
  kind,
  metadata: { name },
});

function createAccess(result: AuthorizeResult) {
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async requests =>
    requests.map(() => ({
      result:
        result === AuthorizeResult.ALLOW
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    })),
  );
  permissions.authorizeConditional.mockResolvedValue([
    result === AuthorizeResult.CONDITIONAL
      ? {
          result,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
          },
        }
      : { result },
  ]);
  const catalog = catalogServiceMock({
    entities: [
      ...Array.from({ length: 1200 }, (_, i) => entity('Model', `Model-${i}`)),
      entity('Component', 'not-a-model'),
    ],
  });
  const access = ModelAccess.create({ permissions, catalog });
  return { access, catalog, permissions };
}

describe('ModelAccess', () => {
  it('asks for the entity, in lower case', async () => {
    const { access, permissions } = createAccess(AuthorizeResult.ALLOW);
    await access.assertReadable('model:default/Credit-Risk', credentials);
    expect(permissions.authorize).toHaveBeenCalledWith(
      [
        expect.objectContaining({
          resourceRef: 'model:default/credit-risk',
          permission: expect.objectContaining({ name: 'catalog.entity.read' }),
        }),
      ],
      { credentials },
    );
  });

  it('answers as if a model did not exist that may not be read', async () => {
    const { access } = createAccess(AuthorizeResult.DENY);
    await expect(
      access.assertReadable('model:default/credit-risk', credentials),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotFoundError' }));
  });

  it('filters nothing when everything may be read', async () => {
    const { access } = createAccess(AuthorizeResult.ALLOW);
    expect(await access.readableRefs(credentials)).toBe('all');
  });

  it('gives nothing when nothing may be read', async () => {
    const { access } = createAccess(AuthorizeResult.DENY);
    expect(await access.readableRefs(credentials)).toEqual(new Set());
  });

  it('asks the catalog page by page when it depends', async () => {
    const { access } = createAccess(AuthorizeResult.CONDITIONAL);
    const refs = await access.readableRefs(credentials);
    expect(refs).toEqual(
      new Set(
        Array.from({ length: 1200 }, (_, i) => `model:default/model-${i}`),
      ),
    );
  });

  it('asks once for all that one condition decides about, and anew for another', async () => {
    const { access, catalog, permissions } = createAccess(
      AuthorizeResult.CONDITIONAL,
    );
    const asked = jest.spyOn(catalog, 'queryEntities');
    const ask = () => access.readableRefs(credentials);
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(await ask()).toBe(one);
    expect(other).toBe(one);
    const pages = asked.mock.calls.length;
    expect(pages).toBe(3);
    permissions.authorizeConditional.mockResolvedValue([
      {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: {
          rule: 'IS_ENTITY_OWNER',
          resourceType: 'catalog-entity',
          params: { claims: ['group:default/another'] },
        },
      },
    ]);
    await ask();
    expect(asked.mock.calls.length).toBe(2 * pages);
  });

  it('keeps nothing of a catalog that could not be asked', async () => {
    const { access, catalog } = createAccess(AuthorizeResult.CONDITIONAL);
    jest
      .spyOn(catalog, 'queryEntities')
      .mockRejectedValueOnce(new Error('no catalog'));
    await expect(access.readableRefs(credentials)).rejects.toThrow(
      'no catalog',
    );
    expect(await access.readableRefs(credentials)).toHaveProperty('size', 1200);
  });
});
