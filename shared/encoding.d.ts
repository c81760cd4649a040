// shared/ is compiled without Node's and the browser's types, so that reaching for either is an error. These two classes are the same
// in both places (WHATWG Encoding), and bytes cannot be turned into text without them.

interface TextDecoderOptions {
  readonly fatal?: boolean;
  readonly ignoreBOM?: boolean;
}

declare class TextDecoder {
  constructor(label?: string, options?: TextDecoderOptions);
  decode(input?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
