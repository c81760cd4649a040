import { clientFirst } from './client-first.ts';
import { tcp } from './service-port.ts';

/** Displays 0 to 9; sshd forwards from 10 on, on loopback. */
const ports = Array.from({ length: 10 }, (_, display) => tcp(6_000 + display));

/** X11. A display may reset when its last client leaves, and we could be that client; so nothing is said. */
export const x11 = clientFirst({ id: 'x11', name: 'X11', ports });
