import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { isModelEntity } from '@modelyard/plugin-model-catalog-common';
import { validateModel } from './validateModel';

/** A relation and its reverse. */
interface RelationPair {
  type: string;
  reverse: string;
}

const ownership = { type: RELATION_OWNED_BY, reverse: RELATION_OWNER_OF };
const part = { type: RELATION_PART_OF, reverse: RELATION_HAS_PART };
const dependency = {
  type: RELATION_DEPENDS_ON,
  reverse: RELATION_DEPENDENCY_OF,
};

/**
 * Makes the catalog accept entities of kind Model, and relates them to owner,
 * system, base models and datasets, in both directions.
 *
 * @public
 */
export class ModelEntityProcessor implements CatalogProcessor {
  private constructor() {}

  static create(): ModelEntityProcessor {
    return new ModelEntityProcessor();
  }

  getProcessorName(): string {
    return 'ModelyardModelProcessor';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    return validateModel(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (!isModelEntity(entity)) return entity;
    const source = getCompoundEntityRef(entity);
    const relate = (
      text: string | undefined,
      defaultKind: string,
      relation: RelationPair,
    ) => {
      if (text === undefined) return;
      const target: CompoundEntityRef = parseEntityRef(text, {
        defaultKind,
        defaultNamespace: source.namespace,
      });
      emit(processingResult.relation({ source, target, type: relation.type }));
      emit(
        processingResult.relation({
          source: target,
          target: source,
          type: relation.reverse,
        }),
      );
    };
    const { owner, system, baseModels = [], datasets = [] } = entity.spec;
    relate(owner, 'Group', ownership);
    relate(system, 'System', part);
    for (const ref of baseModels) relate(ref, 'Model', dependency);
    for (const ref of datasets) relate(ref, 'Resource', dependency);
    return entity;
  }
}
