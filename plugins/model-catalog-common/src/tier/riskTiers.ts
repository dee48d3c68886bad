/**
 * Risk tiers of models, strictest first.
 *
 * @public
 */
export const riskTiers = [
  'prohibited',
  'high',
  'general',
  'limited',
  'minimal',
] as const;

/** A risk tier. @public */
export type RiskTier = (typeof riskTiers)[number];
