import { shell } from 'electron';

/** Shows a file of the data folder, selected, in the system's own program for files. It opens none, and no path of it comes from the window. */
export function showInFolder(path: string): void {
  shell.showItemInFolder(path);
}
