import { Option } from 'commander';
import { wholeNumber } from './parsers';

/** `--limit` and `--all` of a list. */
export function pagingOptions(): Option[] {
  return [
    new Option('--limit <n>', 'rows to show, 1 to 500 (50 unless given)')
      .argParser(wholeNumber(1, 500))
      .conflicts('all'),
    new Option('--all', 'show every row, read page by page'),
  ];
}
