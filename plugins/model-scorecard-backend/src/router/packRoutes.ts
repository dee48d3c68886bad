import {
  CheckPack,
  PackSummary,
  readPack,
} from '@modelyard/plugin-model-scorecard-common';
import { Router } from 'express';
import { RouterOptions } from './createRouter';

function toSummary(pack: CheckPack): PackSummary {
  const { id, version, digest, title, description } = pack;
  const checks = pack.checks.map(check => ({
    id: check.id,
    area: check.area,
    title: check.title,
    rule: check.rule,
    evidence: check.evidence,
    expr: check.expr,
    controls: check.controls,
    remedy: check.remedy,
  }));
  return { id, version, digest, title, description, checks };
}

/** Check packs. */
export function packRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, pack } = options;

  router.get('/packs', async (req, res) => {
    await httpAuth.credentials(req);
    res.json({ items: [toSummary(pack)], totalItems: 1 });
  });

  router.post('/packs/validate', async (req, res) => {
    await httpAuth.credentials(req);
    const { pack: read, problems, warnings } = readPack(req.body.text);
    const summary = read && {
      id: read.id,
      version: read.version,
      digest: read.digest,
    };
    res.json({ valid: read !== undefined, pack: summary, problems, warnings });
  });
}
