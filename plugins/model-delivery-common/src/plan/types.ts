import { RuntimeKey } from '../input/runtimeOptions';

/**
 * One file of a planned repository.
 *
 * @public
 */
export interface PlanFile {
  /** Relative to the root of the repository, with `/`, never leading out of it. */
  path: string;
  /** UTF-8 text that ends with a newline. */
  content: string;
  /** Git file mode; absent means `100644`. */
  mode?: '100644' | '100755';
}

/**
 * Something the planner says about an input. An `error` means that there is
 * nothing to write.
 *
 * @public
 */
export interface Finding {
  severity: 'error' | 'warning' | 'info';
  /** JSON Pointer into the service input. */
  field?: string;
  /** Ids of the checks behind it, separated by `, `. */
  check?: string;
  /** One sentence or two: what is wrong and what to do. */
  message: string;
}

/**
 * Monthly cost of the planned service, in millionths of the currency.
 *
 * @public
 */
export interface PlanEstimate {
  /** ISO 4217. */
  currency: string;
  perEnvironment: {
    name: string;
    low: number;
    expected: number;
    high: number;
    /** What the figure rests on, in words. */
    basis: string;
  }[];
}

/**
 * A planned repository.
 *
 * @public
 */
export interface Plan {
  /** `sha256:` and the hash over every file's hash, mode and path, sorted by path. */
  digest: string;
  /** Sorted by path; empty when a finding is an error. */
  files: PlanFile[];
  findings: Finding[];
  /** Names of the environments whose overlay is among the files. */
  environments: string[];
  /**
   * Folders of the repository (`overlays/prod/`) that belong to the service,
   * are not among the files, and must be left as they are.
   */
  retained: string[];
  /** What those environments run once the files are in Git, as it is read from there. */
  releases: DeployedRelease[];
  /** Absent without prices. */
  estimate?: PlanEstimate;
}

/**
 * `preview` plans every environment; `write` leaves out those whose gate is
 * closed.
 *
 * @public
 */
export type PlanMode = 'preview' | 'write';

/**
 * An artifact of a model version.
 *
 * @public
 */
export interface PlannedArtifact {
  uri: string;
  digest?: string;
  sizeBytes?: number;
  /** As the registry names it: `joblib`, `onnx`, `safetensors`, … */
  format?: string;
}

/**
 * A version of a model as the model catalog resolved it.
 *
 * @public
 */
export interface ResolvedModelVersion {
  /** Entity ref of the Model. */
  ref: string;
  version: string;
  digest: string;
  digestKind: 'content' | 'vcs' | 'manifest' | 'record';
  /** Anything but `ready` is refused. */
  status?: 'ready' | 'pending' | 'failed' | 'removed';
  /** Whether the source changed the digest after it was stored; refused. */
  conflict?: boolean;
  artifacts: readonly PlannedArtifact[];
  /** Where the files lie, when the artifacts do not say. */
  storageUri?: string;
  /** SPDX expression of the model. */
  license?: string;
  runUrl?: string;
  /** `<source id>/<native id>` in the registry. */
  registryRef?: string;
}

/**
 * What the scorecard says about the version in one environment.
 *
 * @public
 */
export interface EnvironmentGate {
  environment: string;
  state: 'open' | 'closed';
  /** Ids of the checks that close the gate. */
  blockers: readonly string[];
  /** Digest of what the verdict says, as its signed statement carries it. */
  verdictDigest?: string;
  /** Value of the label `responsible-ai-compliance`. */
  compliance: 'passed' | 'conditional' | 'failed' | 'unknown';
  /** Value of the annotation `ai-alignment-status`; absent means `pending`. */
  alignment?: 'audited' | 'pending';
  /** Bound of the drift check, as text. */
  biasDriftThreshold?: string;
}

/**
 * What one environment of the service runs already, as `readReleases` reads it
 * from the repository.
 *
 * @public
 */
export interface DeployedRelease {
  environment: string;
  namespace: string;
  /** What runs it, which no running service can change. */
  runtime: RuntimeKey;
  /** Entity ref of the Model. */
  modelRef: string;
  /** The version that gets the traffic a canary does not get. */
  version: string;
  digest: string;
  image?: string;
  storageUri?: string;
  minReplicas: number;
  maxReplicas: number;
  /** The version that is being tried beside it. */
  canary?: { version: string; digest: string; percent: number };
  /** The workload as it stands in Git; what a canary leaves in place. */
  workload: Record<string, unknown>;
}

/**
 * Who signs images, as a keyless signature names them.
 *
 * @public
 */
export interface ImageSigner {
  /** OIDC issuer, such as `https://token.actions.githubusercontent.com`. */
  issuer: string;
  /** Subject of the certificate, such as the address of a workflow. */
  subject: string;
}

/**
 * What the platform allows everywhere: planner and policies hold it alike. An
 * absent list allows everything, an empty one nothing.
 *
 * @public
 */
export interface PlatformRules {
  /** Beginnings of image names, each a host or a host with a path. */
  registries?: readonly string[];
  /** SPDX ids that a model's licence may consist of. */
  licenses?: readonly string[];
  /** Identities of which one must have signed an image. */
  signers?: readonly ImageSigner[];
  /** How nodes that may be taken away are found; Karpenter's label when absent. */
  spot?: {
    nodeSelector: Readonly<Record<string, string>>;
    tolerations?: readonly { key: string; value?: string }[];
  };
}

/**
 * Prices of compute, in millionths of the currency.
 *
 * @public
 */
export interface ComputePrices {
  /** ISO 4217. */
  currency: string;
  /** Of one core for an hour. */
  cpuHour: number;
  /** Of one GiB of memory for an hour. */
  memoryGibHour: number;
  /** Of one device for an hour, by extended resource. */
  gpuHour?: Readonly<Record<string, number>>;
}

/**
 * What a service cost in one environment, by the ledger.
 *
 * @public
 */
export interface MeasuredCost {
  environment: string;
  /** Millionths of the currency of the prices, for 30 days. */
  monthly: number;
  /** Complete days behind it. */
  days: number;
}

/**
 * All that the planner may know besides the input. The caller reads it; the
 * planner reads nothing.
 *
 * @public
 */
export interface PlanContext {
  /** Absent when the model has no such version. */
  model?: ResolvedModelVersion;
  /** Aliases of the model and the versions they point to. */
  aliases?: Readonly<Record<string, string>>;
  /** Versions of the model to choose from, newest first. */
  versions?: readonly string[];
  /** One per environment; a missing one counts as closed. */
  gates: readonly EnvironmentGate[];
  /** HTTP(S) URL that the controller clones. */
  repositoryUrl: string;
  /** Used when the input names none. */
  defaultController?: 'argocd' | 'flux';
  /** What the platform allows. */
  rules?: PlatformRules;
  /** What runs already; absent for a new service. */
  deployed?: readonly DeployedRelease[];
  /** Prices of the cluster; without them nothing is estimated. */
  prices?: ComputePrices;
  /** What the service cost so far, where it ran. */
  measured?: readonly MeasuredCost[];
}
