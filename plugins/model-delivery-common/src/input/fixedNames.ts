/** Name of the predictor that runs beside the stable one. */
export const canaryName = 'canary';

/** Tells an image of one's own which model to load; KServe needs none of it. */
export const modelVariables = {
  uri: 'MODEL_URI',
  digest: 'MODEL_DIGEST',
  ref: 'MODEL_REF',
  version: 'MODEL_VERSION',
};

/** Variables that tell a job where its data lies. */
export const jobVariables = { input: 'INPUT_URI', output: 'OUTPUT_URI' };
