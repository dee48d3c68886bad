import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { formTexts } from './texts/formTexts';
import { previewTexts } from './texts/previewTexts';

/**
 * Texts of delivery: services, repositories and the fields of the form.
 *
 * @public
 */
export const modelDeliveryTranslationRef = createTranslationRef({
  id: 'model-delivery',
  messages: {
    services: {
      what: 'The services',
      answer_zero: 'No inference service is declared in Git.',
      answer_one: '{{count}} inference service is declared in Git.',
      answer_other: '{{count}} inference services are declared in Git.',
      loading: 'Reading the services.',
      search: 'Search services by name',
      table: 'Inference services',
      name: 'Service',
      model: 'Model',
      owner: 'Owner',
      environments: 'Declared version by environment',
      empty: 'No inference service is here yet',
      emptyHelp:
        'A service is made from the template "Inference service": choose a model version, and it is written to Git.',
      noMatch: 'No service has this in its name',
      create: 'Create an inference service',
      next: 'Next page',
      first: 'First page',
    },
    service: {
      what: 'The service {{name}}',
      answer_zero: '{{name}} is declared in no environment.',
      answer_one: '{{name}} serves {{model}} in {{places}}.',
      answer_other: '{{name}} serves {{model}} in {{places}}.',
      place: '{{environment}} (version {{version}})',
      environments: 'Environments',
      environment: 'Environment',
      namespace: 'Namespace',
      declared: 'Declared version',
      digest: 'Digest',
      observed: 'Observed',
      since: 'Declared',
      by: 'by',
      clone: 'Clone the repository',
      cloneHelp:
        'Any user name will do; the password is a portal token. Whoever delivers for the owner may also push.',
      copy: 'Copy the command',
      copied: 'Copied',
      links: 'Links',
      component: 'Component',
      back: 'All services',
    },
    observed: {
      synced: 'Synced',
      progressing: 'Progressing',
      degraded: 'Degraded',
      drifted: 'Drifted',
      unknown: 'Unknown',
    },
    files: {
      title: 'Files of the main branch',
      what: 'The files',
      whatOne: 'The file',
      list: 'Files',
      choose: 'Choose a file to read it.',
      binary: 'This file is not text, or too large to show here; clone it.',
      content: 'Content of {{path}}',
    },
    commits: {
      title: 'Commits',
      what: 'The commits',
      commit: 'Commit',
      message: 'Message',
      author: 'Author',
      at: 'When',
    },
    modelServices: {
      answer_zero: 'No inference service serves this model.',
      answer_one: '{{count}} inference service serves this model.',
      answer_other: '{{count}} inference services serve this model.',
    },
    picker: {
      model: 'Model',
      modelHelp: 'Search by name, title or description.',
      noModel: 'No model matches; search for less.',
      what: 'The models',
      whatVersions: 'The versions',
      versions: 'Versions of {{model}}',
      noVersions: 'This model has no version yet; choose another.',
      created: 'made',
      prod: 'prod',
      gates: 'Gates of version {{version}}',
      gatesUnknown: 'The gates could not be read; delivery checks them again.',
      more: 'The {{shown}} newest of {{total}} versions',
    },
    ...formTexts,
    ...previewTexts,
  },
});
