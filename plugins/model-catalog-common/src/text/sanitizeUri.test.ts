import { isWebAddress, sanitizeUri } from './sanitizeUri';

describe('sanitizeUri', () => {
  it.each([
    ['s3://bucket/model.pkl', 's3://bucket/model.pkl'],
    ['https://me:secret@host/a/b', 'https://host/a/b'],
    ['https://token@host', 'https://host'],
    ['https://a@b:c@host/x', 'https://host/x'],
    ['//me:secret@host/a', '//host/a'],
    [
      'https://b.s3.amazonaws.com/m.pkl?X-Amz-Signature=abc&versionId=3',
      'https://b.s3.amazonaws.com/m.pkl?versionId=3',
    ],
    [
      'https://a.blob.core.windows.net/m?sv=1&sig=abc',
      'https://a.blob.core.windows.net/m',
    ],
    [
      'https://host/#/experiments/1/runs/2',
      'https://host/#/experiments/1/runs/2',
    ],
    ['https://host/#access_token=abc', 'https://host/'],
    ['git@github.com:a/b.git', 'git@github.com:a/b.git'],
    ['./model.pkl', './model.pkl'],
    ['', ''],
  ])('takes secrets out of %s', (uri, clean) => {
    expect(sanitizeUri(uri)).toBe(clean);
    expect(sanitizeUri(clean)).toBe(clean);
  });
});

describe('isWebAddress', () => {
  it.each([
    ['https://host/a', true],
    ['http://localhost:5000', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['https://', false],
  ])('%s: %s', (uri, expected) => {
    expect(isWebAddress(uri)).toBe(expected);
  });
});
