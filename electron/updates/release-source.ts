/**
 * Where Sonde looks for a new version, and whose word on it counts.
 *
 * The key is Ed25519, as base64 of its SubjectPublicKeyInfo (RFC 8410). Its other half is the secret SONDE_RELEASE_KEY of whoever publishes;
 * `node build/sign-release.mjs --new-key` makes another pair. The address is of the same site as the pages in shared/ipc/links.ts.
 */
export const releaseSource = {
  address: 'https://sonde.example/releases/newest.json',
  publicKey: 'MCowBQYDK2VwAyEA5TzGrKNDj1nBlYCRri+5RSlCWF+gMTr1Ic08SFeQ+5Y=',
};
