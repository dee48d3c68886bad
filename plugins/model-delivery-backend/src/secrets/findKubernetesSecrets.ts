import { SecretMatch } from './findSecrets';

const documentStart = /^---/;
const kind = /^([ \t-]{0,40})kind:[ \t]{0,4}["']?Secret["']?[ \t]{0,20}(?:#|$)/;
const data = /^([ \t]{0,40})(?:data|stringData):[ \t]{0,20}(?:#|$)/;
const entry =
  /^([ \t]{1,60})["']?[\w./-]{1,253}["']?:[ \t]{1,4}["']?([^\s"'].{0,200})/;

interface Line {
  text: string;
  start: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map(line => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
}

/** Documents of a YAML stream. */
function documentsOf(text: string): Line[][] {
  const documents: Line[][] = [[]];
  for (const line of linesOf(text)) {
    if (documentStart.test(line.text)) documents.push([]);
    else documents[documents.length - 1].push(line);
  }
  return documents;
}

/** First value below `data` or `stringData` that is not a placeholder. */
function firstValue(lines: Line[]): SecretMatch | undefined {
  let indent: number | undefined;
  for (const { text, start } of lines) {
    const opened = data.exec(text);
    if (opened) {
      indent = opened[1].length;
    } else if (indent !== undefined && text.trim()) {
      const found = entry.exec(text);
      if (!found || found[1].length <= indent) indent = undefined;
      else if (!/^(?:\$|\{\{|<|ENC\[|#)/.test(found[2]))
        return { rule: 'kubernetes-secret', start, value: found[2] };
    }
  }
  return undefined;
}

/**
 * Values in objects of kind Secret: those belong into a store of secrets, with
 * an ExternalSecret that refers to them.
 */
export function findKubernetesSecrets(text: string): SecretMatch[] {
  if (!text.includes('Secret')) return [];
  return documentsOf(text).flatMap(lines => {
    if (!lines.some(line => kind.test(line.text))) return [];
    return firstValue(lines) ?? [];
  });
}
