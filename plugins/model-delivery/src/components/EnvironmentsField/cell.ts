import {
  EnvironmentInput,
  RuntimeKey,
} from '@modelyard/plugin-model-delivery-common';
import { ComponentType } from 'react';
import { FieldErrors } from '../form/fieldErrors';
import { Compute } from '../form/useCompute';

/** What a cell of the table knows: one environment of the form. */
export interface CellProps {
  value: EnvironmentInput;
  /** Beginning of the ids of its inputs. */
  id: string;
  used: boolean;
  errors?: FieldErrors;
  runtime: RuntimeKey;
  compute: Compute;
  onChange: (value: EnvironmentInput) => void;
}

/** Names of the rows, which are also those of their texts. */
export type RowKey =
  | 'preset'
  | 'namespace'
  | 'cpu'
  | 'memory'
  | 'gpuCount'
  | 'gpuResource'
  | 'gpuProduct'
  | 'scaling'
  | 'replicas'
  | 'minReplicas'
  | 'maxReplicas'
  | 'metric'
  | 'target'
  | 'actuator'
  | 'trigger'
  | 'rollout'
  | 'percent'
  | 'spot'
  | 'spread'
  | 'nodeSelector'
  | 'tolerations'
  | 'quotaCpu'
  | 'quotaMemory'
  | 'quotaGpu'
  | 'price';

/** A row of the table: a question, answered once per environment. */
export interface EnvironmentRow {
  key: RowKey;
  /** Whether the question makes sense for an environment; always when absent. */
  applies?: (cell: CellProps) => boolean;
  Cell: ComponentType<CellProps>;
}
