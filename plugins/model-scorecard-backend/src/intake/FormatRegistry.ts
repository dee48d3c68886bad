import { ConflictError } from '@backstage/errors';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  builtInFormats,
  EvidenceFormat,
} from '@modelyard/plugin-model-scorecard-common';
import { EvidenceFormatsExtensionPoint } from '@modelyard/plugin-model-scorecard-node';
import { looksLikeEnvelope } from './dsse';
import { looksLikeBundle } from './openEnvelope';

/** Id of signed envelopes, which the intake opens itself. */
export const dsseFormatId = 'dsse';

/** Formats of evidence: the built-in ones, and those of modules. */
export class FormatRegistry implements EvidenceFormatsExtensionPoint {
  private readonly formats = new Map<string, EvidenceFormat>();

  private constructor() {}

  static create(): FormatRegistry {
    const registry = new FormatRegistry();
    for (const format of builtInFormats) registry.addFormat(format);
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
      {
        id: dsseFormatId,
        title: 'DSSE envelope or Sigstore bundle over an in-toto Statement',
      },
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
    if (looksLikeEnvelope(document) || looksLikeBundle(document)) return 'dsse';
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

  /**
   * The format of the predicate of a signed statement.
   *
   * @param at - where the predicate type is in the request
   * @throws InvalidFieldsError
   */
  ofPredicate(predicateType: string, at: string): EvidenceFormat {
    for (const format of this.formats.values())
      if (format.predicateTypes?.includes(predicateType)) return format;
    throw new InvalidFieldsError([
      {
        path: at,
        message: `no format reads predicates of type ${predicateType}`,
      },
    ]);
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
