import { decodeCursor, encodeCursor } from './cursor';

describe('cursor', () => {
  it('comes back as it was', () => {
    const key = ['name', 'ü/+=', 7, null];
    expect(decodeCursor(encodeCursor(key), 4)).toEqual(key);
    expect(decodeCursor(undefined, 4)).toBeUndefined();
  });

  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('[1').toString('base64url')],
    ['no list', encodeCursor([]).slice(0, 0)],
    ['another length', encodeCursor([1])],
    ['a nested list', encodeCursor([[1], 2])],
  ])('is refused when it is %s', (_name, cursor) => {
    expect(() => decodeCursor(cursor, 2)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        fields: [expect.objectContaining({ path: '/query/cursor' })],
      }),
    );
  });
});
