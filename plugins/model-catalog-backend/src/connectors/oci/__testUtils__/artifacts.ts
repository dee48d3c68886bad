import { Artifact } from './dockerRegistry';

/** A model as ModelPack packs it; the text makes it one of its own. */
export const modelPack = (text: string): Artifact => ({
  artifactType: 'application/vnd.cncf.model.manifest.v1+json',
  configType: 'application/vnd.cncf.model.config.v1+json',
  config: {
    descriptor: {
      createdAt: '2026-11-01T00:00:00Z',
      description: 'A model',
      licenses: ['Apache-2.0'],
      revision: 'a'.repeat(40),
    },
    config: { architecture: 'transformer', format: 'safetensors' },
    modelfs: { type: 'layers', diffIds: [] },
  },
  layers: [
    {
      mediaType: 'application/vnd.cncf.model.weight.v1.raw',
      content: text,
      annotations: { 'org.cncf.model.filepath': 'model.safetensors' },
    },
  ],
});

/** A model as KitOps packs it. */
export const kit: Artifact = {
  configType: 'application/vnd.kitops.modelkit.config.v1+json',
  config: {
    manifestVersion: '1.0.0',
    package: { name: 'kit', license: 'MIT' },
    model: { name: 'm', framework: 'sklearn', parameters: { depth: 6 } },
    datasets: [{ name: 'loans', path: './loans.csv' }],
  },
  layers: [
    {
      mediaType: 'application/vnd.kitops.modelkit.model.v1.tar+gzip',
      content: 'tar',
    },
  ],
};
