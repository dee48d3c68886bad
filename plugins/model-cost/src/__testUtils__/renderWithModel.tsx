import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { ModelEntity } from '@modelyard/plugin-model-catalog-common';
import { ModelCostApi } from '@modelyard/plugin-model-cost-common';
import { ReactNode } from 'react';
import { costApiRef } from '../api/costApiRef';
import { fakeCost } from './fakeCost';

const entity: ModelEntity = {
  apiVersion: 'modelyard.io/v1alpha1',
  kind: 'Model',
  metadata: { name: 'credit-risk', namespace: 'default' },
  spec: { type: 'classifier', lifecycle: 'production' },
};

/** Renders what stands on the page of an entity. */
export function renderWithEntity(
  content: ReactNode,
  shown: Entity,
  calls: Partial<ModelCostApi>,
  path: string = '/',
) {
  renderInTestApp(<EntityProvider entity={shown}>{content}</EntityProvider>, {
    apis: [[costApiRef, fakeCost(calls)]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path],
  });
}

/** Renders what stands on the page of a Model. */
export function renderWithModel(
  content: ReactNode,
  calls: Partial<ModelCostApi>,
  path?: string,
) {
  renderWithEntity(content, entity, calls, path);
}
