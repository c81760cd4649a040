/** Whether a window can be shown; on Linux that takes a running X server or Wayland compositor. */
export function hasDisplay({ platform = process.platform, environment = process.env } = {}) {
  if (platform !== 'linux') return true;
  return isSet(environment.DISPLAY) || isSet(environment.WAYLAND_DISPLAY);
}

/** @param {string | undefined} value */
function isSet(value) {
  return value !== undefined && value !== '';
}
