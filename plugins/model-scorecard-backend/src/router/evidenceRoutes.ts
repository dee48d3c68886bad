import { pipeline } from 'node:stream/promises';
import {
  EvidenceReceipt,
  ListEvidenceQuery,
  StreamEvidenceQuery,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { Router } from 'express';
import { audited, RouterOptions } from './createRouter';
import { validatedQuery } from './validatedQuery';

function toItem(record: StoredEvidence): EvidenceReceipt['items'][number] {
  const { id, kind, format, tool, trust, digest, usable, invalid, problems } =
    record;
  return { id, kind, format, tool, trust, digest, usable, invalid, problems };
}

/** Evidence and its formats. */
export function evidenceRoutes(router: Router, options: RouterOptions): void {
  const { service, httpAuth, auditor, formats } = options;

  router.post('/evidence', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { known, records } = await audited(
      auditor,
      {
        eventId: 'evidence-create',
        severityLevel: 'medium',
        request: req,
        meta: { subject: req.body.subject, format: req.body.format ?? 'dsse' },
      },
      () => service.addEvidence(req.body, { credentials }),
    );
    res.status(known ? 200 : 201).json({ items: records.map(toItem) });
  });

  router.post('/evidence/stream', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = validatedQuery<StreamEvidenceQuery>(req);
    const { ref, version, digest, format, producedAt } = query;
    const subject = { ref, version, digest };
    const { known, records } = await audited(
      auditor,
      {
        eventId: 'evidence-create',
        severityLevel: 'medium',
        request: req,
        meta: { subject, format },
      },
      () =>
        service.addStreamedEvidence(
          { subject, format, producedAt, content: req },
          { credentials },
        ),
    );
    res.status(known ? 200 : 201).json({ items: records.map(toItem) });
  });

  router.get('/evidence', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = validatedQuery<ListEvidenceQuery>(req);
    res.json(await service.listEvidence(query, { credentials }));
  });

  router.get('/evidence/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await service.getEvidence(req.params.id, { credentials }));
  });

  router.get('/evidence/:id/document', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { digest, content } = await service.getEvidenceDocument(
      req.params.id,
      { credentials },
    );
    res.set({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${digest.replace(':', '-')}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      ETag: `"${digest}"`,
    });
    await pipeline(content, res);
  });

  router.get('/formats', async (req, res) => {
    await httpAuth.credentials(req);
    const items = formats.list();
    res.json({ items, totalItems: items.length });
  });
}
