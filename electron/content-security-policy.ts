const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'worker-src': "'none'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  // Nothing may turn text into markup or code, and there is no policy that could: Svelte builds elements (fragments: 'tree').
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** What the window's page may load and do: its own files, and no network at all. Sent as a header with every file. */
export const contentSecurityPolicy = Object.entries(directives)
  .map(([directive, value]) => `${directive} ${value}`)
  .join('; ');
