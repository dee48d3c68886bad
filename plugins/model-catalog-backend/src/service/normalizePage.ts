import {
  SourceModel,
  SourceProblem,
} from '@modelyard/plugin-model-catalog-node';
import { InvalidItem } from '../domain/InvalidItem';
import { normalizeModel } from '../domain/normalizeModel';
import { ModelRecord } from '../domain/records';
import { SourceIntake } from '../domain/SourceIntake';

/** Normalised models, and what is wrong with the others. */
export interface NormalizedPage {
  models: ModelRecord[];
  problems: SourceProblem[];
}

/** Makes the models of a page ready to be stored; what can't be is a problem. */
export function normalizePage(
  models: SourceModel[],
  intake: SourceIntake,
): NormalizedPage {
  const page: NormalizedPage = { models: [], problems: [] };
  for (const model of models) {
    try {
      page.models.push(normalizeModel(model, intake));
    } catch (error) {
      if (!(error instanceof InvalidItem)) throw error;
      const { field, message } = error;
      page.problems.push({
        file: model.location,
        field,
        message,
        severity: 'error',
      });
    }
  }
  return page;
}
