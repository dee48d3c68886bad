import { context } from '../__fixtures__/service';
import { variants } from '../__fixtures__/variants';
import { plan } from '../plan/plan';
import { readReleases } from '../repository/readReleases';

describe('runtimes', () => {
  it.each(Object.entries(variants))(
    'reads back what %s planned',
    (key, input) => {
      const bare = { ...input, policies: [] };
      const planned = plan(bare, context());
      expect(planned.findings.filter(f => f.severity === 'error')).toEqual([]);
      const releases = readReleases(planned.files);
      expect(releases.map(r => r.runtime)).toEqual(
        input.environments.map(() => key),
      );
      for (const release of releases)
        expect(release).toMatchObject({
          modelRef: 'model:default/credit-risk',
          version: '7',
        });
      const again = plan(bare, context({ deployed: releases }));
      expect(again.digest).toBe(planned.digest);
    },
  );
});
