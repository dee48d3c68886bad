import { cpus, release, totalmem, type } from 'node:os';

const gigabyte = 1024 ** 3;

/** The machine and the Node that measured, in one line. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / gigabyte);
  return `${cpus().length} × ${first?.model.trim() || 'processor'}, ${memory} GiB, ${type()} ${release()}, Node ${process.version}`;
}
