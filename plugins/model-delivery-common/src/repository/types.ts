import { ServiceInput } from '../input/serviceInputSchema';
import { EnvironmentSelection } from '../plan/selectEnvironments';
import { ModelStorage } from '../plan/storage';
import { PlanContext, ResolvedModelVersion } from '../plan/types';

/** Everything that the files of a repository follow from. */
export interface RepositoryModel {
  input: ServiceInput;
  context: PlanContext;
  model: ResolvedModelVersion;
  storage: ModelStorage;
  selection: EnvironmentSelection;
}

/** A plain object that becomes YAML. */
export type YamlObject = Record<string, unknown>;

/** A file before it is serialised: objects, or prose. */
export type RepositoryFile =
  | {
      path: string;
      documents: readonly (YamlObject | readonly YamlObject[])[];
      /** Quote every string. */
      quoted?: boolean;
      /** Absent for a file that nobody runs. */
      mode?: '100755';
    }
  | { path: string; text: string; mode?: '100755' };
