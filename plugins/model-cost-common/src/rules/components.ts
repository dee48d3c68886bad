/**
 * Parts of a cost, in the order in which they are shown. `idle` is a share of
 * capacity that nothing asked for; there is one only where the allocation rule
 * spreads it. `rounding` is what a source's own total says beyond its rounded
 * parts, so that the parts always add up to the total.
 *
 * @public
 */
export const costComponents = [
  'cpu',
  'ram',
  'gpu',
  'storage',
  'network',
  'loadBalancer',
  'shared',
  'external',
  'idle',
  'rounding',
] as const;

/**
 * One of {@link costComponents}.
 *
 * @public
 */
export type CostComponent = (typeof costComponents)[number];

/**
 * Key of the group of rows that lack the label they are grouped by. No label
 * value can collide with it: those begin with a letter or digit.
 *
 * @public
 */
export const unallocatedKey = '__unallocated__';
