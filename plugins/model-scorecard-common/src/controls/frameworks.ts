/**
 * A law, standard or framework with those of its controls that checks refer to.
 *
 * @public
 */
export interface ControlFramework {
  /** Prefix of the ids in check packs, such as `eu-ai-act`. */
  id: string;
  title: string;
  /** Which text the controls are of. */
  edition: string;
  url: string;
  /** Short titles in our words, by the part of the id behind the colon. */
  controls: Record<string, string>;
}

const euAiAct: ControlFramework = {
  id: 'eu-ai-act',
  title: 'EU AI Act',
  edition: 'Regulation (EU) 2024/1689',
  url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  controls: {
    '5': 'Prohibited practices',
    '6': 'Classification as high-risk',
    '10': 'Data and data governance',
    '10(2)': 'Practices of data governance',
    '10(2)(f)': 'Examination for possible biases',
    '10(2)(g)': 'Measures against biases',
    '10(3)': 'Quality of data sets',
    '11': 'Technical documentation',
    '12': 'Record-keeping',
    '13': 'Transparency towards deployers',
    '13(3)': 'Instructions for use, with accuracy',
    '14': 'Human oversight',
    '14(4)': 'What those who oversee must be able to do',
    '15': 'Accuracy, robustness, cybersecurity',
    '15(1)': 'Appropriate level of accuracy',
    '15(4)': 'Resilience against errors',
    '15(5)': 'Resilience against attacks',
    '27': 'Fundamental rights impact assessment',
    '50': 'Transparency of certain AI systems',
    '53(1)(c)': 'Policy on copyright',
    '55': 'Models with systemic risk',
    '72': 'Post-market monitoring',
    '73': 'Reporting of serious incidents',
    '86': 'Right to an explanation',
    'annex-III': 'High-risk uses',
    'annex-IV': 'Content of the technical documentation',
    'annex-IV(2)': 'Description of development',
  },
};

const nist: ControlFramework = {
  id: 'nist',
  title: 'NIST AI RMF',
  edition: 'AI 100-1, version 1.0',
  url: 'https://doi.org/10.6028/NIST.AI.100-1',
  controls: {
    'GOVERN-1.6': 'Inventory of AI systems',
    'MAP-1.1': 'Purpose and context are understood',
    'MAP-4.1': 'Legal risks of third-party parts',
    'MAP-4.2': 'Controls of the parts',
    'MAP-5.1': 'Likelihood and size of impacts',
    'MEASURE-2.1': 'Test sets and metrics are documented',
    'MEASURE-2.3': 'Performance under conditions of use',
    'MEASURE-2.4': 'Behaviour in production is monitored',
    'MEASURE-2.5': 'Validity and reliability',
    'MEASURE-2.6': 'Safety',
    'MEASURE-2.7': 'Security and resilience',
    'MEASURE-2.8': 'Transparency and accountability',
    'MEASURE-2.9': 'Explanation of the model',
    'MEASURE-2.10': 'Privacy',
    'MEASURE-2.11': 'Fairness and bias',
    'MANAGE-1.1': 'Decision to proceed',
    'MANAGE-1.3': 'Responses to high risks',
    'MANAGE-1.4': 'Residual risks are documented',
    'MANAGE-4.1': 'Monitoring after deployment',
  },
};

const iso42001: ControlFramework = {
  id: 'iso42001',
  title: 'ISO/IEC 42001',
  edition: '2023, Annex A',
  url: 'https://www.iso.org/standard/81230.html',
  controls: {
    'A.3.2': 'Roles and responsibilities',
    'A.4.2': 'Documentation of resources',
    'A.5.2': 'Process of impact assessment',
    'A.5.3': 'Documentation of impact assessments',
    'A.5.4': 'Impact on individuals and groups',
    'A.5.5': 'Impact on societies',
    'A.6.2.3': 'Documentation of design and development',
    'A.6.2.4': 'Verification and validation',
    'A.6.2.5': 'Deployment',
    'A.6.2.6': 'Operation and monitoring',
    'A.6.2.7': 'Technical documentation',
    'A.6.2.8': 'Recording of event logs',
    'A.7.2': 'Data for development',
    'A.7.4': 'Quality of data',
    'A.7.5': 'Provenance of data',
    'A.8.2': 'Information for users',
    'A.8.5': 'Information for interested parties',
    'A.9.4': 'Intended use',
    'A.10.3': 'Suppliers',
  },
};

const gdpr: ControlFramework = {
  id: 'gdpr',
  title: 'GDPR',
  edition: 'Regulation (EU) 2016/679',
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  controls: {
    '5(1)(c)': 'Data minimisation',
    '22': 'Automated individual decisions',
    '25': 'Data protection by design',
    '35': 'Data protection impact assessment',
  },
};

const hipaa: ControlFramework = {
  id: 'hipaa',
  title: 'HIPAA',
  edition: '45 CFR Part 164',
  url: 'https://www.ecfr.gov/current/title-45/part-164',
  controls: {
    '164.312(b)': 'Audit controls',
    '164.514(b)': 'De-identification',
  },
};

/**
 * Control mappings as data of their own version. A check that names a control
 * supports an assessment of it; nothing here says that anything complies.
 *
 * @public
 */
export const controlCatalog: {
  version: string;
  frameworks: readonly ControlFramework[];
} = {
  version: '2026-11',
  frameworks: [euAiAct, nist, iso42001, gdpr, hipaa],
};

/**
 * Title of a control such as `eu-ai-act:10(2)(f)`; undefined for one that the
 * catalog does not know.
 *
 * @public
 */
export function findControl(
  id: string,
): { framework: ControlFramework; title: string } | undefined {
  const colon = id.indexOf(':');
  const framework = controlCatalog.frameworks.find(
    ({ id: prefix }) => prefix === id.slice(0, colon),
  );
  const title = framework?.controls[id.slice(colon + 1)];
  return framework && title ? { framework, title } : undefined;
}
