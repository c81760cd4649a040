import type { App, Session } from 'electron';

/** The one thing the page may do beyond its own files: put text the person copies on the clipboard. */
const allowedPermission = 'clipboard-sanitized-write';

/**
 * Takes from every page what this app never needs: going elsewhere, opening windows, embedding pages, saving files, talking
 * past its security policy, and the device's permissions.
 *
 * The page has no links to the outside (`openLink` of the contract opens those), so every attempt is either a mistake or an attack. (Electron's security checklist 5 and 12 to 14.)
 */
export function lockDown(app: App, session: Session): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // No security policy of a page covers WebRTC, which would reach out by UDP.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  // What is exported is written by the main process; a page that saves files by itself is none of ours.
  session.on('will-download', (event) => event.preventDefault());
  // Chromium would fetch a dictionary from Google with the first start, and no field wants one.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === allowedPermission));
  session.setPermissionCheckHandler((_contents, permission) => permission === allowedPermission);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
