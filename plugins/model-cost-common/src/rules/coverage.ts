import { CostCoverage } from '../api/ModelCostApi';

/**
 * Amounts of a span from which {@link toCoverage} is computed, in micros.
 *
 * @public
 */
export interface CoverageAmounts {
  attributed: number;
  idle: number;
  total: number;
}

/**
 * Share of the spend, idle excluded, that carries a model label: attributed ÷
 * (total − idle), to four places. Undefined where nothing but idle was spent.
 *
 * @public
 */
export function toCoverage(amounts: CoverageAmounts): CostCoverage | undefined {
  const spent = amounts.total - amounts.idle;
  if (spent <= 0) return undefined;
  const share = Math.min(1, Math.max(0, amounts.attributed / spent));
  return { attributed: Math.round(share * 1e4) / 1e4, grade: toGrade(share) };
}

function toGrade(share: number): CostCoverage['grade'] {
  if (share >= 0.9) return 'A';
  if (share >= 0.75) return 'B';
  return share >= 0.5 ? 'C' : 'D';
}
