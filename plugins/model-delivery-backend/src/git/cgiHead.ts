const headerEnd = /\r?\n\r?\n/;

/**
 * What a CGI program says before its body.
 */
export interface CgiHead {
  status: number;
  headers: [string, string][];
  /** First bytes of the body. */
  rest: Buffer;
}

/** Largest head that is waited for. */
export const maxHeadBytes = 16 * 1024;

/**
 * Reads the head of a CGI answer; undefined while more bytes are needed.
 */
export function parseCgiHead(output: Buffer): CgiHead | undefined {
  const text = output.subarray(0, maxHeadBytes).toString('latin1');
  const end = headerEnd.exec(text);
  if (!end) return undefined;
  const headers = text
    .slice(0, end.index)
    .split(/\r?\n/)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      if (colon < 1) return [];
      return [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
    });
  const status = headers.find(([name]) => name.toLowerCase() === 'status');
  return {
    status: status ? Number.parseInt(status[1], 10) || 500 : 200,
    headers: headers.filter(header => header !== status),
    rest: output.subarray(end.index + end[0].length),
  };
}
