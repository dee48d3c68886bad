import { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { focusHeader, focusLines } from '../csv/focusCsv';
import { DailyShowback } from '../service/ModelCostService';

/** As a file to save; never opened in place, never sniffed. */
function asFile(res: Response, name: string): Response {
  return res
    .status(200)
    .set('Content-Type', 'text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${name}.csv"`)
    .set('X-Content-Type-Options', 'nosniff');
}

/** Sends CSV text. */
export function sendCsv(res: Response, name: string, content: string): void {
  asFile(res, name).send(content);
}

async function* toLines({ days, currency }: DailyShowback) {
  yield focusHeader();
  for await (const entries of days) yield focusLines(entries, currency);
}

/** Sends a FOCUS file, day by day; it breaks off where reading fails. */
export async function sendFocus(
  res: Response,
  showback: DailyShowback,
): Promise<void> {
  const { from, to } = showback.span;
  asFile(res, `focus-${from}-${to}`);
  await pipeline(Readable.from(toLines(showback)), res);
}
