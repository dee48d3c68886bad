import { PlannedEnvironment } from '../../plan/selectEnvironments';
import { Signals } from './signals';

/** A line of a panel. */
interface Line {
  query: string;
  legend: string;
}

/** A diagram over time. */
export interface Panel {
  title: string;
  /** As Grafana names it: `percentunit`, `s`, `bytes`, … */
  unit: string;
  lines: Line[];
}

function one(title: string, unit: string, line: Line): Panel {
  return { title, unit, lines: [line] };
}

function trafficPanels({ traffic }: Signals): Panel[] {
  if (!traffic) return [];
  return [
    one('Requests', 'reqps', { query: traffic.requests, legend: 'requests' }),
    one('Error share', 'percentunit', {
      query: traffic.errors,
      legend: 'failed',
    }),
    one('Latency, 95th percentile', 's', {
      query: traffic.latency,
      legend: 'p95',
    }),
  ];
}

function workPanels({ cluster, runs }: Signals): Panel[] {
  if (runs) {
    return [
      {
        title: 'Time since a run ended',
        unit: 's',
        lines: [
          { query: `time() - ${runs.succeeded}`, legend: 'succeeded' },
          { query: `time() - ${runs.failed}`, legend: 'failed' },
        ],
      },
    ];
  }
  return [
    {
      title: 'Replicas',
      unit: 'short',
      lines: [
        { query: cluster.wanted, legend: 'wanted' },
        { query: cluster.ready, legend: 'ready' },
      ],
    },
  ];
}

function usagePanels(
  { cluster }: Signals,
  { input: { resources } }: PlannedEnvironment,
): Panel[] {
  // Other makers' exporters have other names.
  const nvidia = resources.gpu?.resource.startsWith('nvidia.com/');
  return [
    one('CPU', 'cores', { query: cluster.cpu, legend: 'cores in use' }),
    one('Memory', 'bytes', { query: cluster.memory, legend: 'in use' }),
    ...(nvidia
      ? [one('GPU', 'percent', { query: cluster.gpu, legend: 'busy' })]
      : []),
  ];
}

/** The diagrams of a dashboard. */
export function panelsOf(
  signals: Signals,
  environment: PlannedEnvironment,
): Panel[] {
  const { drift } = signals;
  return [
    ...trafficPanels(signals),
    ...workPanels(signals),
    ...usagePanels(signals, environment),
    ...(drift
      ? [one('Drift', 'short', { query: drift.query, legend: 'drift' })]
      : []),
  ];
}
