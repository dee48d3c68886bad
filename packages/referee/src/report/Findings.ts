import { Installed } from '../cluster/prepareCluster';
import { GiteaResult } from '../gitea/checkGitea';
import { KubernetesObject } from '../planner';
import { PlatformResult } from '../policies/judgePlatform';
import { PlannedSample } from '../policies/planned';

/** What the server said of the policies themselves. */
export interface PolicyObjects {
  /** Of the platform. */
  title: string;
  accepted: KubernetesObject[];
  /** A sentence each. */
  refused: string[];
  /** Objects of a kind that no published definition has. */
  leftOut: number;
  warnings: string[];
}

/** Everything that came out of a run. */
export interface Findings {
  started: Date;
  seconds: number;
  /** As the programs print them, by name. */
  versions: Record<string, string>;
  sample: Pick<PlannedSample, 'plans' | 'overlays' | 'objects'>;
  installed: Installed[];
  policyObjects: PolicyObjects[];
  platforms: PlatformResult[];
  /** How Kyverno's policy of image signatures differs from what it has to say. */
  signatures: string[];
  gitea: GiteaResult;
}
