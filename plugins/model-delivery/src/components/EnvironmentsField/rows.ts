import { EnvironmentRow } from './cell';
import { textCells } from './cells';
import { computeRows, gpuProductRow } from './computeRows';
import { placementRows, rolloutRows } from './placementRows';
import { quotaRows } from './quotaRows';
import { scalingRows } from './scalingRows';

const namespaceRow: EnvironmentRow = {
  key: 'namespace',
  Cell: textCells('namespace', {
    steps: ['namespace'],
    get: value => value.namespace,
    set: (value, namespace = '') => ({ ...value, namespace }),
  }),
};

/** What is always shown. */
export const mainRows: EnvironmentRow[] = [
  namespaceRow,
  ...computeRows,
  ...scalingRows,
  ...rolloutRows,
];

/** What is shown when asked for. */
export const moreRows: EnvironmentRow[] = [
  gpuProductRow,
  ...placementRows,
  ...quotaRows,
];
