import {
  modelBoundsJsonSchema,
  modelManifestJsonSchema,
} from '../../manifest/modelManifestJsonSchema';
import { ModelRegistration } from '../modelRegistrationSchema';
import { RegistrationFile } from '../RegistrationFile';
import { toJson } from '../toJson';
import { githubFile } from './github';
import { gitlabFile } from './gitlab';
import {
  filesScript,
  metricsScript,
  schemaScript,
  toolsScript,
} from './scripts';

/** Folder of what checks every model of a repository. */
export const checksFolder = 'ci/models';

/** Schema of a manifest, as kubeconform and editors find it. */
export const manifestSchemaFile = `${checksFolder}/modelmanifest.schema.json`;

function executable(name: string, content: string): RegistrationFile {
  return { path: `${checksFolder}/${name}`, content, mode: '100755' };
}

function json(path: string, value: object): RegistrationFile {
  return { path, content: `${toJson(value)}\n` };
}

const hosts = {
  github: () => [githubFile()],
  gitlab: () => [gitlabFile()],
  none: () => [],
};

const shared = [
  { path: `${checksFolder}/.gitignore`, content: '/.tools/\n' },
  executable('files.sh', filesScript),
  executable('metrics.sh', metricsScript),
  executable('schema.sh', schemaScript),
  executable('tools.sh', toolsScript),
];

let schemas: RegistrationFile[] | undefined;

/** Made once, when somebody asks. */
function schemaFiles(): RegistrationFile[] {
  schemas ??= [
    json(`${checksFolder}/modelbounds.schema.json`, modelBoundsJsonSchema()),
    json(manifestSchemaFile, modelManifestJsonSchema()),
  ];
  return schemas;
}

/**
 * What checks a change: the scripts, the schemas, and the file by which a host
 * calls them. They are the same for every model, so that many models share a
 * repository, and no text of the form is in them.
 */
export function checkFiles(
  pipeline: ModelRegistration['pipeline'],
): RegistrationFile[] {
  return [...hosts[pipeline ?? 'github'](), ...shared, ...schemaFiles()];
}
