/** Builds what the browser loads and serves the gallery's pages, under the policy that the product has. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { build } from "esbuild";
import { h } from "preact";
import { isLanguage } from "../../app/platform/i18n.ts";
import { useManifest } from "../../app/ui/assets.ts";
import { renderDocument } from "../../app/ui/document.tsx";
import type { Shell } from "../../app/ui/shell.ts";
import { AskingPage } from "./asking.tsx";
import { ListingPage } from "./listing.tsx";
import { ReadingPage } from "./reading.tsx";
import { now, samples } from "./samples.ts";

export const pages = { reading: ReadingPage, asking: AskingPage, listing: ListingPage };

const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const types: Record<string, string> = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

export interface GalleryServer extends AsyncDisposable {
  readonly base: string;
  /** Address → content of each built file. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: Readonly<Record<string, string>>;
  /** Bodies of the forms that were sent, in order. */
  readonly sent: string[];
  /** The next form sent is answered with this status. */
  answerWith: number;
}

async function buildAssets(): Promise<{ files: Map<string, Uint8Array>; manifest: Record<string, string> }> {
  const { outputFiles, metafile } = await build({
    entryPoints: ["app/ui/client.ts", "app/ui/style.css", "app/ui/assets/favicon.svg", "testing/gallery/counter.island.tsx"],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    splitting: true,
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    outdir: "dist/assets",
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "copy", ".svg": "copy" },
    metafile: true,
  });
  const files = new Map(outputFiles.map((file) => [`/${path.relative("dist", file.path)}`, file.contents]));
  const manifest: Record<string, string> = {};
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint) manifest[entryPoint] = `/${path.posix.relative("dist", file)}`;
  }
  return { files, manifest };
}

export async function startGallery(): Promise<GalleryServer> {
  const { files, manifest } = await buildAssets();
  useManifest(manifest);
  const sent: string[] = [];

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://gallery");
    const file = files.get(url.pathname);
    if (file) {
      response.writeHead(200, { "content-type": types[path.extname(url.pathname)] ?? "application/octet-stream" }).end(file);
      return;
    }
    const page = pages[url.pathname.slice(1) as keyof typeof pages] ?? pages.reading;
    const language = url.searchParams.get("lang");
    const render = (status: number): void => {
      const reader = { language: isLanguage(language) ? language : "en", timeZone: "Africa/Lagos", now } as const;
      const document = renderDocument(h(page, {}), reader, shellOf(reader.language));
      response.writeHead(status, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
        "cache-control": "no-store",
      });
      response.end(document);
    };
    if (request.method !== "POST") return render(200);
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => {
      sent.push(body);
      const status = gallery.answerWith;
      gallery.answerWith = 200;
      // Long enough for a second click.
      setTimeout(() => render(status), 200);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const gallery: GalleryServer = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    manifest,
    sent,
    answerWith: 200,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return gallery;
}

function shellOf(language: "en" | "es" | "ar"): Shell {
  const words = samples(language);
  let keys = 0;
  return {
    organization: { name: words.organization, href: "/" },
    navigation: words.places.map((label, index) => ({
      label,
      href: `/place/${index}`,
      current: index === 1,
      ...(index === 0 && { waiting: { count: 3, label: "3" } }),
    })),
    account: {
      name: words.me,
      links: words.account.map((label, index) => ({ label, href: `/account/${index}` })),
      signOutAction: "/sign-out",
    },
    flash: { kind: "done", text: words.flash, link: { label: words.undo, href: "/undo" } },
    languageHref: (other) => `?lang=${other}`,
    footerLinks: [{ label: words.details, href: "/about" }],
    newFormKey: () => `key-${++keys}`,
  };
}
