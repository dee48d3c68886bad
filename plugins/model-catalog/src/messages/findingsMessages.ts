/** Texts of the lists of what needs a look. */
export const findingsMessages = {
  title: 'What needs a look',
  tabs: 'Lists',
  source: 'Source',
  anySource: 'All sources',
  tab: '{{list}} ({{number}})',
  model: 'Model',
  version: 'Version',
  modelVersion: '{{title}}, version {{version}}',
  latest: 'Latest version',
  task: 'Task',
  noTask: 'none given',
  unowned: {
    what: 'The models without owner',
    list: 'Without owner',
    help: 'Nobody is asked when one of these fails a check or costs too much. Name the owner in the registry, or give the source a rule under owner.rules.',
    empty: 'Every model has an owner',
    emptyHelp:
      'A model stands here when neither its registry nor a rule of its source names a group that exists.',
  },
  conflicts: {
    what: 'The conflicts',
    list: 'Conflicts',
    help: 'The source now tells otherwise than was stored first. What is stored stays, because reviews stand on it. Find out in the registry who changed it, and register what is new as a new version.',
    empty: 'No version is in conflict',
    emptyHelp:
      'Every source still tells of its versions what was stored when they were first read.',
    fields: 'Differs in',
    since: 'Since',
    stored: 'Stored',
    now: 'Source says',
  },
  removed: {
    what: 'What vanished',
    list: 'Vanished',
    help: 'The sources no longer list these. What was stored of them is kept, with its evidence and costs. A model that vanished as a whole stands here once, without its versions.',
    empty: 'Nothing has vanished',
    emptyHelp:
      'What a source stops listing is marked here with the day; nothing is deleted.',
    item: 'What',
    reason: 'Reason',
    when: 'When',
  },
  collisions: {
    what: 'The name collisions',
    list: 'Name collisions',
    help: 'Another model had the name first, so these got a longer one that stays. Where both are the same model, say so on the page of one of them; where not, rename one in its registry.',
    empty: 'No two models want the same name',
    emptyHelp:
      'A model gets the entity name of its title, unless another one has it already.',
    got: 'Has the name',
    wanted: 'Wanted name',
    holder: 'is {{title}} of {{source}}',
    noHolder: 'is free by now, or hidden from you',
  },
} as const;
