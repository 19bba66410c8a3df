import { encode } from "uqr";

/** The text as a QR code, black on white in every color scheme, since cameras want it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "L", border: 4 });
  const runs = data.flatMap((row, y) => {
    const path: string[] = [];
    for (let x = 0; x < size; x++) {
      let length = 0;
      while (row[x + length]) length++;
      if (length > 0) path.push(`M${x} ${y}h${length}v1h-${length}z`);
      x += length;
    }
    return path;
  });
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn here: an img would need an address
    <svg viewBox={`0 0 ${size} ${size}`} width="240" height="240" role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={runs.join("")} fill="#000" />
    </svg>
  );
}
