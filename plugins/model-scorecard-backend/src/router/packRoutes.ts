import { NotFoundError } from '@backstage/errors';
import {
  CheckPack,
  ControlCatalog,
  controlCatalog,
  packJsonSchema,
  PackSummary,
  readPack,
} from '@modelyard/plugin-model-scorecard-common';
import { Router } from 'express';
import { RouterOptions } from './createRouter';

function toSummary(pack: CheckPack): Omit<PackSummary, 'reading'> {
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

/** Controls, each with the checks of the pack that support it. */
function controlsOf(pack: CheckPack): ControlCatalog {
  const frameworks = controlCatalog.frameworks.map(framework => {
    const { id, title, edition, url, controls } = framework;
    const items = Object.entries(controls).map(([part, name]) => ({
      id: `${id}:${part}`,
      title: name,
      checks: pack.checks
        .filter(check => check.controls.includes(`${id}:${part}`))
        .map(check => check.id),
    }));
    return { id, title, edition, url, controls: items };
  });
  return { version: controlCatalog.version, frameworks };
}

/** Check packs and the controls that they support. */
export function packRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, packs, packStore, service } = options;

  router.get('/packs', async (req, res) => {
    await httpAuth.credentials(req);
    const { readAt, problems } = packs.reading();
    const summary = toSummary(packs.current());
    const item = { ...summary, reading: { readAt, problems } };
    res.json({ items: [item], totalItems: 1 });
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

  router.post('/packs/preview', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { text, limit = 500 } = req.body;
    res.json(await service.previewPack(text, limit, { credentials }));
  });

  router.get('/packs/schema', async (req, res) => {
    await httpAuth.credentials(req);
    res.json(packJsonSchema());
  });

  router.get('/packs/:digest', async (req, res) => {
    await httpAuth.credentials(req);
    const pack = await packStore.get(req.params.digest);
    if (!pack)
      throw new NotFoundError(
        `No check pack ${req.params.digest} was ever in force here`,
      );
    res.type('application/yaml').send(pack.text);
  });

  router.get('/controls', async (req, res) => {
    await httpAuth.credentials(req);
    res.json(controlsOf(packs.current()));
  });
}
