import { runtimeOptions } from '@modelyard/plugin-model-delivery-common';
import { fitEnvironment } from '../EnvironmentsField/defaults';
import { environmentsOf, runtimeOf } from '../form/serviceValues';

type Values = Record<string, unknown>;

/**
 * The values after a change: when it was the runtime, what does not go with the
 * new one is left out or starts from its defaults, so that nobody has to look
 * for leftovers in other steps.
 */
export function fitToRuntime(before: Values, after: Values): Values {
  const runtime = runtimeOf(after);
  if (runtime === runtimeOf(before)) return after;
  const { job, serving } = runtimeOptions[runtime];
  const environments = environmentsOf(after.environments);
  const last = environments.length - 1;
  return {
    ...after,
    // The form merges values: what is to go has to be said.
    ...(after.job !== undefined && !job && { job: undefined }),
    ...(after.serving !== undefined && !serving && { serving: undefined }),
    ...(environments.length > 0 && {
      environments: environments.map((environment, index) =>
        fitEnvironment(environment, runtime, index === last),
      ),
    }),
  };
}
