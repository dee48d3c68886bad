import {
  CostSource,
  FailedSourceDay,
  ListedDay,
  SourceCallOptions,
  SourceDay,
  SourceSpan,
} from '@modelyard/plugin-model-cost-node';

/** A source that says what it is told to say. */
export class FakeSource implements CostSource {
  readonly provides: CostSource['provides'];
  readonly days = new Map<string, Omit<SourceDay, 'day'> | Error>();
  readonly marks = new Map<string, string>();
  /** Days it was asked for. */
  readonly asked: string[] = [];
  /** Why it can't be read at all. */
  failure?: Error;
  redate = false;
  readSampleShare?: CostSource['readSampleShare'];

  constructor(...provides: ('cost' | 'usage')[]) {
    this.provides = provides.length ? provides : ['cost'];
  }

  async listDays({ from, until }: SourceSpan): Promise<ListedDay[]> {
    if (this.failure) throw this.failure;
    return [...this.days.keys()]
      .filter(day => day >= from && day <= until)
      .sort()
      .map(day => ({ day, mark: this.marks.get(day) }));
  }

  async *readDays(
    days: readonly string[],
    { signal }: SourceCallOptions,
  ): AsyncIterable<SourceDay | FailedSourceDay> {
    for (const day of days) {
      signal.throwIfAborted();
      this.asked.push(day);
      const content = this.days.get(day);
      if (!content) continue;
      if (content instanceof Error) yield { day, failure: content.message };
      else yield { day, ...content };
    }
  }
}
