import { groupColors } from './groupColors';

describe('groupColors', () => {
  it.each(['light', 'dark'] as const)('differ within a %s chart', mode => {
    const keys = ['1', '2', '3', '4', '5', '6', '7', '8'];
    expect(new Set(groupColors(keys, mode).values()).size).toBe(keys.length);
  });

  it('stay with a component whatever else is shown', () => {
    const one = groupColors(['gpu'], 'light').get('gpu');
    expect(groupColors(['cpu', 'ram', 'gpu'], 'light').get('gpu')).toBe(one);
  });
});
