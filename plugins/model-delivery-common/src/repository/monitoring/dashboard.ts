import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { PlannedEnvironment } from '../../plan/selectEnvironments';
import { makeObject } from '../../runtimes/objects';
import { RepositoryModel, YamlObject } from '../types';
import { Panel, panelsOf } from './panels';
import { Signals } from './signals';

const configMapType = { group: '', version: 'v1', kind: 'ConfigMap' };
/** By which Grafana's side-car finds dashboards. */
const dashboardLabel = { grafana_dashboard: '1' };
const suffix = 'dashboard';
// Grafana's grid is 24 wide.
const panelWidth = 12;
const panelHeight = 8;
const uidLength = 20;
const datasource = { type: 'prometheus', uid: '$datasource' };

/** Kinds that dashboards add to a repository. */
export const dashboardTypes = [configMapType];

function panelJson({ title, unit, lines }: Panel, index: number): YamlObject {
  return {
    id: index + 1,
    type: 'timeseries',
    title,
    datasource,
    gridPos: {
      x: (index % 2) * panelWidth,
      y: Math.floor(index / 2) * panelHeight,
      w: panelWidth,
      h: panelHeight,
    },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'none' },
    },
    targets: lines.map(({ query, legend }, line) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + line),
      datasource,
      expr: query,
      legendFormat: legend,
    })),
  };
}

function dashboardJson(
  { input: { name } }: RepositoryModel,
  { input: environment }: PlannedEnvironment,
  panels: Panel[],
): YamlObject {
  const place = `${environment.namespace}/${name}/${environment.name}`;
  return {
    // The same in every run, so that links to it stay.
    uid: bytesToHex(sha256(utf8ToBytes(place))).slice(0, uidLength),
    title: `${name} in ${environment.name}`,
    tags: ['modelyard'],
    schemaVersion: 39,
    editable: false,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'utc',
    templating: {
      list: [
        {
          name: 'datasource',
          label: 'Data source',
          type: 'datasource',
          query: 'prometheus',
        },
      ],
    },
    panels: panels.map(panelJson),
  };
}

/** The dashboard of one environment, for Grafana's side-car. */
export function dashboardOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  { signals, labels }: { signals: Signals; labels: Record<string, string> },
): YamlObject {
  const { name } = repository.input;
  const panels = panelsOf(signals, environment);
  const json = dashboardJson(repository, environment, panels);
  const file = `${name}-${environment.input.name}.json`;
  return makeObject(
    repository,
    configMapType,
    { data: { [file]: `${JSON.stringify(json, null, 2)}\n` } },
    { suffix, labels: { ...labels, ...dashboardLabel } },
  );
}
