import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  ModelVersionColumn,
  ModelVersionSection,
} from '@modelyard/plugin-model-react';
import { Route, Routes } from 'react-router-dom';
import { CompareView } from '../Compare/CompareView';
import { VersionPage } from '../VersionPage/VersionPage';
import { VersionsTab } from './VersionsTab';

/** The Versions tab and the pages under it. */
export function VersionsRouter({
  sections,
  columns = [],
}: {
  sections: ModelVersionSection[];
  columns?: ModelVersionColumn[];
}) {
  const { entity } = useEntity();
  const modelRef = stringifyEntityRef(entity);
  return (
    <Routes>
      <Route
        index
        element={<VersionsTab modelRef={modelRef} columns={columns} />}
      />
      <Route path="compare" element={<CompareView modelRef={modelRef} />} />
      <Route
        path=":version"
        element={<VersionPage modelRef={modelRef} sections={sections} />}
      />
    </Routes>
  );
}
