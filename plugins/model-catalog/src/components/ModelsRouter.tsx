import { ModelColumn } from '@modelyard/plugin-model-react';
import { Route, Routes } from 'react-router-dom';
import { ModelsPage } from './ModelsPage/ModelsPage';
import { SourcesPage } from './SourcesPage/SourcesPage';

/** All models, and the sources that they come from. */
export function ModelsRouter({ columns }: { columns: ModelColumn[] }) {
  return (
    <Routes>
      <Route index element={<ModelsPage columns={columns} />} />
      <Route path="sources" element={<SourcesPage />} />
    </Routes>
  );
}
