import { orderValues } from './orderValues';

const tasks = Array.from({ length: 9 }, (_, index) => ({
  value: `task-${index}`,
  count: index,
}));

const valuesOf = ({ shown }: ReturnType<typeof orderValues>) =>
  shown.map(({ value }) => value);

describe('orderValues', () => {
  it('shows the most frequent values first, and few of many', () => {
    const ordered = orderValues({
      name: 'task',
      values: tasks,
      chosen: '',
      isWhole: false,
    });
    expect(valuesOf(ordered)).toEqual([
      'task-8',
      'task-7',
      'task-6',
      'task-5',
      'task-4',
      'task-3',
    ]);
    expect(ordered.rest).toBe(3);
  });

  it('shows all when asked to, or when only one would be left', () => {
    const whole = orderValues({
      name: 'task',
      values: tasks,
      chosen: '',
      isWhole: true,
    });
    expect(whole.shown).toHaveLength(9);
    expect(whole.rest).toBe(0);
    const seven = orderValues({
      name: 'task',
      values: tasks.slice(2),
      chosen: '',
      isWhole: false,
    });
    expect(seven.shown).toHaveLength(7);
    expect(seven.rest).toBe(0);
  });

  it('shows what is chosen, also when no model has it', () => {
    const rare = orderValues({
      name: 'task',
      values: tasks,
      chosen: 'task-0',
      isWhole: false,
    });
    expect(valuesOf(rare)).toContain('task-0');
    expect(rare.rest).toBe(2);
    const unknown = orderValues({
      name: 'task',
      values: [],
      chosen: 'gone',
      isWhole: false,
    });
    expect(unknown.shown).toEqual([{ value: 'gone', count: 0 }]);
  });

  it('shows models without an owner below all owners', () => {
    const owners = [{ value: 'none', count: 1 }, ...tasks];
    const ordered = orderValues({
      name: 'owner',
      values: owners,
      chosen: '',
      isWhole: false,
    });
    expect(valuesOf(ordered).at(-1)).toBe('none');
    expect(ordered.shown).toHaveLength(7);
    expect(ordered.rest).toBe(3);
  });

  it('keeps the order of freshness, from good to bad', () => {
    const freshness = [
      { value: 'fresh', count: 1 },
      { value: 'stale', count: 5 },
    ];
    expect(
      orderValues({
        name: 'freshness',
        values: freshness,
        chosen: '',
        isWhole: false,
      }).shown,
    ).toEqual(freshness);
  });
});
