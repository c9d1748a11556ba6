import { type App, type AppOptions, createApp, type LibraryOptions, openLibrary } from './app.ts';
import { openSandbox, type Sandbox } from './sandbox/sandbox.ts';

export interface LocalOptions
  extends Pick<AppOptions, 'log' | 'now' | 'random'>,
    Pick<LibraryOptions, 'contentFolder' | 'alarm'>,
    Partial<Pick<LibraryOptions, 'reload'>> {
  /** 0: any free port. A port that is taken is replaced by a free one. */
  readonly port: number;
  /** Begin with a small conversation. */
  readonly seed: boolean;
}

/** The bot in a Discord of its own, which a browser opens; everything in memory. */
export interface Local {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly sandbox: Sandbox;
  readonly stop: () => Promise<void>;
}

/** Resolves when questions are taken; the first are answered once the search is built. @throws ContentError */
export async function openLocal(options: LocalOptions): Promise<Local> {
  const { contentFolder, reload = false, log, now, random, seed } = options;
  const { library, watch } = await openLibrary({ ...options, reload });
  const startApp = async (): Promise<App> => {
    const { api, token } = sandbox;
    const config = { api, token, databaseUrl: 'sqlite::memory:', contentFolder };
    const onTurnedAway = (error: Error) => log.error({ error }, 'turned-away');
    const app = createApp({ config, log, now, random, onTurnedAway, library });
    await app.start();
    if (seed) await converse(sandbox);
    return app;
  };
  const sandbox = await openAt(options.port, {
    page: true,
    now: () => now().getTime(),
    log: (line) => log.warn({ line }, 'sandbox'),
    onReset: async () => {
      await app.stop();
      app = await startApp();
    },
  });
  let app = await startApp();
  return {
    address: sandbox.origin,
    sandbox,
    async stop() {
      await watch?.stop();
      await app.stop();
      await sandbox.close();
    },
  };
}

async function openAt(port: number, options: Parameters<typeof openSandbox>[0]): Promise<Sandbox> {
  try {
    return await openSandbox({ ...options, port });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    return openSandbox({ ...options, port: 0 });
  }
}

/** Something to look at: a question in each language. */
async function converse({ as }: Sandbox): Promise<void> {
  const [mina, alex, mod] = [as('mina'), as('alex'), as('mod')];
  const answer = await mina.type('@먹통 이 난리가 난 이유가 뭐야?');
  await mod.react(answer, '👍');
  await alex.type('@먹통 was it really Microsoft’s fault?');
}
