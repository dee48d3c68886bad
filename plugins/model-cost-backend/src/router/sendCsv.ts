import { Response } from 'express';

/** Sends CSV text as a file to save; never opened in place, never sniffed. */
export function sendCsv(res: Response, name: string, content: string): void {
  res
    .status(200)
    .set('Content-Type', 'text/csv; charset=utf-8')
    .set('Content-Disposition', `attachment; filename="${name}.csv"`)
    .set('X-Content-Type-Options', 'nosniff')
    .send(content);
}
