import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { normalizePath, type Plugin } from 'vite';

interface Named {
  readonly contract: Readonly<Record<string, { readonly kind: string }>>;
}

/**
 * Leaves of the contract what the preload needs of it: what there is to ask, and which of it are streams. Its schemas are nine tenths of
 * what would be read and run before every page, and the preload checks nothing by them.
 */
export function slimContract(root: string): Plugin {
  const file = normalizePath(resolve(root, 'shared/ipc/contract.ts'));
  return {
    name: 'sonde:slim-contract',
    // While somebody writes, the whole contract is watched as every other source.
    apply: (_config, { mode }) => mode === 'production',
    load: async (id) => {
      if (id !== file) return null;
      const { contract } = (await import(pathToFileURL(file).href)) as Named;
      const kinds = Object.entries(contract).map(([name, { kind }]) => [name, { kind }]);
      return `export const contract = ${JSON.stringify(Object.fromEntries(kinds))};`;
    },
  };
}
