import { promisify } from 'node:util';
import {
  assertAllowedHost,
  guardedLookup,
  isAllowedAddress,
} from './addressGuard';

describe('isAllowedAddress', () => {
  it.each([
    '169.254.169.254',
    '169.254.0.1',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    'fe80::1',
    '[fe80::1]',
    'fd00:ec2::254',
    'fd20:ce::254',
    '100.100.100.200',
    '192.0.0.192',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
  ])('refuses %s', address => {
    expect(isAllowedAddress(address)).toBe(false);
  });

  it.each([
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '192.168.1.1',
    '8.8.8.8',
    'fd12::1',
  ])('lets %s through', address => {
    expect(isAllowedAddress(address)).toBe(true);
  });

  it('lets through what the configuration allows, and no more', () => {
    const allowed = ['169.254.169.254/32'];
    expect(isAllowedAddress('169.254.169.254', allowed)).toBe(true);
    expect(isAllowedAddress('::ffff:169.254.169.254', allowed)).toBe(true);
    expect(isAllowedAddress('169.254.169.253', allowed)).toBe(false);
  });
});

describe('hosts', () => {
  it.each([
    'http://169.254.169.254/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://[::ffff:169.254.169.254]/',
  ])('are refused when written as %s', url => {
    expect(() => assertAllowedHost(new URL(url), [])).toThrow();
  });

  it('are refused by what they resolve to', async () => {
    const resolve = promisify(guardedLookup([]));
    await expect(resolve('localhost', { all: false })).resolves.toBeDefined();
    await expect(resolve('169.254.169.254', { all: true })).rejects.toThrow(
      '169.254.169.254',
    );
  });
});
