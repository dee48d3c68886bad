import { EvidenceFormat } from './EvidenceFormat';
import { cyclonedxFormat } from './cyclonedx';
import { dpiaFormat } from './dpia';
import { garakFormat } from './garak';
import { grypeFormat } from './grype';
import { impactAssessmentFormat } from './impactAssessment';
import { modelSigningFormat } from './modelSigning';
import { modelscanFormat } from './modelscan';
import { privacyFormat } from './privacy';
import { promptfooFormat } from './promptfoo';
import { sarifFormat } from './sarif';
import { slsaProvenanceFormat } from './slsaProvenance';
import { snykFormat } from './snyk';
import { spdxFormat } from './spdx';
import { trivyFormat } from './trivy';

/** Formats of scans, bills of materials, attestations, red teams and assessments. */
export const assuranceFormats: readonly EvidenceFormat[] = [
  trivyFormat,
  grypeFormat,
  snykFormat,
  sarifFormat,
  modelscanFormat,
  cyclonedxFormat,
  spdxFormat,
  modelSigningFormat,
  slsaProvenanceFormat,
  garakFormat,
  promptfooFormat,
  privacyFormat,
  dpiaFormat,
  impactAssessmentFormat,
];
