import type { App, Session } from 'electron';

/** The one thing the page may do beyond its own files: put text the person copies on the clipboard. */
const allowedPermission = 'clipboard-sanitized-write';

/**
 * Takes from every page what this app never needs: going elsewhere, opening windows, embedding pages, and the device's permissions.
 *
 * The page has no links to the outside, so every attempt is either a mistake or an attack. (Electron's security checklist 5 and 12 to 14.)
 */
export function lockDown(app: App, session: Session): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === allowedPermission));
  session.setPermissionCheckHandler((_contents, permission) => permission === allowedPermission);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
