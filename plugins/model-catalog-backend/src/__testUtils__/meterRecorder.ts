import {
  createNoopMeter,
  MetricAttributes,
  MetricOptions,
  MeterProvider,
} from '@opentelemetry/api';

/** One value that was measured. */
export interface Measurement {
  meter: string;
  name: string;
  kind: 'counter' | 'histogram';
  unit?: string;
  value: number;
  attributes?: MetricAttributes;
}

/** A provider of meters that keeps what they measure. */
export class MeterRecorder implements MeterProvider {
  readonly measured: Measurement[] = [];

  getMeter(meter: string) {
    const take =
      (kind: Measurement['kind'], name: string, { unit }: MetricOptions = {}) =>
      (value: number, attributes?: MetricAttributes) => {
        this.measured.push({ meter, name, kind, unit, value, attributes });
      };
    return Object.assign(createNoopMeter(), {
      createCounter: (name: string, options?: MetricOptions) => ({
        add: take('counter', name, options),
      }),
      createHistogram: (name: string, options?: MetricOptions) => ({
        record: take('histogram', name, options),
      }),
    });
  }
}
