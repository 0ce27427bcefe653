import { describe, expect, it } from 'vitest';
import { readCommand, readFlags } from './cli.ts';

describe('the command line', () => {
  it('takes what the Firebase CLI passes', () => {
    const args =
      '--host 127.0.0.1 --port 8085 --rules /p/firestore.rules --websocket_port 9150 --project_id demo-x --single_project_mode true --functions_emulator 127.0.0.1:5001';
    expect(readFlags(args.split(' '))).toMatchObject({
      host: '127.0.0.1',
      port: 8085,
      rules: '/p/firestore.rules',
      functions_emulator: '127.0.0.1:5001',
    });
  });

  it('takes values behind an equals sign, and has defaults', () => {
    expect(readFlags(['--port=0'])).toMatchObject({ port: 0 });
    expect(readFlags([])).toMatchObject({ host: '127.0.0.1', port: 8080 });
  });

  it('refuses what makes no sense', () => {
    expect(() => readFlags(['--port', 'many'])).toThrow('port');
    expect(() => readFlags(['--database-edition', 'enterprise'])).toThrow('standard edition');
  });

  it('keeps data where it is told to', () => {
    expect(readFlags(['--data', '/p/data'])).toMatchObject({ data: '/p/data' });
  });

  it('explains itself, and says which version it is', () => {
    expect(readCommand(['--help'])).toMatchObject({
      kind: 'print',
      text: expect.stringContaining('--seed_from_export'),
    });
    expect(readCommand(['--version'])).toMatchObject({
      kind: 'print',
      text: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('names flags that nobody knows, not those of the Firebase CLI', () => {
    const args = ['--websocket_port', '9150', '--single_project_mode=true', '--rulse=f'];
    expect(readCommand(args)).toMatchObject({ kind: 'run', unknown: ['rulse'] });
  });
});
