import { error, info, pointer } from '../input/findings';
import { EnvironmentInput, ServiceInput } from '../input/serviceInputSchema';
import {
  DeployedRelease,
  EnvironmentGate,
  Finding,
  PlanContext,
  PlanMode,
} from './types';

/** An environment whose overlay is planned. */
export interface PlannedEnvironment {
  input: EnvironmentInput;
  gate: EnvironmentGate;
  /** What it runs now. */
  deployed?: DeployedRelease;
}

/** Which environments the repository has, and which of them are planned now. */
export interface EnvironmentSelection {
  planned: PlannedEnvironment[];
  /** Environments that stay as they are. */
  retained: DeployedRelease[];
  findings: Finding[];
}

const unknownGate = 'the scorecard has no verdict';

function gateOf(context: PlanContext, environment: string): EnvironmentGate {
  return (
    context.gates.find(g => g.environment === environment) ?? {
      environment,
      state: 'closed',
      blockers: [],
      compliance: 'unknown',
    }
  );
}

function closedFinding(
  input: ServiceInput,
  { input: { name }, gate, deployed }: PlannedEnvironment,
  index: number,
): Finding {
  const version = `${input.model.ref} ${input.model.version}`;
  const reason = gate.blockers.join(', ') || unknownGate;
  const rest = deployed
    ? `it keeps version ${deployed.version} until the gate opens`
    : 'it is left out of the repository until the gate opens';
  return {
    severity: 'warning',
    field: pointer('environments', index),
    ...(gate.blockers.length && { check: gate.blockers.join(', ') }),
    message: `${version} is closed for ${name} (${reason}): ${rest}, then run the template again`,
  };
}

function nothingOpen(input: ServiceInput, all: PlannedEnvironment[]): Finding {
  const checks = [...new Set(all.flatMap(e => e.gate.blockers))];
  const reason = checks.join(', ') || unknownGate;
  return {
    ...error(
      '/environments',
      `no environment is open for ${input.model.ref} ${input.model.version} (${reason}); satisfy these checks or choose another version`,
    ),
    ...(checks.length && { check: checks.join(', ') }),
  };
}

function keptFinding(release: DeployedRelease): Finding {
  return info(
    '/environments',
    `${release.environment} is not in this input and stays at version ${release.version}`,
  );
}

/** Decides by the gates which environments are planned. */
export function selectEnvironments(
  input: ServiceInput,
  context: PlanContext,
  mode: PlanMode,
): EnvironmentSelection {
  const deployed = context.deployed ?? [];
  const all = input.environments.map(environment => ({
    input: environment,
    gate: gateOf(context, environment.name),
    deployed: deployed.find(d => d.environment === environment.name),
  }));
  const findings = all.flatMap((e, index) =>
    e.gate.state === 'open' ? [] : [closedFinding(input, e, index)],
  );
  const planned =
    mode === 'write' ? all.filter(e => e.gate.state === 'open') : all;
  if (!planned.length) findings.push(nothingOpen(input, all));
  const absent = deployed.filter(
    d => !input.environments.some(e => e.name === d.environment),
  );
  findings.push(...absent.map(keptFinding));
  const retained = deployed.filter(
    d => !planned.some(e => e.input.name === d.environment),
  );
  return { planned, retained, findings };
}
