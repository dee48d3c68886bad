const higher = new Set([
  'accuracy',
  'auc',
  'roc_auc',
  'auroc',
  'pr_auc',
  'average_precision',
  'precision',
  'recall',
  'f1',
  'f1_score',
  'r2',
  'bleu',
  'rouge',
  'map',
  'exact_match',
  'mcc',
  'kappa',
  'ndcg',
]);
const lower = new Set([
  'loss',
  'log_loss',
  'logloss',
  'cross_entropy',
  'mse',
  'rmse',
  'mae',
  'mape',
  'smape',
  'ece',
  'brier',
  'brier_score',
  'perplexity',
  'wer',
  'cer',
  'error_rate',
]);

/** Words before a metric's name that say where it was measured. */
const measuredOn = /^(?:train|training|val|valid|validation|test|eval)[_/-]/;

/**
 * Whether a higher value of a metric is better, by its name alone; undefined for
 * a name that is not a common one.
 */
export function knownDirection(name: string): boolean | undefined {
  const plain = name
    .toLowerCase()
    .replace(measuredOn, '')
    .replace(/[- ]/g, '_');
  if (higher.has(plain)) return true;
  return lower.has(plain) ? false : undefined;
}
