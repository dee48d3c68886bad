import {
  ModelConnector,
  SourceModel,
  SourceProblem,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { orAbort } from './readPages';

/** Heads that a connector is asked for at once. */
const headsPerCall = 500;

/**
 * Replaces the heads that are not stored by what the connector reads of them.
 * Those that it leaves out are dropped, as is the mark of their model.
 *
 * @param isStored - whether the catalog holds a version of the source
 */
export async function readHeads(
  connector: ModelConnector,
  models: SourceModel[],
  options: {
    isStored(model: SourceModel, version: SourceVersion): boolean;
    signal: AbortSignal;
  },
): Promise<{ models: SourceModel[]; problems: SourceProblem[] }> {
  const isAsked = (model: SourceModel, version: SourceVersion) =>
    version.extent === 'head' && !options.isStored(model, version);
  const heads = models.flatMap(model =>
    model.versions.filter(version => isAsked(model, version)),
  );
  if (heads.length === 0 || !connector.readVersions)
    return { models, problems: [] };
  const read = new Map<string, SourceVersion>();
  const problems: SourceProblem[] = [];
  for (let start = 0; start < heads.length; start += headsPerCall) {
    const answer = await orAbort(
      connector.readVersions(heads.slice(start, start + headsPerCall), options),
      options.signal,
    );
    problems.push(...answer.problems);
    for (const version of answer.versions) read.set(version.nativeId, version);
  }
  const fill = (model: SourceModel): SourceModel => {
    const versions = model.versions.flatMap(version =>
      isAsked(model, version) ? (read.get(version.nativeId) ?? []) : version,
    );
    const isWhole = versions.length === model.versions.length;
    return { ...model, versions, mark: isWhole ? model.mark : undefined };
  };
  return { models: models.map(fill), problems };
}
