import { readFigureConfig } from '../config/readFigureConfig';
import { Roller } from '../domain/rollUp/Roller';
import { RollUpContext } from '../domain/rollUp/rollUpDay';

/** What turns the ledger into figures without configuration. */
export function contextOf(options: Partial<RollUpContext> = {}): RollUpContext {
  return {
    ...readFigureConfig(undefined),
    currency: 'USD',
    services: new Map(),
    versionOfRun: new Map(),
    ...options,
  };
}

/** Makes figures without configuration: `kube-*` is a shared pool. */
export function kubernetesRoller(): Roller {
  return Roller.create(contextOf());
}
