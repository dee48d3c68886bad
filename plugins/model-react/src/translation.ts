import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Texts of the shared widgets.
 *
 * @public
 */
export const modelReactTranslationRef = createTranslationRef({
  id: 'model-react',
  messages: {
    verdict: {
      pass: 'Pass',
      fail: 'Fail',
      no_evidence: 'No evidence',
      insufficient: 'Insufficient',
      stale: 'Stale',
      invalid: 'Invalid',
      error: 'Error',
      waived: 'Waived',
      not_applicable: 'Not applicable',
      waivedUntil: 'Waived until {{date}}',
    },
    gate: {
      open: 'Open',
      closed: 'Closed',
      openFor: '{{environment}} open',
      closedFor: '{{environment}} closed',
      blockers_one: '{{count}} blocker',
      blockers_other: '{{count}} blockers',
      blockedBy: 'Blocked by {{checks}}',
    },
    freshness: {
      asOf: 'read {{age}}',
      until: 'until {{date}}',
      labelled: '{{percent}} % labelled',
      stale: 'Stale',
      failed: 'Last sync failed',
      none: 'never synced',
    },
    source: { fresh: 'Fresh', stale: 'Stale', failed: 'Failed' },
    digest: {
      unverified: 'unverified content',
      vcs: 'digest of the registry’s commit',
      manifest: 'digest of the registry’s manifest',
      copy: 'Copy digest {{digest}}',
      copied: 'Digest copied',
    },
    notice: {
      retry: 'Try again',
      loading: 'Loading',
      forbidden: 'You may not see this',
      forbiddenHelp:
        'The owner of the model or a platform engineer can give you access.',
      failed: '{{what}} could not be loaded',
      failedHelp: 'Nothing was changed. {{reason}}',
      missing: '{{what}} is not here, or you may not see it',
    },
  },
});
