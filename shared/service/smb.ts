import { clientFirst } from './client-first.ts';
import { tcp } from './service-port.ts';

/** Windows file sharing, directly or over NetBIOS. Its first question opens a session, so none is asked. */
export const smb = clientFirst({ id: 'smb', name: 'SMB', ports: [tcp(445), tcp(139)] });
