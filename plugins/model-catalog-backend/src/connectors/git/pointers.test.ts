import { findPointer } from './pointers';

const hex = 'b'.repeat(64);
const lfs = `version https://git-lfs.github.com/spec/v1\noid sha256:${hex}\nsize 4096\n`;
// Both as `dvc add` of DVC 3.67.1 wrote them.
const dvcFile = `outs:
- md5: b1946ac92492d2347c6235b4d2611184
  size: 6
  hash: md5
  path: model.pkl
`;
const dvcFolder = `outs:
- md5: 562ee692a592790b08e880eff9046f72.dir
  size: 4
  nfiles: 2
  hash: md5
  path: dir
`;

const find = (files: Record<string, string>, file = 'm/model.pkl') =>
  findPointer({ peek: async name => files[name] }, file);

describe('findPointer', () => {
  it('reads digest and size from a pointer of Git LFS', async () => {
    expect(await find({ 'm/model.pkl': lfs })).toEqual({
      facts: { digest: `sha256:${hex}`, sizeBytes: 4096 },
      files: ['m/model.pkl'],
    });
  });

  it('reads MD5 and size from a file of DVC, also of a folder', async () => {
    expect(await find({ 'm/model.pkl.dvc': dvcFile })).toEqual({
      facts: { digest: 'md5:b1946ac92492d2347c6235b4d2611184', sizeBytes: 6 },
      files: ['m/model.pkl', 'm/model.pkl.dvc'],
    });
    expect(await find({ 'm/dir.dvc': dvcFolder }, 'm/dir')).toMatchObject({
      facts: {
        digest: 'md5:562ee692a592790b08e880eff9046f72.dir',
        sizeBytes: 4,
      },
    });
  });

  it('reads the file of DVC also where the content itself was pulled', async () => {
    const pulled = { 'm/model.pkl': 'hello\n', 'm/model.pkl.dvc': dvcFile };
    expect(await find(pulled)).toMatchObject({
      facts: { sizeBytes: 6 },
      files: ['m/model.pkl', 'm/model.pkl.dvc'],
    });
  });

  it.each([
    ['another file', dvcFile.replace('model.pkl', 'other.pkl')],
    ['no output', 'outs: []\n'],
    ['no digest that MD5 can be', dvcFile.replace('b1946', '../..')],
    ['no YAML', 'outs: [\n'],
    ['no map', '7\n'],
  ])('takes nothing from a file of DVC with %s', async (_what, text) => {
    const { facts } = await find({ 'm/model.pkl.dvc': text });
    expect(facts).toEqual({});
  });

  it('knows nothing where there is no pointer', async () => {
    // One that comes later is looked for where it was not.
    const files = ['m/model.pkl', 'm/model.pkl.dvc'];
    expect(await find({})).toEqual({ facts: {}, files });
  });
});
