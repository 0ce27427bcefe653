import { describe, expect, it } from 'vitest';
import { readFlags } from './cli.ts';

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
});
