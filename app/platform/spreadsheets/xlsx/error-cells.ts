const ERROR_TYPE = ' t="e"';
const TEXT_TYPE = ' t="str"';

/**
 * A sheet in which the cells that hold an error (#N/A) are cells of text: the reader leaves errors out as if the
 * cell were empty, and the person would never hear of them.
 */
export function errorsAsText(sheet: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = sheet.indexOf(ERROR_TYPE); at !== -1; at = sheet.indexOf(ERROR_TYPE, at + 1)) {
    const tag = sheet.lastIndexOf("<", at);
    if (!/^<(?:\w+:)?c\s/.test(sheet.toString("latin1", tag, tag + 20))) continue;
    pieces.push(sheet.subarray(from, at), Buffer.from(TEXT_TYPE));
    from = at + ERROR_TYPE.length;
  }
  return from === 0 ? sheet : Buffer.concat([...pieces, sheet.subarray(from)]);
}
