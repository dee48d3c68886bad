import {
  ModelColumnParams,
  ModelVersionColumnParams,
  ModelVersionSectionParams,
} from '@modelyard/plugin-model-react';
import { lazy } from 'react';

/** The section of the version page. */
export const scorecardSection: ModelVersionSectionParams = {
  title: 'Scorecard',
  order: 10,
  loader: () =>
    import('./components/ScorecardView/ScorecardSection').then(
      m => m.ScorecardSection,
    ),
};

/** The column of the Models page. */
export const gateColumn: ModelColumnParams = {
  header: 'Gate for prod',
  order: 20,
  width: 180,
  Cell: lazy(() =>
    import('./components/GateColumn/GateCell').then(m => ({
      default: m.GateCell,
    })),
  ),
  Provider: lazy(() =>
    import('./components/GateColumn/GateProvider').then(m => ({
      default: m.GateProvider,
    })),
  ),
};

/** The column of a Model's versions. */
export const versionGateColumn: ModelVersionColumnParams = {
  header: 'Gate for prod',
  order: 20,
  Cell: lazy(() =>
    import('./components/GateColumn/GateCell').then(m => ({
      default: m.VersionGateCell,
    })),
  ),
  Provider: lazy(() =>
    import('./components/GateColumn/GateProvider').then(m => ({
      default: m.VersionGateProvider,
    })),
  ),
};
