/** One element of ASN.1 BER (X.690 section 8.1), as LDAP and SNMP use it, or why there is none. */
type Element =
  | { readonly kind: 'element'; readonly tag: number; readonly body: Uint8Array }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'foreign' };

/** A reply of a directory or an agent is some hundred octets; a longer "length" is another protocol's text. */
const LONGEST_BODY_BYTES = 65_536;

/** Reads the element at the start of the bytes: one octet of tag, a definite length in one to five octets, the body. */
export function readElement(bytes: Uint8Array): Element {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return { kind: 'incomplete' };
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  // 0x80 is the indefinite form, which both protocols forbid (RFC 4511 section 5.1, RFC 3417 section 8).
  if (first === 0x80 || lengthBytes > 4) return { kind: 'foreign' };
  const start = 2 + lengthBytes;
  if (bytes.length < start) return { kind: 'incomplete' };
  const length = lengthBytes === 0 ? first : bytes.subarray(2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  if (length > LONGEST_BODY_BYTES) return { kind: 'foreign' };
  if (bytes.length < start + length) return { kind: 'incomplete' };
  return { kind: 'element', tag, body: bytes.subarray(start, start + length) };
}

/** The elements that follow each other in a body, up to the first that is not whole. */
export function readElements(body: Uint8Array): readonly Extract<Element, { kind: 'element' }>[] {
  const elements: Extract<Element, { kind: 'element' }>[] = [];
  for (let rest = body; rest.length > 0;) {
    const element = readElement(rest);
    if (element.kind !== 'element') break;
    elements.push(element);
    rest = body.subarray(element.body.byteOffset - body.byteOffset + element.body.length);
  }
  return elements;
}

/** The value of a short INTEGER that is not negative, or null. */
export function readInteger(element: Element | undefined): number | null {
  if (element?.kind !== 'element' || element.tag !== 0x02 || element.body.length < 1 || element.body.length > 5) return null;
  return element.body.reduce((sum, byte) => sum * 256 + byte, 0);
}
