import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod/v3';
import { ActionOptions, readOnlyAttributes } from './ActionOptions';
import { thisModelInput, versionInput } from './inputs';

/** Characters of a document that is handed over whole. */
const mostOfDocument = 60_000;

const description = `
Gives the bill of materials of one version as CycloneDX 1.6 JSON: the model with license, metrics and datasets, its files with hashes, and its base models. The same version always gives the same document.

A document of more than 60,000 characters is not cut, since a part of it would prove nothing: then "bom" is absent, and "path" is where to download it below the address of the backend, with the user's token.
`.trim();

const output = () =>
  z.object({
    path: z.string().describe('Of the REST API.'),
    characters: z.number().int(),
    components: z.number().int(),
    bom: z
      .object({
        bomFormat: z.literal('CycloneDX'),
        specVersion: z.literal('1.6'),
        components: z.array(z.unknown()),
      })
      .passthrough()
      .optional(),
  });

function pathOf(model: string, version: string): string {
  const { namespace, name } = parseEntityRef(model);
  const parts = [namespace, name, 'versions', version, 'ml-bom'];
  return `/api/model-catalog/models/${parts.map(encodeURIComponent).join('/')}`;
}

/** Gives the bill of materials of a version. */
export function createGetMlBomAction({ registry, service }: ActionOptions) {
  registry.register({
    name: 'get-ml-bom',
    title: 'Get the bill of materials of a version',
    description,
    attributes: readOnlyAttributes,
    schema: {
      input: () =>
        z.object({ model: thisModelInput(), version: versionInput() }).strict(),
      output,
    },
    action: async ({ input: { model, version }, credentials }) => {
      const bom = await service.getMlBom(model, version, credentials);
      const characters = JSON.stringify(bom).length;
      return {
        output: {
          path: pathOf(model, version),
          characters,
          components: bom.components.length,
          ...(characters <= mostOfDocument && { bom: { ...bom } }),
        },
      };
    },
  });
}
