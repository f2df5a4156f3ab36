/** The bytes alone, as the libraries want them. */
export const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer as ArrayBuffer

export const sha256 = (bytes: Uint8Array): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', buffer(bytes))

export const digest = (hash: 'SHA-256' | 'SHA-384', bytes: Uint8Array): Promise<ArrayBuffer> =>
  crypto.subtle.digest(hash, buffer(bytes))
