import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { connectTo, type PageConnection } from '../bench/window/page-connection.ts';
import { sondeWindow } from '../bench/window/windows.ts';

/** Where the main process lets itself be looked into. */
const ADDRESS = '127.0.106.2';

/** The built app with its main process open to inspection, which only a build that is not packed allows. */
export interface Inspectable {
  readonly argv: readonly [string, ...string[]];
  /** Connects to the main process once it runs. */
  readonly connect: () => Promise<PageConnection>;
}

/** Prepares a start of the app whose main process can be asked what it still needs. */
export async function inspectable(): Promise<Inspectable> {
  const place = createServer().listen(0, ADDRESS);
  await once(place, 'listening');
  const { port } = place.address() as AddressInfo;
  place.close();
  const [program, ...words] = sondeWindow();
  return {
    argv: [program, `--inspect=${ADDRESS}:${port}`, ...words],
    connect: async () => {
      const response = await fetch(`http://${ADDRESS}:${port}/json/list`);
      const [target] = (await response.json()) as readonly { readonly webSocketDebuggerUrl: string }[];
      if (target === undefined) throw new Error('The main process cannot be inspected.');
      return connectTo(target.webSocketDebuggerUrl);
    },
  };
}
