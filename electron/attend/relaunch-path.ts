/** What a program was started with. */
export interface Started {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `process.execPath` */
  readonly execPath: string;
}

/**
 * The file to start instead of the running program when it is to start again; null where that program itself is still there then.
 *
 * An AppImage runs from a mount that is gone by then. A terminal or a desktop that is an AppImage hands its own names on to all that it
 * starts, so they count only where the program lies in that mount.
 */
export function relaunchPath({ env: { APPIMAGE, APPDIR }, execPath }: Started): string | null {
  return APPIMAGE !== undefined && APPDIR !== undefined && execPath.startsWith(`${APPDIR}/`) ? APPIMAGE : null;
}
