/** Texts of models that are the same, and of where aliases pointed. */
export const linksMessages = {
  what: 'Linked models',
  field: 'Also in',
  as: '{{source}} as',
  sameDigest_one: 'same digest in {{count}} version',
  sameDigest_other: 'same digest in {{count}} versions',
  statedBy: 'stated by',
  none: 'no other source',
  unknown: 'could not be read',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  state: 'Same model as…',
  stateTitle: 'Which model is the same as {{title}}?',
  stateHelp:
    'Both pages will name the other one. Nothing of the two is merged.',
  model: 'Model',
  modelHelp: 'Type a part of its name.',
  noModel: 'No model matches',
  option: '{{title}} in {{source}}',
  comment: 'Why, for those who read it later',
  stateConfirm: 'State that they are the same',
  cancel: 'Cancel',
  withdraw: 'Withdraw',
  withdrawOf: 'Withdraw: {{title}}',
  withdrawTitle: 'Withdraw that {{title}} is the same?',
  withdrawHelp:
    'Both pages stop naming the other one, unless versions of the two have the same digest.',
  withdrawConfirm: 'Withdraw the statement',
  versionField: 'Same digest as',
  versionIn: '{{title}} in {{source}}, version {{version}}',
  failed: 'Nothing was changed: {{reason}}',
} as const;

/** Texts of the history of aliases. */
export const aliasesMessages = {
  what: 'The history of the aliases',
  title: 'Where the aliases pointed',
  table: 'History of the aliases',
  empty: 'No alias has pointed to a version of this model yet.',
  alias: 'Alias',
  version: 'Version',
  since: 'Since',
  until: 'Until',
  now: 'now',
  by: 'Told by',
  bySource: 'source {{source}}',
} as const;
