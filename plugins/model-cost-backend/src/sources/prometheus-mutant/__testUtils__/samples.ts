export const minutesPerDay = 24 * 60;

/** A series with one value a minute; undefined where there is no sample. */
export interface Series {
  metric: string;
  labels: Record<string, string>;
  /** @param minute - since the first one */
  valueAt: (minute: number) => number | undefined;
}

function textOf(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, v]) => `${name}="${v}"`);
  return `{${pairs.join(',')}}`;
}

/**
 * Series in the OpenMetrics format, one sample a minute. Each minute is sampled a
 * while after it began, as targets are not scraped at midnight sharp.
 */
export function toOpenMetrics(
  series: Series[],
  options: { from: string; minutes: number },
): string {
  const start = Date.parse(options.from) / 1000 + 17;
  const byMetric = new Map<string, Series[]>();
  for (const one of series)
    byMetric.set(one.metric, [...(byMetric.get(one.metric) ?? []), one]);
  const lines: string[] = [];
  for (const [metric, members] of byMetric) {
    lines.push(`# TYPE ${metric} unknown`);
    for (const { labels, valueAt } of members)
      for (let minute = 0; minute < options.minutes; minute += 1) {
        const value = valueAt(minute);
        if (value !== undefined)
          lines.push(
            `${metric}${textOf(labels)} ${value} ${start + minute * 60}`,
          );
      }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}
