function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}

function roundDivide(value: bigint, divisor: bigint): bigint {
  return floorDivide(2n * value + divisor, 2n * divisor);
}

interface Share {
  index: number;
  whole: bigint;
  rest: bigint;
}

/**
 * Multiplies whole numbers by a fraction so that the results are whole and add up
 * to the rounded product of the sum: what rounding down leaves over goes to the
 * largest remainders, the first of equals. So nothing is lost and nothing made.
 *
 * @param values - whole numbers, of any sign
 * @param denominator - greater than zero
 */
export function scaleExactly(
  values: readonly (number | bigint)[],
  numerator: bigint,
  denominator: bigint,
): number[] {
  let sum = 0n;
  let given = 0n;
  const shares: Share[] = values.map((value, index) => {
    const product = BigInt(value) * numerator;
    const whole = floorDivide(product, denominator);
    sum += BigInt(value);
    given += whole;
    return { index, whole, rest: product - whole * denominator };
  });
  const left = Number(roundDivide(sum * numerator, denominator) - given);
  const results = shares.map(({ whole }) => Number(whole));
  shares
    .filter(({ rest }) => rest > 0n)
    .sort((a, b) =>
      a.rest === b.rest ? a.index - b.index : Number(b.rest > a.rest) || -1,
    )
    .slice(0, left)
    .forEach(({ index }) => {
      results[index] += 1;
    });
  return results;
}

/**
 * Splits a whole amount by weights, to the last unit. Undefined where no weight is
 * greater than zero, as nothing says then who bears it.
 */
export function splitByWeight(
  amount: number,
  weights: readonly number[],
): number[] | undefined {
  const positive = weights.map(weight => Math.max(0, weight));
  const sum = positive.reduce((total, weight) => total + BigInt(weight), 0n);
  return sum === 0n ? undefined : scaleExactly(positive, BigInt(amount), sum);
}
