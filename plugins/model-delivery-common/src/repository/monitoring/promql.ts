/** A label matcher: equal to a text, or matching a regular expression as a whole. */
export interface Matcher {
  label: string;
  op: '=' | '=~';
  value: string;
}

/** A string of PromQL. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** A label that equals a text. */
export function is(label: string, value: string): Matcher {
  return { label, op: '=', value };
}

/** A label that matches a regular expression as a whole. */
export function matches(label: string, value: string): Matcher {
  return { label, op: '=~', value };
}

/** A metric and the series of it that are meant. */
export function series(metric: string, matchers: readonly Matcher[]): string {
  const list = matchers.map(m => `${m.label}${m.op}${quote(m.value)}`);
  return `${metric}{${list.join(',')}}`;
}

/** Sum of the per-second rates of a counter over five minutes. */
export function rate(metric: string, matchers: readonly Matcher[]): string {
  return `sum(rate(${series(metric, matchers)}[5m]))`;
}

/** 95th percentile of a histogram over five minutes. */
export function p95(histogram: string, matchers: readonly Matcher[]): string {
  const buckets = series(`${histogram}_bucket`, matchers);
  return `histogram_quantile(0.95, sum by (le) (rate(${buckets}[5m])))`;
}
