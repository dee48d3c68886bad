import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { ComponentType, lazy } from 'react';

/**
 * What a section of the version page gets: entity ref of the Model, the version
 * and its digest.
 *
 * @public
 */
export interface ModelVersionSectionProps {
  modelRef: string;
  version: string;
  digest: string;
}

/**
 * A section that another plugin adds to the page of a version.
 *
 * @public
 */
export interface ModelVersionSection {
  /** Id of the extension; unique on the page. */
  id: string;
  title: string;
  /** Place among the contributed sections, ascending. */
  order: number;
  Component: ComponentType<ModelVersionSectionProps>;
}

/**
 * Parameters of {@link ModelVersionSectionBlueprint}.
 *
 * @public
 */
export interface ModelVersionSectionParams {
  title: string;
  order: number;
  loader: () => Promise<ComponentType<ModelVersionSectionProps>>;
}

/**
 * Carries a {@link ModelVersionSection} to the page of a version.
 *
 * @public
 */
export const modelVersionSectionDataRef =
  createExtensionDataRef<ModelVersionSection>().with({
    id: 'model-catalog.version-section',
  });

/**
 * Creates extensions that add a section to the page of a version, above those
 * of the catalog itself.
 *
 * @public
 */
export const ModelVersionSectionBlueprint = createExtensionBlueprint({
  kind: 'model-version-section',
  attachTo: { id: 'entity-content:model-catalog/versions', input: 'sections' },
  output: [modelVersionSectionDataRef],
  dataRefs: { section: modelVersionSectionDataRef },
  *factory(params: ModelVersionSectionParams, { node }) {
    const Section = lazy(async () => ({ default: await params.loader() }));
    yield modelVersionSectionDataRef({
      id: node.spec.id,
      title: params.title,
      order: params.order,
      Component: props => (
        <ExtensionBoundary node={node}>
          <Section {...props} />
        </ExtensionBoundary>
      ),
    });
  },
});
