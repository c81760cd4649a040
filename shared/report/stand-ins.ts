/** What a stand-in stands for; its name opens the stand-in: "host-1". */
export type StandInKind = 'host' | 'address' | 'subject' | 'issuer' | 'serial' | 'fingerprint' | 'place';

/** The stand-in of a private text: the first of its kind is 1, and the same text gets the same again. Texts are told apart as they are given. */
export type StandIns = (kind: StandInKind, text: string) => string;

/** Starts without any. */
export function startStandIns(): StandIns {
  const known = new Map<StandInKind, Map<string, string>>();
  return (kind, text) => {
    const ofKind = known.get(kind) ?? new Map<string, string>();
    known.set(kind, ofKind);
    const standIn = ofKind.get(text) ?? `${kind}-${ofKind.size + 1}`;
    ofKind.set(text, standIn);
    return standIn;
  };
}
