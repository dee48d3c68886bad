import { GitRunner } from './GitRunner';

const env = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** A call that runs a line of shell. */
const shell = (line: string, timeoutMs = 20_000) => ({
  args: ['-c', `alias.x=!${line}`, 'x'],
  env,
  input: '',
  timeoutMs,
});

describe('GitRunner', () => {
  it('gives each call its own answer, byte for byte', async () => {
    const runner = GitRunner.create();
    const texts = Array.from({ length: 20 }, (_, nth) =>
      `ü${nth}\0`.repeat(5000 + nth),
    );
    const answers = await Promise.all(
      texts.map(input => runner.run({ ...shell('cat'), input })),
    );
    expect(answers.map(answer => answer.toString('utf8'))).toEqual(texts);
  });

  it('says what Git said', async () => {
    const runner = GitRunner.create();
    await expect(
      runner.run({ ...shell(''), args: ['rev-parse', '--verify', 'nothing'] }),
    ).rejects.toThrow(/fatal: /);
    await expect(runner.run(shell('exit 3'))).rejects.toThrow('ended with 3');
  });

  it('ends what takes too long', async () => {
    const runner = GitRunner.create();
    await expect(runner.run(shell('exec sleep 30', 200))).rejects.toThrow(
      'ended with SIGKILL',
    );
  });

  it('passes the environment that is given, and no other', async () => {
    process.env.GIT_RUNNER_TEST = 'leaked';
    const runner = GitRunner.create();
    const line = 'echo "$GIT_RUNNER_TEST-$GIVEN"';
    const call = shell(line);
    const said = await runner.run({ ...call, env: { ...env, GIVEN: 'given' } });
    expect(said.toString('utf8')).toBe('-given\n');
    delete process.env.GIT_RUNNER_TEST;
  });

  it('fails what was under way when its process ends, and starts another', async () => {
    const runner = GitRunner.create();
    const killed = 'kill -9 $(ps -o ppid= -p $PPID)';
    const underWay = runner.run(shell('exec sleep 2'));
    await Promise.all([
      expect(underWay).rejects.toThrow('has ended with SIGKILL'),
      expect(runner.run(shell(killed))).rejects.toThrow('has ended'),
    ]);
    const said = await runner.run(shell('echo again'));
    expect(said.toString('utf8')).toBe('again\n');
  });
});
