/**
 * The planner, and what its tests are made of: the same plans, samples and cheap
 * engines stand before the referee.
 */
export type { PlanFile } from '@modelyard/plugin-model-delivery-common';
export { matrixCases } from '@modelyard/plugin-model-delivery-common/src/__testUtils__/matrix';
export { platformRules } from '@modelyard/plugin-model-delivery-common/src/__testUtils__/matrixChoices';
export type { MatrixCase } from '@modelyard/plugin-model-delivery-common/src/__testUtils__/matrix';
export {
  parseObjects,
  renderMatrix,
} from '@modelyard/plugin-model-delivery-common/src/__testUtils__/renderMatrix';
export type { KubernetesObject } from '@modelyard/plugin-model-delivery-common/src/__testUtils__/renderMatrix';
export { toolPath } from '@modelyard/plugin-model-delivery-common/src/__fixtures__/tools';
export { gatorVerdicts } from '@modelyard/plugin-model-delivery-common/src/repository/policies/__testUtils__/gator';
export {
  celVerdict,
  objectAt,
  platform as testPlatform,
  policiesFor,
  ruleOf,
} from '@modelyard/plugin-model-delivery-common/src/repository/policies/__testUtils__/judges';
export type { CelPolicy } from '@modelyard/plugin-model-delivery-common/src/repository/policies/__testUtils__/judges';
export { metadataCases } from '@modelyard/plugin-model-delivery-common/src/repository/policies/__testUtils__/metadataCases';
export { ownerCases } from '@modelyard/plugin-model-delivery-common/src/repository/policies/__testUtils__/ownerCases';
export { podCases } from '@modelyard/plugin-model-delivery-common/src/repository/policies/__testUtils__/podCases';
