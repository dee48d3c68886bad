import {
  EnvironmentInput,
  RuntimeKey,
} from '@modelyard/plugin-model-delivery-common';
import { useEffect, useState } from 'react';
import { environmentsOf, runtimeOf } from '../form/serviceValues';
import { useEnvironments } from '../useEnvironments';
import { defaultEnvironment } from './defaults';
import { EnvironmentsFieldProps } from './environmentsSchema';

/** One environment of the form: a column of the table. */
export interface Column {
  value: EnvironmentInput;
  used: boolean;
  /** Place in the value of the field; undefined when it is not used. */
  index?: number;
}

/** Environments of the platform, then those that only the value knows. */
function namesOf(known: string[], used: EnvironmentInput[]): string[] {
  return [...new Set([...known, ...used.map(({ name }) => name)])];
}

/**
 * The environments of the form. What is not used keeps what was typed; a form
 * without a value starts with all of them.
 */
export function useColumns(props: EnvironmentsFieldProps) {
  const { formData, formContext, onChange } = props;
  const known = useEnvironments();
  const runtime: RuntimeKey = runtimeOf(formContext?.formData);
  const used = environmentsOf(formData);
  const [parked, setParked] = useState<EnvironmentInput[]>([]);
  const last = known[known.length - 1];
  const columns = namesOf(known, used).map((name): Column => {
    const index = used.findIndex(value => value.name === name);
    if (index >= 0) return { value: used[index], used: true, index };
    const kept = parked.find(value => value.name === name);
    const fresh = () => defaultEnvironment(name, runtime, name === last);
    return { value: kept ?? fresh(), used: false };
  });
  const publish = (next: Column[]) => {
    setParked(next.filter(column => !column.used).map(({ value }) => value));
    onChange(next.filter(column => column.used).map(({ value }) => value));
  };
  const isNew = used.length === 0;
  useEffect(() => {
    if (isNew) publish(columns.map(column => ({ ...column, used: true })));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form learns of the defaults once, when it opens
  }, []);
  const change = (name: string, column: Omit<Column, 'index'>) =>
    publish(columns.map(old => (old.value.name === name ? column : old)));
  return { columns, change, runtime };
}
