import { ModelVersionSectionProps } from '@modelyard/plugin-model-react';
import { ScorecardView } from './ScorecardView';

/** The scorecard on the page of a version. */
export function ScorecardSection({
  modelRef,
  version,
}: ModelVersionSectionProps) {
  return <ScorecardView modelRef={modelRef} version={version} heading="h4" />;
}
