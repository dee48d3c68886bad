import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { ScorecardApi } from '@modelyard/plugin-model-scorecard-common';
import { screen } from '@testing-library/react';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import {
  fakeScorecards,
  gateRow,
  httpError,
  modelRef,
  modelRow,
  version8,
} from '../../__testUtils__/fakeScorecards';
import { GateCell, VersionGateCell } from './GateCell';
import { GateProvider, VersionGateProvider } from './GateProvider';

const other: ModelRow = {
  ...modelRow,
  ref: 'model:default/other',
  aliases: {},
  latestVersion: undefined,
};
const rows = [modelRow, other];

function renderColumn(calls: Partial<ScorecardApi> = {}) {
  const api = fakeScorecards(calls);
  renderInTestApp(
    <GateProvider rows={rows}>
      {rows.map(row => (
        <div key={row.ref} role="row">
          <GateCell row={row} />
        </div>
      ))}
    </GateProvider>,
    { apis: [[scorecardApiRef, api]] },
  );
  return api;
}

describe('gate column', () => {
  it('asks once for all rows and shows the gate of the production version', async () => {
    const api = renderColumn();
    expect(await screen.findByText('Open')).toBeInTheDocument();
    expect(screen.getByText('version 7')).toBeInTheDocument();
    expect(screen.getByText('no scorecard')).toBeInTheDocument();
    expect(api.listScorecards).toHaveBeenCalledTimes(1);
    expect(api.listScorecards).toHaveBeenCalledWith(
      expect.objectContaining({
        model: [modelRef],
        version: ['7'],
        environment: 'prod',
      }),
      expect.anything(),
    );
  });

  it('reads on until the wanted version was seen', async () => {
    const older = { ...gateRow, subject: { ...gateRow.subject, version: '8' } };
    const api = renderColumn({
      listScorecards: async ({ cursor }) =>
        cursor
          ? { items: [gateRow], totalItems: 2, nextCursor: 'even more' }
          : { items: [older], totalItems: 2, nextCursor: 'more' },
    });
    expect(await screen.findByText('Open')).toBeInTheDocument();
    expect(api.listScorecards).toHaveBeenCalledTimes(2);
  });

  it('says in the cell that it failed', async () => {
    renderColumn({ listScorecards: () => Promise.reject(httpError(503)) });
    expect(await screen.findAllByText('could not be read')).toHaveLength(2);
  });
});

describe('gate column of versions', () => {
  it('asks once for all versions and tells which have no scorecard', async () => {
    const versions = [version8, { ...version8, version: '7' }];
    const api = fakeScorecards();
    renderInTestApp(
      <VersionGateProvider modelRef={modelRef} rows={versions}>
        {versions.map(row => (
          <div key={row.version} role="row" aria-label={row.version}>
            <VersionGateCell modelRef={modelRef} row={row} />
          </div>
        ))}
      </VersionGateProvider>,
      { apis: [[scorecardApiRef, api]] },
    );
    expect(await screen.findByText('Open')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: '7' })).toHaveTextContent('Open');
    expect(screen.getByRole('row', { name: '8' })).toHaveTextContent(
      'no scorecard',
    );
    expect(api.listScorecards).toHaveBeenCalledTimes(1);
    expect(api.listScorecards).toHaveBeenCalledWith(
      expect.objectContaining({ model: [modelRef], version: ['8', '7'] }),
      expect.anything(),
    );
  });
});
