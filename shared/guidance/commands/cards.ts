import type { Card } from './card.ts';
import { linuxAccess } from './linux-access.ts';
import { linuxClient } from './linux-client.ts';
import { linuxFirewall } from './linux-firewall.ts';
import { linuxNetwork } from './linux-network.ts';
import { linuxService } from './linux-service.ts';
import { macosNetwork, macosServer } from './macos.ts';
import { windowsNetwork, windowsServer } from './windows.ts';

/** Every command guidance can give, by its id. */
export const cards = {
  ...linuxService,
  ...linuxFirewall,
  ...linuxAccess,
  ...linuxNetwork,
  ...linuxClient,
  ...windowsServer,
  ...windowsNetwork,
  ...macosServer,
  ...macosNetwork,
} as const satisfies Readonly<Record<string, Card>>;

/** The id of one command. */
export type CardId = keyof typeof cards;
