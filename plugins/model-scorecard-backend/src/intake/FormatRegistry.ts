import { ConflictError } from '@backstage/errors';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  EvidenceFormat,
  EvidenceFormatsExtensionPoint,
} from '@modelyard/plugin-model-scorecard-node';
import { canonicalFormat } from './canonicalFormat';
import { looksLikeEnvelope } from './dsse';

/** Id of signed envelopes, which the intake opens itself. */
export const dsseFormatId = 'dsse';

/** Formats of evidence: the built-in ones, and those of modules. */
export class FormatRegistry implements EvidenceFormatsExtensionPoint {
  private readonly formats = new Map<string, EvidenceFormat>();

  private constructor() {}

  static create(): FormatRegistry {
    const registry = new FormatRegistry();
    registry.addFormat(canonicalFormat);
    return registry;
  }

  addFormat(format: EvidenceFormat): void {
    if (
      this.formats.has(format.id) ||
      ['auto', dsseFormatId].includes(format.id)
    )
      throw new ConflictError(
        `An evidence format "${format.id}" was added already; choose another id`,
      );
    this.formats.set(format.id, format);
  }

  list(): { id: string; title: string }[] {
    const formats = [...this.formats.values()].map(({ id, title }) => ({
      id,
      title,
    }));
    return [
      ...formats,
      { id: dsseFormatId, title: 'DSSE envelope over an in-toto Statement' },
    ];
  }

  /**
   * The format that a request names, or that its document is of.
   *
   * @returns `dsse` for an envelope, which the intake opens itself
   * @throws InvalidFieldsError at `/format`
   */
  resolve(id: string, document: unknown): EvidenceFormat | 'dsse' {
    if (id === dsseFormatId) return 'dsse';
    if (id !== 'auto') {
      const format = this.formats.get(id);
      if (format) return format;
      throw this.refusal(`no format "${id}" is known`);
    }
    if (looksLikeEnvelope(document)) return 'dsse';
    const matching = [...this.formats.values()].filter(format =>
      format.detect(document),
    );
    if (matching.length === 1) return matching[0];
    const names = matching.map(({ id: name }) => name).join(' and ');
    throw this.refusal(
      matching.length
        ? `the document could be ${names}; say which`
        : 'no format recognises the document',
    );
  }

  private refusal(message: string): InvalidFieldsError {
    const known = this.list().map(({ id }) => id);
    return new InvalidFieldsError([
      {
        path: '/format',
        message: `${message}. Known formats: ${known.join(', ')}`,
      },
    ]);
  }
}
