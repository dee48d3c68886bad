/**
 * What the `./legacy` entries of the plugins are made with.
 *
 * @packageDocumentation
 */
import { compatWrapper } from '@backstage/core-compat-api';
import {
  createComponentExtension,
  Extension,
} from '@backstage/core-plugin-api';
import { ComponentType, lazy, Suspense } from 'react';
import {
  ModelVersionSection,
  ModelVersionSectionParams,
} from './extensions/ModelVersionSectionBlueprint';
import { TableColumn } from './extensions/TableColumn';

/**
 * Lets a component of the new frontend system work in an app of the old one.
 *
 * @public
 */
export function inOldApp<TProps extends object>(
  Component: ComponentType<TProps>,
): (props: TProps) => JSX.Element {
  return function InOldApp(props: TProps) {
    return compatWrapper(<Component {...props} />);
  };
}

/**
 * An extension of the old frontend system, for `plugin.provide`, that shows a
 * component of the new one.
 *
 * @public
 */
export function toLegacyComponent<TProps extends object>(
  name: string,
  load: () => Promise<ComponentType<TProps>>,
): Extension<(props: TProps) => JSX.Element> {
  return createComponentExtension({
    name,
    component: { lazy: async () => inOldApp(await load()) },
  });
}

/**
 * A column as the pages of the old frontend system take it.
 *
 * @public
 */
export function toLegacyColumn<TCell extends object, TTable extends object>(
  id: string,
  column: Omit<TableColumn<TCell, TTable>, 'id'>,
): TableColumn<TCell, TTable> {
  const { Cell, Provider } = column;
  return {
    ...column,
    id,
    Cell: props => (
      <Suspense fallback={null}>
        <Cell {...props} />
      </Suspense>
    ),
    Provider:
      Provider &&
      (props => (
        <Suspense fallback={null}>
          <Provider {...props} />
        </Suspense>
      )),
  };
}

/**
 * A section as the version page of the old frontend system takes it.
 *
 * @public
 */
export function toLegacySection(
  id: string,
  { title, order, loader }: ModelVersionSectionParams,
): ModelVersionSection {
  const Section = lazy(async () => ({ default: await loader() }));
  return {
    id,
    title,
    order,
    Component: props => (
      <Suspense fallback={null}>
        <Section {...props} />
      </Suspense>
    ),
  };
}
