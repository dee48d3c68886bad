/** Texts of the living preview. */
export const previewTexts = {
  preview: {
    title: 'Preview',
    what: 'The plan',
    wrong_zero: 'Nothing has to be corrected.',
    wrong_one: 'One thing has to be corrected.',
    wrong_other: '{{count}} things have to be corrected.',
    incomplete: 'The service is not described in full yet.',
    unplanned: 'The service could not be planned.',
    planning: 'Planning the service.',
    ready: 'The service can be created.',
    readyBut_zero: 'The service can be created.',
    readyBut_one: 'The service can be created, with one warning.',
    readyBut_other: 'The service can be created, with {{count}} warnings.',
    missing: 'Still missing:',
    empty:
      'Files, gates and costs are shown here as soon as this has been filled in.',
    old: 'The files are those of the last complete entry.',
    severities: {
      error_zero: 'Nothing to correct',
      error_one: 'To correct',
      error_other: 'To correct',
      warning_zero: 'No warnings',
      warning_one: 'Warning',
      warning_other: 'Warnings',
      info_zero: 'Nothing to know',
      info_one: 'Good to know',
      info_other: 'Good to know',
    },
    environments: 'Gates and costs',
    gate: 'Gate',
    perMonth: 'Per month',
    expected: 'Expected',
    files_zero: 'No files',
    files_one: '{{count}} file',
    files_other: '{{count}} files',
    changes: { added: 'added', changed: 'changed', removed: 'removed' },
    changedInside_zero: 'unchanged',
    changedInside_one: '{{count}} change',
    changedInside_other: '{{count}} changes',
    view: 'What of the file is shown',
    views: { difference: 'Difference', content: 'Content' },
    differenceOf: 'Difference of {{path}}',
    noDifference: 'Nothing differs.',
    copy: 'Copy',
  },
  createLine: {
    title: 'What Create will do',
    notYet: 'Create will write it to Git once nothing is missing or wrong.',
    nothing: 'Create will write nothing: no gate is open.',
    cost: '{{range}} per month',
    create_zero: 'Create will write nothing.',
    create_one:
      'Create will write {{count}} file for {{environments}} to the new repository {{repository}}.',
    create_other:
      'Create will write {{count}} files for {{environments}} to the new repository {{repository}}.',
    change_zero: 'Create will change nothing.',
    change_one:
      'Create will change {{count}} file for {{environments}} in {{repository}}.',
    change_other:
      'Create will change {{count}} files for {{environments}} in {{repository}}.',
    add_zero: 'Create will write nothing.',
    add_one:
      'Create will write {{count}} file for {{environments}} to {{repository}}.',
    add_other:
      'Create will write {{count}} files for {{environments}} to {{repository}}.',
    propose_zero: 'Create will change nothing.',
    propose_one:
      'Create will open a pull request that changes {{count}} file for {{environments}} in {{repository}}.',
    propose_other:
      'Create will open a pull request that changes {{count}} files for {{environments}} in {{repository}}.',
    createOpen:
      'Create will write {{environments}} to the new repository {{repository}}.',
    addOpen: 'Create will write {{environments}} to {{repository}}.',
    proposeOpen:
      'Create will open a pull request for {{environments}} in {{repository}}.',
    folder: '{{folder}} of {{repository}}',
    changeOpen: 'Create will change {{environments}} in {{repository}}.',
    same: 'Create will change nothing in {{repository}}: it is so already.',
    waits_zero: 'Nothing waits.',
    waits_one: '{{environments}} waits until its gate opens.',
    waits_other: '{{environments}} wait until their gates open.',
  },
} as const;
