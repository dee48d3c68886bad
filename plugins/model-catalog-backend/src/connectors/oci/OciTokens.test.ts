import { parseChallenge } from './OciTokens';

describe('OciTokens', () => {
  it('reads challenges', () => {
    expect(
      parseChallenge('Bearer realm="https://a/t",service="s",scope="x:y:pull"'),
    ).toEqual({ realm: 'https://a/t', service: 's' });
    expect(parseChallenge('Basic realm="x"')).toBeUndefined();
  });
});
