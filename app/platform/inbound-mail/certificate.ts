import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import type { Settings } from "../settings/settings.ts";
import { CannotStart } from "../settings/cannot-start.ts";

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Reads the certificate of the settings, each time anew; undefined where they name none.
 *
 * @throws {CannotStart} where it cannot be used now
 */
export function certificateOf({
  inboundMailCertificate: certificatePath,
  inboundMailKey: keyPath,
}: Pick<Settings, "inboundMailCertificate" | "inboundMailKey">): (() => Certificate) | undefined {
  if (certificatePath === undefined || keyPath === undefined) return undefined;
  const read = (): Certificate => {
    const certificate = { cert: readFileSync(certificatePath), key: readFileSync(keyPath) };
    createSecureContext(certificate);
    return certificate;
  };
  try {
    read();
  } catch (error) {
    throw new CannotStart(
      `INBOUND_MAIL_CERTIFICATE and INBOUND_MAIL_KEY cannot be used: ${(error as Error).message}. Both must be readable PEM files that belong together.`,
      2,
    );
  }
  return read;
}
