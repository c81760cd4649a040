import type { WriteStream } from 'node:tty';

import type { Session } from '../../console/session.ts';

/** Tells a session how large the terminal is, now and whenever it changes, for a Telnet peer that asks (RFC 1073); gives back what ends that. */
export function followWindowSize(terminal: WriteStream, session: Session): () => void {
  const tell = (): void => {
    const { columns, rows } = terminal;
    // A terminal that does not know its size says 0.
    if (columns > 0 && rows > 0) session.setWindowSize({ columns, rows });
  };
  tell();
  terminal.on('resize', tell);
  return () => terminal.off('resize', tell);
}
