import {
  SourceModel,
  SourceProblem,
} from '@modelyard/plugin-model-catalog-node';
import { setImmediate as turn } from 'node:timers/promises';
import { InvalidItem } from '../domain/InvalidItem';
import { normalizeModel } from '../domain/normalizeModel';
import { ModelRecord } from '../domain/records';
import { SourceIntake } from '../domain/SourceIntake';

/** Normalised models, and what is wrong with the others. */
export interface NormalizedPage {
  models: ModelRecord[];
  problems: SourceProblem[];
}

/** Versions after which others have their turn: a few milliseconds. */
const versionsPerTurn = 100;

/**
 * Makes the models of a page ready to be stored; what can't be is a problem. Gives
 * way now and then: to requests, and to the page before, which is being written.
 */
export async function normalizePage(
  models: SourceModel[],
  intake: SourceIntake,
): Promise<NormalizedPage> {
  const page: NormalizedPage = { models: [], problems: [] };
  let versions = 0;
  for (const model of models) {
    if (versions >= versionsPerTurn) {
      await turn();
      versions = 0;
    }
    versions += 1 + model.versions.length;
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
