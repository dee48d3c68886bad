import { aif360Format } from './aif360';
import { EvidenceFormat } from './EvidenceFormat';
import { evidentlyFormat } from './evidently';
import { evidentlyLegacyFormat } from './evidentlyLegacy';
import { limeFormat, pdpFormat, shapFormat } from './explanations';
import { fairlearnFormat } from './fairlearn';
import { giskardFormat } from './giskard';
import { greatExpectationsFormat } from './greatExpectations';
import { huggingfaceCardFormat } from './huggingfaceCard';
import { inspectFormat } from './inspect';
import { lmEvalFormat } from './lmEval';
import { mlflowEvaluateFormat } from './mlflowEvaluate';
import { robustnessFormat } from './robustness';
import { scikitLearnFormat } from './scikitLearn';
import { whatIfToolFormat } from './whatIfTool';

/** Formats of what was measured on a model or its data. */
export const measurementFormats: readonly EvidenceFormat[] = [
  fairlearnFormat,
  aif360Format,
  whatIfToolFormat,
  scikitLearnFormat,
  shapFormat,
  limeFormat,
  pdpFormat,
  robustnessFormat,
  evidentlyFormat,
  evidentlyLegacyFormat,
  giskardFormat,
  mlflowEvaluateFormat,
  greatExpectationsFormat,
  huggingfaceCardFormat,
  lmEvalFormat,
  inspectFormat,
];
