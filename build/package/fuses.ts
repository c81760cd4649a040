import { FuseV1Options as Fuse } from '@electron/fuses';

/**
 * The switches burnt into the program (https://www.electronjs.org/docs/latest/tutorial/fuses): what it can be made to do by whoever starts
 * it. One table for the build that sets them and for the tests that read them back.
 */
export const fuses = {
  // Sonde is not a Node for others, whatever the environment says.
  [Fuse.RunAsNode]: false,
  // It sets no cookie, and on macOS this would ask for the keychain.
  [Fuse.EnableCookieEncryption]: false,
  [Fuse.EnableNodeOptionsEnvironmentVariable]: false,
  // No debugger in the process that holds the history: neither --inspect nor SIGUSR1.
  [Fuse.EnableNodeCliInspectArguments]: false,
  // On Windows and macOS; Linux does not look.
  [Fuse.EnableEmbeddedAsarIntegrityValidation]: true,
  [Fuse.OnlyLoadAppFromAsar]: true,
  [Fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The page comes from app://, no file: page is ever opened.
  [Fuse.GrantFileProtocolExtraPrivileges]: false,
  [Fuse.WasmTrapHandlers]: true,
} as const satisfies Record<Fuse, boolean>;

/** How many of them there are. An Electron may know fewer, because it is older; one that knows more is not packed before this table does. */
export const fuseCount = Object.keys(fuses).length;
