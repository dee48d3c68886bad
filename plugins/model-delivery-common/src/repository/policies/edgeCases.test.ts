import { withTool } from '../../__fixtures__/tools';
import { expectedVerdicts, gatorVerdicts } from './__testUtils__/gator';
import {
  CelPolicy,
  celVerdict,
  objectAt,
  platform,
  policiesFor,
} from './__testUtils__/judges';
import { metadataCases } from './__testUtils__/metadataCases';
import { ownerCases } from './__testUtils__/ownerCases';
import { podCases } from './__testUtils__/podCases';

const files = policiesFor(platform);
const cases = [...metadataCases, ...podCases, ...ownerCases];
const policy = (folder: string) =>
  objectAt<CelPolicy>(files, `policies/${folder}/policy.yaml`);

describe('the CEL policies', () => {
  const admission = policy('admission-policy');

  it.each(cases)('judge $name', ({ object, breaks }) => {
    expect(celVerdict(admission, object)).toEqual(breaks);
  });

  it('say the same', () => {
    const { matchConditions, variables, validations } = policy('kyverno').spec;
    expect({ matchConditions, variables, validations }).toEqual({
      matchConditions: admission.spec.matchConditions,
      variables: admission.spec.variables,
      validations: admission.spec.validations,
    });
  });
});

const { describeTool, title } = withTool('gator');

describeTool(title, () => {
  it('judges every case, with the Rego and with the CEL of Kubernetes', () => {
    expect(cases).toHaveLength(163);
    expect(gatorVerdicts(files, cases)).toEqual(expectedVerdicts(cases));
  });
});
