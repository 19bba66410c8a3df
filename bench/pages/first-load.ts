/** What a browser loads beside the page itself on its first visit, as it goes over the line. */
import { get } from "node:http";

export interface FirstLoad {
  readonly html: number;
  readonly script: number;
  readonly style: number;
}

/** Bytes of the body as they are sent. */
function sizeOf(url: string, cookie?: string): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { "accept-encoding": "br", ...(cookie && { cookie }) };
    get(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
        const body = Buffer.concat(parts);
        resolve({ bytes: body.length, text: body.toString("utf8") });
      });
    }).on("error", reject);
  });
}

/** Scripts with everything that they import, and style sheets; fonts come after the words can be read, and are not counted. */
export async function firstLoad(origin: string, path: string, cookie?: string): Promise<FirstLoad> {
  const page = await sizeOf(origin + path, cookie);
  const found = new Set([...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]!));
  for (const [, , module] of page.text.matchAll(/data-(module|island)="(\/assets\/[^"]+\.js)"/g)) if (module) found.add(module);
  let [script, style] = [0, 0];
  for (const asset of found) {
    const { bytes } = await sizeOf(origin + asset);
    if (asset.endsWith(".css")) style += bytes;
    else {
      script += bytes;
      // What it imports is found in the uncompressed text.
      const text = await (await fetch(origin + asset)).text();
      for (const [, chunk] of text.matchAll(/from\s*"\.\/(chunk-[^"]+\.js)"|import\s*"\.\/(chunk-[^"]+\.js)"/g))
        if (chunk) found.add(`/assets/${chunk}`);
    }
  }
  return { html: page.bytes, script, style };
}
